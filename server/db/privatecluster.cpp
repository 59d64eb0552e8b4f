// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/privatecluster.h"

#include "server/db/connection.h"
#include "server/db/postmaster.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Deskbell::Db {

namespace {

/// The database is made here and not by initdb, which knows only its own; a start that was cut off
/// between the two is completed by the next.
Result<> ensureDatabase(const ConnectionSettings &settings)
{
    Connection connection(settings.withDatabase("postgres"));
    Result<Rows> found = connection.runText(u"SELECT 1 FROM pg_database WHERE datname = :name"_s,
                                            {{":name", settings.database()}});
    if (!found)
        return fail(found.error());
    if (found->next())
        return {};
    return connection.script(
            u"CREATE DATABASE \"%1\""_s.arg(QString::fromUtf8(settings.database())));
}

} // namespace

PrivateCluster::PrivateCluster(Options options)
    : m_options(std::move(options))
    , m_lock(m_options.dataFolder + u"/deskbelld.lock"_s)
{
    m_lock.setStaleLockTime(0); // held as long as its process lives, however old
    m_thread.setObjectName(u"postmaster"_s);
}

PrivateCluster::~PrivateCluster()
{
    stop();
}

Result<> PrivateCluster::start()
{
    const QString &dataFolder = m_options.dataFolder;
    if (!QDir().mkpath(dataFolder)
        || (!m_lock.tryLock(0) && m_lock.error() == QLockFile::PermissionError))
        return fail(Error{.code = ErrorCode::Unavailable,
                          .key = "storage.folder",
                          .detail = u"%1: cannot be made or written"_s.arg(dataFolder)});
    if (!m_lock.isLocked())
        return fail(
                Error{.code = ErrorCode::Unavailable,
                      .key = "storage.locked",
                      .detail = u"%1: another deskbelld uses this data folder"_s.arg(dataFolder)});
    const Result<ClusterFolder> folder
            = ClusterFolder::prepare(dataFolder, m_options.maxConnections, m_options.durability);
    if (!folder) {
        m_lock.unlock();
        return fail(folder.error());
    }
    m_folder = *folder;
    m_postmaster = std::make_unique<Postmaster>(*m_folder);
    m_postmaster->moveToThread(&m_thread);
    m_thread.start();
    Result<> started;
    QMetaObject::invokeMethod(
            m_postmaster.get(), [&] { started = m_postmaster->start(); },
            Qt::BlockingQueuedConnection);
    if (started)
        started = ensureDatabase(m_folder->settings());
    if (!started)
        stop();
    return started;
}

void PrivateCluster::stop()
{
    if (m_postmaster) {
        QMetaObject::invokeMethod(m_postmaster.get(), &Postmaster::stop,
                                  Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
        m_postmaster.reset();
    }
    m_lock.unlock();
}

qint64 PrivateCluster::processId() const
{
    return m_postmaster ? m_postmaster->processId() : 0;
}

} // namespace Deskbell::Db
