// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/connection.h"
#include "server/db/databaseerror.h"
#include "tests/support/server/testdatabase.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QUuid>

using namespace Deskbell;
using namespace Deskbell::Db;
using namespace Qt::StringLiterals;

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bindsValues_data();
    void bindsValues();
    void bindsWhatPostgresGivesBack();
    void bindsBytesToByteaAndToText();
    void refusesNul();
    void opensInAKnownState();
    void turnsFailuresIntoErrors_data();
    void turnsFailuresIntoErrors();
    void namesTheConstraint();
    void refusesWrongBinds();
    void refusesAnUnknownStatement();
    void readsRowsAfterTheNextStatement();
    void countsAffectedRows();
    void keepsTextsPreparedWithinABound();
    void plansATextForItsValues();
    void stopsStatementsThatTakeTooLong();
    void opensAgainAfterItWasTerminated();
    void reportsAConnectionLostInTheMiddle();
    void preparesAgainAfterTheSchemaChanged();
    void saysWhenThereIsNoServer();
    void refusesAnotherEncoding();

private:
    qint64 backendPid(Connection &connection);
    void terminate(qint64 pid);

    std::unique_ptr<Test::TestDatabase> m_database;
};

void TestConnection::init()
{
    m_database = std::make_unique<Test::TestDatabase>(Test::TestDatabase::Content::Empty);
}

void TestConnection::cleanup()
{
    m_database.reset();
}

qint64 TestConnection::backendPid(Connection &connection)
{
    Result<Rows> rows = connection.runText(u"SELECT pg_backend_pid()"_s);
    return rows && rows->next() ? rows->number(0) : 0;
}

/// From another connection, and waits until the backend is gone.
void TestConnection::terminate(qint64 pid)
{
    QVERIFY(pid > 0);
    Result<Rows> rows = m_database->connection().runText(
            u"SELECT pg_terminate_backend(:pid::integer, 10000)"_s, {{":pid", pid}});
    QVERIFY(rows && rows->next() && rows->flag(0));
}

