// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/approvalharness.h"

#include <QTest>

#include <algorithm>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Tickets on their way through the steps of a template.
class TestApprovals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesStraightOnWithoutTemplate();
    void goesThroughItsSteps();
    void anyAndCount();
    void rejectionGoesBackToTheAuthor();
    void theTemplateOfTheTicketGoesFirst();
    void rolesAreResolvedWhenTheStepStarts();
    void nobodyApprovesTheirOwn();
    void unlessTheTemplateAllowsIt();
    void refusals();
    void stuckUntilReassigned();
    void stuckUntilReactivated();
    void aRoleThatNobodyHolds();
    void reassigningIsChecked();
    void aRestrictedTicketShowsItselfToItsApprovers();
    void concernedPeopleAreTold();
    void approvalCanBeRequired();
    void cancelEndsIt();
    void aKeyWithoutTemplateStopsTheTicket();
    void decidedTasks();
    void sixteenDecideAtOnce_data();
    void sixteenDecideAtOnce();
};

void TestApprovals::goesStraightOnWithoutTemplate()
{
    ApprovalHarness api;
    const TicketId ticket = api.submitted();
    QCOMPARE(api.look(api.jane, ticket).status, u"open"_s);
    QVERIFY(api.processes(api.jane, ticket).isEmpty());
    const QJsonObject entry = api.lastEntry(api.jane, ticket, u"status"_s);
    QVERIFY(entry["author"_L1].isNull());
    QCOMPARE(entry["details"_L1]["trigger"_L1].toString(), u"approvalGranted"_s);
    QCOMPARE(entry["details"_L1]["new"_L1].toString(), u"open"_s);
}

void TestApprovals::goesThroughItsSteps()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"Manager"_s, {api.bob}),
                   ApprovalHarness::step(u"Budget"_s, {api.carol, api.mike})});
    const TicketId ticket = api.submitted();
    QCOMPARE(api.look(api.jane, ticket).status, u"waiting_approval"_s);
    QCOMPARE(api.pending(api.bob), 1);
    QCOMPARE(api.pending(api.carol), 0);
    QVERIFY(api.process(api.bob, ticket).mayDecide);
    QVERIFY(!api.process(api.jane, ticket).mayDecide);
    // Who is not asked yet does not see it.
    QCOMPARE(api.get(TicketHarness::path(ticket), api.carol).status, 404);

    const Answer first = api.decide(api.bob, ticket, u"approve"_s, {{u"comment"_s, u"Fine"_s}});
    QCOMPARE(first.status, 200);
    const auto process = decoded<ApprovalProcess>(first);
    QCOMPARE(process.steps[0].state, ApprovalState::Approved);
    QCOMPARE(process.steps[0].approvers[0].comment, u"Fine"_s);
    QCOMPARE(process.steps[0].approvers[0].decidedBy->id, api.bob.id);
    QCOMPARE(process.steps[1].state, ApprovalState::Pending);
    QCOMPARE(api.pending(api.bob), 0);
    QCOMPARE(api.pending(api.carol), 1);
    QCOMPARE(api.pending(api.mike), 1);

    QCOMPARE(api.decide(api.mike, ticket).status, 200);
    QCOMPARE(api.look(api.jane, ticket).status, u"waiting_approval"_s);
    QCOMPARE(api.decide(api.carol, ticket).status, 200);
    const Ticket done = api.look(api.jane, ticket);
    QCOMPARE(done.status, u"open"_s);
    QCOMPARE(api.process(api.jane, ticket).state, ApprovalState::Approved);
    const QJsonObject entry = api.lastEntry(api.jane, ticket, u"status"_s);
    QVERIFY(entry["author"_L1].isNull());
    QCOMPARE(entry["details"_L1]["trigger"_L1].toString(), u"approvalGranted"_s);
    QCOMPARE(api.timeline(api.jane, ticket),
             (QStringList{u"created"_s, u"status"_s, u"approval_started"_s, u"approval_voted"_s,
                          u"approval_step_done"_s, u"approval_voted"_s, u"approval_voted"_s,
                          u"approval_step_done"_s, u"approval_ended"_s, u"status"_s}));
    // It is over.
    const Answer late = api.decide(api.bob, ticket);
    QCOMPARE(late.status, 409);
    QCOMPARE(late.key(), "approval.not_pending"_ba);
    // Whoever was asked sees it still.
    QCOMPARE(api.look(api.bob, ticket).id, ticket);
}

