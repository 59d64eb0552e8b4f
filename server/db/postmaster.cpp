// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/postmaster.h"

#include "server/db/logging.h"
#include "server/db/postgresprocesses.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace Deskbell::Db {

namespace {

constexpr qint64 largestLog = 16 * 1024 * 1024;
// Recovery replays at most max_wal_size; after that something else is wrong.
constexpr int startTimeoutMs = 10 * 60 * 1000;
constexpr int longestRestartDelayMs = 30000;

/// The end of what was written from `begin` on.
QString newLines(const QString &path, qint64 begin)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(qMax(begin, file.size() - 2000));
    return QString::fromUtf8(file.readAll()).trimmed();
}

/// PostgreSQL's log is small, because only trouble is in it; one older file is kept.
void rotate(const QString &path)
{
    if (QFileInfo(path).size() < largestLog)
        return;
    QFile::remove(path + u".1"_s);
    QFile::rename(path, path + u".1"_s);
}

} // namespace

Postmaster::Postmaster(ClusterFolder folder)
    : m_folder(std::move(folder))
    , m_process(this)
    , m_restart(this)
{
    runAs(m_process, m_folder.user());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_restart.setSingleShot(true);
    connect(&m_process, &QProcess::finished, this, &Postmaster::onFinished);
    connect(&m_restart, &QTimer::timeout, this, &Postmaster::restart);
}

Postmaster::~Postmaster()
{
    stop();
}

Result<> Postmaster::start()
{
    if (const Result<> launched = launch(); !launched)
        return launched;
    if (const Result<> answers = waitUntilItAnswers(); !answers) {
        stop();
        return answers;
    }
    m_wanted = true; // from now on its end is a surprise
    return {};
}

void Postmaster::stop()
{
    m_wanted = false;
    m_restart.stop();
    if (m_process.state() == QProcess::NotRunning)
        return;
    kill(pid_t(m_process.processId()), SIGINT);
    if (!m_process.waitForFinished(60000)) {
        qCWarning(lcDb)
                << "PostgreSQL does not shut down; ending it, it will recover at the next start";
        kill(pid_t(m_process.processId()), SIGQUIT);
        if (!m_process.waitForFinished(10000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
}

Result<> Postmaster::launch()
{
    if (const Result<> cleared = clearLeftovers(m_folder.pgFolder(), m_folder.socketFolder());
        !cleared)
        return cleared;
    rotate(m_folder.logFile());
    m_logBegin = QFileInfo(m_folder.logFile()).size();
    m_process.setStandardOutputFile(m_folder.logFile(), QIODevice::Append);
    m_process.start(m_folder.installation().program(u"postgres"_s), {u"-D"_s, m_folder.pgFolder()});
    if (!m_process.waitForStarted())
        return fail(Error{.code = ErrorCode::Unavailable,
                          .key = "database.start_failed",
                          .detail = u"postgres: %1"_s.arg(m_process.errorString())});
    m_processId = m_process.processId();
    return {};
}

Result<> Postmaster::waitUntilItAnswers()
{
    const QMap<QByteArray, QByteArray> parameters = m_folder.settings().parameters;
    const QByteArray host = parameters.value("host");
    const char *const keywords[] = {"host", "port", "user", "dbname", nullptr};
    const char *const values[] = {host.constData(), "5432", "deskbell", "postgres", nullptr};
    const QDeadlineTimer deadline(startTimeoutMs);
    while (PQpingParams(keywords, values, 0) != PQPING_OK) {
        // Waiting for its end is the pause between two attempts.
        if (m_process.waitForFinished(20) || m_process.state() == QProcess::NotRunning
            || deadline.hasExpired())
            return fail(Error{.code = ErrorCode::Unavailable,
                              .key = "database.start_failed",
                              .detail = u"PostgreSQL did not start: %1"_s.arg(
                                      newLines(m_folder.logFile(), m_logBegin))});
    }
    m_restarts = 0;
    return {};
}

void Postmaster::onFinished()
{
    m_processId = 0;
    if (!m_wanted)
        return;
    const int delay = m_restarts == 0 ? 0 : qMin(longestRestartDelayMs, 500 << qMin(m_restarts, 6));
    ++m_restarts;
    qCCritical(lcDb).noquote() << "PostgreSQL ended unexpectedly; starting it again in" << delay
                               << "ms";
    m_restart.start(delay);
}

void Postmaster::restart()
{
    Result<> started = launch();
    if (started)
        started = waitUntilItAnswers();
    if (started) {
        qCInfo(lcDb) << "PostgreSQL runs again";
        return;
    }
    qCCritical(lcDb).noquote() << started.error().detail;
    // One that ran and ended comes through onFinished(); one that never ran does not.
    if (m_process.state() == QProcess::NotRunning && !m_restart.isActive())
        onFinished();
}

} // namespace Deskbell::Db
