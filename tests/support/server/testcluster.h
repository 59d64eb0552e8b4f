// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/connection.h"
#include "server/db/privatecluster.h"

#include <QTemporaryDir>

#include <memory>

namespace Deskbell::Test {

/// The throw-away PostgreSQL of this test program, started at the first use and gone with the
/// program, even if that crashes. Its database "deskbell" is migrated and serves as the template of
/// all others. The first program of a build makes it; the others copy its files, which takes a
/// tenth of the time.
class TestCluster
{
public:
    /// Ends the program with a message if there can be none. The application object must exist.
    static TestCluster &instance();

    Db::ConnectionSettings settings() const { return m_cluster.settings(); }
    /// Commands on the cluster itself, from a database that nobody clones.
    [[nodiscard]] Result<> administer(const QString &sql);

    /// A cluster's files, migrated and stopped, to the folder `to`, which is not there yet.
    static void copyTemplate(const QString &to);

private:
    TestCluster();

    QTemporaryDir m_folder;
    Db::PrivateCluster m_cluster;
    std::unique_ptr<Db::Connection> m_administration;
};

} // namespace Deskbell::Test