void TestConnection::bindsValues_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Bind>("bind");
    QTest::addColumn<QString>(
            "text"); ///< how PostgreSQL writes what it got; a null QString for NULL

    const auto row = [](const char *name, const char *type, const Bind &bind, const QString &text) {
        QTest::newRow(name) << QString::fromLatin1(type) << bind << text;
    };
    using AnId = TicketId;
    const QDateTime time(QDate(2026, 11, 21), QTime(9, 30, 0, 123), Qt::UTC);
    row("id", "bigint", {":v", AnId(7)}, u"7"_s);
    row("no id", "bigint", {":v", AnId()}, QString());
    row("number", "bigint", {":v", 42}, u"42"_s);
    row("large number", "bigint", {":v", Q_INT64_C(9223372036854775807)}, u"9223372036854775807"_s);
    row("negative number", "integer", {":v", -1}, u"-1"_s);
    row("true", "boolean", {":v", true}, u"true"_s);
    row("false", "boolean", {":v", false}, u"false"_s);
    row("double", "double precision", {":v", 0.1}, u"0.1"_s);
    row("text", "text", {":v", u"it's :v \\ \"x\" $1"_s}, u"it's :v \\ \"x\" $1"_s);
    row("latin literal", "text", {":v", "open"_L1}, u"open"_s);
    row("empty text", "text", {":v", u""_s}, u""_s);
    row("null QString is empty text", "text", {":v", QString()}, u""_s);
    row("nullptr", "text", {":v", nullptr}, QString());
    row("four bytes", "text", {":v", u"🎫 é"_s}, u"🎫 é"_s);
    row("control characters", "text", {":v", u"a\r\n\t\x01\u202e"_s}, u"a\r\n\t\x01\u202e"_s);
    row("bytes as text", "text", {":v", QByteArray("é")}, u"é"_s);
    row("bytes as jsonb", "jsonb", {":v", QByteArray(R"({"a":1})")}, uR"({"a": 1})"_s);
    row("time", "timestamptz", {":v", time}, u"2026-11-21 09:30:00.123+00"_s);
    row("time of a zone", "timestamptz", {":v", time.toOffsetFromUtc(7200)},
        u"2026-11-21 09:30:00.123+00"_s);
    row("no time", "timestamptz", {":v", QDateTime()}, QString());
    row("date", "date", {":v", QDate(2026, 2, 3)}, u"2026-02-03"_s);
    row("no date", "date", {":v", QDate()}, QString());
    row("uuid", "uuid", {":v", QUuid(u"{9f5b6c1e-0000-4000-8000-000000000001}"_s)},
        u"9f5b6c1e-0000-4000-8000-000000000001"_s);
    row("no uuid", "uuid", {":v", QUuid()}, QString());
    row("object", "jsonb", {":v", QJsonObject{{u"a"_s, 1}}}, uR"({"a": 1})"_s);
    row("array", "jsonb", {":v", QJsonArray{1, u"x"_s}}, uR"([1, "x"])"_s);
    row("numbers", "bigint[]", {":v", QList<qint64>{1, 2}}, u"{1,2}"_s);
    row("no numbers", "bigint[]", {":v", QList<qint64>{}}, u"{}"_s);
    row("ids", "bigint[]", {":v", QList<AnId>{AnId(3), AnId(4)}}, u"{3,4}"_s);
    row("texts", "text[]", {":v", QStringList{u"a,b"_s, u"NULL"_s, u"x\"y"_s}},
        uR"({"a,b","NULL","x\"y"})"_s);
    row("set optional", "bigint", {":v", std::optional<qint64>(5)}, u"5"_s);
    row("empty optional", "bigint", {":v", std::optional<QString>()}, QString());
    row("variant text", "text", {":v", QVariant(u"x"_s)}, u"x"_s);
    row("variant number", "bigint", {":v", QVariant(3)}, u"3"_s);
    row("variant bool", "boolean", {":v", QVariant(true)}, u"true"_s);
    row("variant time", "timestamptz", {":v", QVariant(time)}, u"2026-11-21 09:30:00.123+00"_s);
    row("variant texts", "text[]", {":v", QVariant(QStringList{u"a"_s})}, u"{a}"_s);
    row("no variant", "text", {":v", QVariant()}, QString());
}

void TestConnection::bindsValues()
{
    QFETCH(QString, type);
    QFETCH(Bind, bind);
    QFETCH(QString, text);
    Result<Rows> rows
            = m_database->connection().runText(u"SELECT (:v::%1)::text"_s.arg(type), {bind});
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
    QVERIFY(rows->next());
    QCOMPARE(rows->isNull(0), text.isNull());
    QCOMPARE(rows->text(0), text.isNull() ? u""_s : text);
}

void TestConnection::bindsWhatPostgresGivesBack()
{
    Result<Rows> rows = m_database->connection().runText(
            u"SELECT '2026-11-21 11:30:00.123456+02'::timestamptz, ARRAY['a','b,c'], "
            u"ARRAY[1,2]::bigint[],"
            " '{\"a\":1}'::jsonb, true, -7, 1.5::double precision, NULL::text, NULL::timestamptz, NULL::bigint"_s);
    QVERIFY(rows);
    QCOMPARE(rows->count(), 1);
    QVERIFY(rows->next());
    QCOMPARE(rows->time(0), QDateTime(QDate(2026, 11, 21), QTime(9, 30, 0, 123), Qt::UTC));
    QCOMPARE(rows->texts(1), (QStringList{u"a"_s, u"b,c"_s}));
    QCOMPARE(rows->numbers(2), (QList<qint64>{1, 2}));
    QCOMPARE(rows->utf8(3), R"({"a": 1})");
    QCOMPARE(rows->flag(4), true);
    QCOMPARE(rows->number(5), -7);
    QCOMPARE(rows->real(6), 1.5);
    QVERIFY(rows->isNull(7));
    QCOMPARE(rows->text(7), QString());
    QVERIFY(!rows->time(8).isValid());
    QVERIFY(!rows->id<TicketId>(9).isValid());
    QVERIFY(!rows->next());
}

