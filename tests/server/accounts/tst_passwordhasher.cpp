// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/passwordhasher.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;

namespace {

constexpr HashingCost cheap{.passes = 1, .memory = 8192};

} // namespace

class TestPasswordHasher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsOwn_data();
    void knowsItsOwn();
    void isSalted();
    void isArgon2id();
    void takesTheSamePasswordFromAnyKeyboard();
    void leavesWorkersToOthers_data();
    void leavesWorkersToOthers();
    void refusesBeyondItsBounds();
    void letsAWaitingCallerIn();
    void freesTheTurnOfOneThatWasMoved();
};

void TestPasswordHasher::knowsItsOwn_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored"); // empty: the hash of "Hello123."
    QTest::addColumn<bool>("expected");
    QTest::newRow("the password") << u"Hello123."_s << QString() << true;
    QTest::newRow("another case") << u"hello123."_s << QString() << false;
    QTest::newRow("with a space") << u"Hello123. "_s << QString() << false;
    QTest::newRow("the beginning") << u"Hello123"_s << QString() << false;
    QTest::newRow("nothing") << QString() << QString() << false;
    QTest::newRow("stored string broken") << u"Hello123."_s << u"$argon2id$v=19$oops"_s << false;
    QTest::newRow("stored plain text") << u"Hello123."_s << u"Hello123."_s << false;
}

void TestPasswordHasher::knowsItsOwn()
{
    QFETCH(QString, typed);
    QFETCH(QString, stored);
    QFETCH(bool, expected);
    PasswordHasher hasher(cheap);
    if (stored.isEmpty())
        stored = hasher.hash(u"Hello123."_s).value();
    QCOMPARE(hasher.takeTurn()->verify(typed, stored), expected);
    // Who has no password cannot sign in with any, not even with none.
    QVERIFY(!hasher.takeTurn()->verify(typed, QString()));
}

void TestPasswordHasher::isSalted()
{
    PasswordHasher hasher(cheap);
    QVERIFY(hasher.hash(u"Hello123."_s).value() != hasher.hash(u"Hello123."_s).value());
}

void TestPasswordHasher::isArgon2id()
{
    // The cost of the product, as OWASP recommends it.
    PasswordHasher hasher;
    const QString text = hasher.hash(u"Hello123."_s).value();
    QVERIFY2(text.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"_L1), qPrintable(text));
}

void TestPasswordHasher::takesTheSamePasswordFromAnyKeyboard()
{
    PasswordHasher hasher(cheap);
    const QString composed = u"Schl\u00fcssel1"_s;
    const QString decomposed = u"Schlu\u0308ssel1"_s;
    QVERIFY(hasher.takeTurn()->verify(decomposed, hasher.hash(composed).value()));
}

void TestPasswordHasher::leavesWorkersToOthers_data()
{
    QTest::addColumn<int>("workers");
    QTest::addColumn<int>("atOnce");
    QTest::addColumn<int>("waiting");
    QTest::newRow("one") << 1 << 1 << 0;
    QTest::newRow("two") << 2 << 1 << 0;
    QTest::newRow("four") << 4 << 2 << 0;
    QTest::newRow("sixteen") << 16 << 2 << 6;
}

void TestPasswordHasher::leavesWorkersToOthers()
{
    QFETCH(int, workers);
    const HashingBounds bounds = HashingBounds::forWorkers(workers);
    QTEST(bounds.atOnce, "atOnce");
    QTEST(bounds.waiting, "waiting");
}

void TestPasswordHasher::refusesBeyondItsBounds()
{
    PasswordHasher hasher(cheap, {.atOnce = 2, .waiting = 0});
    std::optional first = hasher.takeTurn();
    const auto second = hasher.takeTurn();
    QVERIFY(*first);
    QVERIFY(second);
    const auto third = hasher.takeTurn();
    QVERIFY(!third);
    QCOMPARE(third.error().key, "auth.busy"_ba);
    QCOMPARE(third.error().code, ErrorCode::Unavailable);
    first.reset();
    QVERIFY(hasher.takeTurn());
}

void TestPasswordHasher::letsAWaitingCallerIn()
{
    PasswordHasher hasher(cheap, {.atOnce = 1, .waiting = 1});
    std::optional first = hasher.takeTurn();
    std::atomic_bool hasHashed = false;
    std::thread waiting([&] { hasHashed = hasher.hash(u"Hello123."_s).has_value(); });
    const bool hashedTooEarly = hasHashed;
    first.reset();
    waiting.join();
    QVERIFY(!hashedTooEarly);
    QVERIFY(hasHashed);
}

void TestPasswordHasher::freesTheTurnOfOneThatWasMoved()
{
    PasswordHasher hasher(cheap, {.atOnce = 1, .waiting = 0});
    {
        auto turn = hasher.takeTurn();
        const PasswordHasher::Turn moved = std::move(*turn);
        QVERIFY(!hasher.takeTurn());
    }
    QVERIFY(hasher.takeTurn());
    QVERIFY(hasher.takeTurn());
}

QTEST_GUILESS_MAIN(TestPasswordHasher)
#include "tst_passwordhasher.moc"
