// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/presets.h"
#include "server/jobs/waitingsteps.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;

/// Step workflows: whose turn it is, and how a ticket goes from one step to the next (system E1).
class TestSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesThroughTheSteps();
    void stepsWantANote();
    void turnsAreExactUnderManyWriters();
    void passesOverWhoIsAway();
    void saysWhyNobodyAndTakesWhoComes();
    void waitsForARoleThatNobodyHolds();
    void takesEachOnceOnSeveralServers();
    void escalatesOncePerRole();
    void escalationIsForTheAssigneeAndThoseWhoTransfer();
    void isEscalatedThoughNobodyIsThere();
    void handingOverIsATurn();
    void otherWorkflowsHaveNoSteps();
    void transitionsAssignAndSetFields();
};

namespace {

int assignWaiting(TicketHarness &api)
{
    const auto assigned = assignWaitingSteps(api.database.connection(), api.environment());
    if (!assigned)
        qFatal("failed: %s", qPrintable(assigned.error().detail));
    return *assigned;
}

Person holder(TicketHarness &api, const Ticket &ticket)
{
    for (const Person &person : {api.alex, api.emily, api.lead}) {
        if (ticket.assignee && ticket.assignee->id == person.id)
            return person;
    }
    qFatal("none of the three has it");
}

Ticket pass(TicketHarness &api, TicketId ticket, const QString &to)
{
    const Ticket before = api.look(api.admin, ticket);
    const Answer answer = api.setStatus(holder(api, before), ticket, to,
                                        {{u"comment"_s, u"Done: "_s + before.status}});
    if (answer.status != 200)
        qFatal("not passed on: %s", answer.body.constData());
    return api.look(api.admin, ticket);
}

QStringList shown(const Ticket &ticket)
{
    QStringList lines;
    for (const TicketStep &step : ticket.details->steps) {
        lines.append(u"%1 %2 %3 %4"_s.arg(step.status, toWire(step.state),
                                          step.person    ? step.person->displayName
                                          : step.waiting ? QString(toWire(*step.waiting))
                                                         : u"-"_s,
                                          toWire(step.origin)));
    }
    return lines;
}

void setAway(TicketHarness &api, const Person &person, const QDateTime &until)
{
    const Answer answer = api.patch("/me", person, {{u"awayUntil"_s, timeToJson(until)}});
    if (answer.status != 200)
        qFatal("not away: %s", answer.body.constData());
}

QByteArray eventsOf(TicketId ticket)
{
    return TicketHarness::path(ticket, "/timeline?kind=event&pageSize=100");
}

} // namespace

void TestSteps::goesThroughTheSteps()
{
    TicketHarness api(u"steps"_s);
    const TicketId id = api.makeTicket(api.jane).id;
    QCOMPARE(shown(api.look(api.jane, id)),
             (QStringList{u"intake current Alex entered"_s, u"assessment coming - entered"_s,
                          u"procurement coming - entered"_s, u"delivery coming - entered"_s}));

    // Only who has it passes it on.
    const QJsonObject note{{u"comment"_s, u"It is complete."_s}};
    for (const Person &other : {api.emily, api.lead, api.jane, api.observer}) {
        const Answer refused = api.setStatus(other, id, u"assessment"_s, note);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.key(), "workflow.not_permitted"_ba);
    }
    QCOMPARE(api.setStatus(api.alex, id, u"delivery"_s, note).status, 409);

    QCOMPARE(pass(api, id, u"assessment"_s).assignee->id, api.lead.id);
    QCOMPARE(pass(api, id, u"procurement"_s).assignee->id, api.emily.id); // alex had his turn
    QCOMPARE(pass(api, id, u"delivery"_s).assignee->id, api.alex.id);
    const Ticket done = pass(api, id, u"completed"_s);
    QCOMPARE(done.statusCategory, StatusCategory::Closed);
    QCOMPARE(shown(done),
             (QStringList{u"intake done Alex entered"_s, u"assessment done Lea entered"_s,
                          u"procurement done Emily entered"_s, u"delivery done Alex entered"_s}));
    for (const TicketStep &step : done.details->steps) {
        QCOMPARE(step.note, u"Done: "_s + step.status);
        QVERIFY(!step.instructions.isEmpty());
        QVERIFY(step.startedAt.isValid() && step.endedAt.isValid());
    }
}

