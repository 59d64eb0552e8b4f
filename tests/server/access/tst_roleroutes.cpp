// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/role.h"
#include "common/base/paging.h"
#include "server/access/roleroutes.h"
#include "server/access/roleseeder.h"
#include "tests/support/server/apiharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

class TestRoleRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.emplace(Server::roleRoutes());
        m_admin = m_api->addPerson(u"Admin"_s, BuiltInRole::Administrator);
    }
    void cleanup() { m_api.reset(); }

    void seedsWhatTheProgramSays();
    void repairsSeededRoles();
    void lists();
    void listsPermissions();
    void creates();
    void givesKeysOfTheirOwn();
    void refusesBadDrafts_data();
    void refusesBadDrafts();
    void refusesATakenName();
    void changes();
    void changesWhatHoldersMay();
    void keepsBuiltInRoles_data();
    void keepsBuiltInRoles();
    void removes();
    void keepsARoleInUse();
    void refusesAnOldVersion();
    void delegates_data();
    void delegates();

private:
    static QJsonObject draft(const QString &name, const QStringList &permissions)
    {
        return {{u"name"_s, name}, {u"permissions"_s, QJsonArray::fromStringList(permissions)}};
    }
    Answer create(const QString &name, const QStringList &permissions)
    {
        return m_api->post("/roles", m_admin, draft(name, permissions));
    }
    static QByteArray path(const Answer &role)
    {
        return "/roles/" + QByteArray::number(role.json.value("id"_L1).toInteger());
    }

    std::optional<ApiHarness> m_api;
    Person m_admin;
};

void TestRoleRoutes::seedsWhatTheProgramSays()
{
    for (const auto &row : WireEnum<BuiltInRole>::names) {
        QStringList codes = codesOf(permissionsOf(row.value));
        codes.sort();
        const QString stored = m_api->value(
                u"SELECT r.name || ' ' || r.built_in || ' '"
                "       || (SELECT string_agg(permission, ' ' ORDER BY permission COLLATE \"C\")"
                "           FROM ticket.role_permission WHERE role_id = r.id)"
                " FROM ticket.role r WHERE key = '%1'"_s.arg(toWire(row.value)));
        QCOMPARE(stored, nameOf(row.value) + u" true "_s + codes.join(u' '));
    }
}

void TestRoleRoutes::repairsSeededRoles()
{
    m_api->database.execute(
            u"DELETE FROM ticket.role_permission WHERE permission = 'ticket.create';"
            "INSERT INTO ticket.role_permission SELECT id, 'user.manage' FROM ticket.role"
            " WHERE key = 'requester';"
            "UPDATE ticket.role SET name = 'Boss' WHERE key = 'requester'"_s);
    QVERIFY(Server::seedRoles(m_api->database.connection()));
    seedsWhatTheProgramSays();
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.role"_s), u"5"_s);
}

void TestRoleRoutes::lists()
{
    create(u"Night shift"_s, {u"ticket.reply"_s});
    const Answer answer = m_api->get("/roles", m_admin);
    QCOMPARE(answer.status, 200);
    const auto roles = fromJson<Page<Role>>(answer.json);
    QVERIFY(roles);
    QCOMPARE(answer.column(u"key"_s),
             (QStringList{u"requester"_s, u"observer"_s, u"agent"_s, u"lead"_s, u"administrator"_s,
                          u"night_shift"_s}));
    QCOMPARE(roles->data.last().permissions, PermissionSet{Permission::TicketReply});
    QCOMPARE(roles->data.at(4).permissions, PermissionSet::all());
    QVERIFY(roles->data.at(4).builtIn);
    QVERIFY(!roles->data.last().builtIn);
}

void TestRoleRoutes::listsPermissions()
{
    const Person jane = m_api->addPerson(u"Jane"_s);
    const Answer answer = m_api->get("/permissions", jane);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.data(), permissionsToJson());
}

void TestRoleRoutes::creates()
{
    QJsonObject json = draft(u" Night shift "_s, {u"ticket.reply"_s, u"ticket.note"_s});
    json.insert(u"description"_s, u"Watches at night"_s);
    const Answer made = m_api->post("/roles", m_admin, json);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.headers.value("ETag"), "\"1\""_ba);
    const auto role = fromJson<Role>(made.json);
    QVERIFY(role);
    QCOMPARE(role->name, u"Night shift"_s);
    QCOMPARE(role->description, u"Watches at night"_s);
    QCOMPARE(role->permissions, (PermissionSet{Permission::TicketReply, Permission::TicketNote}));
    QCOMPARE(m_api->value(u"SELECT entity || ' ' || action || ' ' || (new_value->>'name')"
                          " FROM ticket.activity"_s),
             u"role create Night shift"_s);
}