void TestApprovals::anyAndCount()
{
    ApprovalHarness api;
    const QList<Person> three{api.bob, api.carol, api.mike};
    api.prescribe(
            {ApprovalHarness::step(u"Any"_s, three, {{u"mode"_s, u"any"_s}}),
             ApprovalHarness::step(u"Two"_s, three, {{u"mode"_s, u"count"_s}, {u"count"_s, 2}})});
    const TicketId ticket = api.submitted();
    QCOMPARE(api.decide(api.carol, ticket).status, 200);
    QCOMPARE(api.process(api.jane, ticket).currentStep(), 1);
    QCOMPARE(api.decide(api.carol, ticket).status, 200);
    const Answer again = api.decide(api.carol, ticket);
    QCOMPARE(again.status, 403);
    QCOMPARE(again.key(), "approval.not_approver"_ba);
    QCOMPARE(api.pending(api.carol), 0);
    QCOMPARE(api.decide(api.bob, ticket).status, 200);
    QCOMPARE(api.look(api.jane, ticket).status, u"open"_s);
    QCOMPARE(api.pending(api.mike), 0);
}

void TestApprovals::rejectionGoesBackToTheAuthor()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"Manager"_s, {api.bob, api.carol})});
    const TicketId ticket = api.submitted();
    const Answer bare = api.decide(api.bob, ticket, u"reject"_s, {{u"comment"_s, u"No"_s}});
    QCOMPARE(bare.status, 422);
    QCOMPARE(bare.faults(), QStringList{u"reason:required"_s});
    QCOMPARE(api.decide(api.bob, ticket, u"reject"_s, {{u"reason"_s, u"Too dear"_s}}).status, 200);
    const Ticket rejected = api.look(api.jane, ticket);
    QCOMPARE(rejected.status, u"rejected"_s);
    QCOMPARE(rejected.statusReason, u"Too dear"_s);
    QCOMPARE(api.lastEntry(api.jane, ticket, u"status"_s)["details"_L1]["trigger"_L1].toString(),
             u"approvalRejected"_s);
    QCOMPARE(api.lastEntry(api.jane, ticket, u"approval_voted"_s)["details"_L1]["reason"_L1]
                     .toString(),
             u"Too dear"_s);
    QCOMPARE(api.pending(api.carol), 0);

    // Again, from the start; the old one stays.
    QCOMPARE(api.setStatus(api.jane, ticket, u"draft"_s).status, 200);
    QCOMPARE(api.setStatus(api.jane, ticket, u"waiting_approval"_s).status, 200);
    QCOMPARE(api.decide(api.bob, ticket).status, 200);
    QCOMPARE(api.decide(api.carol, ticket).status, 200);
    QCOMPARE(api.look(api.jane, ticket).status, u"open"_s);
    const auto processes = api.processes(api.jane, ticket);
    QCOMPARE(processes.size(), 2);
    QCOMPARE(processes[0].state, ApprovalState::Approved);
    QCOMPARE(processes[1].state, ApprovalState::Rejected);
}

