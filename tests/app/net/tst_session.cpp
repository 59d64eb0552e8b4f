// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/client.h"
#include "app/net/session.h"
#include "app/net/tokenkeeper.h"
#include "app/net/truststore.h"
#include "app/shell/settings.h"
#include "tests/support/app/fakeapi.h"
#include "tests/support/app/fakesecretstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

using Session = App::Session;

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void signsInAndRemembers();
    void resumesWithoutAPassword();
    void storesEachNewRefreshToken();
    void doesNotKeepWhatItShallNot();
    void saysWhenThereIsNoKeychain();
    void neverWritesASecretIntoTheSettings();
    void tellsWhySignInFails_data();
    void tellsWhySignInFails();
    void failsToResume_data();
    void failsToResume();
    void asksAgainWhenTheSessionEnds();
    void signsOutHereAndThere();
    void signsUp();
    void callsNobodyBackWhoIsGone();
    void remembersSeveralServers();

private:
    Result<> signIn(const QString &password, Session::Keep keep = Session::Keep::InKeychain);
    Result<> resume();
    /// As at the next start of the program.
    void restart();
    QString secretName() const;

    QTemporaryDir m_folder;
    std::unique_ptr<FakeApi> m_api;
    FakeSecretStore m_secrets;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<TrustStore> m_trust;
    std::unique_ptr<Api::Client> m_client;
    std::unique_ptr<Session> m_session;
};

void TestSession::init()
{
    m_api = std::make_unique<FakeApi>();
    m_api->acceptSignIn(FakeApi::person(7, u"Jane Doe"_s, {Permission::TicketCreate}));
    m_secrets = {};
    QFile::remove(m_folder.filePath(u"settings.ini"_s));
    restart();
}

void TestSession::restart()
{
    m_session.reset();
    m_client.reset();
    m_trust.reset();
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"settings.ini"_s));
    m_trust = std::make_unique<TrustStore>(m_settings.get());
    m_client = std::make_unique<Api::Client>(*m_trust);
    m_session = std::make_unique<Session>(*m_client, m_secrets, *m_settings);
}

void TestSession::cleanup()
{
    m_session.reset();
    m_client.reset();
    m_settings.reset();
    m_api.reset();
}

Result<> TestSession::signIn(const QString &password, Session::Keep keep)
{
    std::optional<Result<>> answer;
    m_session->signIn(m_api->address(), u"Jane Doe"_s, password, keep, this,
                      [&](const Result<> &result) { answer = result; });
    [&] {
        QTRY_VERIFY(answer);
    }();
    return answer.value_or(fail(Error::internal(u"no answer"_s)));
}

Result<> TestSession::resume()
{
    std::optional<Result<>> answer;
    m_session->resume(this, [&](const Result<> &result) { answer = result; });
    [&] {
        QTRY_VERIFY(answer);
    }();
    return answer.value_or(fail(Error::internal(u"no answer"_s)));
}

QString TestSession::secretName() const
{
    return u"refresh-token/%1/Jane Doe"_s.arg(m_api->address().hostAndPort());
}

void TestSession::signsInAndRemembers()
{
    QSignalSpy states(m_session.get(), &Session::stateChanged);
    QVERIFY(signIn(u"secret"_s));
    QCOMPARE(m_session->state(), Session::State::SignedIn);
    QCOMPARE(states.size(), 2);
    QCOMPARE(m_session->me().account.displayName, u"Jane Doe"_s);
    QVERIFY(m_session->can(Permission::TicketCreate));
    QVERIFY(!m_session->can(Permission::UserManage));
    QCOMPARE(m_session->server().name, u"Test Desk"_s);
    QTRY_COMPARE(m_secrets.secrets.value(secretName()), "refresh-1"_ba);
    QCOMPARE(m_session->lastServer(), m_api->address());
    QCOMPARE(m_session->lastUser(m_api->address()), u"Jane Doe"_s);
}

void TestSession::resumesWithoutAPassword()
{
    QVERIFY(signIn(u"secret"_s));
    restart();
    QVERIFY(resume());
    QCOMPARE(m_session->state(), Session::State::SignedIn);
    QCOMPARE(m_session->me().account.id, AccountId(7));
    QTRY_COMPARE(m_secrets.secrets.value(secretName()), "refresh-2"_ba);
}

void TestSession::storesEachNewRefreshToken()
{
    QVERIFY(signIn(u"secret"_s));
    m_api->expireTokens();
    m_session->reloadAccount();
    QTRY_COMPARE(m_secrets.secrets.value(secretName()), "refresh-2"_ba);
}

