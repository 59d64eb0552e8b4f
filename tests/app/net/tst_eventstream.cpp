// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/client.h"
#include "app/net/connectionmonitor.h"
#include "app/net/eventstream.h"
#include "app/net/tokenkeeper.h"
#include "app/net/truststore.h"
#include "tests/support/app/fakeapi.h"

#include <QSignalSpy>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestEventStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsEventsInOrder();
    void skipsWhatItDoesNotKnow();
    void resumesWhereItWas();
    void asksForAFreshReadWhenNothingCanBeResumed();
    void passesResetsOn();
    void beginsAnewWhenItsPlaceCannotBeRead();
    void reconnectsAfterSilence();
    void comesBackWithTheServer();
    void refreshesItsToken();
    void doesNotTakeAWebPageForAStream();
    void stopsWhenStopped();
    void survivesAReceiverThatDeletesIt();

private:
    QJsonObject ticketEvent(qint64 id, int version) const;
    QByteArray lastResume() const;

    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<TrustStore> m_trust;
    std::unique_ptr<Api::Client> m_client;
    std::unique_ptr<EventStream> m_stream;
    QList<Event> m_events;
};

void TestEventStream::init()
{
    m_api = std::make_unique<FakeApi>();
    m_api->acceptSignIn(FakeApi::person(7, u"Jane Doe"_s, {}));
    m_trust = std::make_unique<TrustStore>();
    m_client = std::make_unique<Api::Client>(*m_trust);
    m_client->setServer(m_api->address());
    m_client->tokens().accept(
            {.accessToken = u"access-0"_s, .expiresIn = 600, .refreshToken = u"refresh-0"_s});
    m_stream = std::make_unique<EventStream>(*m_client);
    m_stream->setTiming({.firstPause = 5ms, .longestPause = 20ms, .silence = 2s});
    m_events.clear();
    connect(m_stream.get(), &EventStream::received, this,
            [this](const Event &event) { m_events.append(event); });
}

void TestEventStream::cleanup()
{
    m_stream.reset();
    m_client.reset();
    m_trust.reset();
    m_api.reset();
}

QJsonObject TestEventStream::ticketEvent(qint64 id, int version) const
{
    Event event;
    event.type = EventType::TicketUpdated;
    event.id = AnyEntityId(id);
    event.ticketId = TicketId(id);
    event.version = version;
    event.at = QDateTime(QDate(2026, 11, 21), QTime(9, 30), Qt::UTC);
    return toJson(event);
}

QByteArray TestEventStream::lastResume() const
{
    return m_api->requests("GET", u"/events"_s).last().header("Last-Event-ID");
}

void TestEventStream::tellsEventsInOrder()
{
    m_stream->start();
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
    QCOMPARE(m_api->requests().last().header("Accept"), "text/event-stream"_ba);
    m_api->push(": alive\n\n");
    for (int version = 1; version <= 5; ++version)
        m_api->pushEvent("ticket.updated", ticketEvent(42, version), QByteArray::number(version));
    QTRY_COMPARE(m_events.size(), 5);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(m_events[i].type, EventType::TicketUpdated);
        QCOMPARE(m_events[i].ticketId, TicketId(42));
        QCOMPARE(m_events[i].version, i + 1);
    }
    QCOMPARE(m_stream->lastEventId(), "5"_ba);
}

void TestEventStream::skipsWhatItDoesNotKnow()
{
    QSignalSpy reset(m_stream.get(), &EventStream::resetRequired);
    m_stream->start();
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
    m_api->pushEvent("weather.changed", {{u"sun"_s, true}}, "1");
    m_api->pushEvent("ticket.updated", ticketEvent(1, 1), "2");
    QTRY_COMPARE(m_events.size(), 1);
    QCOMPARE(reset.size(), 0);
    // One that should be readable and is not may have been about anything.
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"unreadable event"_s));
    m_api->push("event: ticket.updated\nid: 3\ndata: {broken\n\n");
    QTRY_COMPARE(reset.size(), 1);
}

