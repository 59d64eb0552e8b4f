// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/presets.h"
#include "common/workflows/workflow.h"
#include "common/workflows/workflowrehearsal.h"
#include "server/jobs/waitingsteps.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;

/// Tickets of step workflows come to live by another version, and nobody loses their turn.
class TestMovingSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }

    void keepsTheTurnOfAStepThatStays();
    void wantsAChoiceForAStepThatIsGone();
    void choosesForTheStepTheyGoTo();
    void keepsWhomItHasUntilSomebodyIsThere();
    void sameOneMayHaveTheTurn();
    void beginsTurnsWhereAStepCame();
    void endsTurnsWhereAStepWent();
    void looksForAnotherRole();
    void waitingIsNoDeadEnd();
    void movesALotInBatches();

private:
    QByteArray path(const QByteArray &rest = {}) const
    {
        return "/workflows/" + QByteArray::number(m_id.value()) + rest;
    }
    void save(const WorkflowDefinition &definition)
    {
        const Answer answer = m_api->patch(path(), m_api->admin,
                                           toJson(WorkflowPatch{.definition = definition}));
        if (answer.status != 200)
            qFatal("not saved: %s", answer.body.constData());
    }
    Answer migrate(const StatusMap &map = {})
    {
        return m_api->post(path("/migrate"), m_api->admin,
                           toJson(MigrationRequest{.statusMap = map}));
    }
    Ticket look(TicketId ticket) { return m_api->look(m_api->admin, ticket); }
    int assignAll();
    void setAway(const Person &person, const QDateTime &until);
    /// Its turns that began, the oldest first: "intake Alex".
    QStringList turns(TicketId ticket);
    void useWorkflow(const QString &key);

    std::unique_ptr<TicketHarness> m_api;
    WorkflowId m_id;
};

namespace {

const StatusMap intakeToDelivery{{u"intake"_s, u"delivery"_s}};

/// The steps without the first one: tickets begin with the assessment.
WorkflowDefinition withoutIntake()
{
    WorkflowDefinition definition = *workflowPreset(u"steps");
    const auto concerns = [](const auto &way) {
        return way.from == u"intake"_s || way.to == u"intake"_s;
    };
    definition.statuses.removeIf([](const WorkflowStatus &s) { return s.key == u"intake"_s; });
    definition.transitions.removeIf(concerns);
    definition.automatic.removeIf(concerns);
    definition.steps.removeIf([](const WorkflowStep &s) { return s.status == u"intake"_s; });
    for (WorkflowStatus &status : definition.statuses)
        status.initial = status.key == u"assessment"_s;
    return definition;
}

WorkflowDefinition relabelled()
{
    WorkflowDefinition definition = *workflowPreset(u"steps");
    for (WorkflowStatus &status : definition.statuses)
        status.label += u" (new)"_s;
    return definition;
}

} // namespace

void TestMovingSteps::init()
{
    m_api = std::make_unique<TicketHarness>(u"steps"_s);
    useWorkflow(u"steps"_s);
}

void TestMovingSteps::useWorkflow(const QString &key)
{
    const auto page = decoded<Page<Workflow>>(m_api->get("/workflows", m_api->admin));
    for (const Workflow &one : page.data) {
        if (one.definition.key == key)
            m_id = one.id;
    }
}

int TestMovingSteps::assignAll()
{
    const auto assigned = assignWaitingSteps(m_api->database.connection(), m_api->environment());
    if (!assigned)
        qFatal("failed: %s", qPrintable(assigned.error().detail));
    return *assigned;
}

void TestMovingSteps::setAway(const Person &person, const QDateTime &until)
{
    const Answer answer = m_api->patch("/me", person, {{u"awayUntil"_s, timeToJson(until)}});
    if (answer.status != 200)
        qFatal("not away: %s", answer.body.constData());
}

QStringList TestMovingSteps::turns(TicketId ticket)
{
    QStringList lines;
    const Ticket seen = look(ticket);
    for (const TicketStep &step : seen.details->steps) {
        if (step.state == StepState::Coming)
            continue;
        lines.append(u"%1 %2 %3"_s.arg(step.status, toWire(step.state),
                                       step.person ? step.person->displayName
                                                   : QString(toWire(*step.waiting))));
    }
    return lines;
}

