// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/attachments/blobstore.h"
#include "server/base/servicesettings.h"
#include "server/db/connection.h"
#include "server/jobs/repeatedjob.h"

#include <QDeadlineTimer>

namespace Deskbell::Server {

/// Removes what has served its time: events that nobody resumes from any more, answers kept for
/// repeated requests, sessions long over, uploads. Safe beside running requests and on several
/// servers at once. The first failure, when all has been tried.
[[nodiscard]] Result<> keepHouse(Db::Connection &db, UploadFiles &uploads,
                                 const ServiceSettings &settings, const QDateTime &now);

/// Keeps house every few minutes and looks through all files once a day, on a thread and a
/// connection of its own.
class Housekeeping
{
public:
    /// `blobs` outlives this.
    Housekeeping(Db::ConnectionSettings database, BlobStore &blobs, ServiceSettings settings);

    void start() { m_job.start(); }
    /// Waits for what runs.
    void stop() { m_job.stop(); }

private:
    void run();

    const Db::ConnectionSettings m_database;
    BlobStore &m_blobs;
    const ServiceSettings m_settings;
    QDeadlineTimer m_untilSweep{0}; ///< not a time of day, which may be set back
    RepeatedJob m_job;              ///< last, so that it ends before what it works with
};

} // namespace Deskbell::Server
