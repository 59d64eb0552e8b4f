// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/environment.h"
#include "server/jobs/repeatedjob.h"

namespace Deskbell::Server {

/// Looks after every approval that is under way, as the system: ends what nobody has decided in
/// time, reminds whoever is asked (each step once), tells what cannot be completed any more because
/// somebody left, and asks those who stand in for somebody from now on. Times are business hours.
/// What is due is asked of the locked ticket, so that several servers do each thing once.
///
/// How many it did something about; the first failure, when all has been tried.
[[nodiscard]] Result<int> watchApprovals(Db::Connection &db, const Environment &environment);

/// Does that every minute, on a thread and a connection of its own.
class ApprovalWatch
{
public:
    /// `environment` outlives this.
    ApprovalWatch(Db::ConnectionSettings database, const Environment &environment);

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