void TestRoleRoutes::givesKeysOfTheirOwn()
{
    QCOMPARE(create(u"Night-shift"_s, {}).json.value("key"_L1).toString(), u"night_shift"_s);
    QCOMPARE(create(u"Night shift"_s, {}).json.value("key"_L1).toString(), u"night_shift_2"_s);
    QCOMPARE(create(u"夜勤"_s, {}).json.value("key"_L1).toString(), u"role"_s);
    QCOMPARE(create(u"日勤"_s, {}).json.value("key"_L1).toString(), u"role_2"_s);
    QCOMPARE(create(u"Lead!"_s, {}).json.value("key"_L1).toString(), u"lead_"_s);
}

void TestRoleRoutes::refusesBadDrafts_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("faults");
    QTest::newRow("nothing") << QJsonObject() << u"name:required permissions:required"_s;
    QTest::newRow("empty name") << draft(u"  "_s, {}) << u"name:required"_s;
    QTest::newRow("long name") << draft(QString(101, u'x'), {}) << u"name:too_long"_s;
    QTest::newRow("unknown permission")
            << draft(u"Night shift"_s, {u"ticket.fly"_s}) << u"permissions:unknown_value"_s;
    QJsonObject builtIn = draft(u"Night shift"_s, {});
    builtIn.insert(u"builtIn"_s, true);
    QTest::newRow("built-in") << builtIn << u"builtIn:unknown_field"_s;
}

void TestRoleRoutes::refusesBadDrafts()
{
    QFETCH(QJsonObject, json);
    const Answer answer = m_api->post("/roles", m_admin, json);
    QCOMPARE(answer.status, 422);
    QTEST(answer.faults().join(u' '), "faults");
}

void TestRoleRoutes::refusesATakenName()
{
    QCOMPARE(create(u"AGENT"_s, {}).key(), "role.name_taken"_ba);
    const Answer role = create(u"Night shift"_s, {});
    QCOMPARE(m_api->patch(path(role), m_admin, {{u"name"_s, u"lead"_s}}).key(),
             "role.name_taken"_ba);
}

void TestRoleRoutes::changes()
{
    const Answer made = create(u"Night shift"_s, {u"ticket.reply"_s});
    const Answer changed
            = m_api->patch(path(made), m_admin,
                           {{u"name"_s, u"Day shift"_s},
                            {u"permissions"_s, QJsonArray{u"ticket.note"_s, u"ticket.assign"_s}}},
                           1);
    QCOMPARE(changed.status, 200);
    const auto role = fromJson<Role>(changed.json);
    QVERIFY(role);
    QCOMPARE(role->name, u"Day shift"_s);
    QCOMPARE(role->key, u"night_shift"_s); // what scripts and filters name it by stays
    QCOMPARE(role->permissions, (PermissionSet{Permission::TicketNote, Permission::TicketAssign}));
    QCOMPARE(role->version, 2);
    const Answer same = m_api->patch(path(made), m_admin, {{u"name"_s, u"Day shift"_s}});
    QCOMPARE(same.json.value("version"_L1).toInt(), 2);
    QCOMPARE(m_api->patch("/roles/4711", m_admin, {}).status, 404);
}

void TestRoleRoutes::changesWhatHoldersMay()
{
    const Person jane = m_api->addPerson(u"Jane"_s, QStringList{u"ticket.reply"_s});
    QCOMPARE(m_api->get("/roles", jane).status, 403);
    const QByteArray role
            = "/roles/" + m_api->value(u"SELECT max(id) FROM ticket.role"_s).toLatin1();
    QCOMPARE(m_api->patch(role, m_admin, {{u"permissions"_s, QJsonArray{u"user.view"_s}}}).status,
             200);
    QCOMPARE(m_api->get("/roles", jane).status, 200);
    QCOMPARE(m_api->value(u"SELECT type || recipients::text FROM ticket.event"_s),
             u"account.updated{%1}"_s.arg(jane.id.value()));
}

void TestRoleRoutes::keepsBuiltInRoles_data()
{
    QTest::addColumn<QString>("key");
    for (const auto &row : WireEnum<BuiltInRole>::names)
        QTest::newRow(row.name.data()) << QString(toWire(row.value));
}