void TestApprovals::theTemplateOfTheTicketGoesFirst()
{
    ApprovalHarness api;
    const auto own = api.prescribe({ApprovalHarness::step(u"Own"_s, {api.mike})});
    const auto ofCategory = api.prescribe({ApprovalHarness::step(u"Category"_s, {api.carol})});
    api.prescribe({ApprovalHarness::step(u"Desk"_s, {api.bob})});
    const Answer category = api.post("/categories", api.admin,
                                     {{u"name"_s, u"Purchase"_s},
                                      {u"desk"_s, api.desk.value()},
                                      {u"approvalTemplate"_s, ofCategory.value()}});
    QCOMPARE(category.status, 201);
    const QJsonObject purchase{{u"category"_s, category.json["id"_L1]}};
    QCOMPARE(api.process(api.jane, api.submitted()).steps[0].name, u"Desk"_s);
    QCOMPARE(api.process(api.jane, api.submitted(purchase)).steps[0].name, u"Category"_s);

    const TicketId ticket = api.makeTicket(api.jane, purchase).id;
    const QJsonObject change{{u"approvalTemplate"_s, own.value()}};
    // The author cannot choose who approves.
    QCOMPARE(api.patch(TicketHarness::path(ticket), api.jane, change).status, 403);
    const Answer chosen = api.patch(TicketHarness::path(ticket), api.alex, change);
    QCOMPARE(chosen.status, 200);
    QCOMPARE(decoded<Ticket>(chosen).approvalTemplate->id, own);
    QCOMPARE(api.setStatus(api.jane, ticket, u"waiting_approval"_s).status, 200);
    QCOMPARE(api.process(api.jane, ticket).steps[0].name, u"Own"_s);
    const Answer draft = api.post("/tickets", api.jane,
                                  {{u"title"_s, u"A chair"_s},
                                   {u"desk"_s, api.desk.value()},
                                   {u"approvalTemplate"_s, own.value()}});
    QCOMPARE(draft.status, 403);
    // Nor can somebody who arranges categories do away with it.
    const QByteArray path = "/categories/" + QByteArray::number(category.json["id"_L1].toInteger());
    QCOMPARE(api.patch(path, api.lead, {{u"approvalTemplate"_s, QJsonValue::Null}}).status, 403);
    QCOMPARE(api.patch(path, api.lead, {{u"name"_s, u"Shopping"_s}}).status, 200);
    QCOMPARE(api.patch(path, api.admin, {{u"approvalTemplate"_s, QJsonValue::Null}}).status, 200);
    const Answer unknown = api.patch(path, api.admin, {{u"approvalTemplate"_s, 999999}});
    QCOMPARE(unknown.faults(), QStringList{u"approvalTemplate:unknown"_s});
}

void TestApprovals::rolesAreResolvedWhenTheStepStarts()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"First"_s, {api.bob}),
                   ApprovalHarness::step(u"Leads"_s, {}, {{u"roles"_s, QJsonArray{u"lead"_s}}})});
    const TicketId ticket = api.submitted();
    const Person second = api.addPerson(u"Second"_s, BuiltInRole::Lead);
    QCOMPARE(api.decide(api.bob, ticket).status, 200);
    const ApprovalProcess process = api.process(api.jane, ticket);
    QCOMPARE(process.steps[1].approvers.size(), 2);
    QCOMPARE(process.steps[1].approvers[0].role, u"lead"_s);
    // Who becomes one later is not asked.
    const Person third = api.addPerson(u"Third"_s, BuiltInRole::Lead);
    QCOMPARE(api.pending(third), 0);
    QCOMPARE(api.decide(third, ticket).status, 403);
    QCOMPARE(api.decide(api.lead, ticket).status, 200);
    QCOMPARE(api.decide(second, ticket).status, 200);
    QCOMPARE(api.look(api.jane, ticket).status, u"open"_s);
}

void TestApprovals::nobodyApprovesTheirOwn()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"Everybody"_s, {api.jane, api.bob})});
    const TicketId ticket = api.submitted();
    QCOMPARE(api.process(api.jane, ticket).steps[0].approvers.size(), 1);
    QCOMPARE(api.decide(api.jane, ticket).status, 403);
    // Not as somebody's proxy either.
    QCOMPARE(api.standIn(api.bob, api.jane).status, 201);
    QCOMPARE(api.pending(api.jane), 0);
    QCOMPARE(api.decide(api.jane, ticket).status, 403);
    QVERIFY(!api.process(api.jane, ticket).mayDecide);
    // Nor when an approver becomes the requester.
    QCOMPARE(
            api.patch(TicketHarness::path(ticket), api.alex, {{u"requester"_s, api.bob.id.value()}})
                    .status,
            200);
    QCOMPARE(api.decide(api.bob, ticket).status, 403);
    QCOMPARE(api.process(api.jane, ticket).stuck, ApprovalStuck::ApproverUnavailable);
}

void TestApprovals::unlessTheTemplateAllowsIt()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"Everybody"_s, {api.jane, api.bob})},
                  {{u"allowSelfApproval"_s, true}});
    const TicketId ticket = api.submitted();
    QCOMPARE(api.decide(api.jane, ticket).status, 200);
    QCOMPARE(api.decide(api.bob, ticket).status, 200);
    QCOMPARE(api.look(api.jane, ticket).status, u"open"_s);
}

