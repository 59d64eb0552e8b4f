// SPDX-License-Identifier: GPL-3.0-or-later
// Long because: one class has this many promises; a row each.
#include "app/net/client.h"
#include "app/net/connectionmonitor.h"
#include "app/net/tokenkeeper.h"
#include "app/net/truststore.h"
#include "tests/support/app/fakeapi.h"

#include <QSignalSpy>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Api::Answer;
using Api::Request;

/// What callbacks got, in order.
class Answers
{
public:
    Api::Callback<Answer> taker()
    {
        return [this](const Result<Answer> &answer) {
            all.append(answer);
        };
    }
    QList<Result<Answer>> all;
};

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void answersOnceAndLater();
    void sendsWhatIsMeant();
    void readsValuesOfCommon();
    void turnsAnswersIntoErrors_data();
    void turnsAnswersIntoErrors();
    void repeatsWhatIsSafe_data();
    void repeatsWhatIsSafe();
    void sendsOnceWhatMustNotArriveTwice_data();
    void sendsOnceWhatMustNotArriveTwice();
    void keepsIdsOverRepeats();
    void waitsAsLongAsTheServerAsks();
    void givesUpAfterSilence();
    void aLongAnswerIsNotSilence();
    void toldAnswerThatBreaksOff();
    void neverCallsForADeadGuard();
    void cancelledCallsSaySo();
    void droppedCallsSayNothing();
    void survivesItsOwnEndInACallback();
    void refreshesOnceForAll();
    void renewsEarlyWhenItKnows();
    void waitsForThePersonWhenTheSessionEnded();
    void failsWhenTheSessionEndedDuringSignIn();
    void keepsTheSessionWhenTheRefreshFailsOnTheWay();
    void doesNotFollowRedirections();
    void noticesThatTheServerWentAndCameBack();
    void handsABodyOverPieceByPiece();
    void forgetsCallsToAnotherServer();

private:
    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<TrustStore> m_trust;
    std::unique_ptr<Api::Client> m_client;
};

void TestClient::init()
{
    m_api = std::make_unique<FakeApi>();
    m_api->acceptSignIn(FakeApi::person(7, u"Jane Doe"_s, {}));
    m_trust = std::make_unique<TrustStore>();
    m_client = std::make_unique<Api::Client>(*m_trust);
    m_client->setPatience({.repeats = 2, .firstDelay = 2ms});
    m_client->setServer(m_api->address());
    m_client->tokens().accept(
            {.accessToken = u"access-0"_s, .expiresIn = 600, .refreshToken = u"refresh-0"_s});
}

void TestClient::cleanup()
{
    m_client.reset();
    m_trust.reset();
    m_api.reset();
}

void TestClient::answersOnceAndLater()
{
    m_api->on("GET", u"/ping"_s, FakeApi::Reply::json({{u"pong"_s, 1}}));
    Answers answers;
    m_client->send(Request::get(u"/ping"_s), this, answers.taker());
    QVERIFY(answers.all.isEmpty());
    QTRY_COMPARE(answers.all.size(), 1);
    QCOMPARE(answers.all.first()->json().value(), (QJsonObject{{u"pong"_s, 1}}));
    const FakeApi::Request seen = m_api->requests().first();
    QCOMPARE(seen.header("Authorization"), "Bearer access-0"_ba);
    QVERIFY(!seen.header("X-Request-Id").isEmpty());
    QVERIFY(seen.header("Idempotency-Key").isEmpty());
    QTest::qWait(0); // nothing more may come
    QCOMPARE(answers.all.size(), 1);
}

void TestClient::sendsWhatIsMeant()
{
    const QString hard = u"a+b & c=d #100%41 ü 😀"_s;
    Answers answers;
    m_client->send(Request::get(u"/search"_s, {{u"q"_s, hard}, {u"sort"_s, u"-updatedAt"_s}}), this,
                   answers.taker());
    m_client->send(Request::patch(u"/tickets/1"_s, {{u"title"_s, hard}}).ifVersion(4), this,
                   answers.taker());
    m_client->send(Request::form(u"/form"_s, {{u"password"_s, hard}}), this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 3);
    QCOMPARE(m_api->requests("GET", u"/search"_s)
                     .first()
                     .query.queryItemValue(u"q"_s, QUrl::FullyDecoded),
             hard);
    const FakeApi::Request patch = m_api->requests("PATCH", u"/tickets/1"_s).first();
    QCOMPARE(patch.json()[u"title"].toString(), hard);
    QCOMPARE(patch.header("If-Match"), "\"4\""_ba);
    QCOMPARE(patch.header("Content-Type"), "application/json"_ba);
    const FakeApi::Request form = m_api->requests("POST", u"/form"_s).first();
    QCOMPARE(form.field(u"password"_s), hard);
    QVERIFY(form.header("Authorization").isEmpty());
}

