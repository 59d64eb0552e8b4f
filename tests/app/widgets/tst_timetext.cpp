// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/timetext.h"

#include <QLocale>
#include <QTest>

using namespace Deskbell::App;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTimeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void age_data();
    void age();
    void distance_data();
    void distance();
    void duration_data();
    void duration();
    void moment_data();
    void moment();
    void days();
    void sizes();

private:
    const QDateTime now{QDate(2026, 11, 21), QTime(9, 30), Qt::UTC};
};

void TestTimeText::age_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("just now") << qint64(0) << u"now"_s;
    QTest::newRow("59 s") << qint64(59) << u"now"_s;
    QTest::newRow("1 min") << qint64(60) << u"1 min"_s;
    QTest::newRow("59 min") << qint64(3599) << u"59 min"_s;
    QTest::newRow("1 h") << qint64(3600) << u"1 h"_s;
    QTest::newRow("23 h") << qint64(86399) << u"23 h"_s;
    QTest::newRow("1 d") << qint64(86400) << u"1 d"_s;
    QTest::newRow("13 d") << qint64(13 * 86400) << u"13 d"_s;
    QTest::newRow("2 wk") << qint64(14 * 86400) << u"2 wk"_s;
    QTest::newRow("this year") << qint64(100 * 86400) << u"Aug 13"_s;
    QTest::newRow("another year") << qint64(400 * 86400) << u"17/10/2025"_s;
    QTest::newRow("clock of the server ahead") << qint64(-5) << u"now"_s;
}

void TestTimeText::age()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(TimeText::age(now.addSecs(-seconds), now), text);
}

void TestTimeText::distance_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("soon") << qint64(30) << u"now"_s;
    QTest::newRow("in minutes") << qint64(26 * 60) << u"in 26 min"_s;
    QTest::newRow("in hours") << qint64(3 * 3600 + 5) << u"in 3 h"_s;
    QTest::newRow("ago") << qint64(-12 * 60) << u"12 min ago"_s;
    QTest::newRow("long ago") << qint64(-400 * 86400) << u"57 wk ago"_s;
}

void TestTimeText::distance()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(TimeText::distance(now.addSecs(seconds), now), text);
}

void TestTimeText::duration_data()
{
    QTest::addColumn<std::chrono::milliseconds>("length");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << std::chrono::milliseconds(0) << u"0 min"_s;
    QTest::newRow("negative") << std::chrono::milliseconds(-5) << u"0 min"_s;
    QTest::newRow("minutes") << std::chrono::milliseconds(40min) << u"40 min"_s;
    QTest::newRow("hours and minutes") << std::chrono::milliseconds(1h + 5min) << u"1 h 05"_s;
    QTest::newRow("hours") << std::chrono::milliseconds(8h) << u"8 h"_s;
    QTest::newRow("days") << std::chrono::milliseconds(48h) << u"2 d"_s;
    QTest::newRow("days and hours") << std::chrono::milliseconds(52h + 3min) << u"2 d 4 h"_s;
}

void TestTimeText::duration()
{
    QFETCH(std::chrono::milliseconds, length);
    QFETCH(QString, text);
    QCOMPARE(TimeText::duration(length), text);
}

void TestTimeText::moment_data()
{
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QString>("text");
    const QDate day(2026, 11, 21);
    QTest::newRow("today") << QDateTime(day, {14, 30}, Qt::UTC) << u"14:30"_s;
    QTest::newRow("yesterday") << QDateTime(day.addDays(-1), {9, 12}, Qt::UTC)
                               << u"yesterday 09:12"_s;
    QTest::newRow("tomorrow") << QDateTime(day.addDays(1), {10, 15}, Qt::UTC)
                              << u"tomorrow 10:15"_s;
    QTest::newRow("this year") << QDateTime(QDate(2026, 3, 2), {8, 0}, Qt::UTC) << u"Mar 2 08:00"_s;
    QTest::newRow("another year") << QDateTime(QDate(2025, 3, 2), {8, 0}, Qt::UTC)
                                  << u"02/03/2025 08:00"_s;
}

void TestTimeText::moment()
{
    QFETCH(QDateTime, time);
    QFETCH(QString, text);
    QCOMPARE(TimeText::moment(time, now), text);
}

void TestTimeText::days()
{
    const QDate today(2026, 11, 21);
    QCOMPARE(TimeText::day(today, today), u"Today"_s);
    QCOMPARE(TimeText::day(today.addDays(-1), today), u"Yesterday"_s);
    QCOMPARE(TimeText::day(QDate(2026, 11, 13), today), u"Friday, 13 November 2026"_s);
}

void TestTimeText::sizes()
{
    QCOMPARE(TimeText::fileSize(0), u"0 bytes"_s);
    QCOMPARE(TimeText::fileSize(184'000), u"184 kB"_s);
    QCOMPARE(TimeText::fileSize(1'240'000), u"1.2 MB"_s);
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
