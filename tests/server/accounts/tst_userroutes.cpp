// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/account.h"
#include "common/base/paging.h"
#include "server/accounts/accountroutes.h"
#include "tests/support/server/apiharness.h"

#include <QTest>

#include <latch>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Listing, reading, making, changing and removing accounts; their roles are in tst_userroles.
class TestUserRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.emplace(Server::accountRoutes());
        m_admin = m_api->addPerson(u"Admin"_s, BuiltInRole::Administrator);
        m_jane = m_api->addPerson(u"Jane Doe"_s);
    }
    void cleanup() { m_api.reset(); }

    void lists_data();
    void lists();
    void refusesBadFilters_data();
    void refusesBadFilters();
    void pagesByNumber();
    void pagesByCursor();

    void reads();
    void letsEverybodyReadThemselves();

    void creates();
    void createsWithoutPassword();
    void refusesBadDrafts_data();
    void refusesBadDrafts();
    void refusesTakenNames();

    void changes();
    void refusesAnOldVersion();
    void endsSessionsWith_data();
    void endsSessionsWith();
    void approves();
    void movesBetweenOrganisations();

    void removes();

    void keepsTheLastAdministrator_data();
    void keepsTheLastAdministrator();
    void keepsOneOfTwoWhoRemoveEachOther();

private:
    QByteArray path(const Person &person) const
    {
        return "/users/" + QByteArray::number(person.id.value());
    }
    QStringList names(const QByteArray &query)
    {
        return m_api->get("/users" + query, m_admin).column(u"username"_s);
    }

    std::optional<ApiHarness> m_api;
    Person m_admin;
    Person m_jane;
};

void TestUserRoutes::lists_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("expected");
    const QStringList all{u"Admin"_s, u"alex j"_s, u"Blocked"_s, u"Jane Doe"_s, u"Zoe Agent"_s};
    QTest::newRow("all") << ""_ba << all;
    QTest::newRow("part of a name") << "?q=DOE"_ba << QStringList{u"Jane Doe"_s};
    QTest::newRow("part of an address") << "?q=lex.j%40"_ba << QStringList{u"alex j"_s};
    QTest::newRow("wildcards are text") << "?q=%25"_ba << QStringList();
    QTest::newRow("underscore is text") << "?q=_"_ba << QStringList();
    QTest::newRow("quote") << "?q=%27"_ba << QStringList();
    QTest::newRow("role") << "?role=agent"_ba << QStringList{u"Zoe Agent"_s};
    QTest::newRow("two roles") << "?role=agent,administrator"_ba
                               << QStringList{u"Admin"_s, u"Zoe Agent"_s};
    QTest::newRow("no such role") << "?role=boss"_ba << QStringList();
    QTest::newRow("status") << "?status=blocked,pending"_ba << QStringList{u"Blocked"_s};
    QTest::newRow("role on the desk")
            << "?role=agent,administrator&desk=1"_ba << QStringList{u"Admin"_s, u"Zoe Agent"_s};
    QTest::newRow("role on another desk")
            << "?role=agent,administrator&desk=2"_ba << QStringList{u"Admin"_s};
    QTest::newRow("organisation") << "?organisation=1"_ba << QStringList{u"alex j"_s};
    QTest::newRow("together") << "?q=a&role=requester&status=active"_ba
                              << QStringList{u"alex j"_s, u"Jane Doe"_s};
}

void TestUserRoutes::lists()
{
    QFETCH(QByteArray, query);
    QCOMPARE(m_api->addDesk(u"HD"_s), DeskId(1));
    QCOMPARE(m_api->addDesk(u"IT"_s), DeskId(2));
    m_api->addPerson(u"Zoe Agent"_s, BuiltInRole::Agent, DeskId(1));
    m_api->addPerson(u"alex j"_s);
    m_api->addPerson(u"Blocked"_s);
    m_api->addPerson(u"Removed"_s);
    m_api->database.execute(
            u"UPDATE ticket.account SET status = 'blocked' WHERE username = 'Blocked';"
            "UPDATE ticket.account SET deleted_at = now() WHERE username = 'Removed';"
            "INSERT INTO ticket.organisation (name) VALUES ('Acme');"
            "UPDATE ticket.account SET organisation_id = 1 WHERE username = 'alex j'"_s);
    const Answer answer = m_api->get("/users" + query, m_admin);
    QCOMPARE(answer.status, 200);
    const auto page = fromJson<Page<Account>>(answer.json);
    QVERIFY(page);
    QTEST(answer.column(u"username"_s), "expected");
    QCOMPARE(*page->pagination.total, page->data.size());
}

