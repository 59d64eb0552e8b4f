// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"
#include "tests/support/server/fakeapplication.h"
#include "tests/support/server/rawhttp.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Http;
using namespace Deskbell::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray getSmall = "GET /small HTTP/1.1\r\nHost: h\r\n\r\n";
constexpr qint64 bigSize = 64 * 1024 * 1024;

/// Long enough not to be hit by a busy machine, where a test waits for another limit.
HttpLimits patient()
{
    return {.headerTime = 60s, .bodyTime = 60s, .writeTime = 60s, .idleTime = 60s};
}

struct Fixture
{
    explicit Fixture(const HttpLimits &limits)
        : server(app, metrics, {.limits = limits})
    {
        app[u"/small"_s].handle = [](const Request &request) {
            return Response{.headers = {}, .body = "small" + request.body};
        };
        app[u"/big"_s].handle = [](const Request &) {
            return Response{.headers = {}, .body = {bigSize, 'b'}};
        };
        if (!server.start())
            qFatal("cannot listen");
    }

    FakeApplication app;
    HttpMetrics metrics;
    HttpServer server;
};

} // namespace

class TestLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void silentClientIsClosed();
    void slowHeaderIsCutOff();
    void headerTimeBeginsWithEachRequest();
    void idleConnectionIsClosed();
    void stalledBodyIsCutOff();
    void progressOfTheBodyIsEnough();
    void clientThatDoesNotReadIsCutOff();
    void slowReaderThatReadsIsNot();
    void tooManyConnectionsInAll();
    void tooManyConnectionsOfOneAddress();
    void customLimits();
};

void TestLimits::silentClientIsClosed()
{
    HttpLimits limits = patient();
    limits.headerTime = 100ms;
    Fixture fixture(limits);
    RawHttp client(fixture.server.port());
    QCOMPARE(client.readToEnd(), QByteArray());
}

void TestLimits::slowHeaderIsCutOff()
{
    HttpLimits limits = patient();
    limits.headerTime = 150ms;
    Fixture fixture(limits);
    RawHttp client(fixture.server.port());
    // One byte at a time, for ever, does not help: the whole header has to be there in time.
    QElapsedTimer timer;
    timer.start();
    QVERIFY(client.send("GET / HTTP/1.1\r\nX: "));
    while (timer.elapsed() < RawHttp::patience && client.send("x"))
        QTest::qWait(5); // paces a slow peer
    QVERIFY(timer.elapsed() >= 150);
    QVERIFY(timer.elapsed() < RawHttp::patience);
    QTRY_COMPARE(fixture.metrics.connectionsTimedOut.load(), 1);
    QCOMPARE(fixture.metrics.requestsByClass[4].load(), 1);
}

void TestLimits::headerTimeBeginsWithEachRequest()
{
    HttpLimits limits = patient();
    limits.headerTime = 1s; // a busy machine needs some of it for the first
    Fixture fixture(limits);
    RawHttp client(fixture.server.port());
    QCOMPARE(client.ask(getSmall).status, 200);
    client.send("GET /small HT");
    const RawAnswer answer = client.read();
    QCOMPARE(answer.status, 408);
    QCOMPARE(answer.body, "http.timeout"_ba);
    QVERIFY(client.isClosedByServer());
}

void TestLimits::idleConnectionIsClosed()
{
    HttpLimits limits = patient();
    limits.idleTime = 100ms;
    Fixture fixture(limits);
    RawHttp client(fixture.server.port());
    QCOMPARE(client.ask(getSmall).status, 200);
    QCOMPARE(client.readToEnd(), QByteArray());
    QCOMPARE(fixture.metrics.connectionsTimedOut.load(), 0); // nothing was cut off
}

void TestLimits::stalledBodyIsCutOff()
{
    HttpLimits limits = patient();
    limits.bodyTime = 100ms;
    Fixture fixture(limits);
    RawHttp client(fixture.server.port());
    const RawAnswer answer
            = client.ask("POST /small HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhalf");
    QCOMPARE(answer.status, 408);
    QVERIFY(client.isClosedByServer());
    QCOMPARE(fixture.metrics.connectionsTimedOut.load(), 1);
}

