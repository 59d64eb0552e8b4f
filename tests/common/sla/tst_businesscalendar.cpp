// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sla/businesscalendar.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Deskbell;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text) + u'Z', Qt::ISODate);
}

bool isHoliday(const BusinessCalendar &calendar, const QDate &date)
{
    return calendar.holidays.contains(date)
           || calendar.yearlyHolidays.contains({.month = date.month(), .day = date.day()});
}

/// What the calendar promises, said as naively as possible: minute by minute, by looking at a clock
/// of the zone.
std::chrono::minutes countMinutes(const BusinessCalendar &calendar, const QDateTime &from,
                                  const QDateTime &to)
{
    std::chrono::minutes open{0};
    for (QDateTime moment = from; moment < to; moment = moment.addSecs(60)) {
        const QDateTime clock = moment.toTimeZone(calendar.zone);
        const std::chrono::minutes time{clock.time().hour() * 60 + clock.time().minute()};
        if (isHoliday(calendar, clock.date()))
            continue;
        for (const OpenHours &hours : calendar.week[size_t(clock.date().dayOfWeek() - 1)])
            open += std::chrono::minutes(time >= hours.opens && time < hours.closes ? 1 : 0);
    }
    return open;
}

} // namespace

class TestBusinessCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHours_data();
    void readsHours();
    void refuses_data();
    void refuses();
    void counts_data();
    void counts();
    void agreesWithCountingMinutes_data() { addCalendars(); }
    void agreesWithCountingMinutes();
    void goesBackExactly_data() { addCalendars(); }
    void goesBackExactly();
    void goesOnExactly_data() { addCalendars(); }
    void goesOnExactly();
    void knowsHolidaysAndSplitDays();
    void givesUpAfterACentury();
    void hasNoPastWithoutDays();

private:
    void addCalendars();
};

void TestBusinessCalendar::readsHours_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("days"); // Monday is the lowest bit
    QTest::addColumn<int>("opens");
    QTest::addColumn<int>("closes");
    QTest::newRow("office") << u"Mon-Fri 09:00-17:00"_s << 0b0011111 << 540 << 1020;
    QTest::newRow("always") << u"Mon-Sun 00:00-24:00"_s << 0b1111111 << 0 << 1440;
    QTest::newRow("some days") << u"mon,Wed-thu,SUN 07:30-12:15"_s << 0b1001101 << 450 << 735;
    QTest::newRow("spaces") << u"  Sat   10:00-14:00 "_s << 0b0100000 << 600 << 840;
}

void TestBusinessCalendar::readsHours()
{
    QFETCH(QString, text);
    const auto calendar = businessCalendarFromText(text, u"Europe/Berlin"_s);
    QVERIFY(calendar);
    QFETCH(int, days);
    QFETCH(int, opens);
    QFETCH(int, closes);
    const QList<OpenHours> hours{
            {.opens = std::chrono::minutes(opens), .closes = std::chrono::minutes(closes)}};
    for (int day = 0; day < 7; ++day)
        QCOMPARE(calendar->week[size_t(day)], days & (1 << day) ? hours : QList<OpenHours>());
    QCOMPARE(calendar->zone.id(), "Europe/Berlin"_ba);
}

void TestBusinessCalendar::refuses_data()
{
    QTest::addColumn<QString>("hours");
    QTest::addColumn<QString>("zone");
    const QString office = u"Mon-Fri 09:00-17:00"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("days only") << u"Mon-Fri"_s << QString();
    QTest::newRow("unknown day") << u"Mo-Fri 09:00-17:00"_s << QString();
    QTest::newRow("backwards days") << u"Fri-Mon 09:00-17:00"_s << QString();
    QTest::newRow("two ends") << u"Mon-Wed-Fri 09:00-17:00"_s << QString();
    QTest::newRow("no time") << u"Mon-Fri 9-17"_s << QString();
    QTest::newRow("one time") << u"Mon-Fri 09:00"_s << QString();
    QTest::newRow("backwards") << u"Mon-Fri 17:00-09:00"_s << QString();
    QTest::newRow("never open") << u"Mon-Fri 09:00-09:00"_s << QString();
    QTest::newRow("too late") << u"Mon-Fri 09:00-24:30"_s << QString();
    QTest::newRow("more") << office + u" 18:00-19:00"_s << QString();
    QTest::newRow("unknown zone") << office << u"Europe/Atlantis"_s;
}

void TestBusinessCalendar::refuses()
{
    QFETCH(QString, hours);
    QFETCH(QString, zone);
    QVERIFY(!businessCalendarFromText(hours, zone));
}

