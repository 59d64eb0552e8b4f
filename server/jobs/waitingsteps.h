// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/environment.h"
#include "server/jobs/repeatedjob.h"

namespace Deskbell::Server {

/// Looks for somebody for every step, and for every ticket of a team, that nobody could be chosen
/// for: a role was given, somebody came back or was let in again, or into the team. As the system,
/// each once, however many servers do it at the same time. Nothing is remembered between two runs.
///
/// How many tickets have somebody now; the first failure, when all has been tried.
[[nodiscard]] Result<int> assignWaitingSteps(Db::Connection &db, const Environment &environment);

/// Does that every other second, on a thread and a connection of its own.
class WaitingSteps
{
public:
    /// `environment` outlives this.
    WaitingSteps(Db::ConnectionSettings database, const Environment &environment);

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
