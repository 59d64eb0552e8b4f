// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/builtinroles.h"
#include "common/workflows/presets.h"
#include "common/workflows/workflowrules.h"
#include "tests/support/common/faults.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

/// The rules that the presets do not exercise: every requirement, every kind of taker, stamps,
/// triggers.
class WorkflowRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requirements_data();
    void requirements();
    void allRequirementsAreNamedAtOnce();
    void takers_data();
    void takers();
    void stamps_data();
    void stamps();
    void replies_data();
    void replies();
    void allowedTransitionJson();
    void waysOn_data();
    void waysOn();
};

namespace {

constexpr DeskId desk(1);
const QDateTime now(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);

WorkflowDefinition oneWay(const WorkflowTransition &rules)
{
    WorkflowDefinition definition{.key = u"w"_s, .label = u"W"_s};
    definition.statuses = {{.key = u"a"_s, .label = u"A"_s, .initial = true},
                           {.key = u"b"_s, .label = u"B"_s, .final = true}};
    WorkflowTransition transition = rules;
    transition.from = u"a"_s;
    transition.to = u"b"_s;
    transition.label = u"Go"_s;
    definition.transitions = {transition};
    return definition;
}

WorkflowActor agent()
{
    WorkflowActor actor{.desk = desk};
    actor.grants.addForDesk(desk, permissionsOf(BuiltInRole::Agent));
    return actor;
}

} // namespace

void WorkflowRulesTest::requirements_data()
{
    QTest::addColumn<QString>("requirement");
    QTest::addColumn<QString>("fault");
    QTest::newRow("reason") << u"reason"_s << u"reason:required"_s;
    QTest::newRow("comment") << u"comment"_s << u"comment:required"_s;
    QTest::newRow("assignee") << u"assignee"_s << u"assignedTo:required"_s;
    QTest::newRow("solution") << u"solution"_s << u"solution:required"_s;
    QTest::newRow("approval") << u"approval:purchase"_s << u"approval:required"_s;
}

void WorkflowRulesTest::requirements()
{
    QFETCH(QString, requirement);
    QFETCH(QString, fault);
    const auto parsed = requirementFromText(requirement);
    QVERIFY(parsed);
    QCOMPARE(toText(*parsed), requirement);
    const WorkflowDefinition definition = oneWay({.requirements = {*parsed}});

    const WorkflowState bare{.status = u"a"_s, .grantedApprovals = {u"travel"_s}};
    const auto refused = decideTransition(definition, bare, u"b"_s, agent(), {}, now);
    QCOMPARE(faultsOf(refused), QStringList{fault});
    QCOMPARE(refused.error().code, ErrorCode::Invalid);

    const WorkflowState full{.status = u"a"_s,
                             .hasAssignee = true,
                             .hasSolution = true,
                             .grantedApprovals = {u"purchase"_s}};
    QVERIFY(decideTransition(definition, full, u"b"_s, agent(),
                             {.reason = u"x"_s, .comment = u"y"_s}, now));

    // What is required is told with what is offered.
    const auto offered = allowedTransitions(definition, bare, agent(), now);
    QCOMPARE(offered.size(), 1);
    QVERIFY(offered.first().needs(parsed->kind));
}

void WorkflowRulesTest::allRequirementsAreNamedAtOnce()
{
    const WorkflowDefinition definition
            = oneWay({.requirements = {{.kind = RequirementKind::Reason},
                                       {.kind = RequirementKind::Assignee},
                                       {.kind = RequirementKind::Solution}}});
    const WorkflowState state{.status = u"a"_s, .hasAssignee = true};
    QCOMPARE(faultsOf(decideTransition(definition, state, u"b"_s, agent(), {}, now)),
             QStringList({u"reason:required"_s, u"solution:required"_s}));
}

void WorkflowRulesTest::takers_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("who");
    const auto rows = [](const char *name, TakerKind kind, const QString &only) {
        for (const QString &who : {u"nobody"_s, u"agent"_s, u"requester"_s, u"creator"_s,
                                   u"assignee"_s, u"approver"_s, u"merger"_s})
            QTest::addRow("%s: %s", name, qPrintable(who))
                    << int(kind) << (who == only ? who : u"!"_s + who);
    };
    rows("staff", TakerKind::Staff, u"agent"_s);
    rows("requester", TakerKind::Requester, u"requester"_s);
    rows("creator", TakerKind::Creator, u"creator"_s);
    rows("assignee", TakerKind::Assignee, u"assignee"_s);
    rows("approver", TakerKind::Approver, u"approver"_s);
    rows("ticket.merge", TakerKind::Permission, u"merger"_s);
}

void WorkflowRulesTest::takers()
{
    QFETCH(int, kind);
    QFETCH(QString, who);
    const bool expected = !who.startsWith(u'!');
    who.remove(u'!');
    WorkflowActor actor{.desk = desk};
    if (who == "agent"_L1)
        actor = agent();
    else if (who == "merger"_L1)
        actor.grants.addGlobal({Permission::TicketMerge});
    actor.relation = {.requester = who == "requester"_L1,
                      .creator = who == "creator"_L1,
                      .assignee = who == "assignee"_L1};
    actor.approver = who == "approver"_L1;

    const WorkflowDefinition definition = oneWay(
            {.allowed = {{.kind = TakerKind(kind), .permission = Permission::TicketMerge}}});
    const WorkflowState state{.status = u"a"_s};
    QCOMPARE(decideTransition(definition, state, u"b"_s, actor, {}, now).has_value(), expected);
    QCOMPARE(allowedTransitions(definition, state, actor, now).size(), expected ? 1 : 0);
}

