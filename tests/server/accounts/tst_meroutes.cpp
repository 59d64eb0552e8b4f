// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/account.h"
#include "common/accounts/session.h"
#include "common/base/paging.h"
#include "server/accounts/accountroutes.h"
#include "tests/support/server/apiharness.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

class TestMeRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.emplace(Server::accountRoutes());
        m_jane = m_api->addPerson(u"Jane Doe"_s);
    }
    void cleanup() { m_api.reset(); }

    void readsMyself();
    void changesMyself();
    void changesNothingWhenNothingIsNew();
    void refusesBadChanges_data();
    void refusesBadChanges();
    void refusesAnOldVersion();
    void refusesATakenAddress();

    void changesThePassword();
    void refusesAWrongPassword();
    void refusesABadPassword_data();
    void refusesABadPassword();
    void locksOutWhoGuessesThePassword();
    void countsGuessesUnderAnIdempotencyKey();

    void listsSessions();
    void endsASession();
    void endsNobodyElsesSession();

private:
    Answer changePassword(const QString &current, const QString &next)
    {
        return m_api->post("/me/password", m_jane,
                           {{u"currentPassword"_s, current}, {u"newPassword"_s, next}});
    }

    std::optional<ApiHarness> m_api;
    Person m_jane;
};

void TestMeRoutes::readsMyself()
{
    const DeskId desk = m_api->addDesk(u"HD"_s);
    const Person agent = m_api->addPerson(u"John Smith"_s, BuiltInRole::Agent, desk);
    m_api->database.execute(
            u"WITH t AS (INSERT INTO ticket.team (desk_id, name) VALUES (%1, 'Network'), (%1, "
            u"'Gone')"
            "            RETURNING id)"
            " INSERT INTO ticket.team_member (team_id, account_id) SELECT id, %2 FROM t;"
            " UPDATE ticket.team SET deleted_at = now() WHERE name = 'Gone'"_s.arg(desk.value())
                    .arg(agent.id.value()));
    const Answer answer = m_api->get("/me", agent);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("ETag"), "\"1\""_ba);
    const auto me = fromJson<Me>(answer.json);
    QVERIFY(me);
    QCOMPARE(me->account.id, agent.id);
    QCOMPARE(me->account.username, u"John Smith"_s);
    QCOMPARE(me->account.roles.first().desk->key, u"HD"_s);
    QVERIFY(me->grants.holds(Permission::TicketNote, desk));
    QVERIFY(!me->grants.holdsGlobally(Permission::TicketNote));
    QCOMPARE(me->teams.size(), 1);
    QCOMPARE(me->teams.first().name, u"Network"_s);
}

void TestMeRoutes::changesMyself()
{
    const Answer answer = m_api->patch("/me", m_jane,
                                       {{u"displayName"_s, u"Jane"_s},
                                        {u"email"_s, u"jane@example.com"_s},
                                        {u"locale"_s, u"de"_s},
                                        {u"timeZone"_s, u"Europe/Berlin"_s}},
                                       1);
    QCOMPARE(answer.status, 200);
    const auto me = fromJson<Me>(answer.json);
    QVERIFY(me);
    QCOMPARE(me->account.displayName, u"Jane"_s);
    QCOMPARE(me->account.email, u"jane@example.com"_s);
    QCOMPARE(me->account.locale, u"de"_s);
    QCOMPARE(me->account.timeZone, u"Europe/Berlin"_s);
    QCOMPARE(me->account.version, 2);
    QCOMPARE(m_api->value(u"SELECT old_value || new_value FROM ticket.activity"
                          " WHERE action = 'update' AND old_value->>'displayName' = 'Jane Doe'"_s),
             m_api->value(u"SELECT new_value FROM ticket.activity WHERE action = 'update'"_s));
    QCOMPARE(m_api->value(u"SELECT recipients FROM ticket.event WHERE type = 'account.updated'"_s),
             u"{%1}"_s.arg(m_jane.id.value()));
}