void TestBusinessCalendar::counts_data()
{
    QTest::addColumn<QString>("hours");
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("to");
    QTest::addColumn<std::chrono::milliseconds>("expected");
    const QString office = u"Mon-Fri 09:00-17:00"_s;
    const QString always = u"Mon-Sun 00:00-24:00"_s;
    using std::chrono::milliseconds;
    // Berlin is one hour ahead in winter, two in summer.
    QTest::newRow("nothing") << office << utc("2026-11-26T10:00:00") << utc("2026-11-26T10:00:00")
                             << milliseconds(0);
    QTest::newRow("backwards") << office << utc("2026-11-26T12:00:00") << utc("2026-11-26T10:00:00")
                               << milliseconds(0);
    QTest::newRow("within a day") << office << utc("2026-11-26T10:00:00")
                                  << utc("2026-11-26T10:00:01") << milliseconds(1s);
    QTest::newRow("a whole day") << office << utc("2026-11-26T00:00:00")
                                 << utc("2026-11-27T00:00:00") << milliseconds(8h);
    QTest::newRow("a weekend") << office << utc("2026-11-27T16:00:00") << utc("2026-11-30T08:00:00")
                               << milliseconds(0);
    QTest::newRow("a week") << office << utc("2026-11-26T12:34:56") << utc("2026-12-03T12:34:56")
                            << milliseconds(40h);
    QTest::newRow("before 1970") << office << utc("1969-12-29T00:00:00")
                                 << utc("1970-01-02T00:00:00") << milliseconds(32h);
    QTest::newRow("a week with a change to summer")
            << office << utc("2026-03-26T12:00:00") << utc("2026-04-02T11:00:00")
            << milliseconds(40h);
    QTest::newRow("a day of 23 hours") << always << utc("2026-03-28T23:00:00")
                                       << utc("2026-03-29T22:00:00") << milliseconds(23h);
    QTest::newRow("a day of 25 hours") << always << utc("2026-10-24T22:00:00")
                                       << utc("2026-10-25T23:00:00") << milliseconds(25h);
    QTest::newRow("an hour that is left out") << u"Sun 02:00-03:00"_s << utc("2026-03-28T23:00:00")
                                              << utc("2026-03-29T22:00:00") << milliseconds(0);
    QTest::newRow("an hour that comes twice") << u"Sun 02:00-03:00"_s << utc("2026-10-24T22:00:00")
                                              << utc("2026-10-25T23:00:00") << milliseconds(2h);
}

void TestBusinessCalendar::counts()
{
    QFETCH(QString, hours);
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, to);
    QFETCH(std::chrono::milliseconds, expected);
    const auto calendar = businessCalendarFromText(hours, u"Europe/Berlin"_s);
    QVERIFY(calendar);
    QCOMPARE(businessTime(*calendar, from, to).count(), expected.count());
    // The moments may be told in any zone.
    QCOMPARE(businessTime(*calendar, from.toTimeZone(QTimeZone("Asia/Tokyo")), to).count(),
             expected.count());
}

void TestBusinessCalendar::addCalendars()
{
    QTest::addColumn<QString>("hours");
    QTest::addColumn<QString>("zone");
    for (const char *zone : {"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
                             "Asia/Kolkata", "Africa/Casablanca", "Pacific/Apia"}) {
        for (const char *hours : {"Mon-Fri 09:00-17:00", "Mon-Sun 00:00-24:00",
                                  "Tue,Thu-Sun 01:30-02:45", "Sat-Sun 22:15-24:00"})
            QTest::addRow("%s %s", zone, hours)
                    << QString::fromLatin1(hours) << QString::fromLatin1(zone);
    }
}

void TestBusinessCalendar::agreesWithCountingMinutes()
{
    QFETCH(QString, hours);
    QFETCH(QString, zone);
    const auto calendar = businessCalendarFromText(hours, zone);
    QVERIFY(calendar);
    // Around the changes of clocks, and anywhere.
    QRandomGenerator random(1042);
    for (const char *place : {"2026-03-07T00:00:00", "2026-03-28T00:00:00", "2026-04-04T00:00:00",
                              "2026-10-03T00:00:00", "2026-10-24T00:00:00", "2026-10-31T00:00:00",
                              "2026-07-01T00:00:00"}) {
        for (int i = 0; i < 3; ++i) {
            const QDateTime from = utc(place).addSecs(60 * random.bounded(24 * 60));
            const QDateTime to = from.addSecs(60 * random.bounded(5 * 24 * 60));
            QCOMPARE(businessTime(*calendar, from, to).count(),
                     std::chrono::milliseconds(countMinutes(*calendar, from, to)).count());
        }
    }
}

void TestBusinessCalendar::goesBackExactly()
{
    QFETCH(QString, hours);
    QFETCH(QString, zone);
    const auto calendar = businessCalendarFromText(hours, zone);
    QVERIFY(calendar);
    QRandomGenerator random(1042);
    for (int i = 0; i < 50; ++i) {
        const QDateTime now = utc("2026-01-01T00:00:00").addSecs(random.bounded(366 * 24 * 3600));
        const std::chrono::milliseconds time{1 + random.bounded(80 * 3600 * 1000)};
        const QDateTime ago = businessTimeAgo(*calendar, time, now);
        QCOMPARE(businessTime(*calendar, ago, now).count(), time.count());
        QVERIFY(businessTime(*calendar, ago.addMSecs(1), now) < time);
    }
    const QDateTime now = utc("2026-11-26T10:00:00");
    QCOMPARE(businessTimeAgo(*calendar, 0ms, now), now);
}

