// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/serverinfo/defaultport.h"
#include "server/config/configurationloader.h"
#include "server/config/settingstable.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Qt::StringLiterals;

class TestConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterLayersWin_data();
    void laterLayersWin();
    void refuses_data();
    void refuses();
    void readsEveryKindFromTheFile();
    void findsItsFileByTheEnvironment();
    void refusesAFileThatIsNotThere();
    void neverRepeatsAValue();
    void choosesADataFolder();
    void everySettingTakesItsOwnDefault_data();
    void everySettingTakesItsOwnDefault();
    void namesAreUnique();

private:
    QString write(const QByteArray &content);
    Result<Configuration> load(const QByteArray &file, const QString &environment = {},
                               const Flags &flags = {});

    QTemporaryDir m_folder;
};

QString TestConfiguration::write(const QByteArray &content)
{
    QFile file(m_folder.filePath(u"deskbelld.toml"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
    return file.fileName();
}

/// `environment` is one NAME=value, or nothing.
Result<Configuration> TestConfiguration::load(const QByteArray &file, const QString &environment,
                                              const Flags &flags)
{
    QProcessEnvironment variables;
    if (!environment.isEmpty())
        variables.insert(environment.section(u'=', 0, 0), environment.section(u'=', 1));
    return loadConfiguration(flags, variables, write(file));
}

void TestConfiguration::laterLayersWin_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<Flags>("flags");
    QTest::addColumn<int>("port");

    const Flags flag{{u"port"_s, u"3"_s}};
    QTest::newRow("default") << QByteArray() << QString() << Flags() << int(defaultPort);
    QTest::newRow("file") << QByteArray("port = 1") << QString() << Flags() << 1;
    QTest::newRow("environment") << QByteArray() << u"DESKBELL_PORT=2"_s << Flags() << 2;
    QTest::newRow("flag") << QByteArray() << QString() << flag << 3;
    QTest::newRow("environment over file")
            << QByteArray("port = 1") << u"DESKBELL_PORT=2"_s << Flags() << 2;
    QTest::newRow("flag over environment") << QByteArray() << u"DESKBELL_PORT=2"_s << flag << 3;
    QTest::newRow("flag over all") << QByteArray("port = 1") << u"DESKBELL_PORT=2"_s << flag << 3;
    QTest::newRow("zero") << QByteArray("port = 0") << QString() << Flags() << 0;
}

void TestConfiguration::laterLayersWin()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, environment);
    QFETCH(Flags, flags);
    const Result<Configuration> configuration = load(file, environment, flags);
    QVERIFY2(configuration, configuration ? "" : qPrintable(configuration.error().detail));
    QTEST(configuration->port, "port");
}

void TestConfiguration::refuses_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<Flags>("flags");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("origin"); ///< what the message begins with

    const auto row = [](const char *name, const QByteArray &file, const QString &environment,
                        const Flags &flags, const char *setting, const QString &origin) {
        QTest::newRow(name) << file << environment << flags << QString::fromLatin1(setting)
                            << origin;
    };
    const QString path = m_folder.filePath(u"deskbelld.toml"_s);
    row("line of the file", "# first\nport = 70000", {}, {}, "port",
        path + u":2: port is not between 0 and 65535"_s);
    row("unknown in the file", "prot = 1", {}, {}, "prot", path + u":1"_s);
    row("business hours", "business-hours = \"9 to 5\"", {}, {}, "business-hours",
        u"business-hours: is not of the form \"Mon-Fri 09:00-17:00\""_s);
    row("time zone", "time-zone = \"Europe/Atlantis\"", {}, {}, "time-zone",
        u"time-zone: is not the name of a time zone"_s);
    row("no number", {}, u"DESKBELL_PORT=x"_s, {}, "port", u"DESKBELL_PORT"_s);
    row("flag", {}, {}, {{u"port"_s, u"-1"_s}}, "port", u"command line"_s);
    row("size", "header-bytes = \"much\"", {}, {}, "header-bytes", path);
    row("size too small", "header-bytes = 10", {}, {}, "header-bytes",
        path + u":1: header-bytes is not between 1KiB and 1MiB"_s);
    row("time without unit", {}, u"DESKBELL_IDLE_TIME=10"_s, {}, "idle-time",
        u"DESKBELL_IDLE_TIME"_s);
    row("no workers", "workers = 0", {}, {}, "workers", path);
    row("switch", "signup = \"perhaps\"", {}, {}, "signup", path);
    row("level", "log-level = \"loud\"", {}, {}, "log-level", path);
    row("host name", "host = \"localhost\"", {}, {}, "host", u"host"_s);
    row("certificate without key", "tls-certificate = \"/c.pem\"", {}, {}, "tls-key",
        u"tls-certificate"_s);
    row("key without certificate", "tls-key = \"/k.pem\"", {}, {}, "tls-key", u"tls-certificate"_s);
    row("database", "database = \"mysql://u@h/d\"", {}, {}, "database", u"database"_s);
    row("no TOML", "port = 1\nport 2", {}, {}, "", path + u":2"_s);
    row("twice", "port = 1\nport = 2", {}, {}, "", path + u":2"_s);
    row("a list", "host = [\"a\"]", {}, {}, "", path + u":1: host must be"_s);
    row("a fraction", "port = 1.5", {}, {}, "", path + u":1: port must be"_s);
    row("a table", "[network]\nport = 1", {}, {}, "", path + u":1: network must be"_s);
}

