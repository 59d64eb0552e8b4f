// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/tokenanswer.h"
#include "server/accounts/accountroutes.h"
#include "server/accounts/signinthrottle.h"
#include "tests/support/server/apiharness.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

class TestAuthRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_api.emplace(Server::accountRoutes()); }
    void cleanup() { m_api.reset(); }

    void signsIn_data();
    void signsIn();
    void answersAsOAuthDoes();
    void refusesBadTokenRequests_data();
    void refusesBadTokenRequests();
    void tellsNobodyWhoExists();
    void tellsAnInactiveAccountOnlyWithItsPassword_data();
    void tellsAnInactiveAccountOnlyWithItsPassword();
    void refusesAnAccountWithoutPassword();

    void locksANameOutForLonger();
    void locksNobodyOutWhoseClockWasSetBack();
    void locksAnUnknownNameOutLikeAKnownOne();
    void forgetsFailuresAfterASuccess();
    void forgetsFailuresAfterAnHour();
    void locksAnAddressOut();

    void refreshes();
    void refusesARefreshTokenThatWasNeverGiven();
    void endsTheSessionOfAReusedToken();
    void endsUnusedSessions();
    void keepsUsedSessions();
    void refreshesNothingForABlockedAccount();
    void signsOut();

    void signsUp();
    void signsUpRequestersOnly();
    void refusesATakenName_data();
    void refusesATakenName();
    void refusesBadSignUps_data();
    void refusesBadSignUps();
    void signsNobodyUpWhenItIsOff();

    void logsSignInsWithoutSecrets();

private:
    Answer token(const QByteArray &form)
    {
        Http::Headers headers;
        headers.set("Content-Type"_ba, "application/x-www-form-urlencoded"_ba);
        headers.set("User-Agent"_ba, "Test/1.0"_ba);
        return m_api->send(Http::Method::Post, "/auth/token", {}, form, headers);
    }
    Answer signIn(const QString &name, const QString &password)
    {
        return token("grant_type=password&username=" + QUrl::toPercentEncoding(name)
                     + "&password=" + QUrl::toPercentEncoding(password));
    }
    Answer signIn(const QString &name) { return signIn(name, ApiHarness::password); }
    Answer refresh(const QString &refreshToken)
    {
        return token("grant_type=refresh_token&refresh_token=" + refreshToken.toLatin1());
    }
    Answer me(const QString &accessToken)
    {
        return m_api->call(Http::Method::Get, "/me", accessToken.toLatin1());
    }
    static QString refreshTokenOf(const Answer &answer)
    {
        return answer.json.value("refresh_token"_L1).toString();
    }
    static QString accessTokenOf(const Answer &answer)
    {
        return answer.json.value("access_token"_L1).toString();
    }
    void fail(const QString &name, int times)
    {
        for (int i = 0; i < times; ++i)
            QCOMPARE(signIn(name, u"Wrong1Horse"_s).status, 400);
    }
    Answer signUp(const QJsonObject &json)
    {
        return m_api->call(Http::Method::Post, "/auth/signup", {}, json);
    }

    std::optional<ApiHarness> m_api;
};

void TestAuthRoutes::signsIn_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("user name") << u"Jane Doe"_s;
    QTest::newRow("user name in another case") << u"jane DOE"_s;
    QTest::newRow("e-mail address") << u"jane.doe@example.com"_s;
    QTest::newRow("e-mail address in another case") << u"Jane.Doe@Example.COM"_s;
}

void TestAuthRoutes::signsIn()
{
    QFETCH(QString, name);
    const Person jane = m_api->addPerson(u"Jane Doe"_s);
    m_api->addPerson(u"John Smith"_s);
    const Answer answer = signIn(name);
    QCOMPARE(answer.status, 200);
    const auto read = fromJson<TokenAnswer>(answer.json);
    QVERIFY(read);
    QCOMPARE(read->expiresIn, 600);
    QCOMPARE(read->user.account.id, jane.id);
    QVERIFY(read->user.grants.holdsGlobally(Permission::TicketCreate));
    QCOMPARE(read->user.account.lastSeenAt, m_api->clock.now());
    QCOMPARE(me(read->accessToken).status, 200);
}

