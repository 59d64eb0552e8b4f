// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/command.h"
#include "server/config/settingstable.h"
#include "server/db/migrator.h"
#include "tests/support/server/testdatabase.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Qt::StringLiterals;

/// The real program, from outside.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void endsWithItsCode_data();
    void endsWithItsCode();
    void helpTellsEverything();
    void migratesAGivenDatabase();
    void refusesANewerSchema();
    void readsEnvironmentAndFile();
    void logsJsonLines();
    void servesUntilItIsTold_data();
    void servesUntilItIsTold();
    void migratesBesideARunningServer();
    void startsAfterItWasKilled();

private:
    void start(QProcess &process, const QStringList &arguments);
    int run(const QStringList &arguments);
    bool waitForLine(QProcess &process, const QByteArray &text);
    QString url(const Test::TestDatabase &database);

    std::unique_ptr<QTemporaryDir> m_folder;
    /// With a private cluster: making one takes seconds, because it is made to last.
    const QTemporaryDir m_privateFolder{QDir::temp().filePath(u"deskbell-cli-XXXXXX"_s)};
    QProcessEnvironment m_environment;
    QByteArray m_output;
    QByteArray m_errors;
};

void TestCommandLine::init()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::temp().filePath(u"deskbell-cli-XXXXXX"_s));
    m_environment = QProcessEnvironment::systemEnvironment();
    m_output.clear();
    m_errors.clear();
}

void TestCommandLine::start(QProcess &process, const QStringList &arguments)
{
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(DESKBELL_BINARY_DIR "/bin/deskbelld"), arguments);
    QVERIFY2(process.waitForStarted(), qPrintable(process.errorString()));
}

int TestCommandLine::run(const QStringList &arguments)
{
    QProcess process;
    start(process, arguments);
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return -1;
    m_output = process.readAllStandardOutput();
    m_errors = process.readAllStandardError();
    return process.exitCode();
}

/// Until the log has a line with `text`.
bool TestCommandLine::waitForLine(QProcess &process, const QByteArray &text)
{
    return QTest::qWaitFor(
                   [&] {
                       m_errors += process.readAllStandardError();
                       return m_errors.contains(text) || process.state() == QProcess::NotRunning;
                   },
                   60000)
           && m_errors.contains(text);
}

QString TestCommandLine::url(const Test::TestDatabase &database)
{
    const auto &parameters = database.settings().parameters;
    return u"host=%1 port=%2 user=%3 dbname=%4"_s.arg(
            QString::fromUtf8(parameters.value("host")),
            QString::fromUtf8(parameters.value("port")),
            QString::fromUtf8(parameters.value("user")),
            QString::fromUtf8(parameters.value("dbname")));
}

void TestCommandLine::endsWithItsCode_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<ExitCode>("code");
    QTest::addColumn<QByteArray>("message");

    const auto row = [](const char *name, const QStringList &arguments, ExitCode code,
                        const char *message) {
        QTest::newRow(name) << arguments << code << QByteArray(message);
    };
    row("nothing", {}, ExitCode::Usage, "a command is missing");
    row("unknown command", {u"dance"_s}, ExitCode::Usage, "there is no command \"dance\"");
    row("unknown option", {u"serve"_s, u"--dance"_s}, ExitCode::Usage, "dance");
    row("option without value", {u"serve"_s, u"--port"_s}, ExitCode::Usage, "port");
    row("value for a switch", {u"serve"_s, u"--demo=maybe"_s}, ExitCode::Usage, "demo");
    row("bad value", {u"serve"_s, u"--port"_s, u"70000"_s}, ExitCode::Usage,
        "port is not between 0 and 65535");
    row("too many words", {u"serve"_s, u"now"_s}, ExitCode::Usage, "serve takes 0 operand(s)");
    row("no such file", {u"serve"_s, u"--config"_s, u"/nonexistent.toml"_s}, ExitCode::Usage,
        "/nonexistent.toml");
    row("bad URL", {u"migrate"_s, u"--database"_s, u"mysql://x"_s}, ExitCode::Usage, "database");
    row("no database there", {u"migrate"_s, u"--database"_s, u"postgresql://%2Fnonexistent/d"_s},
        ExitCode::Database, "/nonexistent");
    row("folder cannot be made", {u"migrate"_s, u"--data"_s, u"/proc/desk"_s}, ExitCode::Database,
        "/proc/desk");
    row("version", {u"--version"_s}, ExitCode::Ok, "");
    row("help", {u"--help"_s}, ExitCode::Ok, "");
    row("help wins", {u"dance"_s, u"-h"_s}, ExitCode::Ok, "");
}

void TestCommandLine::endsWithItsCode()
{
    QFETCH(QStringList, arguments);
    QFETCH(ExitCode, code);
    QFETCH(QByteArray, message);
    QCOMPARE(run(arguments), int(code));
    QVERIFY2(m_errors.contains(message), m_errors.constData());
    QCOMPARE(m_output.isEmpty(), code != ExitCode::Ok);
}

