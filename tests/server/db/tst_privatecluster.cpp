// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/connection.h"
#include "server/db/postgresprocesses.h"
#include "server/db/privatecluster.h"
#include "server/db/transaction.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Deskbell;
using namespace Deskbell::Db;
using namespace Qt::StringLiterals;

class TestPrivateCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void startsAgainWithWhatWasThere();
    void keepsTheOutsideOut();
    void letsOnlyOneServerIn();
    void healsAfterKillInTheMiddleOfWriters();
    void clearsALeftServer();
    void clearsOrphansOfAKilledPostmaster();
    void startsThoughItsOldProcessNumberIsSomebodyElses();
    void usesAShortSocketPathForALongFolder();
    void completesAnInterruptedCreation();
    void findsARunningOne();
    void saysWhyItDoesNotStart();
    void refusesAFolderThatCannotBeMade();

private:
    std::unique_ptr<PrivateCluster> start(const QString &dataFolder);
    qint64 count();
    pid_t startPostmasterBesides();

    std::unique_ptr<QTemporaryDir>
            m_folder; ///< one cluster for most tests: making it is what takes time
    std::unique_ptr<PrivateCluster> m_cluster;
};

void TestPrivateCluster::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::temp().filePath(u"deskbell-cluster-XXXXXX"_s));
    m_cluster = start(m_folder->path());
    Connection connection(m_cluster->settings());
    QVERIFY(connection.script(u"CREATE TABLE public.thing (id bigint PRIMARY KEY)"_s));
    m_cluster.reset();
}

void TestPrivateCluster::cleanup()
{
    m_cluster.reset();
}

std::unique_ptr<PrivateCluster> TestPrivateCluster::start(const QString &dataFolder)
{
    auto cluster = std::make_unique<PrivateCluster>(
            PrivateCluster::Options{.dataFolder = dataFolder, .durability = Durability::None});
    if (const Result<> started = cluster->start(); !started)
        qFatal("%s", qPrintable(started.error().detail));
    return cluster;
}

qint64 TestPrivateCluster::count()
{
    Connection connection(m_cluster->settings());
    Result<Rows> rows = connection.runText(u"SELECT count(*) FROM thing"_s);
    return rows && rows->next() ? rows->number(0) : -1;
}

/// What a server that was killed might leave: a postmaster that nobody watches.
pid_t TestPrivateCluster::startPostmasterBesides()
{
    const Result<ClusterFolder> folder
            = ClusterFolder::prepare(m_folder->path(), 20, Durability::None);
    if (!folder)
        return 0;
    QProcess process;
    process.setProgram(folder->installation().program(u"postgres"_s));
    process.setArguments({u"-D"_s, folder->pgFolder()});
    process.setWorkingDirectory(u"/"_s);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    const OsUser user = folder->user();
    if (!user.isCurrent()) {
        process.setProgram(u"setpriv"_s);
        process.setArguments(QStringList{u"--reuid=%1"_s.arg(user.uid),
                                         u"--regid=%1"_s.arg(user.gid), u"--clear-groups"_s,
                                         folder->installation().program(u"postgres"_s)}
                             + QStringList{u"-D"_s, folder->pgFolder()});
    }
    qint64 pid = 0;
    if (!process.startDetached(&pid))
        return 0;
    Connection connection(folder->settings());
    if (!QTest::qWaitFor([&] { return connection.ensureOpen().has_value(); }, 30000))
        return 0;
    return pid_t(pid);
}

void TestPrivateCluster::startsAgainWithWhatWasThere()
{
    m_cluster = start(m_folder->path());
    {
        Connection connection(m_cluster->settings());
        QVERIFY(connection.script(u"INSERT INTO thing VALUES (1)"_s));
    }
    m_cluster.reset();
    QCOMPARE(postgresProcesses(m_folder->filePath(u"pg"_s)), QList<pid_t>{});
    m_cluster = start(m_folder->path());
    QCOMPARE(count(), 1);
}

