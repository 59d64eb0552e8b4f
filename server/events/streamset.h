// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/id.h"
#include "server/events/eventreader.h"
#include "server/http/eventchannel.h"

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace Deskbell::Server {

/// One client's stream and where it is.
struct EventStream
{
    AccountId account;
    SessionId session;
    std::shared_ptr<Http::EventChannel> channel;
    ResumeToken position;  ///< what came up to here it has, or may not know of
    ResumeToken told = {}; ///< the last id that was sent
};

/// The streams that are up to date, by account. For the pump's thread.
class StreamSet
{
public:
    void add(EventStream stream);
    QList<AccountId> accounts() const;
    QList<SessionId> sessions() const;
    qsizetype size() const;
    bool isEmpty() const { return m_streams.empty(); }

    /// Gives an event to every stream of these accounts that is not past it already; how many.
    qint64 send(const EventRow &event, const QList<qint64> &accounts);
    /// Gives every stream of these accounts a block that has no place among the events; how many.
    qint64 sendAside(const QByteArray &block, const QList<qint64> &accounts);
    /// Sends every stream its place, unless it was the last thing it was told: a client that could
    /// see nothing for hours must not have to resume from hours ago.
    void mark(const ResumeToken &position);
    /// Tells the streams of that session that it is over, and closes them.
    void end(SessionId session, const ResumeToken &position, const QByteArray &data);
    /// Forgets streams that were closed.
    void sweep();
    void closeAll();

private:
    std::unordered_map<qint64, std::vector<EventStream>> m_streams;
};

} // namespace Deskbell::Server