void TestApprovals::refusals()
{
    ApprovalHarness api;
    const Person powerless = api.addPerson(u"Powerless"_s, QStringList{u"ticket.create"_s});
    api.prescribe({ApprovalHarness::step(u"Some"_s, {api.bob, powerless})});
    const TicketId ticket = api.submitted();
    QCOMPARE(api.decide(api.mike, ticket).status, 404); // a stranger
    const Answer agent = api.decide(api.alex, ticket);
    QCOMPARE(agent.status, 403);
    QCOMPARE(agent.key(), "approval.not_approver"_ba);
    const Answer denied = api.decide(powerless, ticket);
    QCOMPARE(denied.status, 403);
    QCOMPARE(denied.key(), "access.denied"_ba);
    // An old version of the ticket is refused.
    Http::Headers headers;
    headers.set("If-Match"_ba, "\"1\""_ba);
    const Answer old
            = api.call(Http::Method::Post, TicketHarness::path(ticket, "/approvals/decision"),
                       api.token(api.bob), {{u"decision"_s, u"approve"_s}}, headers);
    QCOMPARE(old.status, 412);
    QCOMPARE(old.json["current"_L1]["status"_L1].toString(), u"waiting_approval"_s);
    // The same key twice is one decision.
    headers = {};
    headers.set("Idempotency-Key"_ba, "6fa459ea-ee8a-4ca4-894e-db77e160355e"_ba);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(api.call(Http::Method::Post, TicketHarness::path(ticket, "/approvals/decision"),
                          api.token(api.bob), {{u"decision"_s, u"approve"_s}}, headers)
                         .status,
                 200);
    }
    QCOMPARE(api.timeline(api.jane, ticket).count(u"approval_voted"_s), 1);
    QCOMPARE(api.remove(TicketHarness::path(ticket), api.lead).status, 204);
    QCOMPARE(api.pending(api.bob), 0);
}

void TestApprovals::stuckUntilReassigned()
{
    ApprovalHarness api;
    api.setAccountStatus(api.bob, u"deactivated"_s);
    // Named while they were active, gone when they are asked.
    api.setAccountStatus(api.bob, u"active"_s);
    api.prescribe({ApprovalHarness::step(u"Both"_s, {api.bob, api.carol})});
    api.setAccountStatus(api.bob, u"deactivated"_s);
    const TicketId ticket = api.submitted();
    QCOMPARE(api.process(api.jane, ticket).stuck, ApprovalStuck::ApproverUnavailable);
    QCOMPARE(api.lastEntry(api.jane, ticket, u"approval_stuck"_s)["details"_L1]["stuck"_L1]
                     .toString(),
             u"approver_unavailable"_s);
    QCOMPARE(api.recipients(ticket, u"approval.stuck"_s), QList<qint64>{api.admin.id.value()});
    QCOMPARE(api.decide(api.carol, ticket).status, 200);
    QCOMPARE(api.look(api.jane, ticket).status, u"waiting_approval"_s);
    QCOMPARE(api.timeline(api.jane, ticket).count(u"approval_stuck"_s), 1);

    QCOMPARE(api.reassign(api.lead, ticket, &api.bob, api.mike).status, 403);
    const Answer replaced = api.reassign(api.admin, ticket, &api.bob, api.mike);
    QCOMPARE(replaced.status, 200);
    const auto process = decoded<ApprovalProcess>(replaced);
    QVERIFY(!process.stuck);
    QVERIFY(process.steps[0].approvers[0].replacedAt.isValid());
    QCOMPARE(api.recipients(ticket, u"approval.requested"_s), QList<qint64>{api.mike.id.value()});
    QCOMPARE(api.decide(api.mike, ticket).status, 200);
    QCOMPARE(api.look(api.jane, ticket).status, u"open"_s);
}

void TestApprovals::stuckUntilReactivated()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"Two"_s, {api.bob, api.carol},
                                         {{u"mode"_s, u"count"_s}, {u"count"_s, 2}})});
    const TicketId ticket = api.submitted();
    QVERIFY(!api.process(api.jane, ticket).stuck);
    api.setAccountStatus(api.bob, u"deactivated"_s);
    QCOMPARE(api.process(api.jane, ticket).stuck, ApprovalStuck::TooFewApprovers);
    api.setAccountStatus(api.bob, u"active"_s);
    QVERIFY(!api.process(api.jane, ticket).stuck);
    const Person bob = api.addSession(api.bob);
    QCOMPARE(api.decide(bob, ticket).status, 200);
    QCOMPARE(api.decide(api.carol, ticket).status, 200);
    QCOMPARE(api.look(api.jane, ticket).status, u"open"_s);
}