void TestUserRoutes::refusesBadFilters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("fault");
    QTest::newRow("unknown") << "?name=x"_ba << u"name:unknown_field"_s;
    QTest::newRow("status") << "?status=happy"_ba << u"status:unknown_value"_s;
    QTest::newRow("page 0") << "?page=0"_ba << u"page:out_of_range"_s;
    QTest::newRow("page size") << "?pageSize=101"_ba << u"pageSize:out_of_range"_s;
    QTest::newRow("cursor of nothing") << "?cursor=abc"_ba << u"cursor:invalid"_s;
    QTest::newRow("cursor of another list") << "?cursor=WzFd"_ba << u"cursor:invalid"_s;
    QTest::newRow("cursor with NUL") << "?cursor=WyJcdTAwMDAiLDFd"_ba << u"cursor:invalid"_s;
}

void TestUserRoutes::refusesBadFilters()
{
    QFETCH(QByteArray, query);
    const Answer answer = m_api->get("/users" + query, m_admin);
    QCOMPARE(answer.status, 422);
    QTEST(answer.faults().join(u' '), "fault");
}

void TestUserRoutes::pagesByNumber()
{
    for (int i = 0; i < 5; ++i)
        m_api->addPerson(u"Person %1"_s.arg(i));
    const Answer answer = m_api->get("/users?q=person&page=2&pageSize=2", m_admin);
    QCOMPARE(answer.column(u"username"_s), (QStringList{u"Person 2"_s, u"Person 3"_s}));
    const auto page = fromJson<Page<Account>>(answer.json);
    QVERIFY(page);
    QCOMPARE(*page->pagination.total, 5);
    QCOMPARE(*page->pagination.page, 2);
    QCOMPARE(*page->pagination.totalPages, 3);
    QCOMPARE(names("?q=person&pageSize=2&cursor=" + page->pagination.nextCursor.toLatin1()),
             QStringList{u"Person 4"_s});
    QCOMPARE(names("?q=person&page=4&pageSize=2"), QStringList());
}

void TestUserRoutes::pagesByCursor()
{
    // Equal names are told apart by their ids.
    for (int i = 0; i < 5; ++i)
        m_api->addPerson(u"Person %1"_s.arg(i));
    m_api->database.execute(u"UPDATE ticket.account SET display_name = 'Same \"name\", ä'"
                            " WHERE username LIKE 'Person%'"_s);
    QStringList seen;
    QString cursor;
    for (int pages = 0; pages < 3; ++pages) {
        const Answer answer
                = m_api->get("/users?q=person&pageSize=2&cursor=" + cursor.toLatin1(), m_admin);
        QCOMPARE(answer.status, 200);
        const auto page = fromJson<Page<Account>>(answer.json);
        QVERIFY(page);
        QVERIFY(!page->pagination.total);
        seen += answer.column(u"username"_s);
        cursor = page->pagination.nextCursor;
    }
    QCOMPARE(cursor, QString());
    QCOMPARE(seen, (QStringList{u"Person 0"_s, u"Person 1"_s, u"Person 2"_s, u"Person 3"_s,
                                u"Person 4"_s}));
}

void TestUserRoutes::reads()
{
    const Answer answer = m_api->get(path(m_jane), m_admin);
    QCOMPARE(answer.status, 200);
    QVERIFY(fromJson<Account>(answer.json));
    QCOMPARE(answer.json.value("email"_L1).toString(), u"jane.doe@example.com"_s);
    QCOMPARE(answer.headers.value("ETag"), "\"1\""_ba);
    QCOMPARE(m_api->value(u"SELECT actor_name || ' ' || entity || ' ' || action || ' ' || entity_id"
                          " FROM ticket.activity"_s),
             u"Admin account view %1"_s.arg(m_jane.id.value()));
    Http::Headers headers;
    headers.set("If-None-Match"_ba, "\"1\""_ba);
    QCOMPARE(m_api->call(Http::Method::Get, path(m_jane), m_admin.token, {}, headers).status, 304);
    for (const QByteArray &id : {"999999"_ba, "0"_ba, "jane"_ba, "-1"_ba})
        QCOMPARE(m_api->get("/users/" + id, m_admin).status, 404);
}