void WorkflowRulesTest::stamps_data()
{
    QTest::addColumn<StatusCategory>("from");
    QTest::addColumn<StatusCategory>("to");
    QTest::addColumn<bool>("resolved");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<QString>(
            "expected"); // of resolvedAt, closedAt: "-" none, "old", "now"; then reopenings
    const auto open = StatusCategory::Open;
    const auto hold = StatusCategory::Hold;
    const auto resolved = StatusCategory::Resolved;
    const auto closed = StatusCategory::Closed;
    QTest::newRow("work goes on") << open << hold << false << false << u"- - 0"_s;
    QTest::newRow("resolved") << open << resolved << false << false << u"now - 0"_s;
    QTest::newRow("confirmed") << resolved << closed << true << false << u"old now 0"_s;
    QTest::newRow("closed at once") << open << closed << false << false << u"- now 0"_s;
    QTest::newRow("reopened from resolved") << resolved << open << true << false << u"- - 1"_s;
    QTest::newRow("reopened from closed") << closed << open << true << true << u"- - 1"_s;
    QTest::newRow("closed, then only resolved")
            << closed << resolved << true << true << u"now - 0"_s;
    QTest::newRow("from one resolved status to another")
            << resolved << resolved << true << false << u"old - 0"_s;
    QTest::newRow("from one closed status to another")
            << closed << closed << true << true << u"old old 0"_s;
}

void WorkflowRulesTest::stamps()
{
    QFETCH(StatusCategory, from);
    QFETCH(StatusCategory, to);
    QFETCH(bool, resolved);
    QFETCH(bool, closed);
    const QDateTime old = now.addDays(-3);
    const StatusStamps before{.resolvedAt = resolved ? old : QDateTime(),
                              .closedAt = closed ? old : QDateTime()};
    const StatusStamps after = stampsAfter(from, to, before, now);
    const auto word = [&old](const QDateTime &time) {
        return !time.isValid() ? u"-"_s : time == old ? u"old"_s : time == now ? u"now"_s : u"?"_s;
    };
    QTEST(word(after.resolvedAt) + u' ' + word(after.closedAt) + u' '
                  + QString::number(after.reopenCount),
          "expected");
}

void WorkflowRulesTest::replies_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<int>("trigger");
    QTest::newRow("requester") << u"requester"_s << int(Trigger::RequesterReplied);
    QTest::newRow("agent") << u"agent"_s << int(Trigger::StaffReplied);
    QTest::newRow("agent about their own request")
            << u"agent requester"_s << int(Trigger::RequesterReplied);
    QTest::newRow("creator on behalf of somebody") << u"creator"_s << -1;
    QTest::newRow("agent of another desk") << u"elsewhere"_s << -1;
}

void WorkflowRulesTest::replies()
{
    QFETCH(QString, who);
    QFETCH(int, trigger);
    Grants grants;
    if (who.contains("agent"_L1))
        grants.addForDesk(desk, permissionsOf(BuiltInRole::Agent));
    if (who.contains("elsewhere"_L1))
        grants.addForDesk(DeskId(2), permissionsOf(BuiltInRole::Agent));
    const TicketRelation relation{.requester = who.contains("requester"_L1),
                                  .creator = who.contains("creator"_L1)};
    const auto found = replyTrigger(grants, desk, relation);
    QCOMPARE(found ? int(*found) : -1, trigger);
}

void WorkflowRulesTest::allowedTransitionJson()
{
    const AllowedTransition transition{.to = u"b"_s,
                                       .label = u"Go"_s,
                                       .requirements = {{.kind = RequirementKind::Reason}},
                                       .toLabel = u"There"_s,
                                       .category = StatusCategory::Hold};
    QCOMPARE(
            toJson(transition),
            object(R"({"to":"b","toLabel":"There","category":"hold","label":"Go","requires":["reason"]})"));
    QCOMPARE(fromJson<AllowedTransition>(toJson(transition)).value(), transition);
}

void WorkflowRulesTest::waysOn_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("status");
    QTest::addColumn<WaysOn>("ways");
    const QList<Permission> change{Permission::TicketChangeStatus};
    const QList<Permission> close{Permission::TicketChangeStatus, Permission::TicketClose};
    const QList<Permission> reopen{Permission::TicketChangeStatus, Permission::TicketReopen};
    QTest::newRow("staff, the requester and a reply")
            << u"helpdesk"_s << u"new"_s
            << WaysOn{.always = true, .holders = {change, close, {Permission::TicketReply}}};
    QTest::newRow("time") << u"helpdesk"_s << u"resolved"_s
                          << WaysOn{.always = true, .holders = {close}};
    QTest::newRow("reopening") << u"helpdesk"_s << u"closed"_s
                               << WaysOn{.always = true, .holders = {reopen}};
    QTest::newRow("nobody") << u"helpdesk"_s << u"rejected"_s << WaysOn{};
    QTest::newRow("an approver") << u"approval"_s << u"waiting_approval"_s
                                 << WaysOn{.approver = true};
    QTest::newRow("the assignee") << u"approval"_s << u"in_progress"_s << WaysOn{.assignee = true};
}

void WorkflowRulesTest::waysOn()
{
    QFETCH(QString, key);
    QFETCH(QString, status);
    QFETCH(WaysOn, ways);
    QCOMPARE(Deskbell::waysOn(*workflowPreset(key), status), ways);
}

QTEST_APPLESS_MAIN(WorkflowRulesTest)
#include "tst_workflowrules.moc"
