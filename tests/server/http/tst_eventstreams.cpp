// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"
#include "tests/support/server/fakeapplication.h"
#include "tests/support/server/rawhttp.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <mutex>

using namespace Deskbell;
using namespace Deskbell::Http;
using namespace Deskbell::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray subscribeRequest = "GET /events HTTP/1.1\r\nHost: h\r\n\r\n";

struct Fixture
{
    explicit Fixture(HttpLimits limits = {})
        : server(app, metrics, {.limits = limits, .accessLog = [this](const AccessRecord &record) {
                                    const std::lock_guard lock(mutex);
                                    records.append(record);
                                }})
    {
        app[u"/events"_s].plan = {.kind = BodyPlan::Kind::Events};
        app[u"/events"_s].subscribe = [this](const RequestHead &head) -> Subscription {
            if (head.query == "denied")
                return Response{.status = 401, .headers = {}, .body = "denied"};
            auto channel = std::make_shared<EventChannel>();
            if (head.query == "early")
                channel->send("data: early\n\n");
            if (head.query == "over")
                channel->close();
            const std::lock_guard lock(mutex);
            channels.append(channel);
            subscribed.release();
            return channel;
        };
        app[u"/hello"_s].handle = [](const Request &) {
            return Response{.headers = {}, .body = "hello"};
        };
        if (!server.start())
            qFatal("cannot listen");
    }

    /// The channel of the next one who has subscribed.
    std::shared_ptr<EventChannel> nextChannel()
    {
        if (!subscribed.tryAcquire(1, RawHttp::patience))
            return {};
        const std::lock_guard lock(mutex);
        return channels.takeFirst();
    }

    QList<AccessRecord> log()
    {
        const std::lock_guard lock(mutex);
        return records;
    }

    FakeApplication app;
    HttpMetrics metrics;
    std::mutex mutex;
    QList<std::shared_ptr<EventChannel>> channels;
    QList<AccessRecord> records;
    QSemaphore subscribed;
    HttpServer server;
};

} // namespace

class TestEventStreams : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void channelKeepsItsLimit();
    void channelWakesOncePerBatch();
    void delivers();
    void deliversWhatCameEarly();
    void deniesAsApplicationSays();
    void refusesABody();
    void headOnly();
    void producerEnds();
    void endedBeforeItBegan();
    void beatsWhenSilent();
    void cutsOffWhenItOverflows();
    void cutsOffWhenNothingIsRead();
    void closesChannelWhenClientLeaves();
    void ignoresWhatTheClientSays();
    void keepsOrderUnderLoad();
    void thousandStreams();
};

void TestEventStreams::channelKeepsItsLimit()
{
    EventChannel channel(10);
    QVERIFY(channel.send("12345"));
    QVERIFY(channel.send("67890"));
    QVERIFY(!channel.isClosed());
    QVERIFY(!channel.send("x"));
    QVERIFY(channel.isClosed());
    QVERIFY(channel.isOverflown());
    QVERIFY(!channel.send(""));
    QCOMPARE(channel.takePending(), "1234567890"_ba);

    EventChannel closed(10);
    closed.close();
    QVERIFY(!closed.send("x"));
    QVERIFY(!closed.isOverflown());
}

void TestEventStreams::channelWakesOncePerBatch()
{
    EventChannel channel;
    int woken = 0;
    channel.setWaker([&woken] { ++woken; });
    channel.send("a");
    channel.send("b");
    QCOMPARE(woken, 1);
    QCOMPARE(channel.takePending(), "ab"_ba);
    channel.send("c");
    QCOMPARE(woken, 2);
    channel.close();
    QCOMPARE(woken, 3);
}

void TestEventStreams::delivers()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    client.send(subscribeRequest);
    const QByteArray head = client.readTo("\r\n\r\n");
    QVERIFY(head.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(head.contains("\r\nContent-Type: text/event-stream\r\n"));
    QVERIFY(head.contains("\r\nCache-Control: no-store\r\n"));
    QVERIFY(head.contains("\r\nX-Request-Id: "));
    QVERIFY(!head.contains("Content-Length"));
    const auto channel = fixture.nextChannel();
    QCOMPARE(fixture.metrics.eventStreamsOpen.load(), 1);
    for (int i = 0; i < 100; ++i) {
        const QByteArray block = "id: " + QByteArray::number(i) + "\ndata: {}\n\n";
        QVERIFY(channel->send(block));
        QCOMPARE(client.readTo("\n\n"), block);
    }
}

void TestEventStreams::deliversWhatCameEarly()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    client.send("GET /events?early HTTP/1.1\r\nHost: h\r\n\r\n");
    client.readTo("\r\n\r\n");
    QCOMPARE(client.readTo("\n\n"), "data: early\n\n"_ba);
}

void TestEventStreams::deniesAsApplicationSays()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    const RawAnswer answer = client.ask("GET /events?denied HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.body, "denied"_ba);
    QCOMPARE(client.ask("GET /hello HTTP/1.1\r\nHost: h\r\n\r\n").body, "hello"_ba);
}

void TestEventStreams::refusesABody()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    QCOMPARE(client.ask("GET /events HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx").status,
             413);
}

void TestEventStreams::headOnly()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    client.send("HEAD /events?early HTTP/1.1\r\nHost: h\r\n\r\n");
    const auto all = client.readToEnd();
    QVERIFY(all && all->startsWith("HTTP/1.1 200 OK\r\n") && all->endsWith("\r\n\r\n"));
    QVERIFY(fixture.nextChannel()->isClosed());
}