void TestApprovals::aRoleThatNobodyHolds()
{
    ApprovalHarness api;
    const Answer role = api.post("/roles", api.admin,
                                 {{u"name"_s, u"Board"_s}, {u"permissions"_s, QJsonArray()}});
    api.prescribe({ApprovalHarness::step(u"Board"_s, {},
                                         {{u"roles"_s, QJsonArray{role.json["key"_L1]}}})});
    const TicketId ticket = api.submitted();
    QCOMPARE(api.process(api.jane, ticket).stuck, ApprovalStuck::NoApprovers);
    QCOMPARE(api.reassign(api.admin, ticket, nullptr, api.carol).status, 200);
    QCOMPARE(api.decide(api.carol, ticket).status, 200);
    QCOMPARE(api.look(api.jane, ticket).status, u"open"_s);
}

void TestApprovals::reassigningIsChecked()
{
    ApprovalHarness api;
    const Person powerless = api.addPerson(u"Powerless"_s, QStringList{u"ticket.create"_s});
    api.prescribe({ApprovalHarness::step(u"Three"_s, {api.bob, api.carol, api.mike})});
    const TicketId ticket = api.submitted();
    QCOMPARE(api.decide(api.mike, ticket).status, 200);
    const auto fault = [&](const Person *from, const Person &to) {
        return api.reassign(api.admin, ticket, from, to).faults().join(u' ');
    };
    QCOMPARE(fault(&api.alex, api.lead), u"from:unknown"_s);
    QCOMPARE(fault(&api.mike, api.lead), u"from:unknown"_s); // has decided
    QCOMPARE(fault(&api.bob, api.carol), u"to:taken"_s);
    QCOMPARE(fault(&api.bob, api.mike), u"to:taken"_s);
    QCOMPARE(fault(&api.bob, powerless), u"to:not_able"_s);
    QCOMPARE(fault(&api.bob, api.jane), u"to:self_approval"_s);
    QCOMPARE(fault(&api.bob, Person{.id = AccountId(999999)}), u"to:unknown"_s);
    const TicketId other = api.makeTicket(api.jane).id;
    QCOMPARE(api.reassign(api.admin, other, nullptr, api.bob).status, 409);
}

void TestApprovals::aRestrictedTicketShowsItselfToItsApprovers()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob, api.alex})});
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(api.patch(TicketHarness::path(ticket), api.admin, {{u"visibility"_s, u"restricted"_s}})
                     .status,
             200);
    QCOMPARE(api.get(TicketHarness::path(ticket), api.alex).status, 404);
    QCOMPARE(api.setStatus(api.jane, ticket, u"waiting_approval"_s).status, 200);
    QCOMPARE(api.get(TicketHarness::path(ticket), api.alex).status, 200);
    QCOMPARE(api.get(TicketHarness::path(ticket), api.bob).status, 200);
    QCOMPARE(api.get(TicketHarness::path(ticket), api.emily).status, 404);
    QCOMPARE(api.get(TicketHarness::path(ticket, "/approvals"), api.emily).status, 404);
}

void TestApprovals::concernedPeopleAreTold()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob, api.carol})});
    QCOMPARE(api.standIn(api.carol, api.mike).status, 201);
    const TicketId ticket = api.submitted();
    QList<qint64> asked{api.bob.id.value(), api.carol.id.value(), api.mike.id.value()};
    std::sort(asked.begin(), asked.end());
    QCOMPARE(api.recipients(ticket, u"approval.requested"_s), asked);
    QCOMPARE(api.decide(api.bob, ticket).status, 200);
    QList<qint64> concerned{api.jane.id.value(), api.bob.id.value(), api.carol.id.value()};
    std::sort(concerned.begin(), concerned.end());
    QCOMPARE(api.recipients(ticket, u"approval.decided"_s), concerned);
    QCOMPARE(api.value(u"SELECT string_agg(action, ',' ORDER BY id) FROM ticket.activity "
                       "WHERE entity = 'approval' AND ticket_id = %1"_s.arg(ticket.value())),
             u"start,approve"_s);
}