void TestUserRoutes::letsEverybodyReadThemselves()
{
    QCOMPARE(m_api->get(path(m_jane), m_jane).status, 200);
    QCOMPARE(m_api->get(path(m_admin), m_jane).status, 403);
    QCOMPARE(m_api->get("/users/999999", m_jane).status, 403); // the same as for one that is there
}

void TestUserRoutes::creates()
{
    const Answer made = m_api->post("/users", m_admin,
                                    {{u"username"_s, u"John Smith"_s},
                                     {u"email"_s, u"john@example.com"_s},
                                     {u"password"_s, u"Hello123."_s},
                                     {u"locale"_s, u"de"_s}});
    QCOMPARE(made.status, 201);
    const auto account = fromJson<Account>(made.json);
    QVERIFY(account);
    QCOMPARE(account->displayName, u"John Smith"_s);
    QCOMPARE(account->roles.size(), 1);
    QCOMPARE(account->roles.first().key, u"requester"_s);
    QCOMPARE(account->createdAt, m_api->clock.now());
    QVERIFY(m_api->value(u"SELECT password_hash FROM ticket.account WHERE username = 'John Smith'"_s)
                    .startsWith("$argon2id$"_L1));
    QCOMPARE(m_api->value(u"SELECT string_agg(action, ' ' ORDER BY id) FROM ticket.activity"_s),
             u"create roles"_s);
    QVERIFY(!m_api->value(u"SELECT string_agg(a::text, ' ') FROM ticket.activity a"_s)
                     .contains("Hello123"_L1));
    // Whoever manages people sees the new account at once.
    QCOMPARE(m_api->value(u"SELECT recipients @> ARRAY[%1::bigint] FROM ticket.event"_s.arg(
                     m_admin.id.value())),
             u"t"_s);
}

void TestUserRoutes::createsWithoutPassword()
{
    const Answer made
            = m_api->post("/users", m_admin,
                          {{u"username"_s, u"John Smith"_s}, {u"email"_s, u"john@example.com"_s}});
    QCOMPARE(made.status, 201);
    QCOMPARE(m_api->value(
                     u"SELECT password_hash FROM ticket.account WHERE username = 'John Smith'"_s),
             QString());
}

void TestUserRoutes::refusesBadDrafts_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("faults");
    QTest::newRow("e-mail") << QJsonObject{{u"email"_s, u"john"_s}} << u"email:invalid"_s;
    QTest::newRow("password") << QJsonObject{{u"password"_s, u"x"_s}} << u"password:too_short"_s;
    QTest::newRow("unknown role") << QJsonObject{{u"roles"_s,
                                                  QJsonArray{QJsonObject{{u"role"_s, 999}}}}}
                                  << u"roles[0].role:unknown"_s;
    QTest::newRow("unknown desk")
            << QJsonObject{{u"roles"_s, QJsonArray{QJsonObject{{u"role"_s, 1}, {u"desk"_s, 999}}}}}
            << u"roles[0].desk:unknown"_s;
    QTest::newRow("role twice") << QJsonObject{{u"roles"_s,
                                                QJsonArray{QJsonObject{{u"role"_s, 1}},
                                                           QJsonObject{{u"role"_s, 1}}}}}
                                << u"roles:not_unique"_s;
    QTest::newRow("unknown organisation")
            << QJsonObject{{u"organisation"_s, 999}} << u"organisation:unknown"_s;
    QTest::newRow("status") << QJsonObject{{u"status"_s, u"active"_s}} << u"status:unknown_field"_s;
}

void TestUserRoutes::refusesBadDrafts()
{
    QFETCH(QJsonObject, change);
    QJsonObject draft{{u"username"_s, u"John Smith"_s}, {u"email"_s, u"john@example.com"_s}};
    for (auto it = change.begin(); it != change.end(); ++it)
        draft.insert(it.key(), it.value());
    const Answer answer = m_api->post("/users", m_admin, draft);
    QCOMPARE(answer.status, 422);
    QTEST(answer.faults().join(u' '), "faults");
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.account"_s), u"2"_s);
}

void TestUserRoutes::refusesTakenNames()
{
    QCOMPARE(m_api->post("/users", m_admin,
                         {{u"username"_s, u"JANE DOE"_s}, {u"email"_s, u"x@example.com"_s}})
                     .key(),
             "username.taken"_ba);
    QCOMPARE(m_api->patch(path(m_jane), m_admin, {{u"email"_s, u"admin@example.com"_s}}).key(),
             "email.taken"_ba);
}

