// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "app/net/eventparser.h"
#include "app/net/request.h"
#include "common/events/event.h"

#include <QObject>
#include <QTimer>

namespace Deskbell::App {

namespace Api {
class Client;
}

/// The live connection: reads GET /events and tells what happened, each event once and in order.
/// Reconnects by itself, with growing and jittered pauses, from where it was.
class EventStream : public QObject
{
    Q_OBJECT

public:
    enum class State { Stopped, Connecting, Live, Waiting };

    /// All delays, so that tests can make them short.
    struct Timing
    {
        std::chrono::milliseconds firstPause{500};
        std::chrono::milliseconds longestPause{30'000};
        std::chrono::milliseconds silence{40'000}; ///< the server writes every 15 s
    };

    explicit EventStream(Api::Client &client, QObject *parent = nullptr);
    ~EventStream() override;

    void setTiming(const Timing &timing) { m_timing = timing; }
    /// Connects and stays so until stop(). `lastEventId` resumes an earlier run; empty begins now.
    void start(const QByteArray &lastEventId = {});
    void stop();
    /// Connects at once instead of after the pause.
    void reconnectNow();
    /// Has everything read afresh, as after a gap: what was visible is not what it was.
    void reset() { Q_EMIT resetRequired(); }

    State state() const { return m_state; }
    const QByteArray &lastEventId() const { return m_parser.lastEventId(); }

Q_SIGNALS:
    /// One event of a type that this program knows.
    void received(const Deskbell::Event &event);
    /// What was missed cannot be sent again, the stream began without a past, or reset() was
    /// called: read afresh.
    void resetRequired();
    void stateChanged(Deskbell::App::EventStream::State state);

private:
    void connectNow();
    void opened(const Api::Answer &answer);
    void dataArrived(QByteArrayView bytes);
    void deliver(const EventParser::Event &raw);
    void ended(const Error &error);
    void setState(State state);

    Api::Client &m_client;
    Timing m_timing;
    EventParser m_parser;
    Api::ScopedCall m_call;
    QTimer m_reconnect;
    int m_attempts = 0;
    bool m_wasLive = false;
    State m_state = State::Stopped;
};

} // namespace Deskbell::App
