// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/events/resumetoken.h"
#include "tests/support/server/restclient.h"

#include <QList>
#include <QStringList>

#include <atomic>
#include <thread>

namespace Deskbell::Test {

/// A client of `GET /events` in a thread of its own, which after every end goes on where it was,
/// until it hears of a reply to a certain ticket.
class StreamFollower
{
public:
    struct Received
    {
        ResumeToken token;
        QByteArray type;
        QJsonObject data;
    };

    struct Options
    {
        quint16 port = 0;
        QString user = {};     ///< of the demo desk
        qint64 lastTicket = 0; ///< a reply to it is the last that it waits for
    };

    explicit StreamFollower(Options options);
    ~StreamFollower();
    StreamFollower(const StreamFollower &) = delete;
    StreamFollower &operator=(const StreamFollower &) = delete;

    void start();
    /// It knows its place; what happens from now on is told to it.
    bool isFollowing() const { return m_isFollowing; }
    /// Returns when it has heard of the reply, or when nothing has come for too long.
    void wait();

    // After wait().
    bool isComplete() const { return m_isComplete; }
    int connections() const { return m_connections; }
    /// Where it began.
    ResumeToken place() const { return m_place; }
    const QList<Received> &received() const { return m_received; }

private:
    void run();
    /// Reads until the stream ends.
    void follow(const QByteArray &token);
    void take(const QByteArray &block);

    const Options m_options;
    std::atomic<bool> m_isFollowing = false;
    bool m_isComplete = false;
    int m_connections = 0;
    ResumeToken m_place;
    ResumeToken m_last;
    QList<Received> m_received;
    std::thread m_thread;
};

} // namespace Deskbell::Test