void TestConnection::bindsBytesToByteaAndToText()
{
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    Result<Rows> rows = m_database->connection().runText(
            u"SELECT :raw::bytea, :empty::bytea, :null::bytea IS NULL"_s,
            {{":raw", all}, {":empty", QByteArray()}, {":null", nullptr}});
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->bytes(0), all);
    QCOMPARE(rows->bytes(1), QByteArray());
    QVERIFY(!rows->isNull(1));
    QVERIFY(rows->flag(2));
}

void TestConnection::refusesNul()
{
    const Result<Rows> rows
            = m_database->connection().runText(u"SELECT :v::text"_s, {{":v", u"a\0b"_s}});
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, ErrorCode::Invalid);
    QCOMPARE(rows.error().key, "database.value");
}

void TestConnection::opensInAKnownState()
{
    ConnectionSettings settings = m_database->settings();
    settings.statementTimeoutMs = 1234;
    settings.lockTimeoutMs = 567;
    settings.idleInTransactionTimeoutMs = 8000;
    // Whatever the database was told before.
    m_database->execute(u"ALTER DATABASE %1 SET TimeZone = 'Asia/Tokyo';"
                        "ALTER DATABASE %1 SET DateStyle = 'German';"
                        "ALTER DATABASE %1 SET synchronous_commit = off;"
                        "ALTER DATABASE %1 SET search_path = nowhere"_s.arg(
                                QString::fromLatin1(settings.database())));
    Connection connection(settings);
    const std::pair<const char *, QString> expected[]
            = {{"TimeZone", u"UTC"_s},
               {"DateStyle", u"ISO, YMD"_s},
               {"statement_timeout", u"1234ms"_s},
               {"lock_timeout", u"567ms"_s},
               {"application_name", u"deskbelld"_s},
               {"idle_in_transaction_session_timeout", u"8s"_s},
               {"synchronous_commit", u"on"_s},
               {"search_path", u"ticket, public"_s},
               {"client_encoding", u"UTF8"_s},
               {"standard_conforming_strings", u"on"_s}};
    for (const auto &[name, value] : expected) {
        Result<Rows> rows = connection.runText(u"SELECT current_setting(:name)"_s,
                                               {{":name", QLatin1StringView(name)}});
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->text(0), value);
    }
}

void TestConnection::turnsFailuresIntoErrors_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("key");

    const auto row = [](const char *name, const QString &sql, ErrorCode code, const char *key) {
        QTest::newRow(name) << sql << code << QByteArray(key);
    };
    row("unique", u"INSERT INTO thing VALUES (1, 1, 'x')"_s, ErrorCode::Conflict,
        "database.duplicate");
    row("foreign key", u"INSERT INTO thing VALUES (2, 99, 'x')"_s, ErrorCode::Conflict,
        "database.reference");
    row("check", u"INSERT INTO thing VALUES (2, 1, '')"_s, ErrorCode::Invalid,
        "database.constraint");
    row("not null", u"INSERT INTO thing VALUES (2, 1, NULL)"_s, ErrorCode::Invalid,
        "database.constraint");
    row("no number", u"SELECT 'x'::integer"_s, ErrorCode::Invalid, "database.value");
    row("division by zero", u"SELECT 1 / 0"_s, ErrorCode::Invalid, "database.value");
    row("syntax", u"SELEKT 1"_s, ErrorCode::Internal, "internal");
    row("no table", u"SELECT 1 FROM nothing"_s, ErrorCode::Internal, "internal");
    const auto raise = [](const char *sqlState) {
        return u"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '%1'; END $$"_s.arg(
                QLatin1StringView(sqlState));
    };
    row("serialization", raise("40001"), ErrorCode::Unavailable, "database.busy");
    row("deadlock", raise("40P01"), ErrorCode::Unavailable, "database.busy");
    row("lock", raise("55P03"), ErrorCode::Unavailable, "database.busy");
    row("cancelled", raise("57014"), ErrorCode::Timeout, "database.timeout");
    row("disk full", raise("53100"), ErrorCode::Unavailable, "storage.full");
    row("too many connections", raise("53300"), ErrorCode::Unavailable, "database.unavailable");
    row("shutting down", raise("57P01"), ErrorCode::Unavailable, "database.unavailable");
    row("read only", raise("25006"), ErrorCode::Unavailable, "database.unavailable");
}