void TestClient::readsValuesOfCommon()
{
    QList<Result<Me>> read;
    const auto take = [&read](const Result<Me> &me) {
        read.append(me);
    };
    QJsonObject me = toJson(FakeApi::person(7, u"Jane Doe"_s, {Permission::TicketCreate}));
    me.insert(u"ofTheFuture"_s, 1);
    m_api->on("GET", u"/good"_s, FakeApi::Reply::json(me));
    m_api->on("GET", u"/bad"_s, FakeApi::Reply::json({{u"id"_s, u"seven"_s}}));
    m_api->on("GET", u"/text"_s, {.body = "<html>"});
    for (const QString &path : {u"/good"_s, u"/bad"_s, u"/text"_s}) {
        m_client->get<Me>(path, this, take);
        QTRY_COMPARE(read.size(), 1 + (path == "/bad"_L1) + 2 * (path == "/text"_L1));
    }
    QCOMPARE(read[0]->account.displayName, u"Jane Doe"_s);
    QVERIFY(read[0]->grants.holdsAnywhere(Permission::TicketCreate));
    QCOMPARE(read[1].error().key, "answer.unreadable"_ba);
    QVERIFY(read[1].error().detail.contains("id"_L1));
    QCOMPARE(read[2].error().key, "answer.unreadable"_ba);
}

void TestClient::turnsAnswersIntoErrors_data()
{
    QTest::addColumn<FakeApi::Reply>("reply");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("key");

    const auto problem = [](int status, const QByteArray &key) {
        return FakeApi::Reply::problem(status, key);
    };
    QTest::newRow("400") << problem(400, "json.malformed") << ErrorCode::Malformed
                         << "json.malformed"_ba;
    QTest::newRow("403") << problem(403, "access.denied") << ErrorCode::Forbidden
                         << "access.denied"_ba;
    QTest::newRow("404") << problem(404, "not_found") << ErrorCode::NotFound << "not_found"_ba;
    QTest::newRow("409") << problem(409, "workflow.transition_not_allowed") << ErrorCode::Conflict
                         << "workflow.transition_not_allowed"_ba;
    QTest::newRow("412") << problem(412, "version.mismatch") << ErrorCode::VersionMismatch
                         << "version.mismatch"_ba;
    QTest::newRow("413") << problem(413, "upload.too_large") << ErrorCode::TooLarge
                         << "upload.too_large"_ba;
    QTest::newRow("429") << problem(429, "auth.throttled") << ErrorCode::TooManyRequests
                         << "auth.throttled"_ba;
    QTest::newRow("500") << problem(500, "internal") << ErrorCode::Internal << "internal"_ba;
    QTest::newRow("oauth") << FakeApi::Reply::json({{u"error"_s, u"invalid_grant"_s}}, 400)
                           << ErrorCode::Unauthenticated << "auth.invalid_grant"_ba;
    QTest::newRow("of something else") << FakeApi::Reply{.status = 418, .body = "<html>no</html>"}
                                       << ErrorCode::Internal << "http.418"_ba;
}

void TestClient::turnsAnswersIntoErrors()
{
    QFETCH(FakeApi::Reply, reply);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, key);
    reply.headers.append({"X-Request-Id"_ba, "r-1"_ba});
    m_api->on("PATCH", u"/x"_s, reply);
    Answers answers;
    m_client->send(Request::patch(u"/x"_s, {}), this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 1);
    QVERIFY(!answers.all.first());
    const Error &error = answers.all.first().error();
    QCOMPARE(error.code, code);
    QCOMPARE(error.key, key);
    QCOMPARE(error.params[u"requestId"].toString(), u"r-1"_s);

    const QJsonArray faults{QJsonObject{{u"field"_s, u"title"_s},
                                        {u"key"_s, u"too_short"_s},
                                        {u"params"_s, QJsonObject{{u"min"_s, 3}}}}};
    m_api->on("PATCH", u"/x"_s,
              FakeApi::Reply::problem(422, "validation.failed",
                                      {{u"errors"_s, faults}, {u"current"_s, 5}}));
    m_client->send(Request::patch(u"/x"_s, {}), this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 2);
    const Error &invalid = answers.all.last().error();
    QCOMPARE(invalid.code, ErrorCode::Invalid);
    QCOMPARE(invalid.fields,
             (QList<FieldError>{
                     {.field = u"title"_s, .key = "too_short", .params = {{u"min"_s, 3}}}}));
    QCOMPARE(invalid.params[u"current"].toInt(), 5);
}

