// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/databasehost.h"

#include "common/base/clock.h"
#include "server/db/backup.h"
#include "server/db/connection.h"
#include "server/host/logging.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

// Beside the workers': the event reader, the job scheduler, its jobs, health checks, and a person
// with psql or pg_dump.
constexpr int furtherConnections = 24;

} // namespace

DatabaseHost::DatabaseHost(const Configuration &configuration, Sharing sharing,
                           const QList<Db::Migration> &migrations)
    : m_configuration(configuration)
    , m_sharing(sharing)
    , m_migrations(migrations)
{}

DatabaseHost::~DatabaseHost()
{
    stop();
}

Result<> DatabaseHost::start()
{
    if (const Result<> found = findDatabase(); !found)
        return found;
    m_settings.statementTimeoutMs = int(m_configuration.statementTime.count());
    Db::Migrator migrator(m_settings, m_migrations);
    migrator.setBackup([this](int version) { return backUp(version); });
    const Result<int> migrated = migrator.migrate();
    if (!migrated)
        return fail(migrated.error());
    qCInfo(lcHost).noquote() << "database ready:" << m_settings.describe();
    return {};
}

void DatabaseHost::stop()
{
    m_cluster.reset();
}

Result<> DatabaseHost::findDatabase()
{
    if (!m_configuration.usesPrivateCluster()) {
        const Result<Db::ConnectionSettings> settings
                = Db::ConnectionSettings::fromUrl(m_configuration.databaseUrl);
        if (!settings)
            return fail(settings.error());
        m_settings = *settings;
        return {};
    }
    m_cluster = std::make_unique<Db::PrivateCluster>(Db::PrivateCluster::Options{
            .dataFolder = m_configuration.dataFolder,
            .maxConnections = m_configuration.limits.workers + furtherConnections});
    const Result<> started = m_cluster->start();
    if (started) {
        m_settings = m_cluster->settings();
        return {};
    }
    m_cluster.reset();
    if (started.error().key != "storage.locked" || m_sharing == Sharing::Exclusive)
        return started;
    const Result<Db::ConnectionSettings> running
            = Db::ClusterFolder::runningCluster(m_configuration.dataFolder);
    if (!running)
        return fail(running.error());
    m_settings = *running;
    return {};
}

Result<> DatabaseHost::backUp(int version)
{
    const QString path = u"%1/backups/schema-%2-%3.dump"_s.arg(
            m_configuration.dataFolder, QString::number(version),
            Clock::system().now().toString(u"yyyyMMdd'T'HHmmss'Z'"_s));
    // A private cluster's own version; for another's database whatever there is.
    const QString pgDump = m_cluster ? m_cluster->installation().program(u"pg_dump"_s)
                                     : QStandardPaths::findExecutable(u"pg_dump"_s);
    const Result<> done = Db::backUp(m_settings, pgDump, path);
    if (done) {
        qCInfo(lcHost).noquote() << "backed up before migrating:" << path;
        return done;
    }
    if (m_configuration.usesPrivateCluster())
        return done;
    qCWarning(lcHost).noquote()
            << "migrating without a backup, which is left to the database's own:"
            << done.error().detail;
    return {};
}

} // namespace Deskbell::Server