void TestApprovals::approvalCanBeRequired()
{
    ApprovalHarness api;
    // A workflow that asks for an approval before it goes on, whichever way it came about.
    QJsonObject definition;
    for (const QJsonValue &workflow : api.get("/workflows", api.admin).data()) {
        if (workflow["definition"_L1]["key"_L1] == "approval"_L1)
            definition = workflow["definition"_L1].toObject();
    }
    definition[u"key"_s] = u"guarded"_s;
    QJsonArray transitions = definition["transitions"_L1].toArray();
    for (qsizetype i = 0; i < transitions.size(); ++i) {
        QJsonObject transition = transitions[i].toObject();
        if (transition["to"_L1] == "in_progress"_L1) {
            transition[u"requires"_s] = QJsonArray{u"approval:purchase"_s};
            transition[u"allowed"_s] = QJsonArray{u"ticket.change_status"_s, u"approver"_s};
            transitions[i] = transition;
        }
    }
    definition[u"transitions"_s] = transitions;
    const Answer made = api.post("/workflows", api.admin,
                                 {{u"name"_s, u"Guarded"_s}, {u"definition"_s, definition}});
    QVERIFY2(made.status == 201, made.body.constData());
    QCOMPARE(api.patch("/desks/" + QByteArray::number(api.desk.value()), api.admin,
                       {{u"workflow"_s, made.json["id"_L1]}})
                     .status,
             200);
    const TicketId bare = api.submitted(); // no template: open without any approval
    const Answer refused = api.setStatus(api.alex, bare, u"in_progress"_s);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.faults(), QStringList{u"approval:required"_s});
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})}, {{u"key"_s, u"purchase"_s}});
    const TicketId ticket = api.submitted();
    api.forceStatus(ticket, u"open"_s);
    QCOMPARE(api.setStatus(api.alex, ticket, u"in_progress"_s).status, 422);
    // Named as one who may take it, the approver does, as long as the process runs.
    QCOMPARE(api.look(api.bob, ticket).details->allowedTransitions.size(), 1);
    QVERIFY(api.look(api.jane, ticket).details->allowedTransitions.size() == 1); // cancel
    QCOMPARE(api.decide(api.bob, ticket).status, 200);
    QCOMPARE(api.setStatus(api.alex, ticket, u"in_progress"_s).status, 200);
}

void TestApprovals::cancelEndsIt()
{
    ApprovalHarness api;
    QJsonObject definition;
    for (const QJsonValue &workflow : api.get("/workflows", api.admin).data()) {
        if (workflow["definition"_L1]["key"_L1] == "approval"_L1)
            definition = workflow["definition"_L1].toObject();
    }
    definition[u"key"_s] = u"revocable"_s;
    QJsonArray transitions = definition["transitions"_L1].toArray();
    transitions.append(
            QJsonObject{{u"from"_s, u"waiting_approval"_s},
                        {u"to"_s, u"draft"_s},
                        {u"label"_s, u"Take back"_s},
                        {u"allowed"_s, QJsonArray{u"creator"_s}},
                        {u"effects"_s, QJsonArray{QJsonObject{{u"do"_s, u"cancel_approval"_s}}}}});
    definition[u"transitions"_s] = transitions;
    const Answer made = api.post("/workflows", api.admin,
                                 {{u"name"_s, u"Revocable"_s}, {u"definition"_s, definition}});
    QVERIFY2(made.status == 201, made.body.constData());
    api.patch("/desks/" + QByteArray::number(api.desk.value()), api.admin,
              {{u"workflow"_s, made.json["id"_L1]}});
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})});
    const TicketId ticket = api.submitted();
    QCOMPARE(api.pending(api.bob), 1);
    QCOMPARE(api.setStatus(api.jane, ticket, u"draft"_s).status, 200);
    QCOMPARE(api.process(api.jane, ticket).state, ApprovalState::Cancelled);
    QCOMPARE(api.pending(api.bob), 0);
    QCOMPARE(api.decide(api.bob, ticket).status, 409);
    QCOMPARE(api.setStatus(api.jane, ticket, u"waiting_approval"_s).status, 200);
    QCOMPARE(api.processes(api.jane, ticket).size(), 2);
}

void TestApprovals::aKeyWithoutTemplateStopsTheTicket()
{
    ApprovalHarness api;
    api.database.execute(
            u"UPDATE ticket.workflow_version SET definition = replace(definition::text, "
            "'{\"do\": \"start_approval\"}', '{\"do\": \"start_approval\", \"target\": "
            "\"gone\"}')::jsonb"_s);
    const TicketId ticket = api.makeTicket(api.jane).id;
    const Answer answer = api.setStatus(api.jane, ticket, u"waiting_approval"_s);
    QCOMPARE(answer.status, 409);
    QCOMPARE(answer.key(), "approval.template_missing"_ba);
    QCOMPARE(api.look(api.jane, ticket).status, u"draft"_s);
}

