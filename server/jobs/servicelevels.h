// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/environment.h"
#include "server/jobs/repeatedjob.h"

namespace Deskbell::Server {

/// What one look at the service levels of all tickets has done.
struct ServiceLevelWork
{
    int reckoned = 0; ///< tickets whose desk promises something else than before
    int told = 0;     ///< warnings and breaches
};

/// Reckons the open tickets of desks whose calendars or policies have changed, and tells of
/// warnings and breaches, each once; a breach escalates where its policy says so. As the system,
/// ticket by ticket in transactions of their own, however many servers do it at the same time. What
/// is to be done stands in the tickets, so a server that ends in the middle goes on where it was.
///
/// The first failure, when all has been tried.
[[nodiscard]] Result<ServiceLevelWork> keepServiceLevels(Db::Connection &db,
                                                         const Environment &environment);

/// Does that every few seconds, on a thread and a connection of its own.
class ServiceLevels
{
public:
    /// `environment` outlives this.
    ServiceLevels(Db::ConnectionSettings database, const Environment &environment);

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