void TestPrivateCluster::keepsTheOutsideOut()
{
    m_cluster = start(m_folder->path());
    struct stat info = {};
    QCOMPARE(stat(QFile::encodeName(m_folder->filePath(u"pg"_s)).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777, mode_t(0700));
    QCOMPARE(stat(QFile::encodeName(m_folder->filePath(u"run"_s)).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777, mode_t(0700));
    QVERIFY(info.st_uid != 0); // not even when the server is root's
    QCOMPARE(stat(QFile::encodeName(m_folder->path()).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0007, mode_t(0));
    Connection connection(m_cluster->settings());
    Result<Rows> rows = connection.runText(
            u"SELECT current_setting('listen_addresses'), current_setting('data_directory_mode'), inet_server_addr() IS NULL"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->text(0), u""_s);
    QCOMPARE(rows->text(1), u"0700"_s);
    QVERIFY(rows->flag(2));
}

void TestPrivateCluster::letsOnlyOneServerIn()
{
    m_cluster = start(m_folder->path());
    PrivateCluster other({.dataFolder = m_folder->path(), .durability = Durability::None});
    const Result<> started = other.start();
    QVERIFY(!started);
    QCOMPARE(started.error().key, "storage.locked");
    QVERIFY(count() >= 0); // the first is not disturbed
    m_cluster.reset();
    QVERIFY(other.start());
}

void TestPrivateCluster::healsAfterKillInTheMiddleOfWriters()
{
    m_cluster = start(m_folder->path());
    {
        Connection connection(m_cluster->settings());
        QVERIFY(connection.script(
                u"CREATE TABLE IF NOT EXISTS written (id bigint PRIMARY KEY); DELETE FROM written"_s));
    }
    constexpr int writers = 8;
    const ConnectionSettings settings = m_cluster->settings();
    std::atomic<bool> stop = false;
    std::atomic<int> acknowledged = 0;
    QList<QList<qint64>> promised(writers);
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            Connection connection(settings);
            for (qint64 id = writer; !stop; id += writers) {
                const Result<> written = inTransaction(connection, [&]() -> Result<> {
                    const Result<Rows> rows = connection.runText(
                            u"INSERT INTO written VALUES (:id)"_s, {{":id", id}});
                    if (!rows)
                        return fail(rows.error());
                    return {};
                });
                if (written) {
                    promised[writer].append(id);
                    ++acknowledged;
                }
            }
        });
    }
    for (int round = 1; round <= 2; ++round) {
        const int before = acknowledged;
        QTRY_VERIFY_WITH_TIMEOUT(acknowledged > before + 200, 30000);
        const qint64 victim = m_cluster->processId();
        QVERIFY(victim > 0);
        QCOMPARE(kill(pid_t(victim), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_cluster->processId() != victim && m_cluster->processId() > 0,
                                 30000);
        const int healed = acknowledged;
        QTRY_VERIFY_WITH_TIMEOUT(acknowledged > healed + 200, 60000);
    }
    stop = true;
    for (std::thread &thread : threads)
        thread.join();
    Connection connection(settings);
    for (const QList<qint64> &ids : std::as_const(promised)) {
        Result<Rows> rows = connection.runText(
                u"SELECT count(*) FROM unnest(:ids::bigint[]) AS id WHERE id NOT IN (SELECT w.id FROM written w)"_s,
                {{":ids", ids}});
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->number(0), 0);
    }
}

void TestPrivateCluster::clearsALeftServer()
{
    const pid_t left = startPostmasterBesides();
    QVERIFY(left > 0);
    m_cluster = start(m_folder->path());
    QVERIFY(!postgresProcesses(m_folder->filePath(u"pg"_s)).contains(left));
    QVERIFY(count() >= 0);
}

void TestPrivateCluster::clearsOrphansOfAKilledPostmaster()
{
    const pid_t left = startPostmasterBesides();
    QVERIFY(left > 0);
    // A backend busy with itself does not notice that its postmaster is gone.
    const ConnectionSettings settings = *ClusterFolder::runningCluster(m_folder->path());
    std::thread busy([&] {
        Connection connection(settings);
        const Result<> done = connection.script(u"DO $$ BEGIN LOOP END LOOP; END $$"_s);
        QVERIFY(!done);
    });
    Connection watcher(settings);
    QTRY_VERIFY_WITH_TIMEOUT(
            ([&] {
                Result<Rows> rows = watcher.runText(
                        u"SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'DO%'"_s);
                return rows && rows->next() && rows->number(0) == 1;
            }()),
            10000);
    QCOMPARE(kill(left, SIGKILL), 0);
    m_cluster = start(m_folder->path());
    busy.join();
    QVERIFY(count() >= 0);
}

