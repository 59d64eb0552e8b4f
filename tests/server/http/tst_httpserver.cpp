// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"
#include "tests/support/server/fakeapplication.h"
#include "tests/support/server/gate.h"
#include "tests/support/server/rawhttp.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <mutex>
#include <stdexcept>

using namespace Deskbell;
using namespace Deskbell::Http;
using namespace Deskbell::Testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray getEcho = "GET /echo?q=1 HTTP/1.1\r\nHost: h\r\n\r\n";

/// A server with the routes that these tests ask.
struct Fixture
{
    explicit Fixture(HttpSettings settings = {})
    {
        app[u"/echo"_s].handle = [](const Request &request) {
            Response response;
            response.headers.add("Content-Type", "text/plain");
            response.body
                    = request.head.path.toUtf8() + ' ' + request.head.query + ' ' + request.body;
            return response;
        };
        app[u"/status"_s].handle = [](const Request &request) {
            return Response{.status = request.head.query.toInt(), .headers = {}, .body = "text"};
        };
        app[u"/wait"_s].handle = [this](const Request &request) {
            gate.pass();
            return Response{.headers = {}, .body = request.head.query};
        };
        app[u"/throw"_s].handle = [](const Request &) -> Response {
            throw std::runtime_error("as asked");
        };
        app[u"/headers"_s].handle = [](const Request &) {
            Response response;
            response.headers.add("X-Evil", "a\r\nSet-Cookie: b");
            response.headers.add("Content-Length", "99");
            response.headers.add("Connection", "close");
            response.headers.add("ETag", "\"1\"");
            return response;
        };
        app[u"/close"_s].handle = [](const Request &) {
            return Response{.close = true};
        };
        app[u"/big"_s].handle = [](const Request &) {
            return Response{.headers = {}, .body = QByteArray(3'000'000, 'b')};
        };
        settings.accessLog = [this](const AccessRecord &record) {
            const std::lock_guard lock(mutex);
            records.append(record);
            logged.release();
        };
        server.emplace(app, metrics, settings);
        if (const auto started = server->start(); !started)
            qFatal("%s", qPrintable(started.error().detail));
    }

    quint16 port() const { return server->port(); }

    /// The next `count` records, once they are there.
    QList<AccessRecord> log(int count)
    {
        if (!logged.tryAcquire(count, RawHttp::patience))
            return {};
        const std::lock_guard lock(mutex);
        QList<AccessRecord> taken = records.first(count);
        records.remove(0, count);
        return taken;
    }

    FakeApplication app;
    HttpMetrics metrics;
    Gate gate;
    std::mutex mutex;
    QList<AccessRecord> records;
    QSemaphore logged;
    std::optional<HttpServer> server; ///< stops before what it uses goes
};

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answers();
    void frontHeaders();
    void keepsRequestId_data();
    void keepsRequestId();
    void dropsWhatApplicationMayNotSay();
    void refusesBadInputAndCloses_data();
    void refusesBadInputAndCloses();
    void statusWithoutBody_data();
    void statusWithoutBody();
    void headHasNoBody();
    void keepsAlive();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void pipelinesInOrder();
    void readsBodies();
    void saysContinue();
    void doesNotSayContinueForTooLarge();
    void refusesBodyBeforeReadingIt();
    void refusalOfThePlanReachesAClientThatKeepsSending();
    void survivesException();
    void fullQueueIs503();
    void answersThoughWorkersAreBusyElsewhere();
    void survivesClientsThatLeave();
    void sendsBigBodyToSlowReader();
    void logsAndCounts();
    void runsHooksOnWorkers();
    void cannotListenTwice();
};

void TestHttpServer::answers()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    const RawAnswer answer = client.ask(getEcho);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "/echo q=1 "_ba);
    QVERIFY(answer.head.startsWith("HTTP/1.1 200 OK\r\n"));
    QCOMPARE(client.ask("GET /nothing HTTP/1.1\r\nHost: h\r\n\r\n").status, 404);
}