void TestEventStream::resumesWhereItWas()
{
    QSignalSpy reset(m_stream.get(), &EventStream::resetRequired);
    m_stream->start("17-3");
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
    QCOMPARE(lastResume(), "17-3"_ba);
    m_api->pushEvent("ticket.updated", ticketEvent(1, 1), "18-4");
    m_api->push("event: ticket.updated\nid: 19-5\ndata: {\"half");
    QTRY_COMPARE(m_events.size(), 1);
    m_api->dropConnections();
    QTRY_COMPARE(m_api->requests("GET", u"/events"_s).size(), 2);
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
    QCOMPARE(lastResume(), "18-4"_ba);
    m_api->pushEvent("ticket.updated", ticketEvent(1, 2), "19-5");
    QTRY_COMPARE(m_events.size(), 2);
    QCOMPARE(reset.size(), 0);
}

void TestEventStream::asksForAFreshReadWhenNothingCanBeResumed()
{
    QSignalSpy reset(m_stream.get(), &EventStream::resetRequired);
    m_stream->start();
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
    QCOMPARE(reset.size(), 0);
    m_api->dropConnections(); // before any event: nobody knows what was missed
    QTRY_COMPARE(reset.size(), 1);
}

void TestEventStream::passesResetsOn()
{
    QSignalSpy reset(m_stream.get(), &EventStream::resetRequired);
    m_stream->start("1-1");
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
    Event event;
    event.at = QDateTime(QDate(2026, 11, 21), QTime(9, 30), Qt::UTC);
    m_api->pushEvent("reset", toJson(event), "90-1");
    m_api->push("event: reset\nid: 91-1\ndata: {}\n\n");
    QTRY_COMPARE(reset.size(), 2);
    QVERIFY(m_events.isEmpty());
    QCOMPARE(m_stream->lastEventId(), "91-1"_ba);
}

void TestEventStream::beginsAnewWhenItsPlaceCannotBeRead()
{
    QSignalSpy reset(m_stream.get(), &EventStream::resetRequired);
    m_api->once("GET", u"/events"_s, FakeApi::Reply::problem(400, "event.token_malformed"));
    m_stream->start("nonsense");
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
    QCOMPARE(lastResume(), QByteArray());
    QCOMPARE(reset.size(), 1);
}

void TestEventStream::reconnectsAfterSilence()
{
    m_stream->setTiming({.firstPause = 5ms, .longestPause = 20ms, .silence = 100ms});
    m_stream->start();
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
    QTRY_COMPARE(m_api->requests("GET", u"/events"_s).size(), 2);
}

void TestEventStream::comesBackWithTheServer()
{
    m_stream->setTiming({.firstPause = 10min, .longestPause = 10min, .silence = 2s});
    m_stream->start();
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
    m_api->goAway();
    QTRY_COMPARE(m_stream->state(), EventStream::State::Waiting);
    m_client->send(Api::Request::get(u"/x"_s), this, [](const Result<Api::Answer> &) {});
    QTRY_COMPARE(m_client->connection().state(), ConnectionMonitor::State::Offline);
    m_api->comeBack();
    // Its own pause is long; that the server answers somebody else is news to it as well.
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
}

void TestEventStream::refreshesItsToken()
{
    m_api->expireTokens();
    m_stream->start();
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
    QCOMPARE(m_api->requests("POST", u"/auth/token"_s).size(), 1);
}

void TestEventStream::doesNotTakeAWebPageForAStream()
{
    m_api->once("GET", u"/events"_s,
                {.body = "<html>", .headers = {{"Content-Type", "text/html"}}});
    m_stream->start();
    QTRY_COMPARE(m_api->requests("GET", u"/events"_s).size(), 2);
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
}

void TestEventStream::stopsWhenStopped()
{
    m_stream->start();
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
    m_stream->stop();
    QCOMPARE(m_stream->state(), EventStream::State::Stopped);
    QTRY_COMPARE(m_api->streams(), 0);
    QTest::qWait(30); // nothing more may come
    QCOMPARE(m_api->requests("GET", u"/events"_s).size(), 1);
}

void TestEventStream::survivesAReceiverThatDeletesIt()
{
    m_stream->start();
    QTRY_COMPARE(m_stream->state(), EventStream::State::Live);
    connect(m_stream.get(), &EventStream::received, this, [this] { m_stream.reset(); });
    m_api->push("event: ticket.updated\ndata: "
                + QJsonDocument(ticketEvent(1, 1)).toJson(QJsonDocument::Compact)
                + "\n\nevent: ticket.updated\ndata: "
                + QJsonDocument(ticketEvent(1, 2)).toJson(QJsonDocument::Compact) + "\n\n");
    QTRY_VERIFY(!m_stream);
    QCOMPARE(m_events.size(), 1);
}

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
