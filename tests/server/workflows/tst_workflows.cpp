// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/presets.h"
#include "common/workflows/workflow.h"
#include "server/workflows/workflowseeder.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

class TestWorkflows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_api = std::make_unique<TicketHarness>(); }
    void cleanup() { m_api.reset(); }

    void presetsAreThere();
    void seedingTwiceChangesNothing();
    void seedingFollowsTheProgram();
    void refusals();
    void makesChangesAndRemoves();
    void faultsAreListed();
    void ticketsKeepTheirDefinition();
    void ticketsSayHowTheirStatusIsCalled();
    void inUse();

private:
    Workflow preset(const QString &key);
    std::unique_ptr<TicketHarness> m_api;
};

namespace {

/// A workflow of two statuses.
QJsonObject definition(const QString &key, const QString &lastLabel = u"Done"_s)
{
    return {{u"key"_s, key},
            {u"label"_s, u"Tiny"_s},
            {u"statuses"_s, QJsonArray{QJsonObject{{u"key"_s, u"todo"_s},
                                                   {u"label"_s, u"To do"_s},
                                                   {u"category"_s, u"open"_s},
                                                   {u"initial"_s, true}},
                                       QJsonObject{{u"key"_s, u"done"_s},
                                                   {u"label"_s, lastLabel},
                                                   {u"category"_s, u"closed"_s},
                                                   {u"final"_s, true}}}},
            {u"transitions"_s,
             QJsonArray{QJsonObject{
                     {u"from"_s, u"todo"_s}, {u"to"_s, u"done"_s}, {u"label"_s, u"Do"_s}}}}};
}

} // namespace

Workflow TestWorkflows::preset(const QString &key)
{
    const auto page = decoded<Page<Workflow>>(m_api->get("/workflows", m_api->jane));
    for (const Workflow &workflow : page.data) {
        if (workflow.definition.key == key)
            return workflow;
    }
    qFatal("no such preset");
}

void TestWorkflows::presetsAreThere()
{
    QCOMPARE(m_api->call(Http::Method::Get, "/workflows").status, 401);
    const auto page = decoded<Page<Workflow>>(m_api->get("/workflows", m_api->jane));
    QCOMPARE(page.data.size(), workflowPresets().size());
    for (const Workflow &workflow : page.data) {
        QCOMPARE(workflow.definition, *workflowPreset(workflow.definition.key));
        QCOMPARE(workflow.definitionNumber, 1);
    }
}

void TestWorkflows::seedingTwiceChangesNothing()
{
    QVERIFY(Server::seedWorkflows(m_api->database.connection(), m_api->clock.now()));
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.workflow_version"_s),
             QString::number(workflowPresets().size()));
}

void TestWorkflows::seedingFollowsTheProgram()
{
    // As if an older program had shipped another definition of both.
    m_api->database.execute(
            u"UPDATE ticket.workflow_version v SET definition = definition || '{\"label\": "
            u"\"Old\"}'"
            " FROM ticket.workflow w WHERE w.id = v.workflow_id AND w.key IN ('basic', 'support')"_s);
    const Workflow mine = preset(u"support"_s);
    QJsonObject own = toJson(*workflowPreset(u"support"));
    own[u"label"_s] = u"Mine"_s;
    QCOMPARE(m_api->patch("/workflows/" + QByteArray::number(mine.id.value()), m_api->admin,
                          {{u"definition"_s, own}})
                     .status,
             200);
    QVERIFY(Server::seedWorkflows(m_api->database.connection(), m_api->clock.now()));
    QCOMPARE(preset(u"basic"_s).definition, *workflowPreset(u"basic"));
    QCOMPARE(preset(u"basic"_s).definitionNumber, 2);
    // What somebody made their own stays.
    QCOMPARE(preset(u"support"_s).definition.label, u"Mine"_s);
}