void TestSession::doesNotKeepWhatItShallNot()
{
    QVERIFY(signIn(u"secret"_s));
    QTRY_VERIFY(m_secrets.secrets.contains(secretName()));
    restart();
    QVERIFY(signIn(u"secret"_s, Session::Keep::No));
    QTRY_VERIFY(!m_secrets.secrets.contains(secretName()));
    m_api->expireTokens();
    m_session->reloadAccount();
    QTRY_COMPARE(m_client->tokens().refreshToken(), "refresh-3"_ba);
    QVERIFY(m_secrets.secrets.isEmpty());
}

void TestSession::saysWhenThereIsNoKeychain()
{
    m_secrets.failure = FakeSecretStore::unavailable();
    QSignalSpy notRemembered(m_session.get(), &Session::notRemembered);
    QVERIFY(signIn(u"secret"_s)); // and works all the same
    QTRY_COMPARE(notRemembered.size(), 1);
    m_api->expireTokens();
    m_session->reloadAccount();
    QTRY_COMPARE(m_client->tokens().refreshToken(), "refresh-2"_ba);
    QCOMPARE(notRemembered.size(), 1); // once is enough
    QCOMPARE(m_secrets.writes, 1);
}

void TestSession::neverWritesASecretIntoTheSettings()
{
    m_secrets.failure = FakeSecretStore::unavailable();
    QVERIFY(signIn(u"secret"_s));
    const QString file = m_folder.filePath(u"settings.ini"_s);
    m_session.reset();
    m_client.reset();
    m_trust.reset();
    m_settings.reset(); // writes
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY(text.contains("Jane"));
    QVERIFY(!text.contains("secret"));
    QVERIFY(!text.contains("refresh-"));
    QVERIFY(!text.contains("access-"));
}

void TestSession::tellsWhySignInFails_data()
{
    QTest::addColumn<QString>("route");
    QTest::addColumn<FakeApi::Reply>("reply");
    QTest::addColumn<QByteArray>("key");

    const auto server = [](int api) {
        return FakeApi::Reply::json({{u"name"_s, u"Desk"_s},
                                     {u"version"_s, u"9"_s},
                                     {u"apiVersion"_s, api},
                                     {u"signUp"_s, false},
                                     {u"signIn"_s, QJsonArray{u"password"_s}},
                                     {u"limits"_s, toJson(ServerLimits())}});
    };
    QTest::newRow("wrong password")
            << u"/auth/token"_s << FakeApi::Reply::json({{u"error"_s, u"invalid_grant"_s}}, 400)
            << "auth.invalid_grant"_ba;
    QTest::newRow("blocked") << u"/auth/token"_s << FakeApi::Reply::problem(403, "account.blocked")
                             << "account.blocked"_ba;
    QTest::newRow("too many") << u"/auth/token"_s << FakeApi::Reply::problem(429, "auth.throttled")
                              << "auth.throttled"_ba;
    QTest::newRow("server too old") << u"/server"_s << server(0) << "server.too_old"_ba;
    QTest::newRow("server too new") << u"/server"_s << server(2) << "server.too_new"_ba;
    QTest::newRow("a web site") << u"/server"_s << FakeApi::Reply{.body = "<html></html>"}
                                << "server.not_deskbell"_ba;
    QTest::newRow("a web site without it")
            << u"/server"_s << FakeApi::Reply{.status = 404, .body = "<html></html>"}
            << "server.not_deskbell"_ba;
    QTest::newRow("hangs up") << u"/server"_s << FakeApi::Reply::drop() << "network.closed"_ba;
    QTest::newRow("busy") << u"/server"_s << FakeApi::Reply::problem(503, "overload")
                          << "overload"_ba;
    QTest::newRow("account unreadable")
            << u"/me"_s << FakeApi::Reply::json({}) << "answer.unreadable"_ba;
}

void TestSession::tellsWhySignInFails()
{
    QFETCH(QString, route);
    QFETCH(FakeApi::Reply, reply);
    QFETCH(QByteArray, key);
    m_api->on(route == "/auth/token"_L1 ? "POST"_ba : "GET"_ba, route, reply);
    const Result<> result = signIn(u"secret"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().key, key);
    QCOMPARE(m_session->state(), Session::State::SignedOut);
    QVERIFY(!m_client->tokens().hasSession());
}

void TestSession::failsToResume_data()
{
    QTest::addColumn<bool>("signedInBefore");
    QTest::addColumn<bool>("keychain");
    QTest::addColumn<bool>("server");
    QTest::addColumn<bool>("session");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("first start") << false << true << true << true << "session.none_kept"_ba;
    QTest::newRow("no keychain") << true << false << true << true << "keychain.unavailable"_ba;
    QTest::newRow("server away") << true << true << false << true << "network.refused"_ba;
    QTest::newRow("session over") << true << true << true << false << "auth.invalid_grant"_ba;
}

