// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/events/resumetoken.h"
#include "server/db/connection.h"
#include "server/http/eventchannel.h"

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
    explicit EventPump(Db::ConnectionSettings settings);
    ~EventPump();
    EventPump(const EventPump &) = delete;
    EventPump &operator=(const EventPump &) = delete;

    void start();
    /// Closes every stream and ends the thread.
    void stop();

    /// Something was committed by this server.
    void wake();

    /// A stream for that account from `after` on (nothing: from now on).
    std::shared_ptr<Http::EventChannel> subscribe(AccountId account, SessionId session,
                                                  const std::optional<ResumeToken> &after);

    /// How many streams are open, for the metrics.
    int streamCount() const;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace Deskbell::Server
