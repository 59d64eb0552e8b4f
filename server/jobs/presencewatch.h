// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/environment.h"
#include "server/jobs/repeatedjob.h"

namespace Deskbell::Server {

/// Ends what clients have not renewed: who is at a ticket, and who answers it. Staff are told.
[[nodiscard]] Result<> endStalePresence(Db::Connection &db, const Environment &environment);

/// Does that every few seconds, on a thread and a connection of its own.
class PresenceWatch
{
public:
    /// `environment` outlives this.
    PresenceWatch(Db::ConnectionSettings database, const Environment &environment);

    void start() { m_job.start(); }
    /// Waits for what runs.
    void stop() { m_job.stop(); }

private:
    void run();

    const Db::ConnectionSettings m_database;
    const Environment &m_environment;
    RepeatedJob m_job; ///< last, so that it ends before what it works with
};

} // namespace Deskbell::Server
