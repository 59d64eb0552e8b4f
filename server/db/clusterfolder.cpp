// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/clusterfolder.h"

#include "server/db/logging.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSaveFile>

#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Deskbell::Db {

namespace {

constexpr auto roleName = "deskbell";
constexpr auto databaseName = "deskbell";
constexpr int longestSocketPath = 107;

Error folderError(const QString &folder, const QString &why)
{
    return {.code = ErrorCode::Unavailable,
            .key = "storage.folder",
            .detail = u"%1: %2"_s.arg(folder, why)};
}

QString lastSystemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

qint64 memoryMegabytes()
{
    return qint64(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE) / (1024 * 1024);
}

ConnectionSettings settingsAt(const QByteArray &socketFolder)
{
    ConnectionSettings settings;
    settings.parameters = {
            {"host", socketFolder}, {"port", "5432"}, {"user", roleName}, {"dbname", databaseName}};
    return settings;
}

bool fitsSocket(const QString &folder)
{
    return QFile::encodeName(folder).size() + qstrlen("/.s.PGSQL.5432") <= longestSocketPath;
}

} // namespace

Result<ClusterFolder> ClusterFolder::prepare(const QString &dataFolder, int maxConnections,
                                             Durability durability)
{
    ClusterFolder folder;
    if (!QDir().mkpath(dataFolder))
        return fail(folderError(dataFolder, u"cannot be made"_s));
    folder.m_dataFolder = QFileInfo(dataFolder).canonicalFilePath();
    folder.m_pgFolder = folder.m_dataFolder + u"/pg"_s;
    for (const auto step : {&ClusterFolder::chooseUser, &ClusterFolder::makeFolders,
                            &ClusterFolder::chooseSocketFolder})
        if (const Result<> done = (folder.*step)(); !done)
            return fail(done.error());
    QFile version(folder.m_pgFolder + u"/PG_VERSION"_s);
    const bool exists = version.open(QIODevice::ReadOnly);
    const Result<PostgresInstallation> installation
            = exists ? PostgresInstallation::ofVersion(version.readAll().trimmed().toInt())
                     : PostgresInstallation::newest();
    if (!installation)
        return fail(installation.error());
    folder.m_installation = *installation;
    if (!exists)
        if (const Result<> made = folder.initialise(durability); !made)
            return fail(made.error());
    if (const Result<> written = folder.writeConfiguration(maxConnections, durability); !written)
        return fail(written.error());
    return folder;
}

Result<ConnectionSettings> ClusterFolder::runningCluster(const QString &dataFolder)
{
    // Its lines: process, data folder, start time, port, socket folder, …
    QFile file(dataFolder + u"/pg/postmaster.pid"_s);
    const QByteArrayList lines
            = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
    if (lines.value(4).isEmpty())
        return fail(Error{.code = ErrorCode::Unavailable,
                          .key = "database.not_running",
                          .detail = u"%1: its database is not running (yet)"_s.arg(dataFolder)});
    return settingsAt(lines[4]);
}

ConnectionSettings ClusterFolder::settings() const
{
    return settingsAt(QFile::encodeName(m_socketFolder));
}

Result<> ClusterFolder::chooseUser()
{
    m_user = OsUser::current();
    if (!m_user.isRoot())
        return {};
    // A cluster that is there belongs to somebody; only that user can run it.
    struct stat info = {};
    const bool exists
            = stat(QFile::encodeName(m_pgFolder).constData(), &info) == 0 && info.st_uid != 0;
    const Result<OsUser> user = exists ? OsUser::byUid(info.st_uid) : OsUser::byName("postgres");
    if (!user)
        return fail(user.error());
    m_user = *user;
    return {};
}

Result<> ClusterFolder::makeFolders()
{
    const QByteArray path = QFile::encodeName(m_dataFolder);
    struct stat info = {};
    if (stat(path.constData(), &info) != 0)
        return fail(folderError(m_dataFolder, lastSystemError()));
    // The rest of the data folder is not PostgreSQL's business: its user may pass, not look.
    if (!m_user.isCurrent() && info.st_uid == geteuid()
        && (chown(path.constData(), uid_t(-1), m_user.gid) != 0
            || chmod(path.constData(), 0710) != 0))
        return fail(folderError(m_dataFolder, lastSystemError()));
    if (m_user.isCurrent() && info.st_uid == geteuid() && chmod(path.constData(), 0700) != 0)
        return fail(folderError(m_dataFolder, lastSystemError()));
    if (!m_user.canEnter(m_dataFolder))
        return fail(folderError(
                m_dataFolder,
                u"PostgreSQL runs as user %1, who may not enter this folder or one above it; "
                u"choose another with --data"_s.arg(QString::fromUtf8(m_user.name))));
    return {};
}

Result<> ClusterFolder::chooseSocketFolder()
{
    m_socketFolder = m_dataFolder + u"/run"_s;
    if (!fitsSocket(m_socketFolder)) {
        const QByteArray hash
                = QCryptographicHash::hash(m_dataFolder.toUtf8(), QCryptographicHash::Sha256);
        const QString name = u"/deskbell-"_s + QString::fromLatin1(hash.toHex().left(12));
        const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
        const bool useRuntime = m_user.isCurrent() && QFileInfo(runtime).isWritable()
                                && fitsSocket(runtime + name);
        m_socketFolder = (useRuntime ? runtime : u"/tmp"_s) + name;
    }
    return makeOwnFolder(m_socketFolder, 0700);
}