void TestClient::repeatsWhatIsSafe_data()
{
    QTest::addColumn<Api::Method>("method");
    QTest::addColumn<FakeApi::Reply>("failure");
    QTest::addColumn<int>("attempts");

    const auto busy = FakeApi::Reply::problem(503, "overload");
    const auto running = FakeApi::Reply::problem(409, "idempotency.in_progress");
    QTest::newRow("GET, busy") << Api::Method::Get << busy << 3;
    QTest::newRow("HEAD, busy") << Api::Method::Head << FakeApi::Reply{.status = 503} << 3;
    QTest::newRow("POST, busy") << Api::Method::Post << busy << 3;
    QTest::newRow("POST, first still runs") << Api::Method::Post << running << 3;
    QTest::newRow("PUT, busy") << Api::Method::Put << busy << 1;
    QTest::newRow("PATCH, busy") << Api::Method::Patch << busy << 1;
    QTest::newRow("DELETE, busy") << Api::Method::Delete << busy << 1;
    QTest::newRow("GET, not there")
            << Api::Method::Get << FakeApi::Reply::problem(404, "not_found") << 1;
    QTest::newRow("GET, our fault")
            << Api::Method::Get << FakeApi::Reply::problem(500, "internal") << 1;
}

void TestClient::repeatsWhatIsSafe()
{
    QFETCH(Api::Method, method);
    QFETCH(FakeApi::Reply, failure);
    QFETCH(int, attempts);
    const QHash<Api::Method, QByteArray> names{
            {Api::Method::Get, "GET"},     {Api::Method::Head, "HEAD"},
            {Api::Method::Post, "POST"},   {Api::Method::Put, "PUT"},
            {Api::Method::Patch, "PATCH"}, {Api::Method::Delete, "DELETE"}};
    m_api->on(names[method], u"/x"_s, failure);
    Answers answers;
    m_client->send({.method = method, .path = u"/x"_s}, this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 1);
    QVERIFY(!answers.all.first());
    QCOMPARE(m_api->requests().size(), attempts);

    m_api->forgetRequests();
    m_api->on(names[method], u"/x"_s, FakeApi::Reply::json({}));
    m_api->once(names[method], u"/x"_s, failure);
    m_client->send({.method = method, .path = u"/x"_s}, this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 2);
    QCOMPARE(answers.all.last().has_value(), attempts > 1);
}

void TestClient::sendsOnceWhatMustNotArriveTwice_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("once");
    QTest::newRow("GET") << "GET"_ba << false;
    QTest::newRow("POST with a key") << "POST"_ba << false;
    QTest::newRow("PUT") << "PUT"_ba << true;
    QTest::newRow("PATCH") << "PATCH"_ba << true;
    QTest::newRow("form") << "form"_ba << true;
}

void TestClient::sendsOnceWhatMustNotArriveTwice()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, once);
    const QJsonObject body{{u"text"_s, QString(9000, u'x')}};
    const QHash<QByteArray, Request> requests{
            {"GET", Request::get(u"/x"_s)},
            {"POST", Request::post(u"/x"_s, body)},
            {"PUT", Request::put(u"/x"_s, body)},
            {"PATCH", Request::patch(u"/x"_s, body)},
            {"form", Request::form(u"/x"_s, {{u"refresh_token"_s, u"r"_s}})}};
    const QByteArray verb = method == "form" ? "POST"_ba : method;
    // On a fresh connection as on one that was kept alive, the server takes it and dies.
    Answers answers;
    m_client->send(Request::get(u"/server"_s), this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 1);
    m_api->forgetRequests();
    m_api->on(verb, u"/x"_s, FakeApi::Reply::json({}));
    m_api->once(verb, u"/x"_s, FakeApi::Reply::drop());
    m_client->send(requests[method], this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 2);
    QCOMPARE(answers.all.last().has_value(), !once);
    QCOMPARE(m_api->requests().size(), once ? 1 : 2);
    if (once)
        QCOMPARE(answers.all.last().error().key, "network.closed"_ba);
    if (method != "form" && method != "GET") {
        for (const FakeApi::Request &seen : m_api->requests())
            QCOMPARE(seen.json(), body);
    }
}

