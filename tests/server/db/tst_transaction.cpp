// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/transaction.h"
#include "tests/support/server/testdatabase.h"

#include <QTest>

#include <thread>

using namespace Deskbell;
using namespace Deskbell::Db;
using namespace Qt::StringLiterals;

class TestTransaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void commits();
    void rollsBackByScope();
    void rollsBackWhenTheWorkFails();
    void isEmptyWithoutAStatement();
    void joinsAnOuterOne();
    void innerRollbackDoomsTheOuterOne();
    void failedStatementDoomsIt();
    void failsToCommitWhatADeferredConstraintRefuses();
    void movesItsResponsibility();
    void repeatsAfterASerializationFailure();
    void repeatsAfterADeadlock();
    void repeatsAfterALostConnection();
    void givesUpAfterThreeRepetitions();
    void doesNotRepeatWhatCannotHelp();
    void doesNotRepeatWhatMayHaveHappened();
    void repeatsOnlyTheOutermost();

private:
    Result<> insert(const QString &name);
    QStringList names();
    void killBackendOf(Connection &connection);

    std::unique_ptr<Test::TestDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
};

void TestTransaction::init()
{
    m_database = std::make_unique<Test::TestDatabase>(Test::TestDatabase::Content::Empty);
    m_database->execute(
            u"CREATE TABLE public.thing (name text PRIMARY KEY, amount integer NOT NULL DEFAULT 0)"_s);
    m_connection = std::make_unique<Connection>(m_database->settings());
}

void TestTransaction::cleanup()
{
    m_connection.reset();
    m_database.reset();
}

Result<> TestTransaction::insert(const QString &name)
{
    const Result<Rows> rows = m_connection->runText(u"INSERT INTO thing (name) VALUES (:name)"_s,
                                                    {{":name", name}});
    if (!rows)
        return fail(rows.error());
    return {};
}

/// As another connection sees them.
QStringList TestTransaction::names()
{
    QStringList names;
    Result<Rows> rows = m_database->connection().runText(u"SELECT name FROM thing ORDER BY name"_s);
    while (rows && rows->next())
        names.append(rows->text(0));
    return names;
}

void TestTransaction::killBackendOf(Connection &connection)
{
    Result<Rows> pid = connection.runText(u"SELECT pg_backend_pid()"_s);
    QVERIFY(pid && pid->next());
    Result<Rows> gone = m_database->connection().runText(
            u"SELECT pg_terminate_backend(:pid::integer, 10000)"_s, {{":pid", pid->number(0)}});
    QVERIFY(gone && gone->next() && gone->flag(0));
}

void TestTransaction::commits()
{
    Result<Transaction> transaction = Transaction::begin(*m_connection);
    QVERIFY(transaction);
    QVERIFY(insert(u"a"_s));
    QCOMPARE(names(), QStringList{});
    QVERIFY(transaction->commit());
    QCOMPARE(names(), QStringList{u"a"_s});
    QVERIFY(!m_connection->inTransaction());
}

void TestTransaction::rollsBackByScope()
{
    {
        const Result<Transaction> transaction = Transaction::begin(*m_connection);
        QVERIFY(transaction && insert(u"a"_s));
    }
    QCOMPARE(names(), QStringList{});
    QVERIFY(insert(u"b"_s)); // no transaction any more
    QCOMPARE(names(), QStringList{u"b"_s});
}

void TestTransaction::rollsBackWhenTheWorkFails()
{
    const Result<int> result = inTransaction<int>(*m_connection, [&]() -> Result<int> {
        if (const Result<> inserted = insert(u"a"_s); !inserted)
            return fail(inserted.error());
        return fail(Error::forbidden("ticket.edit"));
    });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Forbidden);
    QCOMPARE(names(), QStringList{});
}

