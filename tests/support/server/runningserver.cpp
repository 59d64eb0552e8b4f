// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/runningserver.h"

#include "server/db/clusterfolder.h"
#include "server/db/postgresprocesses.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

namespace {

/// The first start makes a database and fills it, perhaps on a machine that is busy.
constexpr int startPatience = 240'000; // ms
constexpr int stopPatience = 60'000;   // ms
constexpr int askPatience = 5'000;     // ms
constexpr int lastWords = 3000;        // bytes

quint16 freePort()
{
    QTcpServer listener;
    if (!listener.listen(QHostAddress::LocalHost))
        qFatal("no free port: %s", qPrintable(listener.errorString()));
    return listener.serverPort();
}

bool isAlive(qint64 process)
{
    return process > 0 && (::kill(pid_t(process), 0) == 0 || errno == EPERM);
}

} // namespace

RunningServer::RunningServer(const QStringList &arguments)
    : m_folder(QDir::temp().filePath(u"deskbell-e2e-XXXXXX"_s))
    , m_port(freePort())
{
    // What the person who runs this has set is for their server.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("DESKBELL_"_L1))
            environment.remove(name);
    }
    m_process.setProcessEnvironment(environment);
    m_process.setProgram(QCoreApplication::applicationDirPath() + u"/deskbelld"_s);
    m_process.setArguments(
            QStringList{u"serve"_s, u"--data"_s, dataFolder(), u"--port"_s, QString::number(m_port)}
            + arguments);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(m_folder.filePath(u"deskbelld.log"_s), QIODevice::Append);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    // PostgreSQL runs as another user when this is root, and must get to the data.
    QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ExeOther);
}

RunningServer::~RunningServer()
{
    stop();
    // After kill() PostgreSQL ends by itself, and its files go after it.
    const qint64 database = databaseProcess();
    if (!QTest::qWaitFor([&] { return !isAlive(database); }, stopPatience))
        qWarning("PostgreSQL (process %lld) does not end", database);
}

bool RunningServer::start()
{
    m_process.start();
    return QTest::qWaitFor(
                   [this] { return m_process.state() == QProcess::NotRunning || isReady(); },
                   startPatience)
           && m_process.state() == QProcess::Running;
}

QString RunningServer::failure() const
{
    QFile log(m_folder.filePath(u"deskbelld.log"_s));
    if (!log.open(QIODevice::ReadOnly))
        return m_process.errorString();
    log.seek(qMax(0, log.size() - lastWords));
    return QString::fromUtf8(log.readAll());
}

bool RunningServer::isReady() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    if (!socket.waitForConnected(askPatience))
        return false;
    socket.write("GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    return socket.waitForReadyRead(askPatience) && socket.readAll().startsWith("HTTP/1.1 200 ");
}

void RunningServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; },
                         stopPatience)) {
        qWarning("deskbelld does not end by itself; it is killed");
        kill();
    }
}

void RunningServer::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

/// The first line of PostgreSQL's own note.
qint64 RunningServer::databaseProcess() const
{
    QFile note(dataFolder() + u"/pg/postmaster.pid"_s);
    return note.open(QIODevice::ReadOnly) ? note.readLine().trimmed().toLongLong() : 0;
}

bool RunningServer::killDatabase()
{
    const QList<pid_t> processes = Db::postgresProcesses(dataFolder() + u"/pg"_s);
    // The postmaster first: it would start anew what it has lost.
    const pid_t postmaster = pid_t(databaseProcess());
    if (!processes.contains(postmaster) || ::kill(postmaster, SIGKILL) != 0)
        return false;
    for (const pid_t process : processes)
        ::kill(process, SIGKILL);
    return true;
}

Db::ConnectionSettings RunningServer::database() const
{
    const Result<Db::ConnectionSettings> running = Db::ClusterFolder::runningCluster(dataFolder());
    if (!running)
        qFatal("no database: %s", qPrintable(running.error().detail));
    return *running;
}

} // namespace Deskbell::Test