Result<> ClusterFolder::initialise(Durability durability)
{
    // Under another name until it is complete.
    const QString unfinished = m_dataFolder + u"/pg.new"_s;
    if (QFileInfo::exists(unfinished) && !QDir(unfinished).removeRecursively())
        return fail(folderError(unfinished,
                                u"is left from an interrupted start and cannot be removed"_s));
    if (const Result<> made = makeOwnFolder(unfinished, 0700); !made)
        return made;
    qCInfo(lcDb).noquote() << "making a private PostgreSQL" << m_installation.version
                           << "cluster in" << m_pgFolder;
    QProcess initdb;
    runAs(initdb, m_user);
    initdb.setProcessChannelMode(QProcess::MergedChannels);
    QStringList arguments{u"--pgdata"_s,         unfinished,
                          u"--username"_s,       QString::fromLatin1(roleName),
                          u"--auth=peer"_s,      u"--encoding=UTF8"_s,
                          u"--locale=C.UTF-8"_s, u"--lc-messages=C"_s};
    if (durability == Durability::None)
        arguments.append(u"--no-sync"_s);
    initdb.start(m_installation.program(u"initdb"_s), arguments);
    if (!initdb.waitForFinished(300000) || initdb.exitStatus() != QProcess::NormalExit
        || initdb.exitCode() != 0)
        return fail(Error{.code = ErrorCode::Unavailable,
                          .key = "database.initdb_failed",
                          .detail
                          = u"initdb: %1 %2"_s.arg(initdb.errorString(),
                                                   QString::fromUtf8(initdb.readAll()).trimmed())});
    if (!QFile::rename(unfinished, m_pgFolder))
        return fail(folderError(m_pgFolder, u"cannot be renamed from pg.new"_s));
    return {};
}

Result<> ClusterFolder::writeConfiguration(int maxConnections, Durability durability) const
{
    const qint64 memory = memoryMegabytes();
    QByteArray conf
            = "# Written by deskbelld at each start. Your own settings belong into local.conf.\n"
              "listen_addresses = ''\n"
              "port = 5432\n"
              "unix_socket_permissions = 0700\n"
              "timezone = 'UTC'\n"
              "log_timezone = 'UTC'\n"
              "log_line_prefix = '%m [%p] %a '\n"
              "lc_messages = 'C'\n"
              "password_encryption = 'scram-sha-256'\n"
              "jit = off\n"
              "random_page_cost = 1.1\n"
              "work_mem = '16MB'\n"
              "maintenance_work_mem = '128MB'\n"
              "wal_compression = on\n"
              "min_wal_size = '256MB'\n"
              "max_wal_size = '2GB'\n"
              "checkpoint_timeout = '15min'\n"
              "autovacuum_vacuum_scale_factor = 0.05\n"
              "autovacuum_analyze_scale_factor = 0.02\n";
    const auto set = [&](const char *name, const QByteArray &value) {
        conf += name + QByteArrayLiteral(" = ") + value + '\n';
    };
    set("unix_socket_directories",
        '\'' + QFile::encodeName(m_socketFolder).replace('\'', "''") + '\'');
    set("max_connections", QByteArray::number(maxConnections));
    set("shared_buffers", QByteArray::number(qBound(qint64(128), memory / 8, qint64(2048))) + "MB");
    set("effective_cache_size", QByteArray::number(qMax(qint64(256), memory / 2)) + "MB");
    if (durability == Durability::None) {
        set("fsync", "off");
        set("full_page_writes", "off");
        set("autovacuum", "off");
    }
    conf += "include_if_exists = 'local.conf'\n";

    // Whoever may enter the socket's folder is let in as the one role there is: the user that runs
    // PostgreSQL, and ours.
    QByteArray ident = "deskbell " + m_user.name + ' ' + roleName + '\n';
    if (const OsUser current = OsUser::current(); !m_user.isCurrent())
        ident += "deskbell " + current.name + ' ' + roleName + '\n';
    for (const auto &[name, content] :
         {std::pair{u"/postgresql.conf"_s, conf}, std::pair{u"/pg_ident.conf"_s, ident},
          std::pair{u"/pg_hba.conf"_s, QByteArrayLiteral("local all all peer map=deskbell\n")}})
        if (const Result<> written = writeOwnFile(m_pgFolder + name, content); !written)
            return written;
    return {};
}

/// Makes `folder` ours, or takes the one that is there and truly is: in /tmp somebody else might
/// have made it first.
Result<> ClusterFolder::makeOwnFolder(const QString &folder, uint mode) const
{
    const QByteArray path = QFile::encodeName(folder);
    if (mkdir(path.constData(), mode) == 0) {
        if (!m_user.isCurrent() && chown(path.constData(), m_user.uid, m_user.gid) != 0)
            return fail(folderError(folder, lastSystemError()));
        return {};
    }
    struct stat info = {};
    if (errno != EEXIST || lstat(path.constData(), &info) != 0)
        return fail(folderError(folder, lastSystemError()));
    if (!S_ISDIR(info.st_mode) || (info.st_uid != m_user.uid && info.st_uid != geteuid()))
        return fail(folderError(folder, u"belongs to somebody else"_s));
    if ((info.st_uid != m_user.uid && chown(path.constData(), m_user.uid, m_user.gid) != 0)
        || ((info.st_mode & 07777) != mode && chmod(path.constData(), mode) != 0))
        return fail(folderError(folder, lastSystemError()));
    return {};
}

Result<> ClusterFolder::writeOwnFile(const QString &path, const QByteArray &content) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
        || fchown(file.handle(), m_user.uid, m_user.gid) != 0 || fchmod(file.handle(), 0600) != 0
        || !file.commit())
        return fail(folderError(path, file.errorString()));
    return {};
}

} // namespace Deskbell::Db