void TestTransaction::isEmptyWithoutAStatement()
{
    QCOMPARE(inTransaction<int>(*m_connection, []() -> Result<int> { return 7; }).value_or(0), 7);
    QVERIFY(inTransaction(*m_connection, [&] { return insert(u"a"_s); }));
    QCOMPARE(names(), QStringList{u"a"_s});
}

void TestTransaction::joinsAnOuterOne()
{
    QVERIFY(inTransaction(*m_connection, [&]() -> Result<> {
        if (const Result<> inner = inTransaction(*m_connection, [&] { return insert(u"a"_s); });
            !inner)
            return inner;
        if (names() != QStringList{}) // not before the outer one
            return fail(Error::internal(u"committed too early"_s));
        return insert(u"b"_s);
    }));
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s}));
}

void TestTransaction::innerRollbackDoomsTheOuterOne()
{
    Result<Transaction> outer = Transaction::begin(*m_connection);
    QVERIFY(outer && insert(u"a"_s));
    {
        const Result<Transaction> inner = Transaction::begin(*m_connection);
        QVERIFY(inner && insert(u"b"_s));
    }
    const Result<Rows> after = m_connection->runText(u"SELECT 1"_s);
    QVERIFY(!after);
    QVERIFY(!outer->commit());
    QCOMPARE(names(), QStringList{});
}

void TestTransaction::failedStatementDoomsIt()
{
    QVERIFY(insert(u"a"_s));
    Result<Transaction> transaction = Transaction::begin(*m_connection);
    QVERIFY(transaction && insert(u"b"_s));
    QVERIFY(!insert(u"a"_s));
    // Who ignores the failure hears of it again, not of its consequences.
    const Result<> next = insert(u"c"_s);
    QVERIFY(!next);
    QCOMPARE(next.error().key, "database.duplicate");
    const Result<> committed = transaction->commit();
    QVERIFY(!committed);
    QCOMPARE(committed.error().key, "database.duplicate");
    QCOMPARE(names(), QStringList{u"a"_s});
    QVERIFY(insert(u"d"_s));
}

void TestTransaction::failsToCommitWhatADeferredConstraintRefuses()
{
    m_database->execute(
            u"CREATE TABLE public.unique_later (id integer UNIQUE DEFERRABLE INITIALLY DEFERRED)"_s);
    Result<Transaction> transaction = Transaction::begin(*m_connection);
    QVERIFY(transaction && m_connection->runText(u"INSERT INTO unique_later VALUES (1), (1)"_s));
    const Result<> committed = transaction->commit();
    QVERIFY(!committed);
    QCOMPARE(committed.error().key, "database.duplicate");
    QVERIFY(insert(u"a"_s));
    QCOMPARE(names(), QStringList{u"a"_s});
}

void TestTransaction::movesItsResponsibility()
{
    {
        Result<Transaction> first = Transaction::begin(*m_connection);
        QVERIFY(first && insert(u"a"_s));
        Transaction second(std::move(*first));
        QVERIFY(second.commit());
    }
    QCOMPARE(names(), QStringList{u"a"_s});
}

void TestTransaction::repeatsAfterASerializationFailure()
{
    QVERIFY(insert(u"a"_s));
    int attempts = 0;
    const Result<> result = inTransaction(*m_connection, [&]() -> Result<> {
        ++attempts;
        for (const QString &sql : {u"SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"_s,
                                   u"SELECT amount FROM thing WHERE name = 'a'"_s})
            if (const Result<Rows> rows = m_connection->runText(sql); !rows)
                return fail(rows.error());
        if (attempts == 1) // somebody else gets in between
            m_database->execute(u"UPDATE thing SET amount = amount + 1"_s);
        const Result<Rows> rows = m_connection->runText(u"UPDATE thing SET amount = amount + 10"_s);
        if (!rows)
            return fail(rows.error());
        return {};
    });
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QCOMPARE(attempts, 2);
    Result<Rows> rows = m_connection->runText(u"SELECT amount FROM thing"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->number(0), 11);
}