void TestConnection::turnsFailuresIntoErrors()
{
    m_database->execute(
            u"CREATE TABLE thing (id bigint PRIMARY KEY, other bigint REFERENCES thing,"
            " name text NOT NULL CHECK (name <> '')); INSERT INTO thing VALUES (1, 1, 'x')"_s);
    QFETCH(QString, sql);
    const Result<> done = m_database->connection().script(sql);
    QVERIFY(!done);
    QTEST(done.error().code, "code");
    QTEST(done.error().key, "key");
    // Neither the connection nor what follows is harmed.
    QVERIFY(m_database->connection().runText(u"SELECT 1"_s));
}

void TestConnection::namesTheConstraint()
{
    m_database->execute(u"CREATE TABLE thing (name text); CREATE UNIQUE INDEX thing_name ON thing "
                        u"(lower(name));"
                        "INSERT INTO thing VALUES ('A')"_s);
    const Result<Rows> rows = m_database->connection().runText(
            u"INSERT INTO thing VALUES (:name)"_s, {{":name", u"a"_s}});
    QVERIFY(!rows);
    QCOMPARE(rows.error().params.value(u"constraint"_s).toString(), u"thing_name"_s);
    QCOMPARE(rows.error().params.value(u"sqlstate"_s).toString(), u"23505"_s);
}

void TestConnection::refusesWrongBinds()
{
    Connection &connection = m_database->connection();
    const QString sql = u"SELECT :a::text, :b::text"_s;
    QCOMPARE(connection.runText(sql, {{":a", 1}}).error().code, ErrorCode::Internal);
    QCOMPARE(connection.runText(sql, {{":a", 1}, {":c", 2}}).error().code, ErrorCode::Internal);
    QCOMPARE(connection.runText(sql, {{":a", 1}, {":b", 2}, {":c", 3}}).error().code,
             ErrorCode::Internal);
    QVERIFY(connection.runText(sql, {{":b", u"2"_s}, {":a", u"1"_s}}));
}

void TestConnection::refusesAnUnknownStatement()
{
    const Result<Rows> rows = m_database->connection().run("db/no_such_statement");
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, ErrorCode::Internal);
}

void TestConnection::readsRowsAfterTheNextStatement()
{
    Connection &connection = m_database->connection();
    const QString sql = u"SELECT generate_series(:a::bigint, :a::bigint + 1)"_s;
    Result<Rows> first = connection.runText(sql, {{":a", 1}});
    Result<Rows> second = connection.runText(sql, {{":a", 10}});
    QVERIFY(first && second && first->next() && second->next());
    QCOMPARE(first->number(0), 1);
    QCOMPARE(second->number(0), 10);
    QVERIFY(first->next());
    QCOMPARE(first->number(0), 2);
}

void TestConnection::countsAffectedRows()
{
    m_database->execute(u"CREATE TABLE thing AS SELECT generate_series(1, 5) AS id"_s);
    const Result<Rows> rows
            = m_database->connection().runText(u"DELETE FROM thing WHERE id > :id"_s, {{":id", 3}});
    QVERIFY(rows);
    QCOMPARE(rows->affected(), 2);
}

