// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"
#include "tests/support/server/fakeapplication.h"
#include "tests/support/server/gate.h"
#include "tests/support/server/rawhttp.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>
#include <mutex>

using namespace Deskbell;
using namespace Deskbell::Http;
using namespace Deskbell::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class GatedSink final : public BodySink
{
public:
    GatedSink(Gate &gate, std::atomic<int> &abandoned)
        : m_gate(gate)
        , m_abandoned(abandoned)
    {}
    bool write(QByteArrayView) override
    {
        m_gate.pass();
        return true;
    }
    Response finish() override { return {.headers = {}, .body = "stored"}; }
    void abandon() override { ++m_abandoned; }

private:
    Gate &m_gate;
    std::atomic<int> &m_abandoned;
};

struct Fixture
{
    explicit Fixture(HttpLimits limits = {})
        : server(app, metrics, {.limits = limits})
    {
        app[u"/hello"_s].handle = [](const Request &) {
            return Response{.headers = {}, .body = "hello"};
        };
        app[u"/wait"_s].handle = [this](const Request &) {
            gate.pass();
            return Response{.headers = {}, .body = "waited"};
        };
        app[u"/big"_s].handle = [](const Request &) {
            return Response{.headers = {}, .body = QByteArray(50'000'000, 'b')};
        };
        app[u"/upload"_s].plan = {.kind = BodyPlan::Kind::Streamed, .limit = 1'000'000};
        app[u"/upload"_s].openSink = [this](const RequestHead &) -> FakeApplication::Sink {
            return std::make_unique<GatedSink>(gate, abandoned);
        };
        app[u"/events"_s].plan = {.kind = BodyPlan::Kind::Events};
        app[u"/events"_s].subscribe = [this](const RequestHead &) -> Subscription {
            subscribed.release();
            return channel;
        };
        if (!server.start())
            qFatal("cannot listen");
    }

    /// Begins to stop; wait() for the end.
    void beginStop()
    {
        stopping.reset(QThread::create([this] {
            QElapsedTimer timer;
            timer.start();
            server.stop();
            took = timer.elapsed();
        }));
        stopping->start();
    }
    bool ends() { return stopping->wait(RawHttp::patience); }
    bool accepts() const { return RawHttp(server.port()).send(" "); }

    FakeApplication app;
    HttpMetrics metrics;
    Gate gate;
    std::atomic<int> abandoned = 0;
    QSemaphore subscribed;
    std::shared_ptr<EventChannel> channel = std::make_shared<EventChannel>();
    HttpServer server;
    std::unique_ptr<QThread> stopping;
    qint64 took = 0;
};

const QByteArray head = " HTTP/1.1\r\nHost: h\r\n";

} // namespace

class TestStop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopsWhenIdle();
    void finishesWhatRuns();
    void finishesBodyThatIsOnItsWay();
    void finishesLongAnswer();
    void endsEventStreams();
    void doesNotWaitForeverForClients();
    void abandonsUploadThatIsOver();
    void producersMayGoOn();
    void stopsUnderFire();
    void startsAgain();
};

void TestStop::stopsWhenIdle()
{
    Fixture fixture;
    RawHttp silent(fixture.server.port());
    RawHttp kept(fixture.server.port());
    QCOMPARE(kept.ask("GET /hello" + head + "\r\n").status, 200);
    fixture.server.stop();
    QCOMPARE(kept.readToEnd(), QByteArray());
    QCOMPARE(silent.readToEnd(), QByteArray());
    QVERIFY(!fixture.accepts());
    QCOMPARE(fixture.metrics.connectionsOpen.load(), 0);
    fixture.server.stop(); // once more does nothing
}

void TestStop::finishesWhatRuns()
{
    Fixture fixture({.workers = 1});
    RawHttp running(fixture.server.port());
    running.send("GET /wait" + head + "\r\n");
    QVERIFY(fixture.gate.waitFor());
    RawHttp queued(fixture.server.port());
    queued.send("GET /hello" + head + "\r\n");
    QTRY_COMPARE(fixture.metrics.queueLength.load(), 1);
    fixture.beginStop();
    QTRY_VERIFY(!fixture.accepts());
    fixture.gate.open();
    const RawAnswer answer = running.read();
    QCOMPARE(answer.body, "waited"_ba);
    QCOMPARE(answer.value("Connection"), "close"_ba);
    QVERIFY(running.isClosedByServer());
    QCOMPARE(queued.read().body, "hello"_ba);
    running.close();
    queued.close();
    QVERIFY(fixture.ends());
}

void TestStop::finishesBodyThatIsOnItsWay()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    client.send("PUT /upload" + head + "Content-Length: 10\r\n\r\nhalf.");
    QVERIFY(fixture.gate.waitFor());
    fixture.beginStop();
    QTRY_VERIFY(!fixture.accepts());
    fixture.gate.open(2);
    QVERIFY(client.send("whole"));
    QCOMPARE(client.read().body, "stored"_ba);
    client.close();
    QVERIFY(fixture.ends());
    QCOMPARE(fixture.abandoned.load(), 0);
}

