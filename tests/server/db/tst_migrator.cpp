// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/migrator.h"
#include "tests/support/server/testdatabase.h"

#include <QTest>

#include <thread>

using namespace Deskbell;
using namespace Deskbell::Db;
using namespace Qt::StringLiterals;

class TestMigrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void namesEmbeddedOnesInOrder();
    void migratesFromNothingToTheHead();
    void appliesOnlyWhatIsMissing();
    void undoesAStepThatFails();
    void refusesAChangedStep();
    void refusesANewerSchema();
    void refusesAStepBelowTheNewest();
    void verifiesWithoutChanging();
    void backsUpBeforeChangingAnExistingSchema();
    void doesNotMigrateWithoutItsBackup();
    void severalAtOnceApplyEachStepOnce();

private:
    Result<int> migrate(const QList<Migration> &migrations);
    Result<> verify(const QList<Migration> &migrations);
    QStringList columns();

    std::unique_ptr<Test::TestDatabase> m_database;
};

namespace {

const Migration first{
        .version = 1, .name = u"first"_s, .sql = u"CREATE TABLE ticket.a (x integer)"_s};
const Migration second{
        .version = 2, .name = u"second"_s, .sql = u"ALTER TABLE ticket.a ADD y integer"_s};

} // namespace

void TestMigrator::init()
{
    m_database = std::make_unique<Test::TestDatabase>(Test::TestDatabase::Content::Empty);
}

void TestMigrator::cleanup()
{
    m_database.reset();
}

Result<int> TestMigrator::migrate(const QList<Migration> &migrations)
{
    return Migrator(m_database->settings(), migrations).migrate();
}

Result<> TestMigrator::verify(const QList<Migration> &migrations)
{
    Connection connection(m_database->settings());
    return Migrator::verify(connection, migrations);
}

QStringList TestMigrator::columns()
{
    QStringList columns;
    Result<Rows> rows = m_database->connection().runText(
            u"SELECT column_name FROM information_schema.columns"
            " WHERE table_schema = 'ticket' AND table_name = 'a' ORDER BY 1"_s);
    while (rows && rows->next())
        columns.append(rows->text(0));
    return columns;
}

void TestMigrator::namesEmbeddedOnesInOrder()
{
    const QList<Migration> embedded = Migration::embedded();
    QVERIFY(!embedded.isEmpty());
    QCOMPARE(embedded.first().name, u"foundation"_s);
    for (qsizetype i = 0; i < embedded.size(); ++i) {
        QCOMPARE(embedded[i].version, int(i) + 1); // without gaps
        QVERIFY(!embedded[i].sql.isEmpty());
    }
}

void TestMigrator::migratesFromNothingToTheHead()
{
    const QList<Migration> embedded = Migration::embedded();
    QCOMPARE(migrate(embedded).value_or(-1), int(embedded.size()));
    QVERIFY(verify(embedded));
    QCOMPARE(migrate(embedded).value_or(-1), 0);
}

void TestMigrator::appliesOnlyWhatIsMissing()
{
    QCOMPARE(migrate({first}).value_or(-1), 1);
    QCOMPARE(migrate({first, second}).value_or(-1), 1);
    QCOMPARE(columns(), (QStringList{u"x"_s, u"y"_s}));
}

void TestMigrator::undoesAStepThatFails()
{
    const Migration broken{.version = 2,
                           .name = u"broken"_s,
                           .sql = u"ALTER TABLE ticket.a ADD y integer; SELECT 1 / 0"_s};
    const Result<int> failed = migrate({first, broken});
    QVERIFY(!failed);
    QVERIFY2(failed.error().detail.contains(u"migration 2 (broken)"_s),
             qPrintable(failed.error().detail));
    QCOMPARE(columns(), QStringList{u"x"_s}); // the first stays, nothing of the second
    QCOMPARE(migrate({first, second}).value_or(-1), 1);
}

void TestMigrator::refusesAChangedStep()
{
    QVERIFY(migrate({first, second}));
    Migration changed = first;
    changed.sql += u" -- mended"_s;
    for (const Result<> &result :
         {migrate({changed, second}).map([](int) {}), verify({changed, second})}) {
        QVERIFY(!result);
        QCOMPARE(result.error().key, "schema.changed");
        QCOMPARE(result.error().params.value(u"version"_s).toInt(), 1);
    }
}

void TestMigrator::refusesANewerSchema()
{
    QVERIFY(migrate({first, second}));
    for (const Result<> &result : {migrate({first}).map([](int) {}), verify({first})}) {
        QVERIFY(!result);
        QCOMPARE(result.error().key, "schema.newer");
        QCOMPARE(result.error().params.value(u"version"_s).toInt(), 2);
    }
    QCOMPARE(columns(), (QStringList{u"x"_s, u"y"_s}));
}

void TestMigrator::refusesAStepBelowTheNewest()
{
    Migration third = second;
    third.version = 3;
    QVERIFY(migrate({first, third}));
    const Migration late{.version = 2, .name = u"late"_s, .sql = u"SELECT 1"_s};
    const Result<int> result = migrate({first, late, third});
    QVERIFY(!result);
    QCOMPARE(result.error().key, "schema.changed");
}

void TestMigrator::verifiesWithoutChanging()
{
    const Result<> empty = verify({first});
    QVERIFY(!empty);
    QCOMPARE(empty.error().key, "schema.behind");
    QCOMPARE(columns(), QStringList{});
    QVERIFY(migrate({first}));
    QVERIFY(verify({first}));
    QCOMPARE(verify({first, second}).error().key, "schema.behind");
}

void TestMigrator::backsUpBeforeChangingAnExistingSchema()
{
    QList<int> backedUp;
    const auto migrateNoting = [&](const QList<Migration> &migrations) {
        Migrator migrator(m_database->settings(), migrations);
        migrator.setBackup([&](int version) -> Result<> {
            backedUp.append(version);
            return {};
        });
        return migrator.migrate();
    };
    QVERIFY(migrateNoting({first})); // nothing there to back up
    QCOMPARE(backedUp, QList<int>{});
    QVERIFY(migrateNoting({first})); // nothing to do
    QCOMPARE(backedUp, QList<int>{});
    QVERIFY(migrateNoting({first, second}));
    QCOMPARE(backedUp, QList<int>{1});
}

void TestMigrator::doesNotMigrateWithoutItsBackup()
{
    QVERIFY(migrate({first}));
    Migrator migrator(m_database->settings(), {first, second});
    migrator.setBackup([](int) -> Result<> { return fail(Error::internal(u"no room"_s)); });
    QVERIFY(!migrator.migrate());
    QCOMPARE(columns(), QStringList{u"x"_s});
}

void TestMigrator::severalAtOnceApplyEachStepOnce()
{
    const QList<Migration> embedded = Migration::embedded();
    std::atomic<int> applied = 0;
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&] {
            const Result<int> migrated = migrate(embedded);
            if (migrated)
                applied += *migrated;
            else
                ++failures;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(applied.load(), int(embedded.size()));
}

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
