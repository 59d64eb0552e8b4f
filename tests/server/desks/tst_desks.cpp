// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/category.h"
#include "common/desks/desk.h"
#include "common/desks/tag.h"
#include "common/desks/team.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Desks, categories, teams, tags and ticket templates: who sees them, who may change them, and
/// how.
class TestDesks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanupTestCase() { m_api.reset(); }

    void withoutToken_data();
    void withoutToken();
    void withoutTheRight_data();
    void withoutTheRight();
    void badInput_data();
    void badInput();

    void makesADesk();
    void changesADesk();
    void removesADesk();
    void whoSeesWhichDesk();
    void rightsOfOneDesk();

    void categoriesInTheirOrder();
    void categoriesKeepTheirTickets();
    void teamsAndTheirMembers();
    void teamsInUse();
    void tagsAreRenamedOnTickets();
    void namesAreTakenOnce_data();
    void namesAreTakenOnce();
    void listsByPage();
    void oldVersionsAreRefused();

private:
    QByteArray idIn(const Answer &answer) const
    {
        return QByteArray::number(answer.json["id"_L1].toInteger());
    }
    Answer make(const QByteArray &route, const QString &name, QJsonObject more = {})
    {
        more[u"name"_s] = name;
        if (route == "/categories" || route == "/teams" || route == "/ticket-templates")
            more[u"desk"_s] = more.value("desk"_L1).toInteger(m_api->desk.value());
        return m_api->post(route, m_api->admin, more);
    }

    std::unique_ptr<TicketHarness> m_api;
    QByteArray m_function; ///< that m_api was made for
};

void TestDesks::init()
{
    if (m_function == QTest::currentTestFunction())
        return;
    m_function = QTest::currentTestFunction();
    m_api = std::make_unique<TicketHarness>();
}

namespace {

void eachRoute()
{
    QTest::addColumn<Http::Method>("method");
    QTest::addColumn<QByteArray>("path");
    for (const char *kind : {"/desks", "/categories", "/teams", "/tags", "/ticket-templates"}) {
        const QByteArray path = kind;
        QTest::newRow((path + " GET").constData()) << Http::Method::Get << path;
        QTest::newRow((path + " POST").constData()) << Http::Method::Post << path;
        QTest::newRow((path + " PATCH").constData()) << Http::Method::Patch << path + "/1";
        QTest::newRow((path + " DELETE").constData()) << Http::Method::Delete << path + "/1";
    }
}

} // namespace

void TestDesks::withoutToken_data()
{
    eachRoute();
}

void TestDesks::withoutToken()
{
    QFETCH(const Http::Method, method);
    QFETCH(const QByteArray, path);
    QCOMPARE(m_api->call(method, path).status, 401);
}

void TestDesks::withoutTheRight_data()
{
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<QString>("permission");
    QTest::newRow("desks") << "/desks"_ba << u"desk.manage"_s;
    QTest::newRow("categories") << "/categories"_ba << u"category.manage"_s;
    QTest::newRow("teams") << "/teams"_ba << u"team.manage"_s;
    QTest::newRow("tags") << "/tags"_ba << u"category.manage"_s;
    QTest::newRow("ticket templates") << "/ticket-templates"_ba << u"category.manage"_s;
}

void TestDesks::withoutTheRight()
{
    QFETCH(const QByteArray, route);
    QFETCH(const QString, permission);
    const Answer made = route == "/desks" ? make(route, u"Mine"_s, {{u"key"_s, u"MINE"_s}})
                                          : make(route, u"Mine"_s);
    QCOMPARE(made.status, 201);
    const QByteArray path = route + '/' + idIn(made);
    for (const Person &person : {m_api->jane, m_api->alex, m_api->observer}) {
        QJsonObject draft{{u"name"_s, u"Other"_s}};
        if (route == "/desks")
            draft[u"key"_s] = u"OTHER"_s;
        else if (route != "/tags")
            draft[u"desk"_s] = m_api->desk.value();
        for (const Answer &refused : {m_api->post(route, person, draft),
                                      m_api->patch(path, person, {{u"name"_s, u"Hacked"_s}}),
                                      m_api->remove(path, person)}) {
            // Who has nothing to do with the new desk does not see it.
            QVERIFY(refused.status == 403 || refused.status == 404);
            if (refused.status == 403)
                QCOMPARE(refused.json["permission"_L1].toString(), permission);
        }
    }
    QCOMPARE(m_api->patch(route + "/9999", m_api->admin, {{u"name"_s, u"Nothing"_s}}).status, 404);
    QCOMPARE(m_api->remove(route + "/9999", m_api->admin).status, 404);
    QCOMPARE(m_api->remove(route + "/x", m_api->admin).status, 404);
    QVERIFY(m_api->get(route, m_api->admin).column(u"name"_s).contains(u"Mine"_s));
}