void TestPrivateCluster::startsThoughItsOldProcessNumberIsSomebodyElses()
{
    m_cluster = start(m_folder->path());
    const QString pidFile = m_folder->filePath(u"pg/postmaster.pid"_s);
    QFile file(pidFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArrayList lines = file.readAll().split('\n');
    file.close();
    m_cluster.reset();
    // As after a power cut and a boot: the number in the file is this very test's.
    lines[0] = QByteArray::number(getpid());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines.join('\n'));
    file.close();
    struct stat info = {};
    QCOMPARE(stat(QFile::encodeName(m_folder->filePath(u"pg"_s)).constData(), &info), 0);
    QCOMPARE(chown(QFile::encodeName(pidFile).constData(), info.st_uid, info.st_gid), 0);
    m_cluster = start(m_folder->path());
    QVERIFY(count() >= 0);
}

void TestPrivateCluster::usesAShortSocketPathForALongFolder()
{
    const QTemporaryDir folder(QDir::temp().filePath(u"deskbell-cluster-XXXXXX"_s));
    QVERIFY(QFile::setPermissions(folder.path(),
                                  QFile::permissions(folder.path()) | QFile::ExeOther));
    const QString longFolder = folder.filePath(QString(120, u'd'));
    auto cluster = start(longFolder);
    const QByteArray socketFolder = cluster->settings().parameters.value("host");
    QVERIFY2(socketFolder.size() < 90, socketFolder.constData());
    Connection connection(cluster->settings());
    QVERIFY(connection.runText(u"SELECT 1"_s));
    cluster.reset();
    QVERIFY(QDir(QFile::decodeName(socketFolder)).removeRecursively());
}

void TestPrivateCluster::completesAnInterruptedCreation()
{
    const QTemporaryDir folder(QDir::temp().filePath(u"deskbell-cluster-XXXXXX"_s));
    // initdb got this far when the power went.
    QVERIFY(QDir(folder.path()).mkpath(u"pg.new/base"_s));
    QFile version(folder.filePath(u"pg.new/PG_VERSION"_s));
    QVERIFY(version.open(QIODevice::WriteOnly) && version.write("15\n") > 0);
    const auto cluster = start(folder.path());
    Connection connection(cluster->settings());
    QVERIFY(connection.runText(u"SELECT 1"_s));
    QVERIFY(!QDir(folder.filePath(u"pg.new"_s)).exists());
}

void TestPrivateCluster::findsARunningOne()
{
    QCOMPARE(ClusterFolder::runningCluster(m_folder->path()).error().key, "database.not_running");
    m_cluster = start(m_folder->path());
    const Result<ConnectionSettings> running = ClusterFolder::runningCluster(m_folder->path());
    QVERIFY(running);
    QCOMPARE(running->parameters, m_cluster->settings().parameters);
}

void TestPrivateCluster::saysWhyItDoesNotStart()
{
    QFile local(m_folder->filePath(u"pg/local.conf"_s));
    QVERIFY(local.open(QIODevice::WriteOnly) && local.write("no_such_setting = 1\n") > 0);
    local.close();
    QVERIFY(local.setPermissions(QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    PrivateCluster cluster({.dataFolder = m_folder->path(), .durability = Durability::None});
    const Result<> started = cluster.start();
    QVERIFY(local.remove());
    QVERIFY(!started);
    QCOMPARE(started.error().key, "database.start_failed");
    QVERIFY2(started.error().detail.contains(u"no_such_setting"_s),
             qPrintable(started.error().detail));
    // The lock is free again, and without the mistake it starts.
    QVERIFY(cluster.start());
}

void TestPrivateCluster::refusesAFolderThatCannotBeMade()
{
    PrivateCluster cluster({.dataFolder = u"/proc/deskbell"_s});
    const Result<> started = cluster.start();
    QVERIFY(!started);
    QCOMPARE(started.error().key, "storage.folder");
}

QTEST_GUILESS_MAIN(TestPrivateCluster)
#include "tst_privatecluster.moc"