void TestEventStreams::producerEnds()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    client.send(subscribeRequest);
    const auto channel = fixture.nextChannel();
    channel->send("data: last\n\n");
    channel->close();
    const auto all = client.readToEnd();
    QVERIFY(all && all->endsWith("\r\n\r\ndata: last\n\n"));
    QTRY_COMPARE(fixture.metrics.eventStreamsOpen.load(), 0);
    QCOMPARE(fixture.metrics.eventStreamsCutOff.load(), 0);
    QCOMPARE(fixture.log().size(), 1);
    QCOMPARE(fixture.log().first().status, 200);
    QCOMPARE(fixture.log().first().bytesOut, 12);
}

void TestEventStreams::endedBeforeItBegan()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    client.send("GET /events?over HTTP/1.1\r\nHost: h\r\n\r\n");
    const auto all = client.readToEnd();
    QVERIFY(all && all->startsWith("HTTP/1.1 200 OK\r\n"));
}

void TestEventStreams::beatsWhenSilent()
{
    Fixture fixture({.heartbeat = 60ms});
    RawHttp client(fixture.server.port());
    client.send(subscribeRequest);
    client.readTo("\r\n\r\n");
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(client.readTo("\n\n"), ":\n\n"_ba);
    QVERIFY(timer.elapsed() > 100);
}

void TestEventStreams::cutsOffWhenItOverflows()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    client.send(subscribeRequest);
    const auto channel = fixture.nextChannel();
    const QByteArray block = "data: " + QByteArray(10'000, 'x') + "\n\n";
    qint64 sent = 0;
    constexpr qint64 more = 256 * 1024 * 1024; // than all buffers on the way hold
    while (sent < more && channel->send(block))
        sent += block.size();
    QVERIFY2(sent < more, "the channel took everything");
    QTRY_COMPARE(fixture.metrics.eventStreamsCutOff.load(), 1);
    QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 0);
    QCOMPARE(fixture.metrics.eventStreamsOpen.load(), 0);
    QVERIFY(client.isClosedByServer());
}

void TestEventStreams::cutsOffWhenNothingIsRead()
{
    Fixture fixture({.writeTime = 200ms});
    RawHttp client(fixture.server.port());
    client.send(subscribeRequest);
    const auto channel = fixture.nextChannel();
    // Enough to fill the buffers on the way, and slowly enough for the channel not to overflow.
    const QByteArray block = "data: " + QByteArray(100'000, 'x') + "\n\n";
    while (fixture.metrics.eventStreamsCutOff.load() == 0 && channel->send(block))
        QTest::qWait(5); // paces a slow peer
    QTRY_COMPARE(fixture.metrics.eventStreamsCutOff.load(), 1);
    QTRY_VERIFY(channel->isClosed());
    QVERIFY(client.isClosedByServer());
}

void TestEventStreams::closesChannelWhenClientLeaves()
{
    Fixture fixture;
    for (int i = 0; i < 50; ++i) {
        RawHttp client(fixture.server.port());
        client.send(subscribeRequest);
        const auto channel = fixture.nextChannel();
        if (i % 2 == 0)
            client.readTo("\r\n\r\n");
        i % 3 == 0 ? client.reset() : client.close();
        // A producer that goes on is told, and does no harm.
        QTRY_VERIFY(!channel->send("data: x\n\n"));
    }
    QTRY_COMPARE(fixture.metrics.eventStreamsOpen.load(), 0);
    QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 0);
}

void TestEventStreams::ignoresWhatTheClientSays()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    client.send(subscribeRequest);
    client.readTo("\r\n\r\n");
    const auto channel = fixture.nextChannel();
    QVERIFY(client.send(QByteArray(8 * 1024 * 1024, 'x')));
    channel->send("data: still here\n\n");
    QCOMPARE(client.readTo("\n\n"), "data: still here\n\n"_ba);
}

void TestEventStreams::keepsOrderUnderLoad()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    client.send(subscribeRequest);
    client.readTo("\r\n\r\n");
    const auto channel = fixture.nextChannel();
    constexpr int count = 20'000;
    const std::unique_ptr<QThread> producer(QThread::create([&] {
        for (int i = 0; i < count; ++i) {
            if (!channel->send("id: " + QByteArray::number(i) + "\n\n"))
                return;
        }
    }));
    producer->start();
    for (int i = 0; i < count; ++i)
        QCOMPARE(client.readTo("\n\n"), "id: " + QByteArray::number(i) + "\n\n");
    producer->wait();
}

void TestEventStreams::thousandStreams()
{
    Fixture fixture;
    constexpr int count = 1000;
    std::vector<std::unique_ptr<RawHttp>> clients;
    std::vector<std::shared_ptr<EventChannel>> channels;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<RawHttp>(fixture.server.port()));
        QVERIFY(clients.back()->send(subscribeRequest));
        channels.push_back(fixture.nextChannel());
        QVERIFY(channels.back());
        QVERIFY(!clients.back()->readTo("\r\n\r\n").isEmpty());
    }
    QCOMPARE(fixture.metrics.eventStreamsOpen.load(), count);
    for (int round = 0; round < 5; ++round) {
        const QByteArray block = "data: " + QByteArray::number(round) + "\n\n";
        for (const auto &channel : channels)
            QVERIFY(channel->send(block));
        RawHttp other(fixture.server.port());
        QCOMPARE(other.ask("GET /hello HTTP/1.1\r\nHost: h\r\n\r\n").body, "hello"_ba);
        for (const auto &client : clients)
            QCOMPARE(client->readTo("\n\n"), block);
    }
}

QTEST_GUILESS_MAIN(TestEventStreams)
#include "tst_eventstreams.moc"
