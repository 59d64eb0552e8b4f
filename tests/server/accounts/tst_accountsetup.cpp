// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/roleseeder.h"
#include "server/accounts/accountsetup.h"
#include "server/accounts/serversecret.h"
#include "tests/support/server/testdatabase.h"

#include <QTest>

#include <latch>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;

/// What is made in a database before anybody has signed in.
class TestAccountSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database.emplace();
        QVERIFY(seedRoles(m_database->connection()));
    }
    void cleanup() { m_database.reset(); }

    void addsAnAccount();
    void refusesATakenName();
    void needsTheRoles();
    void seedsRolesOnceFromManyServers();
    void sharesOneSecret();
    void keepsSecretsApart();

private:
    Result<AccountId> add(const QString &username)
    {
        return AccountSetup::add(
                m_database->connection(),
                {.username = username,
                 .email = username.toLower().remove(u' ') + u"@example.com"_s,
                 .role = BuiltInRole::Administrator,
                 .createdAt = QDateTime::fromString(u"2026-11-21T09:30:00Z"_s, Qt::ISODate),
                 .createdBy = u"deskbelld user add"_s});
    }
    QString value(const QString &sql)
    {
        auto rows = m_database->connection().runText(sql);
        return rows && rows->next() ? rows->text(0) : QString();
    }
    /// Runs it on connections of their own in so many threads at once.
    void atOnce(int threads, const std::function<void(int, Db::Connection &)> &work)
    {
        std::latch start(threads);
        std::vector<std::thread> running;
        for (int i = 0; i < threads; ++i) {
            running.emplace_back([&, i] {
                Db::Connection connection(m_database->settings());
                start.arrive_and_wait();
                work(i, connection);
            });
        }
        for (std::thread &thread : running)
            thread.join();
    }

    std::optional<TestDatabase> m_database;
};

void TestAccountSetup::addsAnAccount()
{
    const auto account = add(u"Jane Doe"_s);
    QVERIFY(account);
    QCOMPARE(value(u"SELECT body->>'displayName' || ' ' || (body->'roles'->0->>'key') || ' '"
                   "       || (body->>'createdAt') FROM ticket.account_answer"_s),
             u"Jane Doe administrator 2026-11-21T09:30:00.000Z"_s);
    QCOMPARE(value(u"SELECT actor_name || ': ' || action || ' ' || (new_value->>'role')"
                   " FROM ticket.activity"_s),
             u"deskbelld user add: create administrator"_s);
    const auto found = AccountSetup::find(m_database->connection(), u"JANE DOE"_s);
    QVERIFY(found);
    QCOMPARE(*found, std::optional(*account));
    QCOMPARE(*AccountSetup::find(m_database->connection(), u"Nobody"_s), std::nullopt);
}

void TestAccountSetup::refusesATakenName()
{
    QVERIFY(add(u"Jane Doe"_s));
    QCOMPARE(add(u"jane doe"_s).error().key, "username.taken"_ba);
    QCOMPARE(value(u"SELECT count(*) FROM ticket.activity"_s), u"1"_s);
}

void TestAccountSetup::needsTheRoles()
{
    m_database->execute(u"DELETE FROM ticket.role_permission; DELETE FROM ticket.role"_s);
    QCOMPARE(add(u"Jane Doe"_s).error().code, ErrorCode::Internal);
    QCOMPARE(value(u"SELECT count(*) FROM ticket.account"_s), u"0"_s);
}

void TestAccountSetup::seedsRolesOnceFromManyServers()
{
    m_database->execute(u"DELETE FROM ticket.role_permission; DELETE FROM ticket.role"_s);
    std::array<bool, 4> seeded{};
    atOnce(4, [&](int i, Db::Connection &db) { seeded[i] = seedRoles(db).has_value(); });
    for (const bool one : seeded)
        QVERIFY(one);
    QCOMPARE(value(u"SELECT count(*) FROM ticket.role"_s), u"5"_s);
}

void TestAccountSetup::sharesOneSecret()
{
    std::array<QByteArray, 4> secrets;
    atOnce(4, [&](int i, Db::Connection &db) {
        secrets[i] = serverSecret(db, accessTokenSecret).value_or(QByteArray());
    });
    QCOMPARE(secrets[0].size(), 32);
    for (const QByteArray &secret : secrets)
        QCOMPARE(secret, secrets[0]);
    QCOMPARE(*serverSecret(m_database->connection(), accessTokenSecret), secrets[0]);
}

void TestAccountSetup::keepsSecretsApart()
{
    const auto first = serverSecret(m_database->connection(), u"first"_s);
    const auto second = serverSecret(m_database->connection(), u"second"_s);
    QVERIFY(first && second);
    QVERIFY(*first != *second);
}

QTEST_GUILESS_MAIN(TestAccountSetup)
#include "tst_accountsetup.moc"
