// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/notifications/notification.h"
#include "common/notifications/notificationsettings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;

class TestNotificationSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quiet_data();
    void quiet();
    void roundTrips();
    void whatIsOnTheDesktopIsInTheList();
};

void TestNotificationSettings::quiet_data()
{
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::addColumn<QString>("now");
    QTest::addColumn<bool>("quiet");
    const QTime ten(22, 0);
    const QTime six(6, 0);
    // Berlin is an hour ahead of UTC in November, two in July.
    QTest::newRow("before") << ten << six << u"2026-11-21T20:59:59.999Z"_s << false;
    QTest::newRow("from then on") << ten << six << u"2026-11-21T21:00:00.000Z"_s << true;
    QTest::newRow("past midnight") << ten << six << u"2026-11-21T23:30:00.000Z"_s << true;
    QTest::newRow("until then") << ten << six << u"2026-11-22T05:00:00.000Z"_s << false;
    QTest::newRow("in summer") << ten << six << u"2026-07-21T20:00:00.000Z"_s << true;
    QTest::newRow("within a day") << six << ten << u"2026-11-21T11:00:00.000Z"_s << true;
    QTest::newRow("at night") << six << ten << u"2026-11-21T22:00:00.000Z"_s << false;
    QTest::newRow("never") << six << six << u"2026-11-21T05:00:00.000Z"_s << false;
}

void TestNotificationSettings::quiet()
{
    QFETCH(QTime, from);
    QFETCH(QTime, to);
    QFETCH(QString, now);
    QFETCH(bool, quiet);
    NotificationSettings settings{.quietHours = {.enabled = true, .from = from, .to = to}};
    const QTimeZone zone("Europe/Berlin");
    const QDateTime moment = *timeFromWire(now);
    QCOMPARE(settings.isQuiet(moment, zone), quiet);
    settings.quietHours.enabled = false;
    QVERIFY(!settings.isQuiet(moment, zone));
    settings.quietUntil = moment.addSecs(1);
    QVERIFY(settings.isQuiet(moment, zone));
    QVERIFY(!settings.isQuiet(moment.addSecs(1), zone));
}

void TestNotificationSettings::roundTrips()
{
    const NotificationSettings settings{
            .choices = {{.kind = NotificationKind::Noted, .inApp = true, .onDesktop = false}},
            .quietHours = {.enabled = true, .from = QTime(22, 15), .to = QTime(6, 0)},
            .quietUntil = *timeFromWire(u"2026-11-21T20:00:00.000Z"_s)};
    QCOMPARE(fromJson<NotificationSettings>(toJson(settings)).value(), settings);
    const Notification notification{
            .id = NotificationId(4),
            .kind = NotificationKind::Mentioned,
            .ticket = {.id = TicketId(7), .number = u"HD-1"_s, .title = u"No light"_s},
            .actor = PersonRef{.id = AccountId(2), .displayName = u"Jane"_s},
            .entryId = TimelineEntryId(9),
            .excerpt = u"Look"_s,
            .createdAt = settings.quietUntil};
    QCOMPARE(fromJson<Notification>(toJson(notification)).value(), notification);
    // What was not chosen is as the table says.
    QVERIFY(settings.choice(NotificationKind::Mentioned).onDesktop);
    QVERIFY(!settings.choice(NotificationKind::Changed).onDesktop);
}

void TestNotificationSettings::whatIsOnTheDesktopIsInTheList()
{
    for (const NotificationRow &row : WireEnum<NotificationKind>::names)
        QVERIFY2(row.inApp || !row.onDesktop, row.name.data());
}

QTEST_GUILESS_MAIN(TestNotificationSettings)
#include "tst_notificationsettings.moc"
