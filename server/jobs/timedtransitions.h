// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/environment.h"
#include "server/jobs/repeatedjob.h"

namespace Deskbell::Server {

/// Takes every automatic transition that has become due because a ticket has been in its status for
/// so many business hours ("after:40"), as the system. Each once, however many servers do it at the
/// same time: whether it is due is asked of the locked ticket. Nothing is remembered between two
/// runs; the time since which a ticket is in its status says everything.
///
/// How many were taken; the first failure, when all has been tried.
[[nodiscard]] Result<int> takeTimedTransitions(Db::Connection &db, const Environment &environment);

/// Tells the requester and the watchers of tickets that are going to be closed so ("warningHours"),
/// once for each stay in the status: the timeline, in which everybody reads it, remembers. How
/// many.
[[nodiscard]] Result<int> tellOfClosing(Db::Connection &db, const Environment &environment);

/// Does both every minute, on a thread and a connection of its own.
class TimedTransitions
{
public:
    /// `environment` outlives this.
    TimedTransitions(Db::ConnectionSettings database, const Environment &environment);

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
