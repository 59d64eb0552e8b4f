// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/account.h"
#include "common/accounts/heldpermission.h"
#include "common/base/paging.h"
#include "server/accounts/accountroutes.h"
#include "tests/support/server/apiharness.h"

#include <QTest>

#include <latch>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

namespace {

const QByteArray done = "done";
const QByteArray denied = "access.denied";
const QByteArray notDelegable = "access.not_delegable";

QByteArray outcome(const Answer &answer)
{
    return answer.status < 300 ? done : answer.key();
}

} // namespace

/// Who may give which role to whom, and who may manage whom.
class TestUserRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.emplace(Server::accountRoutes());
        m_desk = m_api->addDesk(u"HD"_s);
        m_otherDesk = m_api->addDesk(u"IT"_s);
        const auto add = [this](const QString &name, BuiltInRole role, DeskId desk = {}) {
            m_people.insert(name, m_api->addPerson(name, role, desk));
        };
        add(u"admin"_s, BuiltInRole::Administrator);
        add(u"desk admin"_s, BuiltInRole::Administrator, m_desk);
        add(u"lead"_s, BuiltInRole::Lead);
        add(u"desk lead"_s, BuiltInRole::Lead, m_desk);
        add(u"agent"_s, BuiltInRole::Agent, m_desk);
        add(u"other agent"_s, BuiltInRole::Agent, m_otherDesk);
        add(u"observer"_s, BuiltInRole::Observer);
        add(u"jane"_s, BuiltInRole::Requester);
    }
    void cleanup() { m_api.reset(); }

    void givesARole_data();
    void givesARole();
    void takesARole_data();
    void takesARole();
    void createsWithARole_data();
    void createsWithARole();
    void manages_data();
    void manages();

    void replacesRoles();
    void tellsWhoeverIsConcerned();
    void changesNothingWhenNothingIsNew();
    void refusesAnOldVersion();
    void refusesBadRoles_data();
    void refusesBadRoles();
    void readsRoles();
    void readsPermissions();
    void givesNothingThatWasJustTaken();

private:
    QByteArray path(const QString &name) const
    {
        return "/users/" + QByteArray::number(m_people[name].id.value());
    }
    DeskId deskOf(const QString &name) const
    {
        return name == "HD"_L1 ? m_desk : name == "IT"_L1 ? m_otherDesk : DeskId();
    }
    /// "agent@HD" or "agent", as the interface takes it.
    QJsonObject assignment(const QString &text)
    {
        const QStringList parts = text.split(u'@');
        QJsonObject json{{u"role"_s, m_api->roleId(*fromWire<BuiltInRole>(parts[0])).value()}};
        if (parts.size() > 1)
            json.insert(u"desk"_s, deskOf(parts[1]).value());
        return json;
    }
    QJsonObject roles(const QStringList &texts)
    {
        QJsonArray list;
        for (const QString &text : texts)
            list.append(assignment(text));
        return {{u"roles"_s, list}};
    }

    std::optional<ApiHarness> m_api;
    DeskId m_desk;
    DeskId m_otherDesk;
    QMap<QString, Person> m_people;
};

void TestUserRoles::givesARole_data()
{
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *actor, const char *role, const QByteArray &expected) {
        QTest::addRow("%s gives %s", actor, role)
                << QString::fromLatin1(actor) << QString::fromLatin1(role) << expected;
    };
    row("admin", "administrator", done);
    row("admin", "administrator@HD", done);
    row("admin", "lead", done);
    row("admin", "observer@IT", done);
    row("desk admin", "administrator@HD", done);
    row("desk admin", "agent@HD", done);
    row("desk admin", "agent@IT", denied);
    row("desk admin", "agent", denied);
    row("desk admin", "administrator", denied);
    row("lead", "lead", done);
    row("lead", "lead@HD", done);
    row("lead", "agent", done);
    row("lead", "observer@HD", done);
    row("lead", "administrator", notDelegable);
    row("lead", "administrator@HD", notDelegable);
    row("desk lead", "lead@HD", done);
    row("desk lead", "agent@HD", done);
    row("desk lead", "agent@IT", denied);
    row("desk lead", "administrator@HD", notDelegable);
    row("desk lead", "agent", denied);
    row("agent", "agent@HD", denied);
    row("agent", "observer@HD", denied);
    row("observer", "observer", denied);
    row("jane", "administrator", denied);
}