void TestWorkflows::refusals()
{
    const QJsonObject draft{{u"name"_s, u"Tiny"_s}, {u"definition"_s, definition(u"tiny"_s)}};
    const QByteArray path = "/workflows/" + QByteArray::number(preset(u"basic"_s).id.value());
    for (const Person &person : {m_api->jane, m_api->alex, m_api->lead}) {
        const Answer refused = m_api->post("/workflows", person, draft);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.json["permission"_L1].toString(), u"workflow.manage"_s);
        QCOMPARE(m_api->patch(path, person, {{u"name"_s, u"Hacked"_s}}).status, 403);
        QCOMPARE(m_api->remove(path, person).status, 403);
    }
    for (const Http::Method method : {Http::Method::Patch, Http::Method::Delete})
        QCOMPARE(m_api->call(method, path).status, 401);
    QCOMPARE(m_api->call(Http::Method::Post, "/workflows").status, 401);
    QCOMPARE(m_api->remove("/workflows/9999", m_api->admin).status, 404);
    const Answer builtIn = m_api->remove(path, m_api->admin);
    QCOMPARE(builtIn.status, 409);
    QCOMPARE(builtIn.key(), "workflow.built_in"_ba);
}

void TestWorkflows::makesChangesAndRemoves()
{
    const QJsonObject draft{{u"name"_s, u"Tiny"_s}, {u"definition"_s, definition(u"tiny"_s)}};
    const Answer made = m_api->post("/workflows", m_api->admin, draft);
    QCOMPARE(made.status, 201);
    const Workflow workflow = decoded<Workflow>(made);
    QCOMPARE(workflow.definition.statuses.size(), 2);
    QCOMPARE(m_api->post("/workflows", m_api->admin, draft).key(), "workflow.key_taken"_ba);

    const QByteArray path = "/workflows/" + QByteArray::number(workflow.id.value());
    const Workflow renamed
            = decoded<Workflow>(m_api->patch(path, m_api->admin, {{u"name"_s, u"Small"_s}}, 1));
    QCOMPARE(renamed.name, u"Small"_s);
    QCOMPARE(renamed.definitionNumber, 1);
    const Workflow changed = decoded<Workflow>(m_api->patch(
            path, m_api->admin, {{u"definition"_s, definition(u"tiny"_s, u"Finished"_s)}}));
    QCOMPARE(changed.definitionNumber, 2);
    QCOMPARE(changed.version, 3);
    QCOMPARE(m_api->patch(path, m_api->admin, {{u"definition"_s, definition(u"other"_s)}}).faults(),
             QStringList{u"definition.key:unchangeable"_s});
    QCOMPARE(m_api->patch(path, m_api->admin, {{u"name"_s, u"Late"_s}}, 1).status, 412);
    QCOMPARE(m_api->remove(path, m_api->admin, 3).status, 204);
    QCOMPARE(m_api->remove(path, m_api->admin).status, 404);
    QCOMPARE(m_api->value(u"SELECT string_agg(action, ' ' ORDER BY id) FROM ticket.activity"
                          " WHERE entity = 'workflow'"_s),
             u"create update update delete"_s);
}

void TestWorkflows::faultsAreListed()
{
    QJsonObject wrong = definition(u"tiny"_s);
    wrong[u"transitions"_s] = QJsonArray{
            QJsonObject{{u"from"_s, u"todo"_s}, {u"to"_s, u"todo"_s}, {u"label"_s, u"Stay"_s}}};
    const Answer answer = m_api->post("/workflows", m_api->admin,
                                      {{u"name"_s, u"Tiny"_s}, {u"definition"_s, wrong}});
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults().size(), 3);
    const QString all = answer.faults().join(u' ');
    for (const char *key : {"self_transition", "unreachable_status", "dead_end"})
        QVERIFY2(all.contains(QLatin1StringView(key)), qPrintable(all));
    QVERIFY(all.startsWith(u"definition."_s));
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.workflow"_s),
             QString::number(workflowPresets().size()));
}