void TestMovingSteps::keepsTheTurnOfAStepThatStays()
{
    const TicketId id = m_api->makeTicket(m_api->jane).id;
    const Ticket before = look(id);
    save(relabelled());
    QCOMPARE(decoded<Migration>(migrate()), (Migration{.number = 2, .moved = 1}));
    const Ticket after = look(id);
    QCOMPARE(after.assignee, before.assignee);
    QCOMPARE(after.version, before.version);
    QCOMPARE(turns(id), QStringList{u"intake current Alex"_s});
    QCOMPARE(after.details->steps.first().label, u"Intake (new)"_s);
    QCOMPARE(assignAll(), 0);
    QCOMPARE(m_api->setStatus(m_api->alex, id, u"assessment"_s, {{u"comment"_s, u"Fine"_s}}).status,
             200);
}

void TestMovingSteps::wantsAChoiceForAStepThatIsGone()
{
    const TicketId id = m_api->makeTicket(m_api->jane).id;
    const auto rehearsal = decoded<Rehearsal>(
            m_api->post(path("/rehearsal"), m_api->admin,
                        toJson(RehearsalRequest{.definition = withoutIntake()})));
    QCOMPARE(rehearsal.stranded, 1);
    QCOMPARE(rehearsal.strandedTickets.first().id, id);
    QCOMPARE(rehearsal.strandedTickets.first().stranding, Stranding::UnknownStatus);
    save(withoutIntake());
    const Answer refused = migrate();
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.faults(), QStringList{u"statusMap.intake:stranded"_s});
    QCOMPARE(turns(id), QStringList{u"intake current Alex"_s});
}

void TestMovingSteps::choosesForTheStepTheyGoTo()
{
    const TicketId id = m_api->makeTicket(m_api->jane).id; // alex has it
    save(withoutIntake());
    QCOMPARE(decoded<Migration>(migrate(intakeToDelivery)).changed, 1);
    const Ticket moved = look(id);
    QCOMPARE(moved.status, u"delivery"_s);
    QCOMPARE(moved.assignee->id, m_api->alex.id); // until somebody is chosen
    QCOMPARE(turns(id), (QStringList{u"intake done Alex"_s, u"delivery current to_be_chosen"_s}));
    QCOMPARE(assignAll(), 1);
    QCOMPARE(look(id).assignee->id, m_api->emily.id); // whose turn it is
    QCOMPARE(turns(id), (QStringList{u"intake done Alex"_s, u"delivery current Emily"_s}));
    QVERIFY(m_api->events(id, u"ticket.updated"_s) >= 2);
    QCOMPARE(m_api->setStatus(m_api->emily, id, u"completed"_s, {{u"comment"_s, u"Done"_s}}).status,
             200);
}

void TestMovingSteps::keepsWhomItHasUntilSomebodyIsThere()
{
    const TicketId id = m_api->makeTicket(m_api->jane).id;
    for (const Person &agent : {m_api->alex, m_api->emily})
        setAway(agent, m_api->clock.now().addDays(3));
    save(withoutIntake());
    QCOMPARE(migrate(intakeToDelivery).status, 200);
    QCOMPARE(assignAll(), 0);
    QCOMPARE(turns(id).last(), u"delivery current all_away"_s); // why
    QCOMPARE(look(id).assignee->id, m_api->alex.id);
    setAway(m_api->emily, {});
    QCOMPARE(assignAll(), 1);
    QCOMPARE(look(id).assignee->id, m_api->emily.id);
}

void TestMovingSteps::sameOneMayHaveTheTurn()
{
    const TicketId id = m_api->makeTicket(m_api->jane).id;
    setAway(m_api->emily, m_api->clock.now().addDays(3));
    save(withoutIntake());
    QCOMPARE(migrate(intakeToDelivery).status, 200);
    QCOMPARE(assignAll(), 1);
    QCOMPARE(turns(id).last(), u"delivery current Alex"_s);
    QCOMPARE(assignAll(), 0);
}