void TestAuthRoutes::answersAsOAuthDoes()
{
    m_api->addPerson(u"Jane Doe"_s);
    const Answer good = signIn(u"Jane Doe"_s);
    QCOMPARE(good.headers.value("Cache-Control"), "no-store"_ba);
    QCOMPARE(good.headers.value("Pragma"), "no-cache"_ba);
    QCOMPARE(good.json.value("token_type"_L1).toString(), u"bearer"_s);

    const Answer bad = signIn(u"Jane Doe"_s, u"Wrong1Horse"_s);
    QCOMPARE(bad.status, 400);
    QCOMPARE(bad.headers.value("Cache-Control"), "no-store"_ba);
    QCOMPARE(bad.headers.value("Content-Type"), "application/json"_ba);
    QCOMPARE(bad.json.value("error"_L1).toString(), u"invalid_grant"_s);
    QVERIFY(!bad.json.value("error_description"_L1).toString().isEmpty());
    QCOMPARE(bad.key(), "auth.invalid_grant"_ba);
}

void TestAuthRoutes::refusesBadTokenRequests_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("error");
    const QString invalid = u"invalid_request"_s;
    QTest::newRow("empty") << ""_ba << invalid;
    QTest::newRow("no grant type") << "username=Jane+Doe&password=x"_ba << invalid;
    QTest::newRow("unknown grant type")
            << "grant_type=client_credentials"_ba << u"unsupported_grant_type"_s;
    QTest::newRow("no name") << "grant_type=password&password=x"_ba << invalid;
    QTest::newRow("no password") << "grant_type=password&username=x"_ba << invalid;
    QTest::newRow("empty password") << "grant_type=password&username=x&password="_ba << invalid;
    QTest::newRow("no refresh token") << "grant_type=refresh_token"_ba << invalid;
    QTest::newRow("twice") << "grant_type=password&username=x&password=y&username=z"_ba << invalid;
    QTest::newRow("SQL in the name")
            << "grant_type=password&username=x'%20OR%201=1--&password=y"_ba << u"invalid_grant"_s;
    QTest::newRow("unknown parameter")
            << "grant_type=password&username=x&password=y&scope=all"_ba << u"invalid_grant"_s;
    QTest::newRow("long name") << "grant_type=password&password=y&username=" + QByteArray(5000, 'x')
                               << u"invalid_grant"_s;
}

void TestAuthRoutes::refusesBadTokenRequests()
{
    QFETCH(QByteArray, form);
    QFETCH(QString, error);
    const Answer answer = token(form);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json.value("error"_L1).toString(), error);
    const Answer json = m_api->call(Http::Method::Post, "/auth/token");
    QCOMPARE(json.status, 415);
}

void TestAuthRoutes::tellsNobodyWhoExists()
{
    m_api->addPerson(u"Jane Doe"_s);
    const Answer wrong = signIn(u"Jane Doe"_s, u"Wrong1Horse"_s);
    const Answer unknown = signIn(u"Nobody"_s, u"Wrong1Horse"_s);
    QCOMPARE(unknown.status, wrong.status);
    QCOMPARE(unknown.body, wrong.body);
}

void TestAuthRoutes::tellsAnInactiveAccountOnlyWithItsPassword_data()
{
    QTest::addColumn<QString>("status");
    QTest::newRow("pending") << u"pending"_s;
    QTest::newRow("blocked") << u"blocked"_s;
    QTest::newRow("deactivated") << u"deactivated"_s;
}

void TestAuthRoutes::tellsAnInactiveAccountOnlyWithItsPassword()
{
    QFETCH(QString, status);
    m_api->addPerson(u"Jane Doe"_s);
    m_api->database.execute(u"UPDATE ticket.account SET status = '%1'"_s.arg(status));
    const Answer right = signIn(u"Jane Doe"_s);
    QCOMPARE(right.status, 400);
    QCOMPARE(right.json.value("error"_L1).toString(), u"invalid_grant"_s);
    QCOMPARE(right.key(), "account." + status.toLatin1());
    QCOMPARE(signIn(u"Jane Doe"_s, u"Wrong1Horse"_s).body,
             signIn(u"Nobody"_s, u"Wrong1Horse"_s).body);
}

void TestAuthRoutes::refusesAnAccountWithoutPassword()
{
    m_api->addPerson(u"Jane Doe"_s);
    m_api->database.execute(u"UPDATE ticket.account SET password_hash = ''"_s);
    QCOMPARE(signIn(u"Jane Doe"_s).key(), "auth.invalid_grant"_ba);
}