void TestDesks::badInput_data()
{
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QByteArray &route, const QJsonObject &body,
                        const QString &fault) {
        QTest::newRow(name) << route << body << fault;
    };
    row("desk without key", "/desks", {{u"name"_s, u"A"_s}}, u"key:required"_s);
    row("desk key", "/desks", {{u"name"_s, u"A"_s}, {u"key"_s, u"x-1"_s}}, u"key:invalid"_s);
    row("desk workflow", "/desks", {{u"name"_s, u"A"_s}, {u"key"_s, u"AB"_s}, {u"workflow"_s, 999}},
        u"workflow:unknown"_s);
    row("desk without name", "/desks", {{u"key"_s, u"AB"_s}}, u"name:required"_s);
    row("category without desk", "/categories", {{u"name"_s, u"A"_s}}, u"desk:required"_s);
    row("category of no desk", "/categories", {{u"name"_s, u"A"_s}, {u"desk"_s, 999}},
        u"desk:unknown"_s);
    row("category position", "/categories",
        {{u"name"_s, u"A"_s}, {u"desk"_s, 1}, {u"position"_s, -1}}, u"position:out_of_range"_s);
    row("team of no desk", "/teams", {{u"name"_s, u"A"_s}, {u"desk"_s, 999}}, u"desk:unknown"_s);
    row("team of nobody", "/teams",
        {{u"name"_s, u"A"_s}, {u"desk"_s, 1}, {u"members"_s, QJsonArray{999}}},
        u"members:unknown"_s);
    row("tag colour", "/tags", {{u"name"_s, u"A"_s}, {u"color"_s, u"red"_s}}, u"color:invalid"_s);
    row("tag too long", "/tags", {{u"name"_s, QString(51, u'x')}}, u"name:too_long"_s);
    row("unknown field", "/tags", {{u"name"_s, u"A"_s}, {u"id"_s, 7}}, u"id:unknown_field"_s);
}

void TestDesks::badInput()
{
    QFETCH(const QByteArray, route);
    QFETCH(QJsonObject, body);
    QFETCH(const QString, fault);
    if (body.value("desk"_L1).toInt() == 1)
        body[u"desk"_s] = m_api->desk.value();
    const int before = int(m_api->get(route, m_api->admin).data().size());
    const Answer answer = m_api->post(route, m_api->admin, body);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults(), QStringList{fault});
    QCOMPARE(int(m_api->get(route, m_api->admin).data().size()), before);
}

void TestDesks::makesADesk()
{
    const Answer answer
            = make("/desks", u"Facility"_s, {{u"key"_s, u"FAC"_s}, {u"description"_s, u"Doors"_s}});
    QCOMPARE(answer.status, 201);
    const Desk desk = decoded<Desk>(answer);
    QCOMPARE(desk.key, u"FAC"_s);
    QCOMPARE(desk.workflow.name, u"Help desk"_s);
    QCOMPARE(desk.version, 1);
    QCOMPARE(answer.headers.value("ETag"), "\"1\""_ba);
    // It works at once.
    const Ticket ticket = m_api->makeTicket(m_api->jane, {{u"desk"_s, desk.id.value()}});
    QCOMPARE(ticket.number, u"FAC-1"_s);
    QCOMPARE(m_api->value(u"SELECT action || ' ' || (new_value ->> 'key') FROM ticket.activity"
                          " WHERE entity = 'desk'"_s),
             u"create FAC"_s);
    QCOMPARE(m_api->value(u"SELECT data ->> 'id' FROM ticket.event WHERE type = 'desk.updated'"_s),
             QString::number(desk.id.value()));
}

