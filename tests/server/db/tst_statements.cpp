// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/statements.h"
#include "tests/support/server/testdatabase.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Db;
using namespace Qt::StringLiterals;

class TestStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void findsEmbeddedOnesByName();
    void everyStatementFitsTheSchema_data();
    void everyStatementFitsTheSchema();

private:
    std::unique_ptr<Test::TestDatabase> m_database;
};

void TestStatements::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArrayList>("placeholders");

    const auto row
            = [](const char *name, const char *text, const char *sql, QByteArrayList placeholders) {
                  QTest::newRow(name) << QByteArray(text) << QByteArray(sql) << placeholders;
              };
    row("none", "SELECT 1\n", "SELECT 1", {});
    row("in order", "SELECT :b, :a_1", "SELECT $1, $2", {":b", ":a_1"});
    row("twice is one", "SELECT :a, :b, :a", "SELECT $1, $2, $1", {":a", ":b"});
    row("prefix of another", "SELECT :id, :ids", "SELECT $1, $2", {":id", ":ids"});
    row("cast", "SELECT :ids::bigint[]", "SELECT $1::bigint[]", {":ids"});
    row("cast of a column", "SELECT status::text", "SELECT status::text", {});
    row("in a text", "SELECT ':a', :b", "SELECT ':a', $1", {":b"});
    row("doubled quote", "SELECT 'it''s :a', :b", "SELECT 'it''s :a', $1", {":b"});
    row("escape text", R"(SELECT E'\':a', :b)", R"(SELECT E'\':a', $1)", {":b"});
    row("backslash in a plain text", R"(SELECT '\', :b)", R"(SELECT '\', $1)", {":b"});
    row("quoted name", R"(SELECT 1 AS ":a", :b)", R"(SELECT 1 AS ":a", $1)", {":b"});
    row("dollar quotes", "SELECT $$ :a ' $$, :b", "SELECT $$ :a ' $$, $1", {":b"});
    row("tagged dollar quotes", "SELECT $x$ :a $$ $x$, :b", "SELECT $x$ :a $$ $x$, $1", {":b"});
    row("line comment", "-- it's :a\nSELECT :b", "SELECT $1", {":b"});
    row("comment at the end", "SELECT :b -- :a", "SELECT $1", {":b"});
    row("nested comment", "SELECT /* a /* ' */ :a */ :b", "SELECT  $1", {":b"});
    row("named argument", "SELECT f(x := :b)", "SELECT f(x := $1)", {":b"});
    row("array slice", "SELECT (:a)[1:2]", "SELECT ($1)[1:2]", {":a"});
    row("operators", "SELECT a -> 'x' - 1 / 2 WHERE b @> :b",
        "SELECT a -> 'x' - 1 / 2 WHERE b @> $1", {":b"});
    row("unfinished text", "SELECT ':a", "SELECT ':a", {});
}

void TestStatements::parses()
{
    QFETCH(QByteArray, text);
    const Statement statement = Statement::parse(text);
    QTEST(statement.sql, "sql");
    QTEST(statement.placeholders, "placeholders");
}

void TestStatements::findsEmbeddedOnesByName()
{
    const Statement *statement = Statements::embedded().find("db/insert_migration");
    QVERIFY(statement);
    QCOMPARE(statement->placeholders, (QByteArrayList{":version", ":name", ":checksum"}));
    QVERIFY(!Statements::embedded().find("db/insert_nothing"));
}

void TestStatements::everyStatementFitsTheSchema_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const QByteArray &name : Statements::embedded().names())
        QTest::newRow(name.constData()) << name;
    m_database = std::make_unique<Test::TestDatabase>();
}

void TestStatements::everyStatementFitsTheSchema()
{
    QFETCH(QByteArray, name);
    const QByteArray sql = Statements::embedded().find(name)->sql;
    QVERIFY2(!sql.contains("SELECT *"), "columns are listed");
    const Result<> prepared = m_database->connection().script(
            u"PREPARE tested AS %1; DEALLOCATE tested"_s.arg(QString::fromUtf8(sql)));
    QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().detail));
}

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"