void TestUserRoles::givesARole()
{
    QFETCH(QString, actor);
    QFETCH(QString, role);
    const Answer answer = m_api->put(path(u"jane"_s) + "/roles", m_people[actor],
                                     roles({u"requester"_s, role}));
    QTEST(outcome(answer), "expected");
    if (outcome(answer) == notDelegable) {
        QVERIFY(fromWire<Permission>(answer.json.value("permission"_L1).toString()));
        QCOMPARE(answer.status, 403);
    }
    const QString held
            = m_api->value(u"SELECT count(*) FROM ticket.account_role WHERE account_id = %1"_s.arg(
                    m_people[u"jane"_s].id.value()));
    QCOMPARE(held, outcome(answer) == done ? u"2"_s : u"1"_s);
}

void TestUserRoles::takesARole_data()
{
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *actor, const char *from, const QByteArray &expected) {
        QTest::addRow("%s strips %s", actor, from)
                << QString::fromLatin1(actor) << QString::fromLatin1(from) << expected;
    };
    row("admin", "lead", done);
    row("admin", "desk admin", done);
    row("lead", "agent", done);
    row("lead", "desk lead", done);
    row("lead", "desk admin", notDelegable);
    row("lead", "admin", notDelegable);
    row("desk lead", "agent", done);
    row("desk lead", "other agent", denied);
    row("desk lead", "jane", denied);
    row("desk lead", "desk admin", notDelegable);
    row("desk admin", "desk lead", done);
    row("desk admin", "lead", denied);
    row("agent", "agent", denied);
}

void TestUserRoles::takesARole()
{
    QFETCH(QString, actor);
    QFETCH(QString, from);
    QTEST(outcome(m_api->put(path(from) + "/roles", m_people[actor], roles({}))), "expected");
}

void TestUserRoles::createsWithARole_data()
{
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QByteArray>("expected");
    const QStringList nothing;
    QTest::newRow("admin") << u"admin"_s << nothing << done;
    QTest::newRow("lead") << u"lead"_s << nothing << done;
    QTest::newRow("desk lead") << u"desk lead"_s << nothing << done;
    QTest::newRow("desk lead, an agent") << u"desk lead"_s << QStringList{u"agent@HD"_s} << done;
    QTest::newRow("desk lead, both")
            << u"desk lead"_s << QStringList{u"requester"_s, u"agent@HD"_s} << done;
    QTest::newRow("desk lead, of another desk")
            << u"desk lead"_s << QStringList{u"agent@IT"_s} << denied;
    QTest::newRow("lead, an administrator")
            << u"lead"_s << QStringList{u"administrator"_s} << notDelegable;
    QTest::newRow("agent") << u"agent"_s << nothing << denied;
    QTest::newRow("observer") << u"observer"_s << nothing << denied;
    QTest::newRow("requester") << u"jane"_s << nothing << denied;
}

void TestUserRoles::createsWithARole()
{
    QFETCH(QString, actor);
    QFETCH(QStringList, wanted);
    QJsonObject draft{{u"username"_s, u"New person"_s}, {u"email"_s, u"new@example.com"_s}};
    if (!wanted.isEmpty())
        draft.insert(u"roles"_s, roles(wanted).value("roles"_L1));
    QTEST(outcome(m_api->post("/users", m_people[actor], draft)), "expected");
}

void TestUserRoles::manages_data()
{
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *actor, const char *target, const QByteArray &expected) {
        QTest::addRow("%s, %s", actor, target)
                << QString::fromLatin1(actor) << QString::fromLatin1(target) << expected;
    };
    row("admin", "lead", done);
    row("admin", "desk admin", done);
    row("lead", "jane", done);
    row("lead", "agent", done);
    row("lead", "admin", notDelegable);
    row("lead", "desk admin", notDelegable);
    row("desk admin", "agent", done);
    row("desk admin", "desk lead", done);
    row("desk admin", "lead", denied);
    row("desk admin", "admin", denied);
    row("desk lead", "agent", done);
    row("desk lead", "other agent", denied);
    row("desk lead", "jane", denied); // who is of no desk is not theirs alone
    row("desk lead", "desk admin", notDelegable);
    row("agent", "jane", denied);
    row("observer", "jane", denied);
    row("jane", "agent", denied);
    row("jane", "jane", denied);
}