void TestUserRoutes::changes()
{
    const Answer answer = m_api->patch(path(m_jane), m_admin,
                                       {{u"username"_s, u"Jane"_s},
                                        {u"displayName"_s, u"Jane D."_s},
                                        {u"email"_s, u"jane@example.com"_s}},
                                       1);
    QCOMPARE(answer.status, 200);
    const auto account = fromJson<Account>(answer.json);
    QVERIFY(account);
    QCOMPARE(account->username, u"Jane"_s);
    QCOMPARE(account->displayName, u"Jane D."_s);
    QCOMPARE(account->version, 2);
    QCOMPARE(m_api->value(u"SELECT old_value->>'username' || '>' || (new_value->>'username')"
                          " FROM ticket.activity"_s),
             u"Jane Doe>Jane"_s);
    QCOMPARE(m_api->get("/me", m_jane).status, 200); // a name ends no session
    QCOMPARE(m_api->patch(path(m_jane), m_admin, {{u"status"_s, u"gone"_s}}).status, 422);
    QCOMPARE(m_api->patch("/users/999999", m_admin, {{u"username"_s, u"Jane"_s}}).status, 404);
}

void TestUserRoutes::refusesAnOldVersion()
{
    QCOMPARE(m_api->patch(path(m_jane), m_admin, {{u"locale"_s, u"de"_s}}, 1).status, 200);
    const Answer patched = m_api->patch(path(m_jane), m_admin, {{u"locale"_s, u"en"_s}}, 1);
    QCOMPARE(patched.status, 412);
    QCOMPARE(patched.json.value("current"_L1).toObject().value("locale"_L1).toString(), u"de"_s);
    QCOMPARE(m_api->remove(path(m_jane), m_admin, 1).status, 412);
    QCOMPARE(m_api->remove(path(m_jane), m_admin, 2).status, 204);
}

void TestUserRoutes::endsSessionsWith_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::newRow("block") << QJsonObject{{u"status"_s, u"blocked"_s}};
    QTest::newRow("deactivate") << QJsonObject{{u"status"_s, u"deactivated"_s}};
    QTest::newRow("new password") << QJsonObject{{u"password"_s, u"Another1Horse"_s}};
}

void TestUserRoutes::endsSessionsWith()
{
    QFETCH(QJsonObject, change);
    QCOMPARE(m_api->patch(path(m_jane), m_admin, change).status, 200);
    QCOMPARE(m_api->get("/me", m_jane).key(), "auth.token_invalid"_ba);
    QCOMPARE(m_api->value(u"SELECT recipients FROM ticket.event WHERE type = 'session.ended'"_s),
             u"{%1}"_s.arg(m_jane.id.value()));
    // Back again, the old sessions stay ended.
    QCOMPARE(m_api->patch(path(m_jane), m_admin, {{u"status"_s, u"active"_s}}).status, 200);
    QCOMPARE(m_api->get("/me", m_jane).key(), "auth.token_invalid"_ba);
    QCOMPARE(m_api->get("/me", m_admin).status, 200);
    QVERIFY(!m_api->value(u"SELECT string_agg(a::text, ' ') FROM ticket.activity a"_s)
                     .contains("Horse"_L1));
}

void TestUserRoutes::approves()
{
    m_api->database.execute(
            u"UPDATE ticket.account SET status = 'pending' WHERE id = %1"_s.arg(m_jane.id.value()));
    QCOMPARE(m_api->get("/me", m_jane).status, 401);
    const Answer answer = m_api->patch(path(m_jane), m_admin, {{u"status"_s, u"active"_s}});
    QCOMPARE(answer.json.value("status"_L1).toString(), u"active"_s);
    QCOMPARE(m_api->get("/me", m_jane).status, 200);
}

void TestUserRoutes::movesBetweenOrganisations()
{
    m_api->database.execute(
            u"INSERT INTO ticket.organisation (name) VALUES ('Acme'), ('Gone');"
            "UPDATE ticket.organisation SET deleted_at = now() WHERE name = 'Gone'"_s);
    const Answer joined = m_api->patch(path(m_jane), m_admin, {{u"organisation"_s, 1}});
    QCOMPARE(joined.json.value("organisation"_L1).toObject().value("name"_L1).toString(),
             u"Acme"_s);
    QCOMPARE(m_api->patch(path(m_jane), m_admin, {{u"organisation"_s, 2}}).faults().join(u' '),
             u"organisation:unknown"_s);
    const Answer left
            = m_api->patch(path(m_jane), m_admin, {{u"organisation"_s, QJsonValue::Null}});
    QVERIFY(left.json.value("organisation"_L1).isNull());
}