void TestHttpServer::frontHeaders()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    const RawAnswer answer = client.ask(getEcho);
    QCOMPARE(answer.values("Content-Length"), {"10"_ba});
    QCOMPARE(answer.values("Content-Type"), {"text/plain"_ba});
    QCOMPARE(answer.values("Connection"), {"keep-alive"_ba});
    QCOMPARE(answer.values("Server"), {"deskbell"_ba});
    QCOMPARE(answer.values("X-Content-Type-Options"), {"nosniff"_ba});
    QCOMPARE(answer.value("X-Request-Id").size(), 32);
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(answer.value("Date")),
                                                   u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    QVERIFY(date.isValid());
    QVERIFY(qAbs(QDateTime(date.date(), date.time(), Qt::UTC)
                         .secsTo(QDateTime::currentDateTimeUtc()))
            < 60);
    QVERIFY(client.ask(getEcho).value("X-Request-Id") != answer.value("X-Request-Id"));
}

void TestHttpServer::keepsRequestId_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("plain") << "a-Z_0.9"_ba << true;
    QTest::newRow("longest") << QByteArray(64, 'x') << true;
    QTest::newRow("too long") << QByteArray(65, 'x') << false;
    QTest::newRow("space") << "a b"_ba << false;
    QTest::newRow("quotes") << "\"a\""_ba << false;
    QTest::newRow("empty") << ""_ba << false;
}

void TestHttpServer::keepsRequestId()
{
    QFETCH(QByteArray, id);
    QFETCH(bool, isKept);
    Fixture fixture;
    RawHttp client(fixture.port());
    const auto ids = client.ask("GET /echo HTTP/1.1\r\nHost: h\r\nX-Request-ID: " + id + "\r\n\r\n")
                             .values("X-Request-Id");
    QCOMPARE(ids.size(), 1);
    QCOMPARE(ids.first() == id, isKept);
    QVERIFY(!ids.first().isEmpty());
}

void TestHttpServer::dropsWhatApplicationMayNotSay()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    const RawAnswer answer = client.ask("GET /headers HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(answer.values("Content-Length"), {"0"_ba});
    QCOMPARE(answer.values("Connection"), {"keep-alive"_ba});
    QCOMPARE(answer.values("ETag"), {"\"1\""_ba});
    QCOMPARE(answer.values("X-Evil"), {"aSet-Cookie: b"_ba});
    QVERIFY(answer.values("Set-Cookie").isEmpty());
}

void TestHttpServer::refusesBadInputAndCloses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray get = "GET /echo HTTP/1.1\r\nHost: h\r\n";
    const QByteArray post = "POST /echo HTTP/1.1\r\nHost: h\r\n";
    const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";

    QTest::newRow("header block over 16 KiB") << get + "X: " + QByteArray(17'000, 'x') << 431;
    QByteArray many = get;
    for (int i = 0; i < 100; ++i)
        many += "X: y\r\n";
    QTest::newRow("more than 100 headers") << many + "\r\n" << 431;
    QTest::newRow("body over 1 MiB") << post + "Content-Length: 1048577\r\n\r\n" << 413;
    QTest::newRow("chunk over 1 MiB") << chunked + "100001\r\n" << 413;
    QTest::newRow("not HTTP") << "SSH-2.0-OpenSSH_9.2\r\n"_ba << 400;
    QTest::newRow("a header that is not HTTP") << get + "no colon\r\n\r\n" << 400;
    QTest::newRow("bad chunk") << chunked + "zz\r\n" << 400;
    QTest::newRow("Content-Length with Transfer-Encoding")
            << post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
    QTest::newRow("duplicate Content-Length")
            << post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\nx" << 400;
    QTest::newRow("NUL") << get + "X: \0\r\n\r\n"_ba << 400;
    QTest::newRow("bare CR") << get + "X: a\rb\r\n\r\n" << 400;
    QTest::newRow("no Host") << "GET /echo HTTP/1.1\r\n\r\n"_ba << 400;
    QTest::newRow("two Hosts") << get + "Host: i\r\n\r\n" << 400;
    QTest::newRow("bad percent-encoding") << "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("path not UTF-8") << "GET /%ff HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("unknown method") << "BREW /echo HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 501;
    QTest::newRow("HTTP/2") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba << 505;
    QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02\x00\x01", 6) << 400;
}