void TestRoleRoutes::keepsBuiltInRoles()
{
    QFETCH(QString, key);
    const QByteArray role
            = "/roles/" + QByteArray::number(m_api->roleId(*fromWire<BuiltInRole>(key)).value());
    const Answer changed = m_api->patch(role, m_admin, {{u"name"_s, u"Boss"_s}});
    QCOMPARE(changed.status, 409);
    QCOMPARE(changed.key(), "role.built_in"_ba);
    QCOMPARE(m_api->remove(role, m_admin).key(), "role.built_in"_ba);
}

void TestRoleRoutes::removes()
{
    const Answer made = create(u"Night shift"_s, {u"ticket.reply"_s});
    QCOMPARE(m_api->remove(path(made), m_admin, 1).status, 204);
    QCOMPARE(m_api->remove(path(made), m_admin).status, 404);
    QCOMPARE(m_api->get("/roles", m_admin).data().size(), 5);
    QCOMPARE(create(u"Night shift"_s, {}).status, 201); // the name is free again
}

void TestRoleRoutes::keepsARoleInUse()
{
    m_api->addPerson(u"Jane"_s, QStringList{u"ticket.reply"_s});
    const QByteArray role
            = "/roles/" + m_api->value(u"SELECT max(id) FROM ticket.role"_s).toLatin1();
    const Answer refused = m_api->remove(role, m_admin);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.key(), "role.in_use"_ba);
    QCOMPARE(refused.json.value("holders"_L1).toInt(), 1);
}

void TestRoleRoutes::refusesAnOldVersion()
{
    const Answer made = create(u"Night shift"_s, {});
    QCOMPARE(m_api->patch(path(made), m_admin, {{u"name"_s, u"Day shift"_s}}, 1).status, 200);
    const Answer refused = m_api->patch(path(made), m_admin, {{u"name"_s, u"Shift"_s}}, 1);
    QCOMPARE(refused.status, 412);
    QVERIFY(fromJson<Role>(refused.json.value("current"_L1).toObject()));
    QCOMPARE(m_api->remove(path(made), m_admin, 1).status, 412);
}

void TestRoleRoutes::delegates_data()
{
    QTest::addColumn<QStringList>("held");
    QTest::addColumn<bool>("onOneDesk");
    QTest::addColumn<QByteArray>("created");
    QTest::addColumn<QByteArray>("extended");
    QTest::addColumn<QByteArray>("reduced");
    const QByteArray done;
    const QByteArray denied = "access.denied";
    const QByteArray notDelegable = "access.not_delegable";
    QTest::newRow("all of it") << QStringList{u"role.manage"_s, u"ticket.reply"_s, u"ticket.note"_s}
                               << false << done << done << done;
    QTest::newRow("only what is there") << QStringList{u"role.manage"_s, u"ticket.reply"_s} << false
                                        << done << notDelegable << done;
    QTest::newRow("only what is new") << QStringList{u"role.manage"_s, u"ticket.note"_s} << false
                                      << notDelegable << done << notDelegable;
    QTest::newRow("for one desk") << QStringList{u"role.manage"_s, u"ticket.reply"_s,
                                                 u"ticket.note"_s}
                                  << true << denied << denied << denied;
    QTest::newRow("without the right to") << QStringList{u"user.manage"_s, u"ticket.reply"_s}
                                          << false << denied << denied << denied;
}

void TestRoleRoutes::delegates()
{
    QFETCH(QStringList, held);
    QFETCH(bool, onOneDesk);
    const DeskId desk = onOneDesk ? m_api->addDesk(u"HD"_s) : DeskId();
    const Person person = m_api->addPerson(u"Jane"_s, held, desk);
    const Answer role = create(u"Night shift"_s, {u"ticket.reply"_s});
    QTEST(m_api->post("/roles", person, draft(u"Another"_s, {u"ticket.reply"_s})).key(), "created");
    QTEST(m_api->patch(path(role), person,
                       {{u"permissions"_s, QJsonArray{u"ticket.reply"_s, u"ticket.note"_s}}})
                  .key(),
          "extended");
    QCOMPARE(m_api->patch(path(role), m_admin, {{u"permissions"_s, QJsonArray{u"ticket.reply"_s}}})
                     .status,
             200);
    QTEST(m_api->patch(path(role), person, {{u"permissions"_s, QJsonArray()}}).key(), "reduced");
}

QTEST_GUILESS_MAIN(TestRoleRoutes)
#include "tst_roleroutes.moc"