void TestUserRoutes::removes()
{
    QCOMPARE(m_api->remove(path(m_jane), m_admin).status, 204);
    QCOMPARE(m_api->get(path(m_jane), m_admin).status, 404);
    QCOMPARE(m_api->remove(path(m_jane), m_admin).status, 404);
    QCOMPARE(m_api->get("/me", m_jane).key(), "auth.token_invalid"_ba);
    QCOMPARE(names({}), QStringList{u"Admin"_s});
    QCOMPARE(m_api->value(u"SELECT display_name FROM ticket.account WHERE id = %1"_s.arg(
                     m_jane.id.value())),
             u"Jane Doe"_s);
    QCOMPARE(m_api->value(u"SELECT old_value->>'username' FROM ticket.activity"
                          " WHERE action = 'delete'"_s),
             u"Jane Doe"_s);
}

void TestUserRoutes::keepsTheLastAdministrator_data()
{
    QTest::addColumn<Http::Method>("method");
    QTest::addColumn<QByteArray>("suffix");
    QTest::addColumn<QJsonObject>("json");
    using Http::Method;
    QTest::newRow("block") << Method::Patch << ""_ba << QJsonObject{{u"status"_s, u"blocked"_s}};
    QTest::newRow("deactivate") << Method::Patch << ""_ba
                                << QJsonObject{{u"status"_s, u"deactivated"_s}};
    QTest::newRow("remove") << Method::Delete << ""_ba << QJsonObject();
    QTest::newRow("strip") << Method::Put << "/roles"_ba << QJsonObject{{u"roles"_s, QJsonArray()}};
}

void TestUserRoutes::keepsTheLastAdministrator()
{
    QFETCH(Http::Method, method);
    QFETCH(QByteArray, suffix);
    QFETCH(QJsonObject, json);
    // These do not count: one desk only, blocked, removed.
    const DeskId desk = m_api->addDesk(u"HD"_s);
    m_api->addPerson(u"Desk admin"_s, BuiltInRole::Administrator, desk);
    m_api->addPerson(u"Blocked admin"_s, BuiltInRole::Administrator);
    m_api->addPerson(u"Removed admin"_s, BuiltInRole::Administrator);
    m_api->database.execute(
            u"UPDATE ticket.account SET status = 'blocked' WHERE username = 'Blocked admin';"
            "UPDATE ticket.account SET deleted_at = now() WHERE username = 'Removed admin'"_s);
    const Answer refused = m_api->call(method, path(m_admin) + suffix, m_admin.token, json);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.key(), "account.last_administrator"_ba);
    QCOMPARE(m_api->get("/me", m_admin).status, 200);

    const Person second = m_api->addPerson(u"Second admin"_s, BuiltInRole::Administrator);
    const Answer done = m_api->call(method, path(m_admin) + suffix, second.token, json);
    QVERIFY2(done.status == 200 || done.status == 204, done.body.constData());
}

void TestUserRoutes::keepsOneOfTwoWhoRemoveEachOther()
{
    const Person second = m_api->addPerson(u"Second"_s, BuiltInRole::Administrator);
    for (int round = 0; round < 10; ++round) {
        std::latch start(2);
        QList<int> statuses(2);
        const auto block = [&](int index, const Person &actor, const Person &victim) {
            start.arrive_and_wait();
            statuses[index]
                    = m_api->patch(path(victim), actor, {{u"status"_s, u"blocked"_s}}).status;
        };
        std::thread other([&] { block(1, second, m_admin); });
        block(0, m_admin, second);
        other.join();
        // One came first; the other had lost its session, or was the last one.
        QCOMPARE(statuses.count(200), 1);
        QCOMPARE(
                m_api->value(u"SELECT count(*) FROM ticket.account"
                             " WHERE status = 'active' AND id IN (%1, %2)"_s.arg(m_admin.id.value())
                                     .arg(second.id.value())),
                u"1"_s);
        m_api->database.execute(u"UPDATE ticket.account SET status = 'active';"
                                "UPDATE ticket.session SET revoked_at = NULL"_s);
    }
}

QTEST_GUILESS_MAIN(TestUserRoutes)
#include "tst_userroutes.moc"
