// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/activity/activityentry.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

class ActivityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entryRoundTrip();
    void filterRoundTrip();
    void filterRefused();
};

void ActivityTest::entryRoundTrip()
{
    const ActivityEntry entry{.id = ActivityId(1),
                              .at = QDateTime(QDate(2026, 11, 21), QTime(9, 30), Qt::UTC),
                              .actorId = AccountId(8),
                              .actorName = u"John"_s,
                              .action = u"ticket.update"_s,
                              .entity = u"ticket"_s,
                              .entityId = AnyEntityId(12),
                              .ticketId = TicketId(12),
                              .deskId = DeskId(1),
                              .oldValue = object(R"({"title":"a"})"),
                              .newValue = object(R"({"title":"b"})"),
                              .peer = u"127.0.0.1"_s,
                              .requestId = u"r-1"_s};
    QCOMPARE(fromJson<ActivityEntry>(toJson(entry)).value(), entry);

    ActivityEntry system = entry;
    system.actorId = {};
    system.ticketId = {};
    system.oldValue = QJsonValue::Null;
    QVERIFY(toJson(system).value("actorId"_L1).isNull());
    QCOMPARE(fromJson<ActivityEntry>(toJson(system)).value(), system);
}

void ActivityTest::filterRoundTrip()
{
    const QDateTime time(QDate(2026, 11, 21), QTime(9, 30), Qt::UTC);
    const ActivityFilter filter{.actor = {.me = true, .ids = {AccountId(2)}},
                                .actions = {u"ticket.create"_s, u"session.sign_in"_s},
                                .entities = {u"ticket"_s},
                                .tickets = {TicketId(5)},
                                .desks = {DeskId(2)},
                                .after = time,
                                .before = time.addDays(1),
                                .search = u"jane"_s,
                                .page = {.page = 3, .pageSize = 100}};
    const auto readBack
            = parseQuery(formatQuery(toQuery(filter))).and_then(fromQuery<ActivityFilter>);
    QVERIFY2(readBack, qPrintable(faultsOf(readBack).join(u' ')));
    QCOMPARE(*readBack, filter);
    QVERIFY(toQuery(ActivityFilter{}).isEmpty());
}

void ActivityTest::filterRefused()
{
    QCOMPARE(faultsOf(parseQuery("actor=x&after=y&who=z").and_then(fromQuery<ActivityFilter>)),
             QStringList({u"actor:invalid"_s, u"after:invalid"_s, u"who:unknown_field"_s}));
}

QTEST_APPLESS_MAIN(ActivityTest)
#include "tst_activity.moc"