void TestAuthRoutes::locksANameOutForLonger()
{
    m_api->addPerson(u"Jane Doe"_s);
    m_api->addPerson(u"John Smith"_s);
    fail(u"Jane Doe"_s, 5);
    const Answer locked = signIn(u"JANE doe "_s);
    QCOMPARE(locked.status, 429);
    QCOMPARE(locked.key(), "auth.throttled"_ba);
    QCOMPARE(locked.headers.value("Retry-After"), "1"_ba);
    QCOMPARE(signIn(u"John Smith"_s).status, 200);

    m_api->clock.advance(1s);
    fail(u"Jane Doe"_s, 1);
    QCOMPARE(signIn(u"Jane Doe"_s).headers.value("Retry-After"), "2"_ba);
    m_api->clock.advance(1999ms);
    QCOMPARE(signIn(u"Jane Doe"_s).headers.value("Retry-After"), "1"_ba);
    m_api->clock.advance(1ms);
    QCOMPARE(signIn(u"Jane Doe"_s).status, 200);
}

void TestAuthRoutes::locksNobodyOutWhoseClockWasSetBack()
{
    m_api->addPerson(u"Jane Doe"_s);
    fail(u"Jane Doe"_s, 5);
    m_api->clock.advance(-48h);
    QCOMPARE(signIn(u"Jane Doe"_s).status, 200);
    // Guessing is not made easier by it.
    fail(u"Jane Doe"_s, 5);
    QCOMPARE(signIn(u"Jane Doe"_s).status, 429);
}

void TestAuthRoutes::locksAnUnknownNameOutLikeAKnownOne()
{
    m_api->addPerson(u"Jane Doe"_s);
    for (const QString &name : {u"Jane Doe"_s, u"Nobody"_s}) {
        fail(name, 5);
        const Answer locked = signIn(name);
        QCOMPARE(locked.status, 429);
        QCOMPARE(locked.headers.value("Retry-After"), "1"_ba);
    }
}

void TestAuthRoutes::forgetsFailuresAfterASuccess()
{
    m_api->addPerson(u"Jane Doe"_s);
    fail(u"Jane Doe"_s, 4);
    QCOMPARE(signIn(u"Jane Doe"_s).status, 200);
    fail(u"Jane Doe"_s, 4);
    QCOMPARE(signIn(u"Jane Doe"_s).status, 200);
}

void TestAuthRoutes::forgetsFailuresAfterAnHour()
{
    m_api->addPerson(u"Jane Doe"_s);
    fail(u"Jane Doe"_s, 4);
    m_api->clock.advance(1h);
    fail(u"Jane Doe"_s, 4);
    QCOMPARE(signIn(u"Jane Doe"_s).status, 200);
    // Names that were tried once do not pile up either.
    fail(u"Nobody"_s, 1);
    m_api->clock.advance(1h);
    fail(u"Somebody"_s, 1);
    QCOMPARE(m_api->value(u"SELECT string_agg(subject, ',' ORDER BY subject)"
                          " FROM ticket.signin_failure"_s),
             u"name:somebody,peer:127.0.0.1"_s);
}

void TestAuthRoutes::locksAnAddressOut()
{
    m_api->addPerson(u"Jane Doe"_s);
    for (int i = 0; i < Server::SignInThrottle::addressAllowance; ++i)
        fail(u"Nobody %1"_s.arg(i), 1);
    const Answer locked = signIn(u"Jane Doe"_s);
    QCOMPARE(locked.status, 429);
    QCOMPARE(locked.headers.value("Retry-After"), "1"_ba);
    m_api->clock.advance(1s);
    QCOMPARE(signIn(u"Jane Doe"_s).status, 200);
    // One good account buys no guesses at others.
    fail(u"Nobody"_s, 1);
    QCOMPARE(signIn(u"Jane Doe"_s).headers.value("Retry-After"), "2"_ba);
}

void TestAuthRoutes::refreshes()
{
    m_api->addPerson(u"Jane Doe"_s);
    const Answer first = signIn(u"Jane Doe"_s);
    m_api->clock.advance(10min);
    QCOMPARE(me(accessTokenOf(first)).key(), "auth.token_expired"_ba);
    const Answer second = refresh(refreshTokenOf(first));
    QCOMPARE(second.status, 200);
    QVERIFY(fromJson<TokenAnswer>(second.json));
    QVERIFY(refreshTokenOf(second) != refreshTokenOf(first));
    QCOMPARE(me(accessTokenOf(second)).status, 200);
    QCOMPARE(refresh(refreshTokenOf(second)).status, 200);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.session WHERE user_agent = 'Test/1.0'"_s),
             u"1"_s);
}

void TestAuthRoutes::refusesARefreshTokenThatWasNeverGiven()
{
    const Answer answer = refresh(QString(43, u'x'));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json.value("error"_L1).toString(), u"invalid_grant"_s);
}