void TestHttpServer::refusesBadInputAndCloses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    Fixture fixture;
    RawHttp client(fixture.port());
    // What comes behind a refused request must never be taken for a request.
    client.send(bytes + getEcho);
    const RawAnswer answer = client.read();
    QCOMPARE(answer.status, status);
    QVERIFY(answer.body.startsWith("http."));
    QCOMPARE(answer.value("Connection"), "close"_ba);
    QVERIFY(!answer.value("X-Request-Id").isEmpty());
    QCOMPARE(client.readToEnd(), QByteArray());
}

void TestHttpServer::statusWithoutBody_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("204") << "204"_ba;
    QTest::newRow("304") << "304"_ba;
}

void TestHttpServer::statusWithoutBody()
{
    QFETCH(QByteArray, status);
    Fixture fixture;
    RawHttp client(fixture.port());
    const RawAnswer answer = client.ask("GET /status?" + status + " HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(answer.status, status.toInt());
    QVERIFY(answer.values("Content-Length").isEmpty());
    QCOMPARE(client.ask(getEcho).status, 200); // the next answer follows the head at once
}

void TestHttpServer::headHasNoBody()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    const RawAnswer answer = client.ask("HEAD /echo HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.value("Content-Length"), "7"_ba);
    QCOMPARE(client.ask(getEcho).body, "/echo q=1 "_ba);
}

void TestHttpServer::keepsAlive()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    for (int i = 0; i < 100; ++i)
        QCOMPARE(client.ask(getEcho).status, 200);
    QCOMPARE(fixture.metrics.connectionsAccepted.load(), 1);
}

void TestHttpServer::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("closes");
    QTest::newRow("1.1") << "GET /echo HTTP/1.1\r\nHost: h\r\n\r\n"_ba << false;
    QTest::newRow("1.1 close") << "GET /echo HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"_ba
                               << true;
    QTest::newRow("1.0") << "GET /echo HTTP/1.0\r\n\r\n"_ba << true;
    QTest::newRow("1.0 keep-alive")
            << "GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"_ba << false;
    QTest::newRow("the answer says so") << "GET /close HTTP/1.1\r\nHost: h\r\n\r\n"_ba << true;
}

void TestHttpServer::closesWhenAsked()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, closes);
    Fixture fixture;
    RawHttp client(fixture.port());
    const RawAnswer answer = client.ask(request);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.value("Connection"), closes ? "close"_ba : "keep-alive"_ba);
    if (closes)
        QCOMPARE(client.readToEnd(), QByteArray());
    else
        QCOMPARE(client.ask(getEcho).status, 200);
}

void TestHttpServer::pipelinesInOrder()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    QByteArray requests;
    for (int i = 0; i < 200; ++i) {
        const QByteArray number = QByteArray::number(i);
        requests += i % 3 == 0   ? "GET /nothing HTTP/1.1\r\nHost: h\r\n\r\n"_ba
                    : i % 3 == 1 ? "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: "
                                           + QByteArray::number(number.size()) + "\r\n\r\n" + number
                                 : "GET /echo?" + number + " HTTP/1.1\r\nHost: h\r\n\r\n";
    }
    QVERIFY(client.send(requests));
    for (int i = 0; i < 200; ++i) {
        const QByteArray number = QByteArray::number(i);
        QCOMPARE(client.read().body, i % 3 == 0   ? "not_found"_ba
                                     : i % 3 == 1 ? "/echo  " + number
                                                  : "/echo " + number + ' ');
    }
}

void TestHttpServer::readsBodies()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    const QByteArray post = "POST /echo HTTP/1.1\r\nHost: h\r\n";
    QCOMPARE(client.ask(post + "Content-Length: 2\r\n\r\nhi").body, "/echo  hi"_ba);
    QCOMPARE(client.ask(post + "Content-Length: 0\r\n\r\n").body, "/echo  "_ba);
    QCOMPARE(client.ask(post + "Transfer-Encoding: chunked\r\n\r\n1\r\nh\r\n1\r\ni\r\n0\r\n\r\n")
                     .body,
             "/echo  hi"_ba);
    const QByteArray whole(1024 * 1024, 'm');
    QCOMPARE(client.ask(post + "Content-Length: 1048576\r\n\r\n" + whole).body, "/echo  " + whole);
}