void TestUserRoles::manages()
{
    QFETCH(QString, actor);
    QFETCH(QString, target);
    QFETCH(QByteArray, expected);
    const Person &person = m_people[actor];
    QCOMPARE(outcome(m_api->patch(path(target), person, {{u"displayName"_s, u"Other"_s}})),
             expected);
    QCOMPARE(outcome(m_api->remove(path(target), person)), expected);
}

void TestUserRoles::replacesRoles()
{
    const Answer answer = m_api->put(path(u"jane"_s) + "/roles", m_people[u"admin"_s],
                                     roles({u"agent@HD"_s, u"observer"_s}));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("ETag"), "\"2\""_ba);
    QCOMPARE(answer.column(u"key"_s), (QStringList{u"observer"_s, u"agent"_s}));
    const auto me = fromJson<Me>(m_api->get("/me", m_people[u"jane"_s]).json);
    QVERIFY(me);
    QVERIFY(me->grants.holds(Permission::TicketNote, m_desk));
    QVERIFY(!me->grants.holds(Permission::TicketNote, m_otherDesk));
    QVERIFY(me->grants.holdsGlobally(Permission::ReportView));
    QVERIFY(!me->grants.holdsGlobally(Permission::TicketCreate));
    const QString logged = m_api->value(
            u"SELECT old_value::text || new_value FROM ticket.activity WHERE action = 'roles'"_s);
    QCOMPARE(logged,
             uR"({"roles": [{"desk": null, "role": "requester"}]})"
             uR"({"roles": [{"desk": %1, "role": "agent"}, {"desk": null, "role": "observer"}]})"_s
                     .arg(m_desk.value()));
}

void TestUserRoles::tellsWhoeverIsConcerned()
{
    m_api->put(path(u"jane"_s) + "/roles", m_people[u"admin"_s], roles({u"agent@HD"_s}));
    const QString told = m_api->value(
            u"SELECT string_agg(a.username, ',' ORDER BY a.username) FROM ticket.event e"
            " JOIN ticket.account a ON a.id = ANY (e.recipients) WHERE e.type = 'account.updated'"_s);
    QCOMPARE(told, u"admin,desk admin,desk lead,jane,lead"_s);
}

void TestUserRoles::changesNothingWhenNothingIsNew()
{
    const Answer answer
            = m_api->put(path(u"jane"_s) + "/roles", m_people[u"admin"_s], roles({u"requester"_s}));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("ETag"), "\"1\""_ba);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.activity"_s), u"0"_s);
}

void TestUserRoles::refusesAnOldVersion()
{
    Http::Headers headers;
    headers.set("If-Match"_ba, "\"7\""_ba);
    const Answer answer = m_api->call(Http::Method::Put, path(u"jane"_s) + "/roles",
                                      m_people[u"admin"_s].token, roles({u"agent@HD"_s}), headers);
    QCOMPARE(answer.status, 412);
    QCOMPARE(answer.json.value("current"_L1).toObject().value("username"_L1).toString(), u"jane"_s);
}

void TestUserRoles::refusesBadRoles_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("fault");
    const auto list = [](const QJsonArray &roles) {
        return QJsonObject{{u"roles"_s, roles}};
    };
    QTest::newRow("nothing") << QJsonObject() << u"roles:required"_s;
    QTest::newRow("no list") << QJsonObject{{u"roles"_s, u"agent"_s}} << u"roles:wrong_type"_s;
    QTest::newRow("no object") << list({u"agent"_s}) << u"roles[0]:wrong_type"_s;
    QTest::newRow("no role") << list({QJsonObject()}) << u"roles[0].role:required"_s;
    QTest::newRow("no such role") << list({QJsonObject{{u"role"_s, 4711}}})
                                  << u"roles[0].role:unknown"_s;
    QTest::newRow("no such desk") << list({QJsonObject{{u"role"_s, 1}, {u"desk"_s, 4711}}})
                                  << u"roles[0].desk:unknown"_s;
    QTest::newRow("key in place of id")
            << list({QJsonObject{{u"role"_s, u"agent"_s}}}) << u"roles[0].role:wrong_type"_s;
}

