// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/desktemplate.h"
#include "common/workflows/presets.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Desks that begin as a template says, and their assignment rules.
class TestDeskTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesADesk_data();
    void makesADesk();
    void canBeMadeTwice();
    void takesTheRightToEveryPart();
    void faultsAreNamed();
    void turnsGoRound();
    void leastLoadedComesFirst();
    void leastLoadedIsExactUnderManyWriters();
};

namespace {

QJsonObject deskOf(const QString &key, const QString &deskTemplate)
{
    return {{u"key"_s, key}, {u"name"_s, u"Desk "_s + key}, {u"template"_s, deskTemplate}};
}

Answer setRule(TicketHarness &api, const QString &rule, const QString &role)
{
    return api.patch("/desks/" + QByteArray::number(api.desk.value()), api.admin,
                     {{u"assignmentRule"_s, rule}, {u"assignmentRole"_s, role}});
}

} // namespace

void TestDeskTemplates::makesADesk_data()
{
    QTest::addColumn<QString>("key");
    for (const DeskTemplate &value : deskTemplates())
        QTest::newRow(qPrintable(value.key)) << value.key;
}

void TestDeskTemplates::makesADesk()
{
    QFETCH(const QString, key);
    const DeskTemplate &value = *deskTemplate(key);
    TicketHarness api;
    const Answer made = api.post("/desks", api.admin, deskOf(u"NEW"_s, key));
    QCOMPARE(made.status, 201);
    const Desk desk = decoded<Desk>(made);
    QCOMPARE(desk.workflow.name, workflowPreset(value.workflow)->label);
    QCOMPARE(desk.assignmentRule, value.assignmentRule);
    QCOMPARE(desk.approvalTemplate.has_value(), value.approvalTemplate.has_value());

    const QByteArray ofDesk = "?desk=" + QByteArray::number(desk.id.value());
    QStringList categories;
    for (const CategoryDraft &category : value.categories)
        categories.append(category.name);
    QCOMPARE(api.get("/categories" + ofDesk, api.admin).column(u"name"_s), categories);
    const QStringList roles = api.get("/roles", api.admin).column(u"name"_s);
    for (const RoleDraft &role : value.roles)
        QVERIFY(roles.contains(role.name));

    // It can be used at once.
    const Ticket ticket = api.makeTicket(api.admin, {{u"desk"_s, desk.id.value()}});
    QVERIFY(ticket.number.startsWith("NEW-"_L1));
}

void TestDeskTemplates::canBeMadeTwice()
{
    TicketHarness api;
    for (const QString &key : {u"ONE"_s, u"TWO"_s})
        QCOMPARE(api.post("/desks", api.admin, deskOf(key, u"approval"_s)).status, 201);
    QCOMPARE(api.get("/roles", api.admin).column(u"name"_s).count(u"Approver"_s), 1);
}

void TestDeskTemplates::takesTheRightToEveryPart()
{
    TicketHarness api;
    const Person keeper = api.addPerson(u"keeper"_s, QStringList{u"desk.manage"_s});
    QCOMPARE(api.post("/desks", keeper, deskOf(u"ONE"_s, u"basic"_s)).status, 403);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.desk WHERE key = 'ONE'"_s), u"0"_s);
    const Person more = api.addPerson(u"more"_s, {u"desk.manage"_s, u"category.manage"_s});
    QCOMPARE(api.post("/desks", more, deskOf(u"ONE"_s, u"basic"_s)).status, 201);
    QCOMPARE(api.post("/desks", more, deskOf(u"TWO"_s, u"approval"_s)).status, 403);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.desk WHERE key = 'TWO'"_s), u"0"_s);
    QCOMPARE(api.post("/desks", api.lead, deskOf(u"TWO"_s, u"basic"_s)).status, 403);
}

void TestDeskTemplates::faultsAreNamed()
{
    TicketHarness api;
    const Answer unknown = api.post("/desks", api.admin, deskOf(u"ONE"_s, u"nonsense"_s));
    QCOMPARE(unknown.status, 422);
    QCOMPARE(unknown.faults(), QStringList{u"template:unknown"_s});
    QCOMPARE(setRule(api, u"round_robin"_s, {}).faults(),
             QStringList{u"assignmentRole:required"_s});
    QCOMPARE(setRule(api, u"round_robin"_s, u"nobody"_s).faults(),
             QStringList{u"assignmentRole:unknown_role"_s});
    QCOMPARE(setRule(api, u"by_dice"_s, u"agent"_s).status, 422);
}

void TestDeskTemplates::turnsGoRound()
{
    TicketHarness api;
    QVERIFY(!api.makeTicket(api.jane).assignee);
    QCOMPARE(setRule(api, u"round_robin"_s, u"agent"_s).status, 200);
    QCOMPARE(api.makeTicket(api.jane).assignee->id, api.alex.id);
    QCOMPARE(api.makeTicket(api.jane).assignee->id, api.emily.id);
    QCOMPARE(api.makeTicket(api.jane).assignee->id, api.alex.id);
    // Who is named has it.
    const QJsonObject named{{u"assignedTo"_s, api.lead.id.value()}};
    QCOMPARE(api.makeTicket(api.lead, named).assignee->id, api.lead.id);
}

void TestDeskTemplates::leastLoadedComesFirst()
{
    TicketHarness api;
    for (int i = 0; i < 3; ++i)
        api.makeTicket(api.lead, {{u"assignedTo"_s, api.alex.id.value()}});
    QCOMPARE(setRule(api, u"least_loaded"_s, u"agent"_s).status, 200);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(api.makeTicket(api.jane).assignee->id, api.emily.id);
    QCOMPARE(api.makeTicket(api.jane).assignee->id, api.alex.id);
}

void TestDeskTemplates::leastLoadedIsExactUnderManyWriters()
{
    TicketHarness api;
    QCOMPARE(setRule(api, u"least_loaded"_s, u"agent"_s).status, 200);
    std::vector<std::thread> threads;
    for (int writer = 0; writer < 16; ++writer) {
        threads.emplace_back([&] {
            for (int i = 0; i < 5; ++i)
                api.makeTicket(api.jane);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(api.value(u"SELECT string_agg(n::text, ' ') FROM (SELECT count(*) AS n"
                       " FROM ticket.ticket GROUP BY assignee_id) loads"_s),
             u"40 40"_s);
}

QTEST_GUILESS_MAIN(TestDeskTemplates)
#include "tst_desktemplates.moc"