void TestClient::keepsIdsOverRepeats()
{
    m_api->on("POST", u"/tickets"_s, FakeApi::Reply::json({}, 201));
    m_api->once("POST", u"/tickets"_s, FakeApi::Reply::problem(503, "overload"));
    Answers answers;
    m_client->send(Request::post(u"/tickets"_s), this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 1);
    QCOMPARE(m_api->requests().size(), 2);
    const QByteArray key = m_api->requests()[0].header("Idempotency-Key");
    QVERIFY(!key.isEmpty());
    QCOMPARE(m_api->requests()[1].header("Idempotency-Key"), key);
    QCOMPARE(m_api->requests()[1].header("X-Request-Id"),
             m_api->requests()[0].header("X-Request-Id"));

    m_client->send(Request::post(u"/tickets"_s), this, answers.taker());
    m_client->send(Request::post(u"/tickets"_s).withKey("mine"), this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 3);
    QVERIFY(m_api->requests()[2].header("Idempotency-Key") != key);
    QCOMPARE(m_api->requests()[3].header("Idempotency-Key"), "mine"_ba);
}

void TestClient::waitsAsLongAsTheServerAsks()
{
    FakeApi::Reply busy = FakeApi::Reply::problem(503, "overload");
    busy.headers.append({"Retry-After"_ba, "60"_ba});
    m_api->on("GET", u"/x"_s, busy);
    Answers answers;
    m_client->send(Request::get(u"/x"_s), this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 1);
    QCOMPARE(m_api->requests().size(), 1); // a minute is for the person to decide
    QCOMPARE(answers.all.first().error().params[u"retryAfter"].toInt(), 60);
}

void TestClient::givesUpAfterSilence()
{
    m_api->on("GET", u"/x"_s, FakeApi::Reply::hang());
    Request request = Request::get(u"/x"_s);
    request.timeout = 30ms;
    Answers answers;
    m_client->send(request, this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 1);
    QCOMPARE(answers.all.first().error().code, ErrorCode::Timeout);
    QCOMPARE(m_api->requests().size(), 1);
}

void TestClient::aLongAnswerIsNotSilence()
{
    m_api->on("GET", u"/x"_s, FakeApi::Reply::stream());
    Request request = Request::get(u"/x"_s);
    request.timeout = 1s;
    request.repeat = Api::Repeat::Never;
    QByteArray received;
    request.sink.data = [&](QByteArrayView bytes) {
        received += bytes;
    };
    Answers answers;
    m_client->send(request, this, answers.taker());
    QTRY_COMPARE(m_api->streams(), 1);
    QElapsedTimer clock;
    clock.start();
    for (int i = 1; clock.elapsed() < 1500; ++i) { // longer than a silence may be
        m_api->push("x");
        QTRY_COMPARE(received.size(), i);
        QTest::qWait(20); // paces a slow peer
    }
    QVERIFY(answers.all.isEmpty());
    QTRY_COMPARE(answers.all.size(), 1);
    QCOMPARE(answers.all.first().error().code, ErrorCode::Timeout);
}

void TestClient::toldAnswerThatBreaksOff()
{
    FakeApi::Reply half = FakeApi::Reply::json({{u"text"_s, QString(4000, u'x')}});
    half.manner = FakeApi::Reply::Manner::CutShort;
    m_api->on("GET", u"/x"_s, half);
    Answers answers;
    m_client->send(Request::get(u"/x"_s), this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 1);
    QCOMPARE(answers.all.first().error().code, ErrorCode::Network);
}

void TestClient::neverCallsForADeadGuard()
{
    m_api->on("GET", u"/x"_s, FakeApi::Reply::json({}).after(300ms));
    m_api->on("GET", u"/late"_s, FakeApi::Reply::json({}).after(400ms));
    Answers answers;
    auto guard = std::make_unique<QObject>();
    m_client->send(Request::get(u"/x"_s), guard.get(), answers.taker());
    Answers other;
    m_client->send(Request::get(u"/late"_s), this, other.taker());
    QTRY_COMPARE(m_api->requests().size(), 2);
    guard.reset();
    QTRY_COMPARE(other.all.size(), 1);
    QVERIFY(answers.all.isEmpty());
}