void TestConfiguration::refuses()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, environment);
    QFETCH(Flags, flags);
    QFETCH(QString, origin);
    const Result<Configuration> configuration = load(file, environment, flags);
    QVERIFY(!configuration);
    QCOMPARE(configuration.error().key, "config.invalid");
    QTEST(configuration.error().params.value(u"setting"_s).toString(), "setting");
    QVERIFY2(configuration.error().detail.startsWith(origin),
             qPrintable(configuration.error().detail));
}

void TestConfiguration::readsEveryKindFromTheFile()
{
    const Result<Configuration> configuration = load("host = \"::\"\n"
                                                     "port = 443\n"
                                                     "signup = false\n"
                                                     "demo = true\n"
                                                     "upload-bytes = \"5GiB\"\n"
                                                     "json-bytes = 2048\n"
                                                     "body-time = \"45s\"\n"
                                                     "header-count = 50\n"
                                                     "database = \"postgresql://u:p%2C@a,b/d\"\n"
                                                     "log-level = \"debug\"\n");
    QVERIFY2(configuration, configuration ? "" : qPrintable(configuration.error().detail));
    QCOMPARE(configuration->host, u"::"_s);
    QCOMPARE(configuration->port, 443);
    QCOMPARE(configuration->signup, false);
    QCOMPARE(configuration->demo, true);
    QCOMPARE(configuration->uploadBytes, qsizetype(5) << 30);
    QCOMPARE(configuration->jsonBytes, qsizetype(2048));
    QCOMPARE(configuration->limits.bodyTime, std::chrono::milliseconds(45000));
    QCOMPARE(configuration->limits.headerCount, 50);
    QCOMPARE(configuration->databaseUrl, u"postgresql://u:p%2C@a,b/d"_s);
    QCOMPARE(configuration->logLevel, u"debug"_s);
    QVERIFY(!configuration->usesPrivateCluster());
}

void TestConfiguration::findsItsFileByTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"DESKBELL_CONFIG"_s, write("port = 5"));
    const Result<Configuration> configuration = loadConfiguration({}, environment);
    QVERIFY(configuration);
    QCOMPARE(configuration->port, 5);
}

void TestConfiguration::refusesAFileThatIsNotThere()
{
    const Result<Configuration> configuration = loadConfiguration({}, {}, u"/nonexistent.toml"_s);
    QVERIFY(!configuration);
    QCOMPARE(configuration.error().key, "config.invalid");
}

void TestConfiguration::neverRepeatsAValue()
{
    const Result<Configuration> configuration
            = load({}, u"DESKBELL_DATABASE=mysql://u:topsecret@h/d"_s);
    QVERIFY(!configuration);
    QVERIFY(!configuration.error().detail.contains(u"topsecret"_s));
}

void TestConfiguration::choosesADataFolder()
{
    QVERIFY(QDir::isAbsolutePath(load({})->dataFolder));
    QCOMPARE(load({}, u"STATE_DIRECTORY=/var/lib/private/desk:/other"_s)->dataFolder,
             u"/var/lib/private/desk"_s);
    QCOMPARE(load("data = \"/srv/desk/../desk2/\"")->dataFolder, u"/srv/desk2"_s);
    QCOMPARE(load({}, {}, {{u"data"_s, u"here"_s}})->dataFolder,
             QDir::current().filePath(u"here"_s));
}

void TestConfiguration::everySettingTakesItsOwnDefault_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Setting &setting : allSettings())
        QTest::newRow(setting.name) << index++;
}

void TestConfiguration::everySettingTakesItsOwnDefault()
{
    QFETCH(int, index);
    const Setting &setting = allSettings()[size_t(index)];
    Configuration configuration;
    QCOMPARE(setting.assign(configuration, setting.defaultText()), QString());
    QVERIFY(qstrlen(setting.help) > 0);
    QVERIFY(setting.environmentName().startsWith("DESKBELL_"));
}

void TestConfiguration::namesAreUnique()
{
    QSet<QByteArray> names;
    for (const Setting &setting : allSettings())
        QVERIFY2(!std::exchange(names, names + QSet<QByteArray>{setting.name})
                          .contains(setting.name),
                 setting.name);
}

QTEST_APPLESS_MAIN(TestConfiguration)
#include "tst_configuration.moc"
