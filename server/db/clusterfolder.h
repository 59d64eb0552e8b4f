// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/db/connectionsettings.h"
#include "server/db/osuser.h"
#include "server/db/postgresinstallation.h"

#include <QString>

namespace Deskbell::Db {

enum class Durability {
    Full,
    None, ///< for tests only: nothing is flushed to the disk
};

/// The files of a private cluster below the server's data folder:
///
///   pg/              PostgreSQL's own, mode 0700, of the user that runs it
///   run/             its socket, unless the path is too long for one (107 bytes)
///   postgresql.log   what it says
///
/// PostgreSQL's settings are written anew at each start; pg/local.conf is for the operator and
/// wins.
class ClusterFolder
{
public:
    /// Finds out who runs it and with which version, makes the folders and, the first time, the
    /// cluster. An initdb that was interrupted leaves nothing behind that counts.
    [[nodiscard]] static Result<ClusterFolder> prepare(const QString &dataFolder,
                                                       int maxConnections, Durability durability);

    /// The cluster that another process runs in `dataFolder`. Unavailable, "database.not_running".
    [[nodiscard]] static Result<ConnectionSettings> runningCluster(const QString &dataFolder);

    QString pgFolder() const { return m_pgFolder; }
    QString socketFolder() const { return m_socketFolder; }
    QString logFile() const { return m_dataFolder + QStringLiteral("/postgresql.log"); }
    const OsUser &user() const { return m_user; }
    const PostgresInstallation &installation() const { return m_installation; }
    /// As the cluster's owner, to the database that holds everything.
    ConnectionSettings settings() const;

private:
    [[nodiscard]] Result<> chooseUser();
    [[nodiscard]] Result<> makeFolders();
    [[nodiscard]] Result<> chooseSocketFolder();
    [[nodiscard]] Result<> initialise(Durability durability);
    [[nodiscard]] Result<> writeConfiguration(int maxConnections, Durability durability) const;
    [[nodiscard]] Result<> makeOwnFolder(const QString &folder, uint mode) const;
    [[nodiscard]] Result<> writeOwnFile(const QString &path, const QByteArray &content) const;

    QString m_dataFolder;
    QString m_pgFolder;
    QString m_socketFolder;
    OsUser m_user;
    PostgresInstallation m_installation;
};

} // namespace Deskbell::Db