void TestClient::cancelledCallsSaySo()
{
    m_api->on("GET", u"/x"_s, FakeApi::Reply::hang());
    Answers answers;
    Api::Call call = m_client->send(Request::get(u"/x"_s), this, answers.taker());
    QTRY_COMPARE(m_api->requests().size(), 1);
    QVERIFY(call.isRunning());
    call.cancel();
    call.cancel();
    QVERIFY(answers.all.isEmpty());
    QTRY_COMPARE(answers.all.size(), 1);
    QCOMPARE(answers.all.first().error().code, ErrorCode::Cancelled);
    QVERIFY(!call.isRunning());
    QCOMPARE(m_client->connection().state(), ConnectionMonitor::State::Unknown);
}

void TestClient::droppedCallsSayNothing()
{
    m_api->on("GET", u"/x"_s, FakeApi::Reply::json({}));
    Answers answers;
    Api::ScopedCall latest = m_client->send(Request::get(u"/x"_s), this, answers.taker());
    latest = m_client->send(Request::get(u"/x"_s), this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 1);
    {
        const Api::ScopedCall gone = m_client->send(Request::get(u"/x"_s), this, answers.taker());
    }
    Answers last;
    m_client->send(Request::get(u"/x"_s), this, last.taker());
    QTRY_COMPARE(last.all.size(), 1);
    QCOMPARE(answers.all.size(), 1);
}

void TestClient::survivesItsOwnEndInACallback()
{
    m_api->on("GET", u"/x"_s, FakeApi::Reply::json({}));
    int calls = 0;
    m_client->send(Request::get(u"/x"_s), this, [&](const Result<Answer> &) {
        ++calls;
        m_client.reset();
    });
    QTRY_COMPARE(calls, 1);
    QVERIFY(!m_client);
}

void TestClient::refreshesOnceForAll()
{
    m_client->tokens().accept(
            {.accessToken = u"access-0"_s, .expiresIn = 600, .refreshToken = u"refresh-0"_s});
    m_api->expireTokens();
    QSignalSpy refreshed(&m_client->tokens(), &TokenKeeper::refreshed);
    int good = 0;
    for (int i = 0; i < 8; ++i)
        m_client->get<Me>(u"/me"_s, this, [&](const Result<Me> &me) { good += me.has_value(); });
    QTRY_COMPARE(good, 8);
    QCOMPARE(m_api->requests("POST", u"/auth/token"_s).size(), 1);
    QCOMPARE(refreshed.size(), 1);
    QCOMPARE(m_client->tokens().refreshToken(), "refresh-1"_ba);
    // An answer that comes late must not throw the new token away.
    m_client->tokens().invalidate("access-0");
    QCOMPARE(m_client->tokens().accessToken(), "access-1"_ba);
}

void TestClient::renewsEarlyWhenItKnows()
{
    m_client->tokens().acceptRefreshToken("refresh-0");
    bool good = false;
    m_client->get<Me>(u"/me"_s, this, [&](const Result<Me> &me) { good = me.has_value(); });
    QTRY_VERIFY(good);
    QCOMPARE(m_api->requests().first().path, u"/auth/token"_s);
    QCOMPARE(m_api->requests("GET", u"/me"_s).size(), 1);
}

void TestClient::waitsForThePersonWhenTheSessionEnded()
{
    m_client->tokens().setWhenEnded(TokenKeeper::WhenEnded::Wait);
    m_api->endSession();
    QSignalSpy ended(&m_client->tokens(), &TokenKeeper::sessionEnded);
    QList<Result<Me>> answers;
    const auto take = [&](const Result<Me> &me) {
        answers.append(me);
    };
    m_client->get<Me>(u"/me"_s, this, take);
    QTRY_COMPARE(ended.size(), 1);
    m_client->get<Me>(u"/me"_s, this, take); // begun while the dialog is up
    QTest::qWait(20);                        // nothing may come
    QVERIFY(answers.isEmpty());

    QList<Result<TokenAnswer>> grants;
    m_client->fetch<TokenAnswer>(Request::form(u"/auth/token"_s, {{u"grant_type"_s, u"password"_s},
                                                                  {u"password"_s, u"secret"_s}}),
                                 this,
                                 [&](const Result<TokenAnswer> &grant) { grants.append(grant); });
    QTRY_COMPARE(grants.size(), 1);
    m_client->tokens().accept(*grants.first());
    QTRY_COMPARE(answers.size(), 2);
    QVERIFY(answers[0] && answers[1]);
}

void TestClient::failsWhenTheSessionEndedDuringSignIn()
{
    m_api->endSession();
    QList<Result<Me>> answers;
    m_client->get<Me>(u"/me"_s, this, [&](const Result<Me> &me) { answers.append(me); });
    QTRY_COMPARE(answers.size(), 1);
    QCOMPARE(answers.first().error().key, "auth.invalid_grant"_ba);
    QVERIFY(!m_client->tokens().hasSession());
}

