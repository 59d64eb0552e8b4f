// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/connection.h"

#include <chrono>

namespace Deskbell::Server {

/// What a thread waits on that listens to a database connection and to other threads.
class WakeUp
{
public:
    WakeUp();
    ~WakeUp();
    WakeUp(const WakeUp &) = delete;
    WakeUp &operator=(const WakeUp &) = delete;

    /// From any thread: ends a wait() that runs or the next one.
    void wake();

    /// Returns after `timeout`, on wake(), or on a NOTIFY of another session on `db`.
    void wait(std::chrono::milliseconds timeout, Db::Connection &db);
    /// Returns `duration` after `since`, whatever comes.
    static void rest(std::chrono::milliseconds duration,
                     std::chrono::steady_clock::time_point since);

private:
    int m_descriptor;
};

} // namespace Deskbell::Server
