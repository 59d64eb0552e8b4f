// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/eventstream.h"

#include "app/net/client.h"
#include "app/net/connectionmonitor.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "deskbell.events")

} // namespace

EventStream::EventStream(Api::Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_reconnect.setSingleShot(true);
    connect(&m_reconnect, &QTimer::timeout, this, &EventStream::connectNow);
    connect(&client.connection(), &ConnectionMonitor::stateChanged, this,
            [this](ConnectionMonitor::State state) {
                if (state == ConnectionMonitor::State::Online && m_state == State::Waiting)
                    reconnectNow();
            });
}

EventStream::~EventStream() = default;

void EventStream::start(const QByteArray &lastEventId)
{
    stop();
    m_parser.setLastEventId(lastEventId);
    m_wasLive = false;
    connectNow();
}

void EventStream::stop()
{
    m_reconnect.stop();
    m_call = {};
    m_attempts = 0;
    setState(State::Stopped);
}

void EventStream::reconnectNow()
{
    if (m_state != State::Waiting)
        return;
    m_reconnect.stop();
    connectNow();
}

void EventStream::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void EventStream::connectNow()
{
    m_parser.reconnect();
    Api::Request request = Api::Request::get(u"/events"_s);
    request.timeout = m_timing.silence;
    request.repeat = Api::Repeat::Never; // with a memory of where it was, it is done here
    request.headers.append({"Accept"_ba, "text/event-stream"_ba});
    if (!lastEventId().isEmpty())
        request.headers.append({"Last-Event-ID"_ba, lastEventId()});
    request.sink.begin = [this](const Api::Answer &answer) {
        opened(answer);
    };
    request.sink.data = [this](QByteArrayView bytes) {
        dataArrived(bytes);
    };
    m_call = m_client.send(request, this, [this](const Result<Api::Answer> &answer) {
        ended(answer ? Error{} : answer.error());
    });
    setState(State::Connecting);
}

void EventStream::opened(const Api::Answer &answer)
{
    if (!answer.header("Content-Type").startsWith("text/event-stream")) {
        m_call = {};
        ended({.code = ErrorCode::Network, .key = "server.not_deskbell"});
        return;
    }
    setState(State::Live);
    // The gap cannot be filled when no event had come before it.
    if (std::exchange(m_wasLive, true) && lastEventId().isEmpty())
        Q_EMIT resetRequired();
}

void EventStream::dataArrived(QByteArrayView bytes)
{
    m_attempts = 0;
    QList<EventParser::Event> events;
    const bool readable = m_parser.feed(bytes, &events);
    const QPointer<EventStream> alive(this);
    for (const EventParser::Event &event : events) {
        deliver(event);
        if (!alive || m_state != State::Live)
            return; // a receiver stopped or deleted us
    }
    if (!readable) {
        m_call = {};
        ended({.code = ErrorCode::Network, .key = "answer.unreadable"});
    }
}

void EventStream::deliver(const EventParser::Event &raw)
{
    if (fromWire<EventType>(raw.type) == EventType::Reset) {
        Q_EMIT resetRequired();
        return;
    }
    const Result<Event> event = parseObject(raw.data).and_then([&raw](const QJsonObject &data) {
        return eventFromStream(raw.type, data, Unknown::Ignored);
    });
    if (event)
        Q_EMIT received(*event);
    else if (event.error().key != "event.unknown_type") {
        // Something happened and we cannot know what: what is shown may be wrong.
        qCWarning(log) << "unreadable event" << raw.type << event.error().detail;
        Q_EMIT resetRequired();
    }
}

void EventStream::ended(const Error &error)
{
    if (error.key == "auth.signed_out") {
        stop();
        return;
    }
    if (error.code == ErrorCode::Malformed) {
        // The server cannot read our place in the stream: begin again without one.
        m_parser.setLastEventId({});
        m_wasLive = true;
    }
    const auto grown = m_timing.firstPause * (1 << std::min(m_attempts++, 10));
    const auto pause = std::min(grown, m_timing.longestPause);
    const double jitter = 0.5 + QRandomGenerator::global()->generateDouble() / 2;
    m_reconnect.start(std::chrono::milliseconds(qint64(double(pause.count()) * jitter)));
    setState(State::Waiting);
}

} // namespace Deskbell::App
