// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/environment.h"
#include "server/jobs/repeatedjob.h"

namespace Deskbell::Server {

/// Works off some of what waits for triggers, and what comes of it, as the system. Each run is
/// taken, done and logged in one transaction, so that one which breaks off is done once, later.
/// Several servers share the work; what concerns one ticket is done in order. How many runs ended.
[[nodiscard]] Result<int> runTriggers(Db::Connection &db, const Environment &environment);

/// Does that every second, on a thread and a connection of its own.
class TriggerRunner
{
public:
    /// `environment` outlives this.
    TriggerRunner(Db::ConnectionSettings database, const Environment &environment);

    void start() { m_job.start(); }
    /// Waits for what runs.
    void stop() { m_job.stop(); }

private:
    void run();

    Db::Connection m_db; ///< of the job's thread alone
    const Environment &m_environment;
    RepeatedJob m_job; ///< last, so that it ends before what it works with
};

} // namespace Deskbell::Server
