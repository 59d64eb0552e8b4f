// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/environment.h"
#include "server/jobs/repeatedjob.h"

#include <atomic>

namespace Deskbell::Server {

/// Does what operations on many tickets have to do, a ticket in a transaction, by turns a few of
/// each, until nothing is left or `goOn` says no. A ticket is changed by the same services, and so
/// by the same rules, as when it is changed alone; a rehearsal is the same, rolled back. Several
/// servers share the work; after a crash it goes on where it was.
///
/// How many tickets; the first failure that has nothing to do with a ticket.
[[nodiscard]] Result<int> workOnBulks(Db::Connection &db, const Environment &environment,
                                      const std::function<bool()> &goOn = {});

/// Looks for work every half second, on a thread and a connection of its own.
class BulkWork
{
public:
    /// `environment` outlives this.
    BulkWork(Db::ConnectionSettings database, const Environment &environment);

    void start() { m_job.start(); }
    /// Waits for the ticket that is under way.
    void stop();

private:
    void run();

    const Db::ConnectionSettings m_database;
    const Environment &m_environment;
    std::atomic_bool m_stopping = false;
    RepeatedJob m_job; ///< last, so that it ends before what it works with
};

} // namespace Deskbell::Server