void TestClient::keepsTheSessionWhenTheRefreshFailsOnTheWay()
{
    m_api->expireTokens();
    m_api->once("POST", u"/auth/token"_s, FakeApi::Reply::drop());
    QList<Result<Me>> answers;
    const auto take = [&](const Result<Me> &me) {
        answers.append(me);
    };
    m_client->get<Me>(u"/me"_s, this, take);
    QTRY_COMPARE(answers.size(), 1);
    QCOMPARE(answers.first().error().code, ErrorCode::Network);
    QVERIFY(m_client->tokens().hasSession());
    m_client->get<Me>(u"/me"_s, this, take);
    QTRY_COMPARE(answers.size(), 2);
    QVERIFY(answers.last());
}

void TestClient::doesNotFollowRedirections()
{
    FakeApi other;
    m_api->on("GET", u"/x"_s,
              {.status = 302, .headers = {{"Location", other.address().url(u"/x"_s).toEncoded()}}});
    Answers answers;
    m_client->send(Request::get(u"/x"_s), this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 1);
    QCOMPARE(answers.all.first().error().key, "server.not_deskbell"_ba);
    QVERIFY(other.requests().isEmpty());
}

void TestClient::noticesThatTheServerWentAndCameBack()
{
    QSignalSpy changed(&m_client->connection(), &ConnectionMonitor::stateChanged);
    Answers answers;
    m_client->send(Request::get(u"/server"_s), this, answers.taker());
    QTRY_COMPARE(m_client->connection().state(), ConnectionMonitor::State::Online);
    m_api->goAway();
    m_client->send(Request::patch(u"/x"_s, {}), this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 2);
    // A kept connection may not have heard of its end yet: then it is closed under the request.
    const QByteArray key = answers.all.last().error().key;
    QVERIFY2(key == "network.refused" || key == "network.closed", key.constData());
    QCOMPARE(answers.all.last().error().params[u"server"].toString(),
             m_api->address().hostAndPort());
    QCOMPARE(m_client->connection().state(), ConnectionMonitor::State::Offline);
    QVERIFY(m_client->connection().offlineSince().isValid());
    m_api->comeBack();
    // Nobody calls; the monitor itself asks.
    QTRY_COMPARE(m_client->connection().state(), ConnectionMonitor::State::Online);
    QVERIFY(!m_client->connection().offlineSince().isValid());
    QCOMPARE(changed.size(), 3);
}

void TestClient::handsABodyOverPieceByPiece()
{
    QByteArray body(6 * 1024 * 1024, Qt::Uninitialized);
    for (qsizetype i = 0; i < body.size(); ++i)
        body[i] = char(i * 31);
    m_api->on("GET", u"/file"_s, {.body = body});
    QByteArray received;
    int begun = 0;
    bool hungry = true;
    Request request = Request::get(u"/file"_s);
    request.sink.begin = [&](const Answer &answer) {
        ++begun;
        QCOMPARE(answer.header("content-length"), QByteArray::number(body.size()));
    };
    request.sink.data = [&](QByteArrayView bytes) {
        received += bytes;
        hungry = false;
    };
    request.sink.hungry = [&] {
        return hungry;
    };
    Answers answers;
    Api::Call call = m_client->send(request, this, answers.taker());
    QTRY_VERIFY(!received.isEmpty());
    QTest::qWait(50);                           // nothing more may come
    QVERIFY(received.size() < body.size() / 2); // the rest waits for a pull
    while (answers.all.isEmpty()) {
        hungry = true;
        call.pull();
        QCoreApplication::processEvents();
    }
    QVERIFY(answers.all.first());
    QVERIFY(answers.all.first()->body.isEmpty());
    QCOMPARE(begun, 1);
    QVERIFY(received == body);
}

void TestClient::forgetsCallsToAnotherServer()
{
    m_api->on("GET", u"/x"_s, FakeApi::Reply::hang());
    Answers answers;
    m_client->send(Request::get(u"/x"_s), this, answers.taker());
    QTRY_COMPARE(m_api->requests().size(), 1);
    FakeApi other;
    m_client->setServer(other.address());
    QVERIFY(!m_client->tokens().hasSession());
    m_client->send(Request::get(u"/y"_s), this, answers.taker());
    QTRY_COMPARE(answers.all.size(), 1);
    QCOMPARE(answers.all.first().error().key, "auth.signed_out"_ba);
    QVERIFY(other.requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
