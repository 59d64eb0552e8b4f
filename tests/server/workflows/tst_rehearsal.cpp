// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timeline/timelineentry.h"
#include "common/workflows/presets.h"
#include "common/workflows/workflow.h"
#include "common/workflows/workflowrehearsal.h"
#include "common/workflows/workflowrules.h"
#include "common/workflows/workflowversion.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Versions of a workflow, rehearsing another one over the tickets there are, and bringing them
/// under it.
class TestRehearsal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }

    void showsOne();
    void listsVersions();
    void rehearsalChangesNothing();
    void namesWhatIsStranded();
    void namesOnlyWhatTheCallerSees();
    void deadEnds_data();
    void deadEnds();
    void refusesFaultyDefinitions();
    void migrates();
    void refusesToStrand();
    void stampsAsStatusChangesDo_data();
    void stampsAsStatusChangesDo();
    void secondAdministratorIsRefused();

private:
    QByteArray path(const QByteArray &rest = {}) const;
    Workflow workflow();
    Answer save(const WorkflowDefinition &definition);
    Answer rehearse(const WorkflowDefinition &definition, const StatusMap &map = {});
    Answer migrate(const StatusMap &map = {}, int version = 0);
    /// A ticket of jane's in that status.
    TicketId ticketIn(const QString &status);

    std::unique_ptr<TicketHarness> m_api;
    WorkflowId m_id;
};

namespace {

/// The help desk without the status "on hold".
WorkflowDefinition withoutHold()
{
    WorkflowDefinition definition = *workflowPreset(u"helpdesk");
    const auto concerns = [](const auto &way) {
        return way.from == u"on_hold"_s || way.to == u"on_hold"_s;
    };
    definition.statuses.removeIf([](const WorkflowStatus &s) { return s.key == u"on_hold"_s; });
    definition.transitions.removeIf(concerns);
    return definition;
}

} // namespace

void TestRehearsal::init()
{
    m_api = std::make_unique<TicketHarness>();
    const auto page = decoded<Page<Workflow>>(m_api->get("/workflows", m_api->admin));
    for (const Workflow &one : page.data) {
        if (one.definition.key == u"helpdesk"_s)
            m_id = one.id;
    }
}

QByteArray TestRehearsal::path(const QByteArray &rest) const
{
    return "/workflows/" + QByteArray::number(m_id.value()) + rest;
}

Workflow TestRehearsal::workflow()
{
    return decoded<Workflow>(m_api->get(path(), m_api->admin));
}

Answer TestRehearsal::save(const WorkflowDefinition &definition)
{
    return m_api->patch(path(), m_api->admin, toJson(WorkflowPatch{.definition = definition}));
}

Answer TestRehearsal::rehearse(const WorkflowDefinition &definition, const StatusMap &map)
{
    return m_api->post(path("/rehearsal"), m_api->admin,
                       toJson(RehearsalRequest{.definition = definition, .statusMap = map}));
}

Answer TestRehearsal::migrate(const StatusMap &map, int version)
{
    Http::Headers headers;
    if (version > 0)
        headers.set("If-Match"_ba, '"' + QByteArray::number(version) + '"');
    return m_api->call(Http::Method::Post, path("/migrate"), m_api->token(m_api->admin),
                       toJson(MigrationRequest{.statusMap = map}), headers);
}

TicketId TestRehearsal::ticketIn(const QString &status)
{
    const TicketId ticket = m_api->makeTicket(m_api->jane).id;
    m_api->forceStatus(ticket, status);
    return ticket;
}

void TestRehearsal::showsOne()
{
    QCOMPARE(workflow().definition, *workflowPreset(u"helpdesk"));
    // As in the list, everybody may look.
    QCOMPARE(m_api->get(path(), m_api->jane).status, 200);
    QCOMPARE(m_api->get("/workflows/9999", m_api->admin).status, 404);
}

