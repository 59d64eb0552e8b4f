// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/db/clusterfolder.h"
#include "server/db/connectionsettings.h"

#include <QLockFile>
#include <QString>
#include <QThread>

#include <memory>
#include <optional>

namespace Deskbell::Db {

class Postmaster;

/// The server's own PostgreSQL: made on first use, reached over a Unix socket only, restarted when
/// it dies, stopped with the server. One server per data folder, by a lock. If this process is
/// killed, its PostgreSQL shuts down cleanly by itself; the next start waits for it or clears it
/// away.
///
/// A thread of its own watches, so start() and stop() block their caller but nothing else does. All
/// functions are for the thread that made the object.
class PrivateCluster
{
public:
    struct Options
    {
        QString dataFolder;
        int maxConnections = 64;
        Durability durability = Durability::Full;
    };

    explicit PrivateCluster(Options options);
    ~PrivateCluster(); ///< stops
    PrivateCluster(const PrivateCluster &) = delete;
    PrivateCluster &operator=(const PrivateCluster &) = delete;

    /// Returns when PostgreSQL answers. Unavailable with "storage.locked" (another server uses the
    /// folder), "storage.folder", "database.not_installed", "database.initdb_failed",
    /// "database.start_failed".
    [[nodiscard]] Result<> start();
    void stop();

    /// Valid after start().
    ConnectionSettings settings() const { return m_folder->settings(); }
    const PostgresInstallation &installation() const { return m_folder->installation(); }
    /// The postmaster's process, 0 while there is none.
    qint64 processId() const;

private:
    Options m_options;
    QLockFile m_lock;
    std::optional<ClusterFolder> m_folder;
    QThread m_thread;
    std::unique_ptr<Postmaster> m_postmaster; ///< lives on m_thread
};

} // namespace Deskbell::Db
