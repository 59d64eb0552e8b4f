// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/postgresprocesses.h"

#include "server/db/logging.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace Deskbell::Db {

namespace {

/// The process that a lock file names, or 0.
pid_t lockOwner(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? pid_t(file.readLine().trimmed().toInt()) : 0;
}

bool waitUntilGone(const QString &dataFolder, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (!postgresProcesses(dataFolder).isEmpty()) {
        if (deadline.hasExpired())
            return false;
        QThread::msleep(20);
    }
    return true;
}

} // namespace

QList<pid_t> postgresProcesses(const QString &dataFolder)
{
    QList<pid_t> pids;
    const QString folder = QFileInfo(dataFolder).canonicalFilePath();
    if (folder.isEmpty())
        return pids;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isNumber = false;
        const int pid = name.toInt(&isNumber);
        // A zombie has no working folder any more and holds nothing.
        if (!isNumber || QFile::symLinkTarget(u"/proc/%1/cwd"_s.arg(name)) != folder)
            continue;
        QFile command(u"/proc/%1/comm"_s.arg(name));
        if (command.open(QIODevice::ReadOnly) && command.readAll().trimmed() == "postgres")
            pids.append(pid);
    }
    return pids;
}

Result<> clearLeftovers(const QString &dataFolder, const QString &socketFolder)
{
    QList<pid_t> pids = postgresProcesses(dataFolder);
    const QString pidFile = dataFolder + u"/postmaster.pid"_s;
    const pid_t postmaster = lockOwner(pidFile);
    if (pids.contains(postmaster)) {
        qCInfo(lcDb) << "a former run left its PostgreSQL running; stopping it";
        kill(postmaster, SIGINT);
        waitUntilGone(dataFolder, 60000);
    }
    // Backends without a postmaster end by themselves as soon as they look; SIGQUIT makes them
    // look.
    for (const int signal : {SIGQUIT, SIGKILL}) {
        pids = postgresProcesses(dataFolder);
        for (const pid_t pid : std::as_const(pids))
            kill(pid, signal);
        if (waitUntilGone(dataFolder, 5000))
            break;
    }
    if (!postgresProcesses(dataFolder).isEmpty())
        return fail(
                Error{.code = ErrorCode::Unavailable,
                      .key = "database.in_use",
                      .detail = u"PostgreSQL runs in %1 and cannot be stopped."_s.arg(dataFolder)});
    // PostgreSQL clears the files of a dead process by itself. A number that another program has
    // now, or a zombie that nobody collects, looks alive to it.
    for (const QString &path : {pidFile, socketFolder + u"/.s.PGSQL.5432.lock"_s})
        if (const pid_t owner = lockOwner(path);
            owner > 0 && (kill(owner, 0) == 0 || errno == EPERM))
            QFile::remove(path);
    return {};
}

} // namespace Deskbell::Db
