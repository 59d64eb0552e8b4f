// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/builtinroles.h"
#include "common/access/permission.h"
#include "common/access/ticketactions.h"
#include "common/access/ticketgrant.h"
#include "common/accounts/account.h"
#include "common/approvals/approvalrequests.h"
#include "common/canned/cannedreply.h"
#include "common/canned/cannedvariable.h"
#include "common/events/event.h"
#include "common/serverinfo/serverinfo.h"
#include "common/tickets/priority.h"
#include "common/tickets/statuscategory.h"
#include "common/tickets/ticketfilter.h"
#include "common/tickets/visibility.h"
#include "common/timeline/timelineentry.h"
#include "common/triggers/tickettrigger.h"
#include "common/workflows/workflowdefinition.h"

#include <QTest>

using namespace Deskbell;
using namespace Qt::StringLiterals;

/// Every enum that goes over the wire, in both directions.
class EnumTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void unknownNamesAreNothing_data();
    void unknownNamesAreNothing();
};

namespace {

/// One enum made comparable with all others.
struct Table
{
    QList<int> values;
    QStringList names;
    QList<int> readBack;
};

template <class E>
Table table()
{
    Table result;
    for (const auto &row : WireEnum<E>::names) {
        const QString name = toWire(row.value);
        result.values.append(int(row.value));
        result.names.append(name);
        const auto value = fromWire<E>(name);
        result.readBack.append(value ? int(*value) : -1);
    }
    return result;
}

} // namespace

Q_DECLARE_METATYPE(Table)

void EnumTableTest::roundTrip_data()
{
    QTest::addColumn<Table>("table");
    QTest::addColumn<int>("enumerators");

    QTest::newRow("AccountStatus") << table<AccountStatus>() << 4;
    QTest::newRow("ApprovalDecision") << table<ApprovalDecision>() << 2;
    QTest::newRow("ApprovalMode") << table<ApprovalMode>() << 3;
    QTest::newRow("ApprovalState") << table<ApprovalState>() << 6;
    QTest::newRow("ApprovalStuck") << table<ApprovalStuck>() << 3;
    QTest::newRow("ApprovalTasks") << table<ApprovalTasks>() << 2;
    QTest::newRow("BuiltInRole") << table<BuiltInRole>() << 5;
    QTest::newRow("CannedScope") << table<CannedScope>() << 3;
    QTest::newRow("CannedVariable")
            << table<CannedVariable>() << int(CannedVariable::CategoryName) + 1;
    QTest::newRow("DeletedTickets") << table<DeletedTickets>() << 3;
    QTest::newRow("EffectKind") << table<EffectKind>() << 5;
    QTest::newRow("EventType") << table<EventType>() << int(EventType::Reset) + 1;
    QTest::newRow("Permission") << table<Permission>() << 39;
    QTest::newRow("Priority") << table<Priority>() << 4;
    QTest::newRow("RequirementKind") << table<RequirementKind>() << 5;
    QTest::newRow("SignInMethod") << table<SignInMethod>() << 1;
    QTest::newRow("SightReason") << table<SightReason>() << int(SightReason::GrantedRole) + 1;
    QTest::newRow("StatusCategory") << table<StatusCategory>() << 7;
    QTest::newRow("TicketAction") << table<TicketAction>() << int(TicketAction::Merge) + 1;
    QTest::newRow("TicketSort") << table<TicketSort>() << int(TicketSort::Relevance) + 1;
    QTest::newRow("TimelineEvent") << table<TimelineEvent>() << int(TimelineEvent::TimeSpent) + 1;
    QTest::newRow("TimelineKind") << table<TimelineKind>() << 3;
    QTest::newRow("Trigger") << table<Trigger>() << 6;
    QTest::newRow("TriggerActionKind")
            << table<TriggerActionKind>() << int(TriggerActionKind::Notify) + 1;
    QTest::newRow("TriggerMoment") << table<TriggerMoment>() << int(TriggerMoment::NoteAdded) + 1;
    QTest::newRow("TriggerOutcome") << table<TriggerOutcome>() << int(TriggerOutcome::Stopped) + 1;
    QTest::newRow("Visibility") << table<Visibility>() << 2;
}

void EnumTableTest::roundTrip()
{
    QFETCH(Table, table);
    QFETCH(int, enumerators);

    QCOMPARE(table.readBack, table.values);
    QCOMPARE(table.values.size(), enumerators);
    for (int value = 0; value < enumerators; ++value)
        QVERIFY2(table.values.contains(value), "an enumerator is not in its table");
    QStringList unique = table.names;
    QCOMPARE(unique.removeDuplicates(), 0);
    QVERIFY(!table.names.contains(QString()));
}

void EnumTableTest::unknownNamesAreNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("other case") << u"Low"_s;
    QTest::newRow("space behind") << u"low "_s;
    QTest::newRow("longer") << u"lower"_s;
    QTest::newRow("NUL behind") << u"low"_s + QChar::Null;
}

void EnumTableTest::unknownNamesAreNothing()
{
    QFETCH(QString, name);
    QVERIFY(!fromWire<Priority>(name));
}

QTEST_APPLESS_MAIN(EnumTableTest)
#include "tst_enumtable.moc"