void TestRehearsal::listsVersions()
{
    ticketIn(u"new"_s);
    ticketIn(u"closed"_s);
    QCOMPARE(save(withoutHold()).status, 200);
    ticketIn(u"new"_s);
    const auto page = decoded<Page<WorkflowVersion>>(m_api->get(path("/versions"), m_api->admin));
    QCOMPARE(page.data.size(), 2);
    const WorkflowVersion newest = page.data.first();
    QCOMPARE(newest.number, 2);
    QCOMPARE(newest.createdBy.value().id, m_api->admin.id);
    QCOMPARE(newest.createdAt, m_api->clock.now());
    QCOMPARE(newest.tickets, 1);
    const WorkflowVersion first = page.data.last();
    QCOMPARE(first.number, 1);
    QVERIFY(!first.createdBy);
    QCOMPARE(first.tickets, 2);
    QCOMPARE(first.openTickets, 1);

    const auto one = decoded<WorkflowVersion>(m_api->get(path("/versions/1"), m_api->admin));
    QCOMPARE(one.definition.value(), *workflowPreset(u"helpdesk"));
    for (const char *none : {"/versions/3", "/versions/0", "/versions/x"})
        QCOMPARE(m_api->get(path(none), m_api->admin).status, 404);
    for (const char *hidden : {"/versions", "/versions/1"})
        QCOMPARE(m_api->get(path(hidden), m_api->lead).status, 403);
}

void TestRehearsal::rehearsalChangesNothing()
{
    ticketIn(u"on_hold"_s);
    const QString tables = u"SELECT md5(string_agg(t::text, '')) FROM ticket.ticket t"_s;
    const QString before = m_api->value(tables);
    QCOMPARE(rehearse(withoutHold()).status, 200);
    QCOMPARE(m_api->value(tables), before);
    QCOMPARE(workflow().definitionNumber, 1);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.activity WHERE entity = 'workflow'"_s),
             u"0"_s);
    QCOMPARE(m_api->post(path("/rehearsal"), m_api->lead,
                         toJson(RehearsalRequest{.definition = withoutHold()}))
                     .status,
             403);
}

void TestRehearsal::namesWhatIsStranded()
{
    ticketIn(u"new"_s);
    const TicketId held = ticketIn(u"on_hold"_s);
    ticketIn(u"closed"_s); // stays as it is whatever comes
    const auto gone = decoded<Rehearsal>(rehearse(withoutHold()));
    QCOMPARE(gone.number, 1);
    QCOMPARE(gone.changes, diffWorkflows(*workflowPreset(u"helpdesk"), withoutHold()));
    QCOMPARE(gone.tickets, 2);
    QCOMPARE(gone.stranded, 1);
    const QList<RehearsedStatus> statuses{
            {.number = 1, .status = u"new"_s, .label = u"New"_s, .to = u"new"_s, .tickets = 1},
            {.number = 1,
             .status = u"on_hold"_s,
             .label = u"On hold"_s,
             .to = u"on_hold"_s,
             .tickets = 1,
             .stranded = 1,
             .stranding = Stranding::UnknownStatus}};
    QCOMPARE(gone.statuses, statuses);
    const QList<StrandedTicket> tickets{{.id = held,
                                         .number = u"HD-2"_s,
                                         .title = u"The printer is on fire"_s,
                                         .status = u"on_hold"_s,
                                         .stranding = Stranding::UnknownStatus}};
    QCOMPARE(gone.strandedTickets, tickets);

    const auto mapped
            = decoded<Rehearsal>(rehearse(withoutHold(), {{u"on_hold"_s, u"in_progress"_s}}));
    QCOMPARE(mapped.stranded, 0);
    QCOMPARE(mapped.strandedTickets.size(), 0);
    QCOMPARE(mapped.statuses.last().to, u"in_progress"_s);
    QCOMPARE(rehearse(withoutHold(), {{u"on_hold"_s, u"nowhere"_s}}).faults(),
             QStringList{u"statusMap.on_hold:unknown_status"_s});
}

void TestRehearsal::namesOnlyWhatTheCallerSees()
{
    ticketIn(u"on_hold"_s);
    const Person keeper = m_api->addPerson(u"Keeper"_s, QStringList{u"workflow.manage"_s});
    const auto seen = decoded<Rehearsal>(m_api->post(
            path("/rehearsal"), keeper, toJson(RehearsalRequest{.definition = withoutHold()})));
    QCOMPARE(seen.stranded, 1);
    QCOMPARE(seen.strandedTickets.size(), 0);
}

void TestRehearsal::deadEnds_data()
{
    QTest::addColumn<QString>("taker");
    QTest::addColumn<bool>("assigned");
    QTest::addColumn<bool>("stranded");
    QTest::newRow("staff") << u"staff"_s << false << false;
    QTest::newRow("requester") << u"requester"_s << false << false;
    QTest::newRow("creator") << u"creator"_s << false << false;
    QTest::newRow("assignee, none") << u"assignee"_s << false << true;
    QTest::newRow("assignee") << u"assignee"_s << true << false;
    QTest::newRow("approver, none") << u"approver"_s << false << true;
    QTest::newRow("somebody holds it") << u"ticket.close"_s << false << false;
}