void TestMeRoutes::changesNothingWhenNothingIsNew()
{
    const Answer answer = m_api->patch("/me", m_jane, {{u"displayName"_s, u"Jane Doe"_s}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json.value("version"_L1).toInt(), 1);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.activity"_s), u"0"_s);
}

void TestMeRoutes::refusesBadChanges_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("faults");
    QTest::newRow("empty name") << QJsonObject{{u"displayName"_s, u" "_s}}
                                << u"displayName:required"_s;
    QTest::newRow("e-mail") << QJsonObject{{u"email"_s, u"jane"_s}} << u"email:invalid"_s;
    QTest::newRow("time zone") << QJsonObject{{u"timeZone"_s, u"Moon/Crater"_s}}
                               << u"timeZone:invalid"_s;
    QTest::newRow("user name") << QJsonObject{{u"username"_s, u"Boss"_s}}
                               << u"username:unknown_field"_s;
    QTest::newRow("status") << QJsonObject{{u"status"_s, u"active"_s}} << u"status:unknown_field"_s;
    QTest::newRow("roles") << QJsonObject{{u"roles"_s, QJsonArray()}} << u"roles:unknown_field"_s;
}

void TestMeRoutes::refusesBadChanges()
{
    QFETCH(QJsonObject, json);
    const Answer answer = m_api->patch("/me", m_jane, json);
    QCOMPARE(answer.status, 422);
    QTEST(answer.faults().join(u' '), "faults");
}

void TestMeRoutes::refusesAnOldVersion()
{
    QCOMPARE(m_api->patch("/me", m_jane, {{u"locale"_s, u"de"_s}}, 1).status, 200);
    const Answer answer = m_api->patch("/me", m_jane, {{u"locale"_s, u"en"_s}}, 1);
    QCOMPARE(answer.status, 412);
    QCOMPARE(answer.key(), "version.mismatch"_ba);
    const auto current = fromJson<Account>(answer.json.value("current"_L1).toObject());
    QVERIFY(current);
    QCOMPARE(current->locale, u"de"_s);
    QCOMPARE(current->version, 2);
    QCOMPARE(m_api->call(Http::Method::Patch, "/me", m_jane.token, {},
                         [] {
                             Http::Headers headers;
                             headers.set("If-Match"_ba, "yesterday"_ba);
                             return headers;
                         }())
                     .status,
             400);
}

void TestMeRoutes::refusesATakenAddress()
{
    m_api->addPerson(u"John Smith"_s);
    const Answer answer = m_api->patch("/me", m_jane, {{u"email"_s, u"John.Smith@example.com"_s}});
    QCOMPARE(answer.status, 409);
    QCOMPARE(answer.key(), "email.taken"_ba);
}

void TestMeRoutes::changesThePassword()
{
    const Person otherDevice = m_api->addSession(m_jane);
    const QString before = m_api->value(u"SELECT password_hash FROM ticket.account"_s);
    QCOMPARE(changePassword(ApiHarness::password, u"Another1Horse"_s).status, 204);
    QVERIFY(m_api->value(u"SELECT password_hash FROM ticket.account"_s) != before);
    QCOMPARE(m_api->get("/me", m_jane).status, 200);
    QCOMPARE(m_api->get("/me", otherDevice).key(), "auth.token_invalid"_ba);
    QCOMPARE(changePassword(ApiHarness::password, u"Third1Horse"_s).status, 422);
    QCOMPARE(changePassword(u"Another1Horse"_s, u"Third1Horse"_s).status, 204);
    QVERIFY(!m_api->value(u"SELECT string_agg(a::text, ' ') FROM ticket.activity a"_s)
                     .contains("Horse"_L1));
}

void TestMeRoutes::refusesAWrongPassword()
{
    const Answer answer = changePassword(u"Wrong1Horse"_s, u"Another1Horse"_s);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults().join(u' '), u"currentPassword:wrong"_s);
    QCOMPARE(m_api->value(u"SELECT action FROM ticket.activity"_s), u"refuse"_s);
}