void TestDesks::changesADesk()
{
    const qint64 basic
            = m_api->value(u"SELECT id FROM ticket.workflow WHERE key = 'basic'"_s).toLongLong();
    const QByteArray path = "/desks/" + QByteArray::number(m_api->desk.value());
    const Ticket old = m_api->makeTicket(m_api->jane);
    const Desk desk = decoded<Desk>(m_api->patch(
            path, m_api->admin, {{u"name"_s, u"Service"_s}, {u"workflow"_s, basic}}, 1));
    QCOMPARE(desk.name, u"Service"_s);
    QCOMPARE(desk.workflow.id.value(), basic);
    QCOMPARE(desk.version, 2);
    // New tickets live by it, old ones as they started.
    QCOMPARE(m_api->makeTicket(m_api->jane).status, u"open"_s);
    QCOMPARE(m_api->look(m_api->jane, old.id).status, u"new"_s);
    QCOMPARE(m_api->patch(path, m_api->admin, {{u"key"_s, u"NEW"_s}}).faults(),
             QStringList{u"key:unknown_field"_s});
    QCOMPARE(decoded<Desk>(m_api->patch(path, m_api->admin, {{u"name"_s, u"Service"_s}})).version,
             2);
}

void TestDesks::removesADesk()
{
    const QByteArray path = "/desks/" + idIn(make("/desks", u"Empty"_s, {{u"key"_s, u"EMP"_s}}));
    m_api->makeTicket(m_api->jane);
    const Answer used
            = m_api->remove("/desks/" + QByteArray::number(m_api->desk.value()), m_api->admin);
    QCOMPARE(used.status, 409);
    QCOMPARE(used.key(), "desk.in_use"_ba);
    QCOMPARE(m_api->remove(path, m_api->admin).status, 204);
    QCOMPARE(m_api->remove(path, m_api->admin).status, 404);
    QCOMPARE(m_api->get("/desks", m_api->admin).column(u"key"_s), QStringList{u"HD"_s});
    // Ticket numbers stay unambiguous for ever.
    QCOMPARE(make("/desks", u"Empty"_s, {{u"key"_s, u"EMP"_s}}).key(), "desk.key_taken"_ba);
}

void TestDesks::whoSeesWhichDesk()
{
    const DeskId second = m_api->addWorkflowDesk(u"IT"_s, u"basic"_s);
    make("/categories", u"Mail"_s);
    make("/categories", u"Servers"_s, {{u"desk"_s, second.value()}});
    make("/teams", u"Floor"_s);
    make("/teams", u"Racks"_s, {{u"desk"_s, second.value()}});
    const Person guest = m_api->addPerson(u"Gus"_s, BuiltInRole::Requester, second);
    const Person agent = m_api->addPerson(u"Ann"_s, BuiltInRole::Agent, second);
    const Person nobody = m_api->addPerson(u"Nob"_s, {u"report.view"_s});

    const auto names = [&](const QByteArray &path, const Person &person) {
        return m_api->get(path, person).column(u"name"_s).join(u',');
    };
    QCOMPARE(names("/desks", m_api->jane), u"Desk HD,Desk IT"_s);
    QCOMPARE(names("/desks", guest), u"Desk IT"_s);
    QCOMPARE(names("/desks", nobody), QString());
    QCOMPARE(names("/categories", m_api->jane), u"Mail,Servers"_s);
    QCOMPARE(names("/categories", guest), u"Servers"_s);
    QCOMPARE(names("/categories?desk=" + QByteArray::number(m_api->desk.value()), m_api->jane),
             u"Mail"_s);
    QCOMPARE(names("/categories?desk=" + QByteArray::number(m_api->desk.value()), guest),
             QString());
    // Who works in a team is nobody's business who asks for help.
    QCOMPARE(names("/teams", m_api->jane), QString());
    QCOMPARE(names("/teams", guest), QString());
    QCOMPARE(names("/teams", agent), u"Racks"_s);
    QCOMPARE(names("/teams", m_api->observer), u"Floor,Racks"_s);
    QCOMPARE(m_api->get("/teams", guest).json["pagination"_L1]["total"_L1].toInt(), 0);
}

void TestDesks::rightsOfOneDesk()
{
    const DeskId second = m_api->addWorkflowDesk(u"IT"_s, u"basic"_s);
    const Person boss = m_api->addPerson(u"Bea"_s, BuiltInRole::Administrator, second);
    QCOMPARE(m_api->post("/categories", boss, {{u"desk"_s, second.value()}, {u"name"_s, u"Own"_s}})
                     .status,
             201);
    const Answer other = m_api->post("/categories", boss,
                                     {{u"desk"_s, m_api->desk.value()}, {u"name"_s, u"Alien"_s}});
    QCOMPARE(other.status, 422);
    QCOMPARE(other.faults(), QStringList{u"desk:unknown"_s});
    QCOMPARE(m_api->patch("/desks/" + QByteArray::number(second.value()), boss,
                          {{u"name"_s, u"Machines"_s}})
                     .status,
             200);
    QCOMPARE(m_api->patch("/desks/" + QByteArray::number(m_api->desk.value()), boss,
                          {{u"name"_s, u"Machines"_s}})
                     .status,
             404);
    QCOMPARE(m_api->post("/desks", boss, {{u"key"_s, u"MY"_s}, {u"name"_s, u"Mine"_s}}).status,
             403);
}