void TestConnection::keepsTextsPreparedWithinABound()
{
    Connection &connection = m_database->connection();
    for (int i = 0; i < 600; ++i)
        QVERIFY(connection.runText(u"SELECT %1"_s.arg(i)));
    Result<Rows> rows = connection.runText(u"SELECT count(*) FROM pg_prepared_statements"_s);
    QVERIFY(rows && rows->next());
    QVERIFY2(rows->number(0) > 0 && rows->number(0) <= 257, qPrintable(rows->text(0)));
    QVERIFY(connection.runText(u"SELECT 1"_s));
}

/// For that one statement, whether it succeeds or not.
void TestConnection::plansATextForItsValues()
{
    Connection &connection = m_database->connection();
    const auto mode = [&](const QString &sql, Planning planning) {
        auto rows = connection.runText(sql, {}, planning);
        return rows && rows->next() ? rows->text(0) : u"failed"_s;
    };
    const QString ask = u"SELECT current_setting('plan_cache_mode')"_s;
    QCOMPARE(mode(ask, Planning::Once), u"force_generic_plan"_s);
    QCOMPARE(mode(ask, Planning::EachTime), u"force_custom_plan"_s);
    QCOMPARE(mode(ask, Planning::Once), u"force_generic_plan"_s);
    QCOMPARE(mode(u"SELECT 1 / (count(*) - count(*)) FROM pg_class"_s, Planning::EachTime),
             u"failed"_s);
    QCOMPARE(mode(ask, Planning::Once), u"force_generic_plan"_s);
}

void TestConnection::stopsStatementsThatTakeTooLong()
{
    ConnectionSettings settings = m_database->settings();
    settings.statementTimeoutMs = 50;
    Connection connection(settings);
    const Result<Rows> rows = connection.runText(u"SELECT pg_sleep(60)"_s);
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, ErrorCode::Timeout);
    QVERIFY(connection.isOpen());
}

void TestConnection::opensAgainAfterItWasTerminated()
{
    Connection connection(m_database->settings());
    const qint64 first = backendPid(connection);
    terminate(first);
    // Nobody notices anything, although the statement was prepared on the old connection.
    const qint64 second = backendPid(connection);
    QVERIFY(second > 0);
    QVERIFY(second != first);
}

void TestConnection::reportsAConnectionLostInTheMiddle()
{
    Connection connection(m_database->settings());
    const Result<Rows> rows
            = connection.runText(u"SELECT pg_terminate_backend(pg_backend_pid())"_s);
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, ErrorCode::Unavailable);
    QCOMPARE(rows.error().key, "database.unavailable");
    QVERIFY(isRetryable(rows.error()));
    QVERIFY(backendPid(connection) > 0);
}

void TestConnection::preparesAgainAfterTheSchemaChanged()
{
    m_database->execute(u"CREATE TABLE thing AS SELECT 1 AS id"_s);
    Connection connection(m_database->settings());
    const QString sql = u"SELECT * FROM thing"_s;
    QVERIFY(connection.runText(sql));
    m_database->execute(u"ALTER TABLE thing ADD name text"_s);
    QVERIFY(connection.runText(sql)); // "cached plan must not change result type"
}

void TestConnection::saysWhenThereIsNoServer()
{
    ConnectionSettings settings = m_database->settings();
    settings.parameters.insert("host", "/nonexistent");
    Connection connection(settings);
    QVERIFY(!connection.isOpen());
    const Result<> open = connection.ensureOpen();
    QVERIFY(!open);
    QCOMPARE(open.error().code, ErrorCode::Unavailable);
    QCOMPARE(open.error().key, "database.unavailable");
    QVERIFY(!connection.runText(u"SELECT 1"_s));
}

void TestConnection::refusesAnotherEncoding()
{
    m_database->execute(u"CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'"_s);
    {
        Connection connection(m_database->settings().withDatabase("latin"));
        const Result<> open = connection.ensureOpen();
        QVERIFY(!open);
        QCOMPARE(open.error().key, "database.not_utf8");
        QVERIFY(!connection.isOpen());
    }
    m_database->execute(u"DROP DATABASE latin"_s);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