void TestSteps::stepsWantANote()
{
    TicketHarness api(u"steps"_s);
    const Ticket ticket = api.look(api.alex, api.makeTicket(api.jane).id);
    for (const AllowedTransition &transition : ticket.details->allowedTransitions) {
        QVERIFY(transition.needs(RequirementKind::Comment)
                || transition.needs(RequirementKind::Reason));
    }
    const Answer silent = api.setStatus(api.alex, ticket.id, u"assessment"_s);
    QCOMPARE(silent.status, 422);
    QCOMPARE(silent.faults(), QStringList{u"comment:required"_s});
    QCOMPARE(api.look(api.alex, ticket.id).status, u"intake"_s);
}

void TestSteps::turnsAreExactUnderManyWriters()
{
    TicketHarness api(u"steps"_s);
    for (const QString &name : {u"third"_s, u"fourth"_s})
        api.addPerson(name, BuiltInRole::Agent, api.desk);
    constexpr int writers = 16;
    constexpr int each = 10; // 160 turns of four people
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&] {
            for (int i = 0; i < each; ++i) {
                const Answer answer
                        = api.post("/tickets", api.jane,
                                   {{u"title"_s, u"One of many"_s}, {u"description"_s, u"x"_s}});
                if (answer.status != 201)
                    ++refused;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(refused.load(), 0);
    QCOMPARE(api.value(u"SELECT string_agg(n::text, ' ') FROM (SELECT count(*) AS n"
                       " FROM ticket.ticket GROUP BY assignee_id) turns"_s),
             u"40 40 40 40"_s);
    // One turn after the other: in the order of the turns nobody comes again before all others
    // have.
    QCOMPARE(api.value(u"SELECT count(*) FROM (SELECT account_id, lead(account_id, 4) OVER (ORDER "
                       u"BY id)"
                       " AS later FROM ticket.ticket_step) turns WHERE later <> account_id"_s),
             u"0"_s);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.ticket_step"_s), u"160"_s);
}

void TestSteps::passesOverWhoIsAway()
{
    TicketHarness api(u"steps"_s);
    setAway(api, api.alex, api.clock.now().addDays(3));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(api.makeTicket(api.jane).assignee->id, api.emily.id);
    api.clock.advance(72h);
    QCOMPARE(api.makeTicket({.id = api.jane.id,
                             .session = api.jane.session,
                             .username = api.jane.username,
                             .token = api.token(api.jane)})
                     .assignee->id,
             api.alex.id);
}

void TestSteps::saysWhyNobodyAndTakesWhoComes()
{
    TicketHarness api(u"steps"_s);
    for (const Person &agent : {api.alex, api.emily})
        setAway(api, agent, api.clock.now().addDays(3));
    const TicketId id = api.makeTicket(api.jane).id;
    const Ticket waiting = api.look(api.lead, id);
    QVERIFY(!waiting.assignee);
    QCOMPARE(shown(waiting).first(), u"intake current all_away entered"_s);
    const auto events = decoded<Page<TimelineEntry>>(api.get(eventsOf(id), api.lead));
    QCOMPARE(events.data.last().event, TimelineEvent::NobodyChosen);
    QCOMPARE(events.data.last().details["waiting"_L1].toString(), u"all_away"_s);
    QVERIFY(!events.data.last().author);
    QCOMPARE(assignWaiting(api), 0);

    setAway(api, api.emily, {});
    QCOMPARE(assignWaiting(api), 1);
    const Ticket taken = api.look(api.lead, id);
    QCOMPARE(taken.assignee->id, api.emily.id);
    QCOMPARE(shown(taken).first(), u"intake current Emily entered"_s);
    QCOMPARE(assignWaiting(api), 0);
    QVERIFY(api.events(id, u"ticket.updated"_s) > 0);
}

void TestSteps::waitsForARoleThatNobodyHolds()
{
    TicketHarness api(u"steps"_s);
    api.database.execute(u"UPDATE ticket.account SET status = 'blocked' WHERE id IN (%1, %2)"_s
                                 .arg(api.alex.id.value())
                                 .arg(api.emily.id.value()));
    const TicketId id = api.makeTicket(api.jane).id;
    QCOMPARE(shown(api.look(api.lead, id)).first(), u"intake current no_holders entered"_s);
    const Person newcomer = api.addPerson(u"newcomer"_s, BuiltInRole::Agent, api.desk);
    QCOMPARE(assignWaiting(api), 1);
    QCOMPARE(api.look(api.lead, id).assignee->id, newcomer.id);
}

void TestSteps::takesEachOnceOnSeveralServers()
{
    TicketHarness api(u"steps"_s);
    for (const Person &agent : {api.alex, api.emily})
        setAway(api, agent, api.clock.now().addDays(3));
    for (int i = 0; i < 20; ++i)
        api.makeTicket(api.jane);
    for (const Person &agent : {api.alex, api.emily})
        setAway(api, agent, {});
    std::atomic<int> assigned = 0;
    std::vector<std::thread> servers;
    for (int i = 0; i < 4; ++i) {
        servers.emplace_back([&] {
            Db::Connection db(api.database.settings());
            assigned += assignWaitingSteps(db, api.environment()).value_or(-1000);
        });
    }
    for (std::thread &server : servers)
        server.join();
    QCOMPARE(assigned.load(), 20);
    QCOMPARE(api.value(u"SELECT string_agg(n::text, ' ') FROM (SELECT count(*) AS n"
                       " FROM ticket.ticket GROUP BY assignee_id) turns"_s),
             u"10 10"_s);
}

void TestSteps::escalatesOncePerRole()
{
    TicketHarness api(u"steps"_s);
    const QDateTime due = api.clock.now().addDays(2);
    const TicketId id = api.makeTicket(api.jane).id;
    QCOMPARE(api.patch(TicketHarness::path(id), api.alex, {{u"dueAt"_s, timeToJson(due)}}).status,
             200);
    QVERIFY(api.look(api.alex, id).details->allowedActions.contains(TicketAction::Escalate));

    const Answer silent = api.post(TicketHarness::path(id, "/escalate"), api.alex, {});
    QCOMPARE(silent.status, 422);
    QCOMPARE(silent.faults(), QStringList{u"reason:required"_s});
    const QJsonObject reason{{u"reason"_s, u"The supplier does not answer."_s}};
    QCOMPARE(api.post(TicketHarness::path(id, "/escalate"), api.alex, reason).status, 200);
    const Ticket escalated = api.look(api.lead, id);
    QCOMPARE(escalated.assignee->id, api.lead.id);
    QCOMPARE(escalated.dueAt, due);
    QCOMPARE(shown(escalated).mid(0, 2),
             (QStringList{u"intake done Alex entered"_s, u"intake current Lea escalated"_s}));
    QCOMPARE(escalated.details->steps.first().note, u"The supplier does not answer."_s);
    QVERIFY(!escalated.details->allowedActions.contains(TicketAction::Escalate));
    const auto events = decoded<Page<TimelineEntry>>(api.get(eventsOf(id), api.lead));
    QCOMPARE(events.data.last().event, TimelineEvent::Escalation);
    QCOMPARE(events.data.last().author->id, api.alex.id);

    const Answer again = api.post(TicketHarness::path(id, "/escalate"), api.lead, reason);
    QCOMPARE(again.status, 409);
    QCOMPARE(again.key(), "step.already_escalated"_ba);
    // Nor later, in another step: once per role.
    pass(api, id, u"assessment"_s);
    const Answer nowhere = api.post(TicketHarness::path(id, "/escalate"), api.lead, reason);
    QCOMPARE(nowhere.status, 409);
    QCOMPARE(nowhere.key(), "step.no_escalation"_ba);
    const Ticket procured = pass(api, id, u"procurement"_s);
    QCOMPARE(api.post(TicketHarness::path(id, "/escalate"), holder(api, procured), reason).key(),
             "step.already_escalated"_ba);
}

void TestSteps::escalationIsForTheAssigneeAndThoseWhoTransfer()
{
    TicketHarness api(u"steps"_s);
    const TicketId id = api.makeTicket(api.jane).id;
    const QJsonObject reason{{u"reason"_s, u"Because"_s}};
    for (const Person &other : {api.jane, api.observer}) {
        const Answer refused = api.post(TicketHarness::path(id, "/escalate"), other, reason);
        QCOMPARE(refused.status, 403);
        QVERIFY(!api.look(other, id).details->allowedActions.contains(TicketAction::Escalate));
    }
    QCOMPARE(api.post(TicketHarness::path(id, "/escalate"), api.mike, reason).status, 404);
    QCOMPARE(api.post(TicketHarness::path(id, "/escalate"), api.emily, reason).status, 200);
}

void TestSteps::isEscalatedThoughNobodyIsThere()
{
    TicketHarness api(u"steps"_s);
    setAway(api, api.lead, api.clock.now().addDays(3));
    const TicketId id = api.makeTicket(api.jane).id;
    const QJsonObject reason{{u"reason"_s, u"Because"_s}};
    QCOMPARE(api.post(TicketHarness::path(id, "/escalate"), api.alex, reason).status, 200);
    const Ticket waiting = api.look(api.emily, id);
    QVERIFY(!waiting.assignee);
    QCOMPARE(shown(waiting).value(1), u"intake current all_away escalated"_s);
    setAway(api, api.lead, {});
    QCOMPARE(assignWaiting(api), 1);
    QCOMPARE(shown(api.look(api.emily, id)).value(1), u"intake current Lea escalated"_s);
}

void TestSteps::handingOverIsATurn()
{
    TicketHarness api(u"steps"_s);
    const TicketId id = api.makeTicket(api.jane).id;
    QCOMPARE(api.post(TicketHarness::path(id, "/transfer"), api.alex,
                      {{u"assignedTo"_s, api.emily.id.value()}, {u"reason"_s, u"On holiday"_s}})
                     .status,
             200);
    const Ticket handed = api.look(api.lead, id);
    QCOMPARE(shown(handed).mid(0, 2),
             (QStringList{u"intake done Alex entered"_s, u"intake current Emily transferred"_s}));
    QCOMPARE(handed.details->steps.first().note, u"On holiday"_s);
    QCOMPARE(api.post(TicketHarness::path(id, "/assign"), api.emily,
                      {{u"assignedTo"_s, QJsonValue::Null}})
                     .status,
             200);
    QCOMPARE(shown(api.look(api.lead, id)).value(2), u"intake current released transferred"_s);
    QCOMPARE(assignWaiting(api), 0); // let go of on purpose
    QCOMPARE(api.post(TicketHarness::path(id, "/assign"), api.alex, {{u"assignedTo"_s, u"me"_s}})
                     .status,
             200);
    QCOMPARE(shown(api.look(api.lead, id)).value(2), u"intake current Alex transferred"_s);
}

void TestSteps::otherWorkflowsHaveNoSteps()
{
    TicketHarness api;
    const TicketId id = api.makeTicket(api.jane).id;
    QVERIFY(api.look(api.alex, id).details->steps.isEmpty());
    QVERIFY(!api.get(TicketHarness::path(id), api.alex).json.contains("steps"_L1));
    const Answer refused = api.post(TicketHarness::path(id, "/escalate"), api.alex,
                                    {{u"reason"_s, u"Because"_s}});
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.key(), "step.no_escalation"_ba);
}