void TestDesks::categoriesInTheirOrder()
{
    make("/categories", u"Zebra"_s, {{u"position"_s, 1}});
    make("/categories", u"apple"_s, {{u"position"_s, 2}});
    const QByteArray last = idIn(make("/categories", u"Banana"_s, {{u"position"_s, 2}}));
    QCOMPARE(m_api->get("/categories", m_api->jane).column(u"name"_s),
             (QStringList{u"Zebra"_s, u"apple"_s, u"Banana"_s}));
    const Category moved = decoded<Category>(
            m_api->patch("/categories/" + last, m_api->lead, {{u"position"_s, 0}}, 1));
    QCOMPARE(moved.position, 0);
    QCOMPARE(moved.version, 2);
    QCOMPARE(m_api->get("/categories", m_api->jane).column(u"name"_s),
             (QStringList{u"Banana"_s, u"Zebra"_s, u"apple"_s}));
    decoded<Page<Category>>(m_api->get("/categories", m_api->jane));
}

void TestDesks::categoriesKeepTheirTickets()
{
    const Answer category = make("/categories", u"Fax"_s);
    const QJsonObject choice{{u"category"_s, category.json["id"_L1]}};
    const Ticket ticket = m_api->makeTicket(m_api->jane, choice);
    QCOMPARE(m_api->remove("/categories/" + idIn(category), m_api->lead).status, 204);
    QVERIFY(m_api->get("/categories", m_api->jane).data().isEmpty());
    QCOMPARE(m_api->look(m_api->jane, ticket.id).category->name, u"Fax"_s);
    // It can be left there, not chosen.
    QCOMPARE(m_api->patch(TicketHarness::path(ticket.id), m_api->jane,
                          {{u"title"_s, u"Fax again"_s}, {u"category"_s, category.json["id"_L1]}})
                     .status,
             200);
    const Ticket other = m_api->makeTicket(m_api->jane);
    QCOMPARE(m_api->patch(TicketHarness::path(other.id), m_api->jane, choice).faults(),
             QStringList{u"category:unknown"_s});
    QCOMPARE(make("/categories", u"Fax"_s).status, 201);
}

void TestDesks::teamsAndTheirMembers()
{
    const Answer made
            = make("/teams", u"Network"_s,
                   {{u"members"_s, QJsonArray{m_api->emily.id.value(), m_api->alex.id.value()}}});
    const Team team = decoded<Team>(made);
    QCOMPARE(team.members.size(), 2);
    QCOMPARE(team.members.first().displayName, u"Alex"_s);
    const Team changed = decoded<Team>(m_api->patch(
            "/teams/" + idIn(made), m_api->lead,
            {{u"members"_s, QJsonArray{m_api->emily.id.value(), m_api->lead.id.value()}}}));
    QCOMPARE(changed.members.size(), 2);
    QCOMPARE(changed.members.last().displayName, u"Lea"_s);
    QCOMPARE(changed.version, 2);
    // Those who came or went are told, Emily is not concerned.
    QCOMPARE(m_api->value(u"SELECT string_agg(data ->> 'id', ' ' ORDER BY id) FROM ticket.event"
                          " WHERE type = 'account.updated' AND recipients = ARRAY[(data ->> "
                          "'id')::bigint]"_s)
                     .split(u' ')
                     .size(),
             4);
    decoded<Page<Team>>(m_api->get("/teams", m_api->alex));
}

void TestDesks::teamsInUse()
{
    const Answer team = make("/teams", u"Network"_s);
    const Ticket ticket = m_api->makeTicket(m_api->alex, {{u"team"_s, team.json["id"_L1]}});
    const Answer used = m_api->remove("/teams/" + idIn(team), m_api->lead);
    QCOMPARE(used.status, 409);
    QCOMPARE(used.key(), "team.in_use"_ba);
    m_api->setStatus(m_api->alex, ticket.id, u"resolved"_s);
    QCOMPARE(m_api->remove("/teams/" + idIn(team), m_api->lead).status, 204);
    QCOMPARE(m_api->look(m_api->alex, ticket.id).team->name, u"Network"_s);
}