void TestUserRoles::refusesBadRoles()
{
    QFETCH(QJsonObject, json);
    const Answer answer = m_api->put(path(u"jane"_s) + "/roles", m_people[u"admin"_s], json);
    QCOMPARE(answer.status, 422);
    QTEST(answer.faults().join(u' '), "fault");
    QCOMPARE(m_api->put("/users/4711/roles", m_people[u"admin"_s], roles({})).status, 404);
}

void TestUserRoles::readsRoles()
{
    const Answer answer = m_api->get(path(u"agent"_s) + "/roles", m_people[u"observer"_s]);
    QCOMPARE(answer.status, 200);
    const auto held = fromJson<Page<HeldRole>>(answer.json);
    QVERIFY(held);
    QCOMPARE(held->data.first().key, u"agent"_s);
    QCOMPARE(held->data.first().desk->key, u"HD"_s);
    QCOMPARE(m_api->get(path(u"agent"_s) + "/roles", m_people[u"jane"_s]).status, 403);
}

/// Each with the role that is why, everywhere and for the desk.
void TestUserRoles::readsPermissions()
{
    m_api->put(path(u"jane"_s) + "/roles", m_people[u"admin"_s],
               roles({u"requester"_s, u"agent@HD"_s}));
    const Answer answer = m_api->get(path(u"jane"_s) + "/permissions", m_people[u"desk lead"_s]);
    QCOMPARE(answer.status, 200);
    const auto held = fromJson<Page<HeldPermission>>(answer.json);
    QVERIFY(held);
    QStringList lines;
    for (const HeldPermission &one : held->data) {
        lines.append(u"%1 %2 %3"_s.arg(QString(toWire(one.permission)), one.role.key,
                                       one.role.desk ? one.role.desk->key : u"everywhere"_s));
    }
    QCOMPARE(lines.mid(0, 3),
             (QStringList{u"ticket.create requester everywhere"_s, u"ticket.create agent HD"_s,
                          u"ticket.create_for_others agent HD"_s}));
    const qsizetype expected = permissionsOf(BuiltInRole::Requester).toList().size()
                               + permissionsOf(BuiltInRole::Agent).toList().size();
    QCOMPARE(held->data.size(), expected);
    QCOMPARE(m_api->get(path(u"jane"_s) + "/permissions", m_people[u"observer"_s]).status, 403);
    QCOMPARE(m_api->get(path(u"jane"_s) + "/permissions", m_people[u"jane"_s]).status, 403);
    QCOMPARE(m_api->get("/users/4711/permissions", m_people[u"admin"_s]).status, 404);
}

void TestUserRoles::givesNothingThatWasJustTaken()
{
    // While the lead gives a role, the administrator takes theirs: whoever is second is told so.
    const QJsonObject lead = roles({u"lead"_s});
    for (int round = 0; round < 10; ++round) {
        std::latch start(2);
        Answer given;
        std::thread giving([&] {
            start.arrive_and_wait();
            given = m_api->put(path(u"jane"_s) + "/roles", m_people[u"lead"_s],
                               roles({u"agent"_s}));
        });
        start.arrive_and_wait();
        const Answer taken
                = m_api->put(path(u"lead"_s) + "/roles", m_people[u"admin"_s], roles({}));
        giving.join();
        QCOMPARE(taken.status, 200);
        const QString last = m_api->value(u"SELECT actor_name FROM ticket.activity"
                                          " WHERE action = 'roles' ORDER BY id DESC LIMIT 1"_s);
        QCOMPARE(last, u"admin"_s);
        QVERIFY(outcome(given) == done || outcome(given) == denied);
        QCOMPARE(m_api->put(path(u"lead"_s) + "/roles", m_people[u"admin"_s], lead).status, 200);
        QCOMPARE(m_api->put(path(u"jane"_s) + "/roles", m_people[u"admin"_s], roles({})).status,
                 200);
    }
}

QTEST_GUILESS_MAIN(TestUserRoles)
#include "tst_userroles.moc"