void TestAuthRoutes::endsTheSessionOfAReusedToken()
{
    m_api->addPerson(u"Jane Doe"_s);
    const Answer other = signIn(u"Jane Doe"_s);
    const Answer first = signIn(u"Jane Doe"_s);
    const Answer second = refresh(refreshTokenOf(first));
    QCOMPARE(second.status, 200);
    QCOMPARE(refresh(refreshTokenOf(first)).key(), "auth.invalid_grant"_ba);
    // Whoever of the two was the thief: nothing of that session works any more.
    QCOMPARE(refresh(refreshTokenOf(second)).key(), "auth.invalid_grant"_ba);
    QCOMPARE(me(accessTokenOf(second)).key(), "auth.token_invalid"_ba);
    QCOMPARE(me(accessTokenOf(other)).status, 200);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.event WHERE type = 'session.ended'"_s),
             u"1"_s);
    QCOMPARE(m_api->value(u"SELECT new_value->>'reason' FROM ticket.activity"
                          " WHERE entity = 'session' AND action = 'refuse'"_s),
             u"reuse"_s);
}

void TestAuthRoutes::endsUnusedSessions()
{
    m_api->addPerson(u"Jane Doe"_s);
    const Answer first = signIn(u"Jane Doe"_s);
    m_api->clock.advance(30 * 24h);
    QCOMPARE(refresh(refreshTokenOf(first)).key(), "auth.invalid_grant"_ba);
}

void TestAuthRoutes::keepsUsedSessions()
{
    m_api->addPerson(u"Jane Doe"_s);
    Answer answer = signIn(u"Jane Doe"_s);
    for (int i = 0; i < 3; ++i) {
        m_api->clock.advance(29 * 24h);
        answer = refresh(refreshTokenOf(answer));
        QCOMPARE(answer.status, 200);
    }
    // Used tokens are not kept for ever.
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.refresh_token"_s), u"2"_s);
}

void TestAuthRoutes::refreshesNothingForABlockedAccount()
{
    m_api->addPerson(u"Jane Doe"_s);
    const Answer first = signIn(u"Jane Doe"_s);
    m_api->database.execute(u"UPDATE ticket.account SET status = 'blocked'"_s);
    QCOMPARE(refresh(refreshTokenOf(first)).key(), "auth.invalid_grant"_ba);
    QCOMPARE(me(accessTokenOf(first)).key(), "auth.token_invalid"_ba);
}

void TestAuthRoutes::signsOut()
{
    m_api->addPerson(u"Jane Doe"_s);
    const Answer first = signIn(u"Jane Doe"_s);
    const Answer other = signIn(u"Jane Doe"_s);
    const Answer out
            = m_api->call(Http::Method::Post, "/auth/logout", accessTokenOf(first).toLatin1());
    QCOMPARE(out.status, 204);
    QCOMPARE(me(accessTokenOf(first)).key(), "auth.token_invalid"_ba);
    QCOMPARE(refresh(refreshTokenOf(first)).key(), "auth.invalid_grant"_ba);
    QCOMPARE(me(accessTokenOf(other)).status, 200);
}

void TestAuthRoutes::signsUp()
{
    const Answer made = signUp({{u"username"_s, u" Jane Doe "_s},
                                {u"email"_s, u"Jane.Doe@EXAMPLE.com"_s},
                                {u"displayName"_s, u"Jane"_s},
                                {u"password"_s, u"Hello123."_s}});
    QCOMPARE(made.status, 201);
    const auto account = fromJson<Account>(made.json);
    QVERIFY(account);
    QCOMPARE(account->username, u"Jane Doe"_s);
    QCOMPARE(account->email, u"Jane.Doe@example.com"_s);
    QCOMPARE(account->displayName, u"Jane"_s);
    QCOMPARE(account->status, AccountStatus::Active);
    QCOMPARE(account->roles.size(), 1);
    QCOMPARE(account->roles.first().key, u"requester"_s);
    QCOMPARE(signIn(u"Jane Doe"_s, u"Hello123."_s).status, 200);
}

void TestAuthRoutes::signsUpRequestersOnly()
{
    const Answer refused = signUp(
            {{u"username"_s, u"Jane Doe"_s},
             {u"email"_s, u"jane@example.com"_s},
             {u"password"_s, u"Hello123."_s},
             {u"roles"_s, QJsonArray{QJsonObject{
                                  {u"role"_s, m_api->roleId(BuiltInRole::Administrator).value()}}}},
             {u"role"_s, u"administrator"_s}});
    QCOMPARE(refused.status, 422);
    QStringList faults = refused.faults();
    faults.sort();
    QCOMPARE(faults, (QStringList{u"role:unknown_field"_s, u"roles:unknown_field"_s}));
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.account"_s), u"0"_s);
}