void TestDesks::tagsAreRenamedOnTickets()
{
    const Answer tag = make("/tags", u"printr"_s, {{u"color"_s, u"#1f6feb"_s}});
    QCOMPARE(decoded<Tag>(tag).color, u"#1f6feb"_s);
    const Ticket ticket
            = m_api->makeTicket(m_api->jane, {{u"tags"_s, QJsonArray{u"new"_s, u"PRINTR"_s}}});
    QCOMPARE(ticket.tags, (QStringList{u"new"_s, u"printr"_s}));
    QCOMPARE(m_api->patch("/tags/" + idIn(tag), m_api->lead, {{u"name"_s, u"printer"_s}}).status,
             200);
    const Ticket renamed = m_api->look(m_api->jane, ticket.id);
    QCOMPARE(renamed.tags, (QStringList{u"new"_s, u"printer"_s}));
    QCOMPARE(renamed.version, ticket.version);
    QCOMPARE(m_api->remove("/tags/" + idIn(tag), m_api->lead).status, 204);
    QCOMPARE(m_api->look(m_api->jane, ticket.id).tags, renamed.tags);
    decoded<Page<Tag>>(m_api->get("/tags", m_api->jane));
}

void TestDesks::namesAreTakenOnce_data()
{
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("categories") << "/categories"_ba
                                << "category.name_taken"_ba;
    QTest::newRow("teams") << "/teams"_ba
                           << "team.name_taken"_ba;
    QTest::newRow("tags") << "/tags"_ba
                          << "tag.name_taken"_ba;
    QTest::newRow("ticket templates") << "/ticket-templates"_ba
                                      << "ticket_template.name_taken"_ba;
}

void TestDesks::namesAreTakenOnce()
{
    QFETCH(const QByteArray, route);
    QFETCH(const QByteArray, key);
    QCOMPARE(make(route, u"Name"_s).status, 201);
    const Answer other = make(route, u"Other"_s);
    for (const Answer &taken :
         {make(route, u"NAME"_s),
          m_api->patch(route + '/' + idIn(other), m_api->admin, {{u"name"_s, u"name"_s}})}) {
        QCOMPARE(taken.status, 409);
        QCOMPARE(taken.key(), key);
        QCOMPARE(taken.faults(), QStringList{u"name:taken"_s});
    }
    QCOMPARE(m_api->get(route, m_api->admin).column(u"name"_s),
             (QStringList{u"Name"_s, u"Other"_s}));
}

void TestDesks::listsByPage()
{
    for (const QString &name : {u"echo"_s, u"Bravo"_s, u"delta"_s, u"alpha"_s, u"Charlie"_s})
        make("/tags", name);
    const QStringList all{u"alpha"_s, u"Bravo"_s, u"Charlie"_s, u"delta"_s, u"echo"_s};
    const auto page = decoded<Page<Tag>>(m_api->get("/tags?pageSize=2&page=2", m_api->jane));
    QCOMPARE(page.pagination.total, 5);
    QCOMPARE(page.data.first().name, u"Charlie"_s);
    QStringList seen;
    QString cursor;
    do {
        const Answer answer
                = m_api->get("/tags?pageSize=2&cursor=" + cursor.toLatin1(), m_api->jane);
        seen += answer.column(u"name"_s);
        cursor = answer.json["pagination"_L1]["nextCursor"_L1].toString();
    } while (!cursor.isEmpty() && seen.size() < 10);
    QCOMPARE(seen, all);
    QCOMPARE(m_api->get("/tags?cursor=abc", m_api->jane).faults(),
             QStringList{u"cursor:invalid"_s});
    QCOMPARE(m_api->get("/tags?desk=1", m_api->jane).faults(),
             QStringList{u"desk:unknown_field"_s});
    QCOMPARE(m_api->get("/tags?page=2147483647&pageSize=100", m_api->jane).status, 200);
}

void TestDesks::oldVersionsAreRefused()
{
    const QByteArray path = "/categories/" + idIn(make("/categories", u"Mail"_s));
    QCOMPARE(m_api->patch(path, m_api->lead, {{u"name"_s, u"E-mail"_s}}, 1).status, 200);
    const Answer late = m_api->patch(path, m_api->lead, {{u"name"_s, u"Post"_s}}, 1);
    QCOMPARE(late.status, 412);
    QCOMPARE(late.json["current"_L1]["name"_L1].toString(), u"E-mail"_s);
    QCOMPARE(m_api->remove(path, m_api->lead, 1).status, 412);
    QCOMPARE(m_api->remove(path, m_api->lead, 2).status, 204);
}

QTEST_GUILESS_MAIN(TestDesks)
#include "tst_desks.moc"
