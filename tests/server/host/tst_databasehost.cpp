// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/connection.h"
#include "server/host/databasehost.h"
#include "tests/support/server/tcpcluster.h"
#include "tests/support/server/testcluster.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Deskbell;
using namespace Deskbell::Server;
using Deskbell::Test::TcpCluster;
using namespace Qt::StringLiterals;

/// What `deskbelld` does about its database before it serves: the private one, and somebody else's
/// by URL, over TCP with a password and TLS.
class TestDatabaseHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void backsUpBeforeItMigrates();
    void connectsByUrl_data();
    void connectsByUrl();
    void migratesAnotherServersDatabase();

private:
    Configuration configuration() const;
    const TcpCluster &foreign();

    const QTemporaryDir m_folder{QDir::temp().filePath(u"deskbell-host-XXXXXX"_s)};
    std::unique_ptr<TcpCluster> m_foreign;
};

namespace {

const Db::Migration first{
        .version = 1, .name = u"first"_s, .sql = u"CREATE TABLE ticket.a AS SELECT 7 AS x"_s};
const Db::Migration second{
        .version = 2, .name = u"second"_s, .sql = u"UPDATE ticket.a SET x = 8"_s};

qint64 readX(const Db::ConnectionSettings &settings)
{
    Db::Connection connection(settings);
    Result<Db::Rows> rows = connection.runText(u"SELECT x FROM a"_s);
    return rows && rows->next() ? rows->number(0) : -1;
}

} // namespace

void TestDatabaseHost::initTestCase()
{
    // A private cluster made for eternity would take seconds; a copy of the tests' does not.
    Test::TestCluster::copyTemplate(m_folder.filePath(u"pg"_s));
}

const TcpCluster &TestDatabaseHost::foreign()
{
    if (!m_foreign)
        m_foreign = std::make_unique<TcpCluster>();
    return *m_foreign;
}

Configuration TestDatabaseHost::configuration() const
{
    Configuration configuration;
    configuration.dataFolder = m_folder.path();
    return configuration;
}

void TestDatabaseHost::backsUpBeforeItMigrates()
{
    {
        DatabaseHost host(configuration(), DatabaseHost::Sharing::Exclusive,
                          Db::Migration::embedded());
        const Result<> started = host.start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
        Db::Connection connection(host.settings());
        QVERIFY(connection.script(u"DROP SCHEMA ticket CASCADE"_s));
    }
    const QDir backups(m_folder.filePath(u"backups"_s));
    {
        DatabaseHost host(configuration(), DatabaseHost::Sharing::Exclusive, {first});
        QVERIFY(host.start());
        QVERIFY(!backups.exists()); // nothing there that could be lost
    }
    DatabaseHost host(configuration(), DatabaseHost::Sharing::Exclusive, {first, second});
    const Result<> started = host.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    QCOMPARE(readX(host.settings()), 8);

    const QStringList dumps = backups.entryList(QDir::Files);
    QCOMPARE(dumps.size(), 1);
    QVERIFY2(dumps.first().startsWith(u"schema-1-"_s) && dumps.first().endsWith(u".dump"_s),
             qPrintable(dumps.first()));
    // A backup is one that can be restored.
    Db::Connection connection(host.settings());
    QVERIFY(connection.script(u"CREATE DATABASE restored TEMPLATE template0"_s));
    const auto &parameters = host.settings().parameters;
    QCOMPARE(QProcess::execute(u"pg_restore"_s,
                               {u"--host"_s, QString::fromUtf8(parameters.value("host")),
                                u"--username"_s, QString::fromUtf8(parameters.value("user")),
                                u"--dbname"_s, u"restored"_s, backups.filePath(dumps.first())}),
             0);
    QCOMPARE(readX(host.settings().withDatabase("restored")), 7);
}

void TestDatabaseHost::connectsByUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("key"); ///< of the error; empty: connects
    QTest::addColumn<QString>("detail");

    const TcpCluster &other = foreign();
    const QByteArray unavailable = "database.unavailable";
    const QString password = other.rightPassword();
    QTest::newRow("verified") << other.url(other.verified()) << QByteArray() << u""_s;
    QTest::newRow("encrypted") << other.url(u"sslmode=require"_s) << QByteArray() << u""_s;
    QTest::newRow("second of two hosts")
            << other.url(u"sslmode=require"_s).replace(u"@"_s, u"@127.0.0.1:1,"_s) << QByteArray()
            << u""_s;
    QTest::newRow("wrong password") << other.url(u"sslmode=require"_s, u"wrong"_s) << unavailable
                                    << u"password authentication failed"_s;
    QTest::newRow("no password") << other.url(u"sslmode=require"_s, {}) << unavailable
                                 << u"no password supplied"_s;
    QTest::newRow("without TLS") << other.url(u"sslmode=disable"_s) << unavailable
                                 << u"no encryption"_s;
    QTest::newRow("another authority")
            << other.url(u"sslmode=verify-full&sslrootcert="_s + other.otherCa()) << unavailable
            << u"certificate verify failed"_s;
    QTest::newRow("no certificate of an authority")
            << other.url(u"sslmode=verify-full&sslrootcert=/etc/hostname"_s) << unavailable
            << u"certificate"_s;
    QTest::newRow("certificate of another host")
            << other.url(other.verified() + u"&hostaddr="_s + other.address())
                       .replace(u"@"_s + other.address(), u"@db.example.com"_s)
            << unavailable << u"does not match host name"_s;
    QTest::newRow("no such database")
            << other.url(u"sslmode=require"_s).replace(u"/desk?"_s, u"/nothing?"_s) << unavailable
            << u"\"nothing\" does not exist"_s;
    QTest::newRow("nobody there") << u"postgresql://anna:x@127.0.0.1:1/desk"_s << unavailable
                                  << u"refused"_s;
}

void TestDatabaseHost::connectsByUrl()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, key);
    QFETCH(QString, detail);
    const Result<Db::ConnectionSettings> settings = Db::ConnectionSettings::fromUrl(url);
    QVERIFY(settings);
    Db::Connection connection(*settings);
    const Result<> open = connection.ensureOpen();
    QCOMPARE(open ? QByteArray() : open.error().key, key);
    if (!open) {
        QVERIFY2(open.error().detail.contains(detail), qPrintable(open.error().detail));
        QVERIFY2(!open.error().detail.contains(TcpCluster::rightPassword()),
                 "the password is told");
        return;
    }
    Result<Db::Rows> encrypted
            = connection.runText(u"SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s);
    QVERIFY(encrypted && encrypted->next() && encrypted->flag(0));
}

void TestDatabaseHost::migratesAnotherServersDatabase()
{
    const QTemporaryDir dataFolder;
    Configuration configuration;
    configuration.dataFolder = dataFolder.path();
    configuration.databaseUrl = foreign().url(foreign().verified());
    DatabaseHost host(configuration, DatabaseHost::Sharing::Exclusive);
    const Result<> started = host.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    Db::Connection connection(host.settings());
    QVERIFY(Db::Migrator::verify(connection));
    QVERIFY(!QDir(dataFolder.path()).exists(u"pg"_s));
}

QTEST_GUILESS_MAIN(TestDatabaseHost)
#include "tst_databasehost.moc"
