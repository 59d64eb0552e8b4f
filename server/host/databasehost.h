// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/config/configuration.h"
#include "server/db/connectionsettings.h"
#include "server/db/migrator.h"
#include "server/db/privatecluster.h"

#include <memory>

namespace Deskbell::Server {

/// The database that a configuration names, ready for use: the private cluster runs or the server
/// of the URL answers, and the schema is this program's. Blocks; for the thread that made it.
class DatabaseHost
{
public:
    enum class Sharing {
        Exclusive,  ///< a server: the data folder is its own
        WithServer, ///< a command: uses the private cluster of a server that runs
    };

    DatabaseHost(const Configuration &configuration, Sharing sharing,
                 const QList<Db::Migration> &migrations = Db::Migration::embedded());
    ~DatabaseHost(); ///< stops

    /// Errors of PrivateCluster::start(), Connection::ensureOpen() and Migrator. Before a migration
    /// the database is dumped into <data>/backups; where that is impossible because another
    /// server's pg_dump is missing or too old, that is logged, and the private cluster is not
    /// migrated.
    [[nodiscard]] Result<> start();
    void stop();

    /// Valid after start().
    const Db::ConnectionSettings &settings() const { return m_settings; }

private:
    [[nodiscard]] Result<> findDatabase();
    [[nodiscard]] Result<> backUp(int version);

    const Configuration m_configuration;
    const Sharing m_sharing;
    const QList<Db::Migration> m_migrations;
    std::unique_ptr<Db::PrivateCluster> m_cluster;
    Db::ConnectionSettings m_settings;
};

} // namespace Deskbell::Server