void TestHttpServer::saysContinue()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    const QByteArray head = "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n"
                            "Expect: 100-continue\r\n\r\n";
    for (int i = 0; i < 2; ++i) {
        QVERIFY(client.send(head));
        QCOMPARE(client.readTo("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n"_ba);
        QCOMPARE(client.ask("hi").body, "/echo  hi"_ba);
    }
}

void TestHttpServer::doesNotSayContinueForTooLarge()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    QCOMPARE(client.ask("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9999999\r\n"
                        "Expect: 100-continue\r\n\r\n")
                     .status,
             413);
    QVERIFY(client.isClosedByServer());
}

void TestHttpServer::refusesBodyBeforeReadingIt()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    const RawAnswer answer
            = client.ask("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1099511627776\r\n\r\n");
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.body, "http.body_too_large"_ba);
    QVERIFY(client.isClosedByServer());
}

void TestHttpServer::refusalOfThePlanReachesAClientThatKeepsSending()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    const QByteArray body(4 * 1024 * 1024, 'b');
    // More than the socket buffers hold: the server has to read on for the client to get so far.
    QVERIFY(client.send("POST /nothing HTTP/1.1\r\nHost: h\r\nContent-Length: 4194304\r\n\r\n"
                        + body));
    QCOMPARE(client.read().status, 404);
    QVERIFY(client.isClosedByServer());
}

void TestHttpServer::survivesException()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"failed: as asked"_s));
    const RawAnswer answer = client.ask("GET /throw HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.body, "http.failed"_ba);
    QCOMPARE(client.ask(getEcho).status, 200);
}