void TestAuthRoutes::refusesATakenName_data()
{
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("fault");
    QTest::newRow("user name") << u"jane doe"_s << u"other@example.com"_s << "username.taken"_ba
                               << u"username:taken"_s;
    QTest::newRow("e-mail") << u"Other"_s << u"JANE.doe@example.com"_s << "email.taken"_ba
                            << u"email:taken"_s;
}

void TestAuthRoutes::refusesATakenName()
{
    QFETCH(QString, username);
    QFETCH(QString, email);
    m_api->addPerson(u"Jane Doe"_s);
    const QJsonObject draft{
            {u"username"_s, username}, {u"email"_s, email}, {u"password"_s, u"Hello123."_s}};
    const Answer refused = signUp(draft);
    QCOMPARE(refused.status, 409);
    QTEST(refused.key(), "key");
    QTEST(refused.faults().join(u' '), "fault");
    // Who was removed leaves the name to others.
    m_api->database.execute(u"UPDATE ticket.account SET deleted_at = now()"_s);
    QCOMPARE(signUp(draft).status, 201);
}

void TestAuthRoutes::refusesBadSignUps_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("faults");
    const QJsonObject good{{u"username"_s, u"Jane"_s},
                           {u"email"_s, u"jane@example.com"_s},
                           {u"password"_s, u"Hello123."_s}};
    const auto with = [&](const QString &name, const QJsonValue &value) {
        QJsonObject json = good;
        json.insert(name, value);
        return json;
    };
    QTest::newRow("nothing") << QJsonObject()
                             << u"username:required email:required password:required"_s;
    QTest::newRow("short name") << with(u"username"_s, u"J"_s) << u"username:too_short"_s;
    QTest::newRow("name with @") << with(u"username"_s, u"j@ne"_s) << u"username:invalid"_s;
    QTest::newRow("e-mail") << with(u"email"_s, u"jane"_s) << u"email:invalid"_s;
    QTest::newRow("password") << with(u"password"_s, u"hello123."_s) << u"password:needs_upper"_s;
    QTest::newRow("wrong type") << with(u"username"_s, 7) << u"username:wrong_type"_s;
}

void TestAuthRoutes::refusesBadSignUps()
{
    QFETCH(QJsonObject, json);
    const Answer refused = signUp(json);
    QCOMPARE(refused.status, 422);
    QTEST(refused.faults().join(u' '), "faults");
}

void TestAuthRoutes::signsNobodyUpWhenItIsOff()
{
    ApiHarness api(Server::accountRoutes(), {.signUp = false});
    const Answer refused = api.call(Http::Method::Post, "/auth/signup", {},
                                    {{u"username"_s, u"Jane"_s},
                                     {u"email"_s, u"jane@example.com"_s},
                                     {u"password"_s, u"Hello123."_s}});
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.key(), "signup.disabled"_ba);
}

void TestAuthRoutes::logsSignInsWithoutSecrets()
{
    const Person jane = m_api->addPerson(u"Jane Doe"_s);
    const Answer good = signIn(u"Jane Doe"_s);
    fail(u"Jane Doe"_s, 1);
    fail(u"My4ecretPassword"_s, 1); // typed into the wrong field
    m_api->call(Http::Method::Post, "/auth/logout", accessTokenOf(good).toLatin1());
    const QString log
            = m_api->value(u"SELECT string_agg(actor_name || ' ' || entity || ' ' || action || ' '"
                           "                   || COALESCE(new_value->>'reason', '') || ' ' || "
                           "peer, ';' ORDER BY id)"
                           " FROM ticket.activity"_s);
    QCOMPARE(log, u"Jane Doe session signin  127.0.0.1; session refuse credentials 127.0.0.1;"
                  " session refuse credentials 127.0.0.1;Jane Doe session signout  127.0.0.1"_s);
    QCOMPARE(m_api->value(u"SELECT string_agg(COALESCE(entity_id, 0)::text, ',' ORDER BY id)"
                          " FROM ticket.activity WHERE action = 'refuse'"_s),
             u"%1,0"_s.arg(jane.id.value()));
    const QString all = m_api->value(u"SELECT string_agg(a::text, ' ') FROM ticket.activity a"_s);
    for (const QString &secret : {u"Horse"_s, u"4ecret"_s, refreshTokenOf(good)})
        QVERIFY2(!all.contains(secret), qPrintable(all));
}

QTEST_GUILESS_MAIN(TestAuthRoutes)
#include "tst_authroutes.moc"