void TestWorkflows::ticketsKeepTheirDefinition()
{
    const Workflow workflow = decoded<Workflow>(
            m_api->post("/workflows", m_api->admin,
                        {{u"name"_s, u"Tiny"_s}, {u"definition"_s, definition(u"tiny"_s)}}));
    const DeskId desk = m_api->addWorkflowDesk(u"TI"_s, u"tiny"_s);
    const QJsonObject there{{u"desk"_s, desk.value()}};
    const Ticket old = m_api->makeTicket(m_api->jane, there);
    QJsonObject wider = definition(u"tiny"_s);
    wider[u"transitions"_s]
            = wider.value("transitions"_L1).toArray()
              + QJsonValue(QJsonObject{
                      {u"from"_s, u"done"_s}, {u"to"_s, u"todo"_s}, {u"label"_s, u"Undo"_s}});
    QCOMPARE(m_api->patch("/workflows/" + QByteArray::number(workflow.id.value()), m_api->admin,
                          {{u"definition"_s, wider}})
                     .status,
             200);
    const Ticket fresh = m_api->makeTicket(m_api->jane, there);
    for (const TicketId ticket : {old.id, fresh.id})
        QCOMPARE(m_api->setStatus(m_api->alex, ticket, u"done"_s).status, 200);
    QCOMPARE(m_api->setStatus(m_api->alex, old.id, u"todo"_s).status, 409);
    QCOMPARE(m_api->setStatus(m_api->alex, fresh.id, u"todo"_s).status, 200);
    // Those who work with the desk were told.
    QVERIFY(m_api->value(u"SELECT count(*) FROM ticket.event WHERE type = 'desk.updated'"_s)
            != "0"_L1);
}

void TestWorkflows::inUse()
{
    const Workflow workflow = decoded<Workflow>(
            m_api->post("/workflows", m_api->admin,
                        {{u"name"_s, u"Tiny"_s}, {u"definition"_s, definition(u"tiny"_s)}}));
    m_api->addWorkflowDesk(u"TI"_s, u"tiny"_s);
    const Answer used
            = m_api->remove("/workflows/" + QByteArray::number(workflow.id.value()), m_api->admin);
    QCOMPARE(used.status, 409);
    QCOMPARE(used.key(), "workflow.in_use"_ba);
}

void TestWorkflows::ticketsSayHowTheirStatusIsCalled()
{
    const Workflow workflow = decoded<Workflow>(
            m_api->post("/workflows", m_api->admin,
                        {{u"name"_s, u"Tiny"_s}, {u"definition"_s, definition(u"tiny"_s)}}));
    const DeskId desk = m_api->addWorkflowDesk(u"TI"_s, u"tiny"_s);
    const QJsonObject there{{u"desk"_s, desk.value()}};
    const Ticket old = m_api->makeTicket(m_api->jane, there);
    const QByteArray path = "/workflows/" + QByteArray::number(workflow.id.value());
    QCOMPARE(m_api->patch(path, m_api->admin,
                          {{u"definition"_s, definition(u"tiny"_s, u"Fertig"_s)}})
                     .status,
             200);
    const Ticket fresh = m_api->makeTicket(m_api->jane, there);
    // Each in the words of the definition that it lives by, alone and in lists.
    const QHash<TicketId, QString> words{{old.id, u"Done"_s}, {fresh.id, u"Fertig"_s}};
    for (auto word = words.begin(); word != words.end(); ++word) {
        const Ticket seen = m_api->look(m_api->alex, word.key());
        QCOMPARE(seen.details->allowedTransitions.first().toLabel, word.value());
        QCOMPARE(m_api->setStatus(m_api->alex, word.key(), u"done"_s).status, 200);
        QCOMPARE(m_api->look(m_api->jane, word.key()).statusLabel, word.value());
    }
    const QByteArray list = "/tickets?sort=createdAt&desk=" + QByteArray::number(desk.value());
    QCOMPARE(m_api->get(list, m_api->jane).column(u"statusLabel"_s),
             (QStringList{u"Done"_s, u"Fertig"_s}));
}

QTEST_GUILESS_MAIN(TestWorkflows)
#include "tst_workflows.moc"