void TestSteps::transitionsAssignAndSetFields()
{
    TicketHarness api(u"basic"_s);
    QJsonObject definition = toJson(*workflowPreset(u"basic"));
    QJsonArray transitions = definition["transitions"_L1].toArray();
    const auto cause = [&](const QString &from, const QString &to, const QJsonArray &effects) {
        for (QJsonValueRef value : transitions) {
            QJsonObject transition = value.toObject();
            if (transition["from"_L1] != from || transition["to"_L1] != to)
                continue;
            transition[u"effects"_s] = effects;
            value = transition;
        }
    };
    cause(u"open"_s, u"in_progress"_s,
          {QJsonObject{{u"do"_s, u"assign"_s}, {u"target"_s, u"lead"_s}},
           QJsonObject{{u"do"_s, u"set_field"_s},
                       {u"target"_s, u"priority"_s},
                       {u"value"_s, u"urgent"_s}}});
    cause(u"in_progress"_s, u"open"_s,
          {QJsonObject{{u"do"_s, u"assign"_s}, {u"target"_s, u"nobody"_s}}});
    definition[u"transitions"_s] = transitions;
    const QString id = api.value(u"SELECT id FROM ticket.workflow WHERE key = 'basic'"_s);
    const auto save = [&](const QJsonObject &wanted) {
        return api.patch("/workflows/" + id.toUtf8(), api.admin, {{u"definition"_s, wanted}});
    };
    QCOMPARE(save(definition).status, 200);
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(api.setStatus(api.alex, ticket, u"in_progress"_s).status, 200);
    QCOMPARE(api.look(api.alex, ticket).assignee->id, api.lead.id);
    QCOMPARE(api.look(api.alex, ticket).priority, Priority::Urgent);
    QCOMPARE(api.setStatus(api.alex, ticket, u"open"_s).status, 200);
    QVERIFY(!api.look(api.alex, ticket).assignee);

    // What could not be done is refused when it is written.
    cause(u"open"_s, u"resolved"_s,
          {QJsonObject{{u"do"_s, u"assign"_s}, {u"target"_s, u"wizard"_s}},
           QJsonObject{{u"do"_s, u"set_field"_s}, {u"target"_s, u"mood"_s}},
           QJsonObject{{u"do"_s, u"set_field"_s},
                       {u"target"_s, u"priority"_s},
                       {u"value"_s, u"huge"_s}}});
    definition[u"transitions"_s] = transitions;
    const Answer refused = save(definition);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.faults().size(), 3);
}

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_steps.moc"