void TestStop::finishesLongAnswer()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    client.send("GET /big" + head + "\r\n");
    QVERIFY(client.readTo("\r\n\r\n").contains("200"));
    fixture.beginStop();
    QTRY_VERIFY(!fixture.accepts());
    QCOMPARE(client.readBytes(50'000'000).size(), 50'000'000);
    QVERIFY(client.isClosedByServer());
    client.close();
    QVERIFY(fixture.ends());
}

void TestStop::endsEventStreams()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    client.send("GET /events" + head + "\r\n");
    client.readTo("\r\n\r\n");
    fixture.channel->send("data: last\n\n");
    fixture.beginStop();
    QCOMPARE(client.readToEnd(), "data: last\n\n"_ba);
    client.close();
    QVERIFY(fixture.ends());
    QVERIFY(fixture.channel->isClosed());
    QVERIFY(fixture.took < HttpLimits().stopTime.count());
}

void TestStop::doesNotWaitForeverForClients()
{
    Fixture fixture({.stopTime = 300ms});
    RawHttp notReading(fixture.server.port());
    notReading.send("GET /big" + head + "\r\n");
    RawHttp notSending(fixture.server.port());
    notSending.send("POST /hello" + head + "Content-Length: 10\r\n\r\nhalf");
    RawHttp inHeader(fixture.server.port());
    inHeader.send("GET /he");
    QTRY_VERIFY(fixture.metrics.bytesOut.load() > 0 && fixture.metrics.connectionsOpen.load() == 3);
    fixture.beginStop();
    QVERIFY(fixture.ends());
    QVERIFY(fixture.took >= 300);
    QVERIFY(fixture.took < 10'000);
    QCOMPARE(fixture.metrics.connectionsOpen.load(), 0);
}

void TestStop::abandonsUploadThatIsOver()
{
    Fixture fixture({.stopTime = 100ms});
    RawHttp betweenPieces(fixture.server.port());
    betweenPieces.send("PUT /upload" + head + "Content-Length: 10\r\n\r\nhalf");
    QVERIFY(fixture.gate.waitFor());
    fixture.gate.open();
    RawHttp inPiece(fixture.server.port());
    inPiece.send("PUT /upload" + head + "Content-Length: 10\r\n\r\nhalf");
    QVERIFY(fixture.gate.waitFor());
    fixture.beginStop();
    // Both connections end with the time; the worker still writes, and then abandons.
    QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 0);
    fixture.gate.open();
    QVERIFY(fixture.ends());
    QCOMPARE(fixture.abandoned.load(), 2);
}

void TestStop::producersMayGoOn()
{
    std::atomic<bool> isOver = false;
    std::atomic<bool> isTaken = true;
    std::unique_ptr<QThread> producer;
    {
        Fixture fixture;
        RawHttp client(fixture.server.port());
        client.send("GET /events" + head + "\r\n");
        client.readTo("\r\n\r\n");
        producer.reset(QThread::create([channel = fixture.channel, &isOver, &isTaken] {
            while (!isOver)
                isTaken = channel->send(":\n\n"); // also when nobody is there any more
        }));
        producer->start();
        QVERIFY(!client.readTo("\n\n").isEmpty());
        client.close();
    }
    QTRY_VERIFY(!isTaken);
    isOver = true;
    QVERIFY(producer->wait(RawHttp::patience));
}

void TestStop::stopsUnderFire()
{
    for (int round = 0; round < 5; ++round) {
        Fixture fixture({.stopTime = 2s, .workers = 2});
        std::atomic<bool> isOver = false;
        std::atomic<int> wrong = 0;
        std::atomic<int> answered = 0;
        std::vector<std::unique_ptr<QThread>> clients;
        for (int i = 0; i < 4; ++i) {
            clients.emplace_back(QThread::create([&] {
                while (!isOver) {
                    RawHttp client(fixture.server.port());
                    while (!isOver) {
                        const RawAnswer answer = client.ask("GET /hello" + head + "\r\n");
                        if (answer.status == 0)
                            break; // closed before the answer began
                        ++answered;
                        // An answer that has begun is whole.
                        if (answer.status != 200 || answer.body != "hello")
                            ++wrong;
                    }
                }
            }));
            clients.back()->start();
        }
        QTRY_VERIFY(answered.load() > 100);
        fixture.server.stop();
        isOver = true;
        for (const auto &client : clients)
            client->wait();
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(fixture.metrics.connectionsOpen.load(), 0);
    }
}

void TestStop::startsAgain()
{
    Fixture fixture;
    for (int i = 0; i < 3; ++i) {
        fixture.server.stop();
        QVERIFY(fixture.server.start());
        RawHttp client(fixture.server.port());
        QCOMPARE(client.ask("GET /hello" + head + "\r\n").body, "hello"_ba);
    }
}

QTEST_GUILESS_MAIN(TestStop)
#include "tst_stop.moc"