void TestLimits::progressOfTheBodyIsEnough()
{
    HttpLimits limits = patient();
    limits.bodyTime = 1s;
    Fixture fixture(limits);
    RawHttp client(fixture.server.port());
    QVERIFY(client.send("POST /small HTTP/1.1\r\nHost: h\r\nContent-Length: 60\r\n\r\n"));
    QElapsedTimer timer;
    timer.start();
    for (int sent = 0; sent < 60; ++sent) {
        QVERIFY(client.send("x"));
        QTest::qWait(20); // paces a slow peer
    }
    QVERIFY(timer.elapsed() > 1000); // longer than the limit in all
    QCOMPARE(client.read().body, "small" + QByteArray(60, 'x'));
}

void TestLimits::clientThatDoesNotReadIsCutOff()
{
    HttpLimits limits = patient();
    limits.writeTime = 200ms;
    Fixture fixture(limits);
    RawHttp client(fixture.server.port());
    client.send("GET /big HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(fixture.metrics.connectionsTimedOut.load(), 1);
    const auto received = client.readToEnd();
    QVERIFY(received.has_value());
    QVERIFY(received->size() < bigSize);
}

void TestLimits::slowReaderThatReadsIsNot()
{
    HttpLimits limits = patient();
    limits.writeTime = 1s;
    Fixture fixture(limits);
    RawHttp client(fixture.server.port());
    client.send("GET /big HTTP/1.1\r\nHost: h\r\n\r\n");
    client.readTo("\r\n\r\n");
    QElapsedTimer timer;
    timer.start();
    qint64 received = 0;
    constexpr qint64 step = bigSize / 128;
    while (received < bigSize) {
        const QByteArray piece = client.readBytes(step);
        QCOMPARE(piece.size(), step);
        received += step;
        QTest::qWait(10); // paces a slow peer
    }
    QVERIFY(timer.elapsed() > 1000); // longer than the limit in all
    QCOMPARE(client.ask(getSmall).status, 200);
}

void TestLimits::tooManyConnectionsInAll()
{
    HttpLimits limits = patient();
    limits.connections = 3;
    Fixture fixture(limits);
    std::vector<std::unique_ptr<RawHttp>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<RawHttp>(fixture.server.port()));
        QCOMPARE(clients.back()->ask(getSmall).status, 200);
    }
    RawHttp refused(fixture.server.port());
    QCOMPARE(refused.readToEnd(), QByteArray());
    QCOMPARE(fixture.metrics.connectionsRefused.load(), 1);
    QCOMPARE(fixture.metrics.connectionsOpen.load(), 3);

    clients.pop_back();
    QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 2);
    RawHttp next(fixture.server.port());
    QCOMPARE(next.ask(getSmall).status, 200);
}

void TestLimits::tooManyConnectionsOfOneAddress()
{
    HttpLimits limits = patient();
    limits.connectionsPerAddress = 2;
    Fixture fixture(limits);
    RawHttp first(fixture.server.port());
    QCOMPARE(first.ask(getSmall).status, 200);
    for (int i = 0; i < 3; ++i) { // room again each time
        RawHttp second(fixture.server.port());
        QCOMPARE(second.ask(getSmall).status, 200);
        RawHttp refused(fixture.server.port());
        QCOMPARE(refused.readToEnd(), QByteArray());
        second.close();
        QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 1);
    }
    QCOMPARE(fixture.metrics.connectionsRefused.load(), 3);
}

void TestLimits::customLimits()
{
    HttpLimits limits = patient();
    limits.headerBytes = 100;
    limits.headerCount = 2;
    Fixture fixture(limits);
    const auto ask = [&](const QByteArray &headers) {
        return RawHttp(fixture.server.port())
                .ask("GET /small HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n")
                .status;
    };
    QCOMPARE(ask("A: b\r\n"), 200);
    QCOMPARE(ask("A: b\r\nC: d\r\n"), 431);
    QCOMPARE(ask("A: " + QByteArray(100, 'b') + "\r\n"), 431);
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