void TestMeRoutes::refusesABadPassword_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("fault");
    QTest::newRow("empty") << QString() << u"required"_s;
    QTest::newRow("short") << u"Ab1"_s << u"too_short"_s;
    QTest::newRow("no upper case") << u"hello123."_s << u"needs_upper"_s;
    QTest::newRow("no lower case") << u"HELLO123."_s << u"needs_lower"_s;
    QTest::newRow("no digit") << u"Hellooooo"_s << u"needs_digit"_s;
    QTest::newRow("long") << u"Aa1"_s + QString(200, u'x') << u"too_long"_s;
}

void TestMeRoutes::refusesABadPassword()
{
    QFETCH(QString, password);
    QFETCH(QString, fault);
    const Answer answer = changePassword(ApiHarness::password, password);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults().join(u' '), u"newPassword:"_s + fault);
}

void TestMeRoutes::locksOutWhoGuessesThePassword()
{
    for (int i = 0; i < 5; ++i)
        QCOMPARE(changePassword(u"Wrong1Horse"_s, u"Another1Horse"_s).status, 422);
    QCOMPARE(changePassword(ApiHarness::password, u"Another1Horse"_s).key(), "auth.throttled"_ba);
    m_api->clock.advance(1s);
    QCOMPARE(changePassword(ApiHarness::password, u"Another1Horse"_s).status, 204);
}

void TestMeRoutes::countsGuessesUnderAnIdempotencyKey()
{
    for (int i = 0; i < 5; ++i) {
        Http::Headers headers;
        headers.set("Idempotency-Key"_ba, QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
        QCOMPARE(m_api->call(Http::Method::Post, "/me/password", m_jane.token,
                             {{u"currentPassword"_s, u"Wrong1Horse"_s},
                              {u"newPassword"_s, u"Another1Horse"_s}},
                             headers)
                         .status,
                 422);
    }
    QCOMPARE(changePassword(ApiHarness::password, u"Another1Horse"_s).status, 429);
}

void TestMeRoutes::listsSessions()
{
    m_api->clock.advance(1min);
    const Person second = m_api->addSession(m_jane);
    const Person ended = m_api->addSession(m_jane);
    m_api->database.execute(u"UPDATE ticket.session SET revoked_at = now() WHERE id = %1"_s.arg(
            ended.session.value()));
    m_api->addPerson(u"John Smith"_s);
    const Answer answer = m_api->get("/me/sessions", m_jane);
    QCOMPARE(answer.status, 200);
    const auto sessions = fromJson<Page<Session>>(answer.json);
    QVERIFY(sessions);
    QCOMPARE(sessions->data.size(), 2);
    QCOMPARE(sessions->data[0].id, second.session);
    QVERIFY(!sessions->data[0].current);
    QCOMPARE(sessions->data[1].id, m_jane.session);
    QVERIFY(sessions->data[1].current);
}

void TestMeRoutes::endsASession()
{
    const Person second = m_api->addSession(m_jane);
    const QByteArray path = "/me/sessions/" + QByteArray::number(second.session.value());
    QCOMPARE(m_api->remove(path, m_jane).status, 204);
    QCOMPARE(m_api->get("/me", second).key(), "auth.token_invalid"_ba);
    QCOMPARE(m_api->get("/me", m_jane).status, 200);
    QCOMPARE(m_api->remove(path, m_jane).status, 404);
    QCOMPARE(m_api->value(u"SELECT data->>'id' FROM ticket.event WHERE type = 'session.ended'"_s),
             QString::number(second.session.value()));
}

void TestMeRoutes::endsNobodyElsesSession()
{
    const Person john = m_api->addPerson(u"John Smith"_s, BuiltInRole::Administrator);
    for (const QByteArray &id : {QByteArray::number(m_jane.session.value()), "999999"_ba, "0"_ba,
                                 "-1"_ba, "x"_ba, "99999999999999999999"_ba})
        QCOMPARE(m_api->remove("/me/sessions/" + id, john).status, 404);
    QCOMPARE(m_api->get("/me", m_jane).status, 200);
}

QTEST_GUILESS_MAIN(TestMeRoutes)
#include "tst_meroutes.moc"