void TestRehearsal::deadEnds()
{
    QFETCH(QString, taker);
    QFETCH(bool, assigned);
    QFETCH(bool, stranded);
    const TicketId ticket = ticketIn(u"on_hold"_s);
    if (assigned)
        m_api->database.execute(
                u"UPDATE ticket.ticket SET assignee_id = %1"_s.arg(m_api->alex.id.value()));
    QJsonObject json = toJson(*workflowPreset(u"helpdesk"));
    QJsonArray transitions;
    for (const QJsonValue &value : json["transitions"_L1].toArray()) {
        QJsonObject transition = value.toObject();
        if (transition["from"_L1] == u"on_hold"_s)
            transition[u"allowed"_s] = QJsonArray{taker};
        transitions.append(transition);
    }
    json[u"transitions"_s] = transitions;
    const auto definition = fromJson<WorkflowDefinition>(json);
    QVERIFY(definition);
    const auto rehearsal = decoded<Rehearsal>(rehearse(*definition));
    QCOMPARE(rehearsal.stranded, stranded ? 1 : 0);
    if (stranded) {
        QCOMPARE(rehearsal.strandedTickets.first().id, ticket);
        QCOMPARE(rehearsal.strandedTickets.first().stranding, Stranding::DeadEnd);
    }
    // Where nobody holds what is wanted any more, staff is of no use.
    m_api->database.execute(u"DELETE FROM ticket.role_permission"
                            " WHERE permission IN ('ticket.change_status', 'ticket.close')"_s);
    const bool byPermission = taker == u"staff"_s || taker == u"ticket.close"_s;
    QCOMPARE(decoded<Rehearsal>(rehearse(*definition)).stranded, stranded || byPermission ? 1 : 0);
}

void TestRehearsal::refusesFaultyDefinitions()
{
    WorkflowDefinition faulty = withoutHold();
    faulty.statuses[0].initial = false;
    const Answer answer = rehearse(faulty);
    QCOMPARE(answer.status, 422);
    QVERIFY(answer.faults().contains(u"definition.statuses:no_initial_status"_s));
}

void TestRehearsal::migrates()
{
    const TicketId fresh = ticketIn(u"new"_s);
    const TicketId held = ticketIn(u"on_hold"_s);
    const TicketId closed = ticketIn(u"closed"_s);
    QCOMPARE(save(withoutHold()).status, 200);
    const int freshVersion = m_api->look(m_api->jane, fresh).version;
    const int heldVersion = m_api->look(m_api->jane, held).version;
    QCOMPARE(m_api->post(path("/migrate"), m_api->lead).status, 403);

    const auto done = decoded<Migration>(migrate({{u"on_hold"_s, u"in_progress"_s}}));
    QCOMPARE(done, (Migration{.number = 2, .moved = 2, .changed = 1, .remaining = 0}));
    // What shows nothing new is what it was.
    const Ticket same = m_api->look(m_api->jane, fresh);
    QCOMPARE(same.version, freshVersion);
    QCOMPARE(m_api->events(fresh, u"ticket.updated"_s), 0);
    const Ticket moved = m_api->look(m_api->jane, held);
    QCOMPARE(moved.status, u"in_progress"_s);
    QCOMPARE(moved.statusCategory, StatusCategory::Open);
    QCOMPARE(moved.version, heldVersion + 1);
    QCOMPARE(moved.updatedBy.value().id, m_api->admin.id);
    QCOMPARE(m_api->events(held, u"ticket.updated"_s), 1);
    const QString of = u" WHERE ticket_id = %1"_s.arg(held.value());
    QCOMPARE(m_api->value(u"SELECT from_status || '>' || to_status || ' ' || trigger"
                          " FROM ticket.status_change"_s
                          + of),
             u"on_hold>in_progress workflowMigrated"_s);
    QCOMPARE(m_api->value(u"SELECT details ->> 'oldLabel' || '>' || (details ->> 'newLabel')"
                          " FROM ticket.timeline_entry"_s
                          + of + u" AND event_type = 'status'"_s),
             u"On hold>In progress"_s);
    QCOMPARE(m_api->value(u"SELECT actor_name FROM ticket.activity WHERE action = 'status' AND"
                          " ticket_id = %1"_s.arg(held.value())),
             m_api->admin.username);
    QCOMPARE(m_api->value(u"SELECT new_value ->> 'moved' FROM ticket.activity"
                          " WHERE entity = 'workflow' AND action = 'migrate'"_s),
             u"2"_s);
    // They live by the new one: nothing can be put on hold any more. Closed ones stay.
    QCOMPARE(m_api->setStatus(m_api->alex, held, u"on_hold"_s, {{u"reason"_s, u"x"_s}}).status,
             409);
    const auto page = decoded<Page<WorkflowVersion>>(m_api->get(path("/versions"), m_api->admin));
    QCOMPARE(page.data.first().tickets, 2);
    QCOMPARE(page.data.last().tickets, 1);
    QCOMPARE(m_api->look(m_api->jane, closed).status, u"closed"_s);
    // And once more there is nothing to do.
    QCOMPARE(decoded<Migration>(migrate()).moved, 0);
}