void TestCommandLine::helpTellsEverything()
{
    QCOMPARE(run({u"--help"_s}), 0);
    for (const Setting &setting : allSettings())
        QVERIFY2(m_output.contains("--" + setting.flag().toLatin1()), setting.name);
    for (const Command &command : allCommands())
        QVERIFY2(m_output.contains(command.words), command.words);
    QVERIFY(m_output.contains("Exit codes:"));
    for (const QByteArray &line : m_output.split('\n'))
        QVERIFY2(line.size() <= 100, line.constData());
    QCOMPARE(run({u"--version"_s}), 0);
    QCOMPARE(m_output, "deskbelld " DESKBELL_VERSION "\n");
}

void TestCommandLine::migratesAGivenDatabase()
{
    Test::TestDatabase database(Test::TestDatabase::Content::Empty);
    const QStringList arguments{u"migrate"_s, u"--database"_s, url(database), u"--data"_s,
                                m_folder->path()};
    QCOMPARE(run(arguments), 0);
    QVERIFY(Db::Migrator::verify(database.connection()));
    QCOMPARE(run(arguments), 0);
}

void TestCommandLine::refusesANewerSchema()
{
    Test::TestDatabase database;
    database.execute(
            u"INSERT INTO ticket.schema_migration (version, name, checksum) VALUES (9999, 'future', 'x')"_s);
    for (const QString &command : {u"migrate"_s, u"serve"_s}) {
        QCOMPARE(run({command, u"--database"_s, url(database), u"--data"_s, m_folder->path(),
                      u"--port"_s, u"0"_s}),
                 int(ExitCode::Schema));
        QVERIFY2(m_errors.contains("9999"), m_errors.constData());
    }
}

void TestCommandLine::readsEnvironmentAndFile()
{
    Test::TestDatabase database(Test::TestDatabase::Content::Empty);
    QFile file(m_folder->filePath(u"deskbelld.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("log-level = \"loud\"\n");
    file.close();
    m_environment.insert(u"DESKBELL_CONFIG"_s, file.fileName());
    m_environment.insert(u"DESKBELL_DATABASE"_s, url(database));
    m_environment.insert(u"DESKBELL_DATA"_s, m_folder->path());
    QCOMPARE(run({u"migrate"_s}), int(ExitCode::Usage));
    QVERIFY2(m_errors.contains("deskbelld.toml:1: log-level is not one of debug"),
             m_errors.constData());
    m_environment.remove(u"DESKBELL_CONFIG"_s);
    QCOMPARE(run({u"migrate"_s}), 0);
    QVERIFY(Db::Migrator::verify(database.connection()));
}

void TestCommandLine::logsJsonLines()
{
    Test::TestDatabase database(Test::TestDatabase::Content::Empty);
    QCOMPARE(run({u"migrate"_s, u"--database"_s, url(database), u"--data"_s, m_folder->path()}), 0);
    const QByteArrayList lines = m_errors.trimmed().split('\n');
    QVERIFY(lines.size() >= 2);
    for (const QByteArray &line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object.value(u"level"_s).toString(), u"info"_s);
        QVERIFY2(object.value(u"category"_s).toString().startsWith(u"deskbell."_s),
                 line.constData());
    }
    QCOMPARE(run({u"migrate"_s, u"--database"_s, url(database), u"--data"_s, m_folder->path(),
                  u"--log-level"_s, u"warning"_s}),
             0);
    QCOMPARE(m_errors, "");
}

void TestCommandLine::servesUntilItIsTold_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestCommandLine::servesUntilItIsTold()
{
    QFETCH(int, signal);
    Test::TestDatabase database;
    QProcess server;
    start(server, {u"serve"_s, u"--database"_s, url(database), u"--data"_s, m_folder->path(),
                   u"--port"_s, u"0"_s});
    QVERIFY2(waitForLine(server, "database ready"), m_errors.constData());
    kill(pid_t(server.processId()), signal);
    QVERIFY(server.waitForFinished(30000));
    QCOMPARE(server.exitStatus(), QProcess::NormalExit);
    QCOMPARE(server.exitCode(), 0);
    m_errors += server.readAllStandardError();
    QVERIFY2(m_errors.contains("\"stopped\""), m_errors.constData());
}

void TestCommandLine::migratesBesideARunningServer()
{
    QProcess server;
    const QStringList settings{u"--data"_s, m_privateFolder.path(), u"--port"_s, u"0"_s};
    start(server, QStringList{u"serve"_s} + settings);
    QVERIFY2(waitForLine(server, "database ready"), m_errors.constData());
    // A command shares the private database; a second server may not.
    QCOMPARE(run(QStringList{u"migrate"_s} + settings), 0);
    QCOMPARE(run(QStringList{u"serve"_s} + settings), int(ExitCode::Database));
    QVERIFY2(m_errors.contains("another deskbelld"), m_errors.constData());
    server.terminate();
    QVERIFY(server.waitForFinished(60000));
    QCOMPARE(server.exitCode(), 0);
}

void TestCommandLine::startsAfterItWasKilled()
{
    const QStringList arguments{u"serve"_s, u"--data"_s, m_privateFolder.path(), u"--port"_s,
                                u"0"_s};
    for (int round = 0; round < 2; ++round) {
        QProcess server;
        m_errors.clear();
        start(server, arguments);
        QVERIFY2(waitForLine(server, "database ready"), m_errors.constData());
        server.kill();
        QVERIFY(server.waitForFinished());
    }
    QCOMPARE(run({u"migrate"_s, u"--data"_s, m_privateFolder.path()}), 0);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