void TestHttpServer::fullQueueIs503()
{
    Fixture fixture({.limits = {.workers = 1, .queue = 1, .retryAfterSeconds = 7}});
    RawHttp running(fixture.port());
    running.send("GET /wait?running HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(fixture.gate.waitFor());
    RawHttp waiting(fixture.port());
    waiting.send("GET /wait?waiting HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(fixture.metrics.queueLength.load(), 1);

    RawHttp refused(fixture.port());
    const RawAnswer answer = refused.ask(getEcho);
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.value("Retry-After"), "7"_ba);
    QCOMPARE(answer.body, "http.overloaded"_ba);
    QCOMPARE(fixture.metrics.queueRefused.load(), 1);

    fixture.gate.open(2);
    QCOMPARE(running.read().body, "running"_ba);
    QCOMPARE(waiting.read().body, "waiting"_ba);
    QCOMPARE(refused.ask(getEcho).status, 200); // the same connection goes on
    QCOMPARE(fixture.metrics.queueLength.load(), 0);
}

void TestHttpServer::answersThoughWorkersAreBusyElsewhere()
{
    Fixture fixture({.limits = {.workers = 2}});
    RawHttp slow(fixture.port());
    slow.send("GET /wait HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(fixture.gate.waitFor());
    // Hundreds that never finish their header, and one that does.
    std::vector<std::unique_ptr<RawHttp>> idlers;
    for (int i = 0; i < 200; ++i) {
        idlers.push_back(std::make_unique<RawHttp>(fixture.port()));
        QVERIFY(idlers.back()->send("GET /echo HTTP/1.1\r\nHo"));
    }
    RawHttp client(fixture.port());
    QCOMPARE(client.ask(getEcho).status, 200);
    fixture.gate.open();
    QCOMPARE(slow.read().status, 200);
}

void TestHttpServer::survivesClientsThatLeave()
{
    Fixture fixture({.limits = {.workers = 4}});
    constexpr int count = 300;
    for (int i = 0; i < count; ++i) {
        RawHttp client(fixture.port());
        switch (i % 6) {
        case 0: client.send("GET /ec"); break;
        case 1: client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nx"); break;
        case 2: client.send("GET /big HTTP/1.1\r\nHost: h\r\n\r\n"); break;
        case 3:
            client.send("GET /big HTTP/1.1\r\nHost: h\r\n\r\n");
            client.readBytes(1000);
            break;
        case 4: client.send(getEcho + getEcho + getEcho); break;
        case 5:
            client.send("GET /wait HTTP/1.1\r\nHost: h\r\n\r\n");
            QVERIFY(fixture.gate.waitFor());
            client.reset(); // gone while it is being worked on
            fixture.gate.open();
            break;
        }
        if (i % 2 == 0)
            client.reset();
    }
    QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 0);
    RawHttp client(fixture.port());
    QCOMPARE(client.ask(getEcho).status, 200);
}

void TestHttpServer::sendsBigBodyToSlowReader()
{
    Fixture fixture;
    RawHttp client(fixture.port());
    client.send("GET /big HTTP/1.1\r\nHost: h\r\n\r\n" + getEcho);
    const QByteArray head = client.readTo("\r\n\r\n");
    QVERIFY(head.contains("Content-Length: 3000000\r\n"));
    for (int i = 0; i < 3000; ++i)
        QCOMPARE(client.readBytes(1000), QByteArray(1000, 'b'));
    QCOMPARE(client.read().body, "/echo q=1 "_ba);
}

void TestHttpServer::logsAndCounts()
{
    Fixture fixture;
    {
        RawHttp client(fixture.port());
        const RawAnswer answer
                = client.ask("POST /echo?secret HTTP/1.1\r\nHost: h\r\nX-Request-Id: mine\r\n"
                             "Content-Length: 2\r\n\r\nhi");
        QCOMPARE(client.ask("GET /nothing HTTP/1.1\r\nHost: h\r\n\r\n").status, 404);
        QCOMPARE(client.ask("nonsense\r\n").status, 400);
        const auto records = fixture.log(3);
        QCOMPARE(records.size(), 3);
        QCOMPARE(records[0].requestId, "mine"_ba);
        QCOMPARE(records[0].method, "POST"_ba);
        QCOMPARE(records[0].path, u"/echo"_s);
        QCOMPARE(records[0].status, 200);
        QCOMPARE(records[0].bytesIn, 2);
        QCOMPARE(records[0].bytesOut, answer.body.size());
        QCOMPARE(records[0].peer, QHostAddress(QHostAddress::LocalHost));
        QVERIFY(records[0].duration.count() > 0);
        QCOMPARE(records[1].status, 404);
        QCOMPARE(records[2].status, 400);
        QCOMPARE(records[2].method, ""_ba);

        RawHttp leaver(fixture.port());
        leaver.send("GET /wait HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(fixture.gate.waitFor());
        leaver.reset();
        QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 1);
        fixture.gate.open();
        QCOMPARE(fixture.log(1).value(0).status, 0);
        // While the client that sent nonsense still holds its end open.
        QCOMPARE(fixture.metrics.connectionsAccepted.load(), 2);
    }
    QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 0);
    QCOMPARE(fixture.metrics.requestsByClass[0].load(), 1);
    QCOMPARE(fixture.metrics.requestsByClass[2].load(), 1);
    QCOMPARE(fixture.metrics.requestsByClass[4].load(), 2);
    qint64 measured = 0;
    for (const auto &bucket : fixture.metrics.durations)
        measured += bucket.load();
    QCOMPARE(measured, 3);
    QVERIFY(fixture.metrics.bytesIn.load() > 100);
    QVERIFY(fixture.metrics.bytesOut.load() > 300);
}

void TestHttpServer::runsHooksOnWorkers()
{
    std::mutex mutex;
    QSet<Qt::HANDLE> started;
    QSet<Qt::HANDLE> ended;
    {
        Fixture fixture({.limits = {.workers = 3},
                         .workerStarted =
                                 [&] {
                                     const std::lock_guard lock(mutex);
                                     started.insert(QThread::currentThreadId());
                                 },
                         .workerEnding =
                                 [&] {
                                     const std::lock_guard lock(mutex);
                                     ended.insert(QThread::currentThreadId());
                                 }});
        RawHttp client(fixture.port());
        QCOMPARE(client.ask(getEcho).status, 200);
    }
    QCOMPARE(started.size(), 3);
    QCOMPARE(ended, started);
    QVERIFY(!started.contains(QThread::currentThreadId()));
}

void TestHttpServer::cannotListenTwice()
{
    Fixture fixture;
    HttpServer second(fixture.app, fixture.metrics, {.port = fixture.port()});
    const auto result = second.start();
    QVERIFY(!result);
    QCOMPARE(result.error().key, "http.cannot_listen"_ba);
    QVERIFY(result.error().detail.contains(QString::number(fixture.port())));
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