void TestRehearsal::refusesToStrand()
{
    ticketIn(u"new"_s);
    const TicketId held = ticketIn(u"on_hold"_s);
    QCOMPARE(save(withoutHold()).status, 200);
    const Answer refused = migrate();
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.faults(), QStringList{u"statusMap.on_hold:stranded"_s});
    QCOMPARE(refused.json["errors"_L1][0]["params"_L1]["tickets"_L1].toInt(), 1);
    QCOMPARE(migrate({{u"on_hold"_s, u"nowhere"_s}}).faults(),
             QStringList{u"statusMap.on_hold:unknown_status"_s});
    // None of them was moved.
    const auto page = decoded<Page<WorkflowVersion>>(m_api->get(path("/versions"), m_api->admin));
    QCOMPARE(page.data.first().tickets, 0);
    QCOMPARE(m_api->look(m_api->jane, held).status, u"on_hold"_s);
}

void TestRehearsal::stampsAsStatusChangesDo_data()
{
    QTest::addColumn<StatusCategory>("from");
    QTest::addColumn<StatusCategory>("to");
    for (const auto &from : WireEnum<StatusCategory>::names) {
        for (const auto &to : WireEnum<StatusCategory>::names) {
            if (from.value != StatusCategory::Closed)
                QTest::addRow("%s to %s", from.name.data(), to.name.data())
                        << from.value << to.value;
        }
    }
}

/// The statement has a copy of stampsAfter(); this is what holds them together.
void TestRehearsal::stampsAsStatusChangesDo()
{
    QFETCH(StatusCategory, from);
    QFETCH(StatusCategory, to);
    const TicketId ticket = ticketIn(u"new"_s);
    WorkflowDefinition definition = *workflowPreset(u"helpdesk");
    definition.statuses[0].category = to;
    QCOMPARE(save(definition).status, 200);
    const QDateTime before = m_api->clock.now();
    m_api->database.execute(
            u"UPDATE ticket.ticket SET status_category = '%1', resolved_at = %2"_s.arg(
                    QString(toWire(from)),
                    isDone(from) ? u"'%1'"_s.arg(before.toString(Qt::ISODateWithMs)) : u"NULL"_s));
    m_api->clock.advance(std::chrono::minutes(5));
    const StatusStamps expected = stampsAfter(
            from, to, {.resolvedAt = isDone(from) ? before : QDateTime()}, m_api->clock.now());
    if (to == StatusCategory::Open) // that is what the definition has already
        m_api->database.execute(
                u"INSERT INTO ticket.workflow_version (workflow_id, number, definition)"
                " SELECT workflow_id, 2, definition FROM ticket.workflow_version"
                " WHERE workflow_id = %1"_s.arg(m_id.value()));
    const auto done = decoded<Migration>(migrate());
    QCOMPARE(done.moved, 1);
    QCOMPARE(done.changed, from == to ? 0 : 1);
    const Ticket moved = m_api->look(m_api->admin, ticket);
    QCOMPARE(moved.statusCategory, to);
    QCOMPARE(moved.resolvedAt, expected.resolvedAt);
    QCOMPARE(moved.closedAt, expected.closedAt);
    QCOMPARE(m_api->value(u"SELECT reopen_count FROM ticket.ticket"_s).toInt(),
             expected.reopenCount);
}

void TestRehearsal::secondAdministratorIsRefused()
{
    ticketIn(u"new"_s);
    const int version = workflow().version;
    QCOMPARE(save(withoutHold()).status, 200);
    const Answer late
            = m_api->patch(path(), m_api->admin, toJson(WorkflowPatch{.name = u"Late"_s}), version);
    QCOMPARE(late.status, 412);
    QCOMPARE(late.json["current"_L1]["definitionNumber"_L1].toInt(), 2);
    QCOMPARE(migrate({}, version).status, 412);
    QCOMPARE(migrate({}, version + 1).status, 200);
}

QTEST_GUILESS_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
