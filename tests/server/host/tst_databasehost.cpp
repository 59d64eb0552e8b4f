// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/connection.h"
#include "server/host/databasehost.h"
#include "tests/support/server/testcluster.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Deskbell;
using namespace Deskbell::Server;
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
    void openToTcp();
    void makeCertificate();
    void writeAsPostgres(const QString &name, const QByteArray &content);
    QString inPg(const QString &name) const { return m_folder.filePath(u"pg/"_s + name); }

    const QTemporaryDir m_folder{QDir::temp().filePath(u"deskbell-host-XXXXXX"_s)};
    // An address of this machine that nobody else listens on.
    const QString m_address = u"127.%1.%2.%3"_s.arg(64 + getpid() % 128)
                                      .arg(getpid() / 128 % 250)
                                      .arg(getpid() % 250 + 1);
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

void TestDatabaseHost::writeAsPostgres(const QString &name, const QByteArray &content)
{
    struct stat info = {};
    QCOMPARE(stat(QFile::encodeName(m_folder.filePath(u"pg"_s)).constData(), &info), 0);
    QFile file(inPg(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    QCOMPARE(fchmod(file.handle(), 0600), 0);
    QCOMPARE(fchown(file.handle(), info.st_uid, info.st_gid), 0);
}

void TestDatabaseHost::makeCertificate()
{
    const QTemporaryDir made;
    QCOMPARE(QProcess::execute(u"openssl"_s,
                               {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                                u"-subj"_s, u"/CN=deskbell test"_s, u"-addext"_s,
                                u"subjectAltName=IP:"_s + m_address, u"-keyout"_s,
                                made.filePath(u"key"_s), u"-out"_s,
                                made.filePath(u"certificate"_s)}),
             0);
    for (const QString &name : {u"key"_s, u"certificate"_s}) {
        QFile file(made.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        writeAsPostgres(name + u".pem"_s, file.readAll());
    }
    QVERIFY(QFile::copy(inPg(u"certificate.pem"_s), m_folder.filePath(u"ca.pem"_s)));
}

/// Makes the private cluster somebody else's: on TCP, to be entered with a password and TLS only.
void TestDatabaseHost::openToTcp()
{
    if (QFile::exists(inPg(u"key.pem"_s)))
        return;
    makeCertificate();
    writeAsPostgres(u"tcp_hba.conf"_s,
                    "hostssl all anna all scram-sha-256\nlocal all all peer map=deskbell\n");
    writeAsPostgres(u"local.conf"_s,
                    u"listen_addresses = '%1'\nssl = on\nssl_cert_file = 'certificate.pem'\n"
                    "ssl_key_file = 'key.pem'\nhba_file = '%2'\nfsync = off\n"_s
                            .arg(m_address, inPg(u"tcp_hba.conf"_s))
                            .toUtf8());
}

void TestDatabaseHost::connectsByUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("key"); ///< of the error; empty: connects
    QTest::addColumn<QString>("detail");

    const QString place = u"@%1:5432/desk"_s.arg(m_address);
    const QString ca = u"&sslrootcert="_s + m_folder.filePath(u"ca.pem"_s);
    const QByteArray unavailable = "database.unavailable";
    QTest::newRow("verified") << u"postgresql://anna:s%2Fe%20t"_s + place
                                         + u"?sslmode=verify-full"_s + ca
                              << QByteArray() << u""_s;
    QTest::newRow("encrypted") << u"postgresql://anna:s%2Fe%20t"_s + place + u"?sslmode=require"_s
                               << QByteArray() << u""_s;
    QTest::newRow("second of two hosts")
            << u"postgresql://anna:s%2Fe%20t@127.0.0.1:1,%1:5432/desk?sslmode=require"_s.arg(
                       m_address)
            << QByteArray() << u""_s;
    QTest::newRow("wrong password") << u"postgresql://anna:wrong"_s + place + u"?sslmode=require"_s
                                    << unavailable << u"password authentication failed"_s;
    QTest::newRow("no password") << u"postgresql://anna"_s + place + u"?sslmode=require"_s
                                 << unavailable << u"no password supplied"_s;
    QTest::newRow("without TLS") << u"postgresql://anna:s%2Fe%20t"_s + place + u"?sslmode=disable"_s
                                 << unavailable << u"no encryption"_s;
    QTest::newRow("unknown certificate")
            << u"postgresql://anna:s%2Fe%20t"_s + place
                       + u"?sslmode=verify-full&sslrootcert=/etc/hostname"_s
            << unavailable << u"certificate"_s;
    QTest::newRow("no such database")
            << u"postgresql://anna:s%2Fe%20t@%1:5432/nothing?sslmode=require"_s.arg(m_address)
            << unavailable << u"\"nothing\" does not exist"_s;
    QTest::newRow("nobody there") << u"postgresql://anna:x@127.0.0.1:1/desk"_s << unavailable
                                  << u"refused"_s;
}

void TestDatabaseHost::connectsByUrl()
{
    openToTcp();
    Db::PrivateCluster cluster({.dataFolder = m_folder.path()});
    const Result<> started = cluster.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    Db::Connection owner(cluster.settings());
    Result<Db::Rows> exists = owner.runText(u"SELECT 1 FROM pg_roles WHERE rolname = 'anna'"_s);
    QVERIFY(exists);
    if (!exists->next()) {
        QVERIFY(owner.script(u"CREATE ROLE anna LOGIN PASSWORD 's/e t'"_s));
        QVERIFY(owner.script(u"CREATE DATABASE desk OWNER anna TEMPLATE template0"_s));
    }
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
        return;
    }
    Result<Db::Rows> encrypted
            = connection.runText(u"SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s);
    QVERIFY(encrypted && encrypted->next() && encrypted->flag(0));
}

void TestDatabaseHost::migratesAnotherServersDatabase()
{
    openToTcp();
    Db::PrivateCluster cluster({.dataFolder = m_folder.path()});
    QVERIFY(cluster.start());
    const QTemporaryDir dataFolder;
    Configuration other;
    other.dataFolder = dataFolder.path();
    other.databaseUrl
            = u"postgresql://anna:s%2Fe%20t@%1:5432/desk?sslmode=require"_s.arg(m_address);
    DatabaseHost host(other, DatabaseHost::Sharing::Exclusive);
    const Result<> started = host.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    Db::Connection connection(host.settings());
    QVERIFY(Db::Migrator::verify(connection));
    QVERIFY(!QDir(dataFolder.path()).exists(u"pg"_s));
}

QTEST_GUILESS_MAIN(TestDatabaseHost)
#include "tst_databasehost.moc"