void TestSession::failsToResume()
{
    QFETCH(bool, signedInBefore);
    QFETCH(bool, keychain);
    QFETCH(bool, server);
    QFETCH(bool, session);
    QFETCH(QByteArray, key);
    if (signedInBefore)
        QVERIFY(signIn(u"secret"_s));
    restart();
    if (!keychain)
        m_secrets.failure = FakeSecretStore::unavailable();
    if (!server)
        m_api->goAway();
    if (!session)
        m_api->endSession();
    const Result<> result = resume();
    QVERIFY(!result);
    QCOMPARE(result.error().key, key);
    QCOMPARE(m_session->state(), Session::State::SignedOut);
    // A server that is away has not ended anything: the token is still there for the next try.
    if (signedInBefore)
        QVERIFY(m_secrets.secrets.contains(secretName()));
}

void TestSession::asksAgainWhenTheSessionEnds()
{
    QVERIFY(signIn(u"secret"_s));
    m_api->endSession();
    std::optional<Result<Me>> waiting;
    m_client->get<Me>(u"/me"_s, this, [&](const Result<Me> &me) { waiting = me; });
    QTRY_COMPARE(m_session->state(), Session::State::Expired);
    QCOMPARE(m_session->me().account.displayName, u"Jane Doe"_s); // still on screen

    std::optional<Result<>> answer;
    const auto take = [&](const Result<> &result) {
        answer = result;
    };
    m_session->reauthenticate(u"wrong"_s, this, take);
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().key, "auth.invalid_grant"_ba);
    QCOMPARE(m_session->state(), Session::State::Expired);
    QVERIFY(!waiting);

    answer.reset();
    m_session->reauthenticate(u"secret"_s, this, take);
    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    QCOMPARE(m_session->state(), Session::State::SignedIn);
    QTRY_VERIFY(waiting);
    QVERIFY(*waiting);
}

void TestSession::signsOutHereAndThere()
{
    QVERIFY(signIn(u"secret"_s));
    QTRY_VERIFY(!m_secrets.secrets.isEmpty());
    m_session->signOut();
    QCOMPARE(m_session->state(), Session::State::SignedOut);
    QVERIFY(!m_session->can(Permission::TicketCreate));
    QVERIFY(!m_client->tokens().hasSession());
    QTRY_COMPARE(m_api->requests("POST", u"/auth/logout"_s).size(), 1);
    QCOMPARE(m_api->requests().last().header("Authorization"), "Bearer access-1"_ba);
    QVERIFY(m_secrets.secrets.isEmpty());
    QCOMPARE(m_session->lastUser(m_api->address()), u"Jane Doe"_s);
}

void TestSession::signsUp()
{
    m_api->on("POST", u"/auth/signup"_s, FakeApi::Reply::json({{u"id"_s, 7}}, 201));
    const SignUp account{.username = u"Jane Doe"_s,
                         .email = u"jane@example.com"_s,
                         .displayName = u"Jane"_s,
                         .password = u"secret"_s};
    std::optional<Result<>> answer;
    m_session->signUp(m_api->address(), account, this,
                      [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    QCOMPARE(m_session->state(), Session::State::SignedIn);
    QCOMPARE(m_api->requests("POST", u"/auth/signup"_s).first().json()[u"email"].toString(),
             u"jane@example.com"_s);

    m_session->signOut();
    m_api->on("POST", u"/auth/signup"_s, FakeApi::Reply::problem(409, "email.taken"));
    answer.reset();
    m_session->signUp(m_api->address(), account, this,
                      [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().key, "email.taken"_ba);
    QCOMPARE(m_session->state(), Session::State::SignedOut);
}

void TestSession::callsNobodyBackWhoIsGone()
{
    auto window = std::make_unique<QObject>();
    bool called = false;
    m_session->signIn(m_api->address(), u"Jane Doe"_s, u"secret"_s, Session::Keep::No, window.get(),
                      [&](const Result<> &) { called = true; });
    window.reset();
    QTRY_COMPARE(m_session->state(), Session::State::SignedIn); // it goes on without the window
    QVERIFY(!called);
}

void TestSession::remembersSeveralServers()
{
    QVERIFY(signIn(u"secret"_s));
    FakeApi other;
    other.acceptSignIn(FakeApi::person(8, u"Jane Doe"_s, {}));
    std::optional<Result<>> answer;
    m_session->signOut();
    m_session->signIn(other.address(), u"jane@example.com"_s, u"secret"_s, Session::Keep::No, this,
                      [&](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QCOMPARE(m_session->knownServers(), (QList{other.address(), m_api->address()}));
    QCOMPARE(m_session->lastUser(other.address()), u"jane@example.com"_s);
    QCOMPARE(m_session->lastUser(m_api->address()), u"Jane Doe"_s);
    m_session->forgetServer(other.address());
    QCOMPARE(m_session->knownServers(), QList{m_api->address()});
    QCOMPARE(m_session->lastUser(other.address()), QString());
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