void TestTransaction::repeatsAfterADeadlock()
{
    QVERIFY(insert(u"a"_s) && insert(u"b"_s));
    m_database->execute(u"ALTER DATABASE %1 SET deadlock_timeout = '10ms'"_s.arg(
            QString::fromLatin1(m_database->settings().database())));
    // Two threads add to both rows, in opposite order, each after both hold their first lock.
    std::atomic<int> locked = 0;
    const auto addToBoth = [&](QStringList order) -> Result<> {
        Connection connection(m_database->settings());
        return inTransaction(connection, [&]() -> Result<> {
            for (const QString &name : order) {
                const Result<Rows> rows = connection.runText(
                        u"UPDATE thing SET amount = amount + 1 WHERE name = :name"_s,
                        {{":name", name}});
                if (!rows)
                    return fail(rows.error());
                if (name == order.first()) {
                    ++locked;
                    while (locked < 2)
                        std::this_thread::yield();
                }
            }
            return {};
        });
    };
    Result<> other;
    std::thread thread([&] { other = addToBoth({u"b"_s, u"a"_s}); });
    const Result<> own = addToBoth({u"a"_s, u"b"_s});
    thread.join();
    QVERIFY2(own, own ? "" : qPrintable(own.error().detail));
    QVERIFY2(other, other ? "" : qPrintable(other.error().detail));
    Result<Rows> rows = m_connection->runText(u"SELECT min(amount), max(amount) FROM thing"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->number(0), 2);
    QCOMPARE(rows->number(1), 2);
}

void TestTransaction::repeatsAfterALostConnection()
{
    int attempts = 0;
    const Result<> result = inTransaction(*m_connection, [&]() -> Result<> {
        if (const Result<> inserted = insert(u"a"_s); !inserted)
            return inserted;
        if (++attempts == 1)
            killBackendOf(*m_connection);
        return insert(u"b"_s);
    });
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QCOMPARE(attempts, 2);
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s}));
}

void TestTransaction::givesUpAfterThreeRepetitions()
{
    int attempts = 0;
    const Result<> result = inTransaction(*m_connection, [&]() -> Result<> {
        ++attempts;
        return m_connection->script(
                u"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$"_s);
    });
    QVERIFY(!result);
    QCOMPARE(result.error().key, "database.busy");
    QCOMPARE(attempts, 1 + maxTransactionRetries);
}

void TestTransaction::doesNotRepeatWhatCannotHelp()
{
    int attempts = 0;
    QVERIFY(insert(u"a"_s));
    const Result<> result = inTransaction(*m_connection, [&] {
        ++attempts;
        return insert(u"a"_s);
    });
    QVERIFY(!result);
    QCOMPARE(attempts, 1);
}

void TestTransaction::doesNotRepeatWhatMayHaveHappened()
{
    int attempts = 0;
    const Result<> result = inTransaction(*m_connection, [&]() -> Result<> {
        ++attempts;
        const Result<> inserted = insert(u"a"_s);
        killBackendOf(*m_connection); // what is lost now is the commit
        return inserted;
    });
    QVERIFY(!result);
    QCOMPARE(result.error().key, "database.outcome_unknown");
    QCOMPARE(result.error().code, ErrorCode::Unavailable);
    QCOMPARE(attempts, 1);
    QVERIFY(insert(u"b"_s));
}

void TestTransaction::repeatsOnlyTheOutermost()
{
    int outer = 0;
    int inner = 0;
    const Result<> result = inTransaction(*m_connection, [&]() -> Result<> {
        ++outer;
        return inTransaction(*m_connection, [&]() -> Result<> {
            if (++inner == 1)
                return m_connection->script(
                        u"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$"_s);
            return insert(u"a"_s);
        });
    });
    QVERIFY(result);
    QCOMPARE(outer, 2);
    QCOMPARE(inner, 2);
    QCOMPARE(names(), QStringList{u"a"_s});
}

QTEST_GUILESS_MAIN(TestTransaction)
#include "tst_transaction.moc"