void TestMovingSteps::beginsTurnsWhereAStepCame()
{
    m_api = std::make_unique<TicketHarness>();
    useWorkflow(u"helpdesk"_s);
    const TicketId held
            = m_api->makeTicket(m_api->lead, {{u"assignedTo"_s, m_api->lead.id.value()}}).id;
    const TicketId free = m_api->makeTicket(m_api->jane).id;
    const TicketId closed = m_api->makeTicket(m_api->jane).id;
    m_api->forceStatus(closed, u"closed"_s);
    WorkflowDefinition stepped = *workflowPreset(u"helpdesk");
    stepped.steps = {{.status = u"new"_s, .role = u"agent"_s}};
    save(stepped);
    QCOMPARE(decoded<Migration>(migrate()).moved, 2);
    QCOMPARE(turns(held), QStringList{u"new current Lea"_s});
    QCOMPARE(turns(free), QStringList{u"new current to_be_chosen"_s});
    QCOMPARE(turns(closed), QStringList());
    QCOMPARE(assignAll(), 1);
    QCOMPARE(turns(free), QStringList{u"new current Alex"_s});
}

void TestMovingSteps::endsTurnsWhereAStepWent()
{
    const TicketId id = m_api->makeTicket(m_api->jane).id;
    WorkflowDefinition plain = *workflowPreset(u"steps");
    plain.steps.removeIf([](const WorkflowStep &s) { return s.status == u"intake"_s; });
    save(plain);
    QCOMPARE(decoded<Migration>(migrate()).moved, 1);
    QCOMPARE(look(id).assignee->id, m_api->alex.id);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.ticket_step WHERE ended_at IS NULL"_s),
             u"0"_s);
    QCOMPARE(assignAll(), 0);
    QCOMPARE(m_api->setStatus(m_api->alex, id, u"assessment"_s, {{u"comment"_s, u"Fine"_s}}).status,
             200);
    QCOMPARE(turns(id).last(), u"assessment current Lea"_s);
}

void TestMovingSteps::looksForAnotherRole()
{
    for (const Person &agent : {m_api->alex, m_api->emily})
        setAway(agent, m_api->clock.now().addDays(3));
    const TicketId id = m_api->makeTicket(m_api->jane).id;
    QCOMPARE(turns(id), QStringList{u"intake current all_away"_s});
    WorkflowDefinition definition = *workflowPreset(u"steps");
    for (WorkflowStep &step : definition.steps)
        step.role = u"lead"_s;
    save(definition);
    QCOMPARE(migrate().status, 200);
    QCOMPARE(assignAll(), 1);
    QCOMPARE(turns(id), QStringList{u"intake current Lea"_s});
}

/// Only the assignee may go on from a step, and there is none; but somebody is looked for.
void TestMovingSteps::waitingIsNoDeadEnd()
{
    for (const Person &agent : {m_api->alex, m_api->emily})
        setAway(agent, m_api->clock.now().addDays(3));
    m_api->makeTicket(m_api->jane);
    const auto rehearsal
            = decoded<Rehearsal>(m_api->post(path("/rehearsal"), m_api->admin,
                                             toJson(RehearsalRequest{.definition = relabelled()})));
    QCOMPARE(rehearsal.tickets, 1);
    QCOMPARE(rehearsal.stranded, 0);
}

void TestMovingSteps::movesALotInBatches()
{
    m_api->makeTicket(m_api->jane);
    m_api->database.execute(
            u"INSERT INTO ticket.ticket (desk_id, number, title, workflow_version_id, status,"
            " status_category, requester_id, created_by, updated_by)"
            " SELECT t.desk_id, t.number + n, 'One of many', t.workflow_version_id, t.status,"
            " t.status_category, t.requester_id, t.created_by, t.updated_by"
            " FROM ticket.ticket t, generate_series(1, 2499) n"_s);
    save(withoutIntake());
    const auto first = decoded<Migration>(migrate(intakeToDelivery));
    QCOMPARE(first, (Migration{.number = 2, .moved = 2000, .changed = 2000, .remaining = 500}));
    // Who goes on is not asked about all of them again.
    const auto second = decoded<Migration>(m_api->post(
            path("/migrate"), m_api->admin,
            toJson(MigrationRequest{.statusMap = intakeToDelivery, .continued = true})));
    QCOMPARE(second, (Migration{.number = 2, .moved = 500, .changed = 500}));
    QCOMPARE(decoded<Migration>(migrate(intakeToDelivery)).moved, 0);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.ticket_step WHERE status = 'delivery' AND"
                          " waiting = 'to_be_chosen'"_s),
             u"2500"_s);
}

QTEST_GUILESS_MAIN(TestMovingSteps)
#include "tst_movingsteps.moc"