void TestApprovals::decidedTasks()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})});
    const TicketId first = api.submitted();
    const TicketId second = api.submitted();
    const Answer pending = api.get("/approvals", api.bob);
    QCOMPARE(pending.data().first()["ticket"_L1]["id"_L1].toInteger(), first.value());
    QCOMPARE(api.decide(api.bob, first).status, 200);
    api.clock.advance(1min);
    QCOMPARE(api.decide(api.bob, second, u"reject"_s, {{u"reason"_s, u"No"_s}}).status, 200);
    QCOMPARE(api.pending(api.bob), 0);
    const Answer decided = api.get("/approvals?state=decided&pageSize=1&cursor=", api.bob);
    QCOMPARE(decided.data().size(), 1);
    QCOMPARE(decided.data().first()["decision"_L1].toString(), u"reject"_s);
    QCOMPARE(decided.data().first()["comment"_L1].toString(), u"No"_s);
    const QByteArray next = decided.json["pagination"_L1]["nextCursor"_L1].toString().toLatin1();
    const Answer rest = api.get("/approvals?state=decided&pageSize=1&cursor=" + next, api.bob);
    QCOMPARE(rest.data().first()["ticket"_L1]["id"_L1].toInteger(), first.value());
    QVERIFY(rest.json["pagination"_L1]["nextCursor"_L1].isNull());
    QCOMPARE(api.get("/approvals?state=decided", api.bob).json["pagination"_L1]["total"_L1].toInt(),
             2);
    // A ticket that one may not see any more is in no list.
    api.remove(TicketHarness::path(first), api.lead);
    QCOMPARE(api.get("/approvals?state=decided", api.bob).data().size(), 1);
}

void TestApprovals::sixteenDecideAtOnce_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("accepted"); // how many decisions are taken; the rest come too late
    QTest::newRow("all") << u"all"_s << 0 << 16;
    QTest::newRow("any") << u"any"_s << 0 << 1;
    QTest::newRow("five") << u"count"_s << 5 << 5;
}

void TestApprovals::sixteenDecideAtOnce()
{
    QFETCH(const QString, mode);
    QFETCH(const int, count);
    QFETCH(const int, accepted);
    ApprovalHarness api;
    QList<Person> people;
    for (int i = 0; i < 16; ++i)
        people.append(api.addPerson(u"Approver %1"_s.arg(i)));
    QJsonObject more{{u"mode"_s, mode}};
    if (count > 0)
        more[u"count"_s] = count;
    api.prescribe({ApprovalHarness::step(u"One"_s, people, more)});
    const TicketId ticket = api.submitted();

    // Each of them twice, all at the same time.
    std::vector<std::thread> threads;
    std::vector<int> taken(16, 0);
    std::vector<int> refused(16, 0);
    std::atomic<bool> go = false;
    for (int i = 0; i < 16; ++i) {
        threads.emplace_back([&, i] {
            go.wait(false);
            for (int attempt = 0; attempt < 2; ++attempt) {
                const Answer answer = api.decide(people[i], ticket);
                taken[i] += answer.status == 200 ? 1 : 0;
                refused[i] += answer.status == 409 || answer.status == 403 ? 1 : 0;
            }
        });
    }
    go = true;
    go.notify_all();
    for (std::thread &thread : threads)
        thread.join();

    QCOMPARE(std::count(taken.begin(), taken.end(), 1), accepted);
    QCOMPARE(*std::max_element(taken.begin(), taken.end()), 1);
    for (int i = 0; i < 16; ++i)
        QCOMPARE(taken[i] + refused[i], 2);
    QCOMPARE(api.look(api.jane, ticket).status, u"open"_s);
    const QStringList timeline = api.timeline(api.jane, ticket);
    QCOMPARE(timeline.count(u"approval_voted"_s), accepted);
    QCOMPARE(timeline.count(u"approval_step_done"_s), 1);
    QCOMPARE(timeline.count(u"approval_ended"_s), 1);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.status_change WHERE ticket_id = %1 "
                       "AND trigger = 'approvalGranted'"_s.arg(ticket.value())),
             u"1"_s);
}

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