void TestBusinessCalendar::goesOnExactly()
{
    QFETCH(QString, hours);
    QFETCH(QString, zone);
    auto calendar = businessCalendarFromText(hours, zone);
    QVERIFY(calendar);
    calendar->holidays = {QDate(2026, 3, 30), QDate(2026, 10, 26)};
    calendar->yearlyHolidays = {{.month = 1, .day = 1}, {.month = 2, .day = 29}};
    QRandomGenerator random(1042);
    for (int i = 0; i < 50; ++i) {
        const QDateTime from = utc("2026-01-01T00:00:00").addSecs(random.bounded(366 * 24 * 3600));
        const std::chrono::milliseconds time{1 + random.bounded(80 * 3600 * 1000)};
        const QDateTime later = businessTimeLater(*calendar, time, from);
        QCOMPARE(businessTime(*calendar, from, later).count(), time.count());
        QVERIFY(businessTime(*calendar, from, later.addMSecs(-1)) < time);
    }
    const QDateTime from = utc("2026-11-26T10:00:00");
    QCOMPARE(businessTimeLater(*calendar, 0ms, from), from);
}

void TestBusinessCalendar::knowsHolidaysAndSplitDays()
{
    auto calendar = businessCalendarFromText(u"Mon-Fri 09:00-12:30"_s, u"Europe/Berlin"_s);
    QVERIFY(calendar);
    for (size_t day = 0; day < 4; ++day) // not on Friday
        calendar->week[day].append({.opens = 13h + 30min, .closes = 17h});
    // A Monday, and the first of January of every year, one of which is named twice.
    calendar->holidays = {QDate(2026, 1, 1), QDate(2026, 4, 6)};
    calendar->yearlyHolidays = {{.month = 1, .day = 1}, {.month = 2, .day = 29}};

    const auto hours = [&](const char *from, const char *to) {
        return businessTime(*calendar, utc(from), utc(to));
    };
    QCOMPARE(hours("2026-11-26T08:00:00", "2026-11-26T12:00:00").count(),
             std::chrono::milliseconds(3h + 30min).count());
    QCOMPARE(hours("2026-11-23T00:00:00", "2026-11-30T00:00:00").count(),
             std::chrono::milliseconds(4 * 7h + 3h + 30min).count());
    QCOMPARE(hours("2026-04-06T00:00:00", "2026-04-07T00:00:00").count(), 0);
    QCOMPARE(hours("2026-04-06T08:00:00", "2026-04-06T09:00:00").count(), 0);
    QCOMPARE(hours("2025-12-31T23:00:00", "2026-01-01T23:00:00").count(), 0);
    QCOMPARE(hours("2026-12-31T23:00:00", "2027-01-01T23:00:00").count(), 0);
    // Leap days: a Thursday in 2024.
    QCOMPARE(hours("2024-02-28T23:00:00", "2024-02-29T23:00:00").count(), 0);
    // Over the lunch and the holiday.
    QCOMPARE(businessTimeLater(*calendar, 1h, utc("2026-11-26T11:00:00")),
             utc("2026-11-26T13:00:00"));
    QCOMPARE(businessTimeLater(*calendar, 4h, utc("2026-04-03T07:00:00")),
             utc("2026-04-07T07:30:00"));
    QRandomGenerator random(1042);
    for (int i = 0; i < 30; ++i) {
        const QDateTime from = utc("2026-03-20T00:00:00").addSecs(60 * random.bounded(24 * 600));
        const QDateTime to = from.addSecs(60 * random.bounded(12 * 24 * 60));
        QCOMPARE(businessTime(*calendar, from, to).count(),
                 std::chrono::milliseconds(countMinutes(*calendar, from, to)).count());
    }
}

void TestBusinessCalendar::givesUpAfterACentury()
{
    auto calendar = businessCalendarFromText(u"Mon 09:00-09:01"_s, u"Europe/Berlin"_s);
    QVERIFY(calendar);
    const QDateTime from = utc("2026-11-26T10:00:00");
    QCOMPARE(businessTimeLater(*calendar, 60min, from).date().year(), 2028);
    QVERIFY(!businessTimeLater(*calendar, 24h * 365, from).isValid());
}

void TestBusinessCalendar::hasNoPastWithoutDays()
{
    BusinessCalendar never;
    never.week = {};
    const QDateTime now = utc("2026-11-26T10:00:00");
    QVERIFY(!businessTimeAgo(never, 1h, now).isValid());
    QVERIFY(!businessTimeLater(never, 1h, now).isValid());
    QCOMPARE(businessTime(never, now.addYears(-1), now).count(), 0);
}

QTEST_GUILESS_MAIN(TestBusinessCalendar)
#include "tst_businesscalendar.moc"
