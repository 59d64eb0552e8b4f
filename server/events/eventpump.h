// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/id.h"
#include "common/events/resumetoken.h"
#include "common/presence/ticketpresence.h"
#include "server/db/connectionsettings.h"
#include "server/http/eventchannel.h"

#include <atomic>
#include <memory>
#include <optional>

namespace Deskbell::Server {

/// Reads the event table in commit-safe order and passes each event to the streams of those who may
/// know of it, asked of the visibility rule at that moment. Has a thread and a connection of its
/// own; wakes on wake(), on NOTIFY from other servers, and now and then by itself.
/// Public functions may be called from any thread.
class EventPump
{
public:
    /// What it has done since it was made; single numbers are exact.
    struct Counters
    {
        std::atomic<qint64> streams = 0; ///< open now
        std::atomic<qint64> events = 0;  ///< read
        std::atomic<qint64> blocks = 0;  ///< given to a stream
        std::atomic<qint64> resets = 0;  ///< streams told to read afresh
        std::atomic<qint64> errors = 0;  ///< rounds that failed, mostly for want of the database
    };

    explicit EventPump(Db::ConnectionSettings settings);
    ~EventPump(); ///< stops
    EventPump(const EventPump &) = delete;
    EventPump &operator=(const EventPump &) = delete;

    /// Streams wait until it is started; it needs no database yet then.
    void start();
    /// Closes every stream and ends the thread. No new streams after that.
    void stop();

    /// Something was committed by this server.
    void wake();

    /// These are at a ticket now, or its claim is another one. Of several announcements for a
    /// ticket that come close together only the last counts. Goes to whoever is connected, not to
    /// those who resume later.
    void announcePresence(TicketId ticket, const QList<PresentPerson> &people);

    /// A stream for that account from `after` on (nothing: from now on). It begins with a block
    /// that only has an id, the place where it begins, or with `reset` when what followed `after`
    /// is gone. It ends when the session does.
    std::shared_ptr<Http::EventChannel> subscribe(AccountId account, SessionId session,
                                                  const std::optional<ResumeToken> &after);

    const Counters &counters() const { return m_counters; }

private:
    class Worker;

    Counters m_counters;
    std::unique_ptr<Worker> m_worker;
};

} // namespace Deskbell::Server
