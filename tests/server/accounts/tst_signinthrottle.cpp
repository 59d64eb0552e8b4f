// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/signinthrottle.h"

#include <QTest>

using namespace Deskbell::Server;

/// How the delay grows; that it is kept is told by tst_authroutes.
class TestSignInThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delays_data();
    void delays();
};

void TestSignInThrottle::delays_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("seconds");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("four") << 4 << 0;
    QTest::newRow("five") << 5 << 1;
    QTest::newRow("six") << 6 << 2;
    QTest::newRow("seven") << 7 << 4;
    QTest::newRow("fourteen") << 14 << 512;
    QTest::newRow("fifteen") << 15 << 900;
    QTest::newRow("a thousand") << 1000 << 900;
}

void TestSignInThrottle::delays()
{
    QFETCH(int, failures);
    QFETCH(int, seconds);
    QCOMPARE(int(signInDelay(failures, SignInThrottle::nameAllowance).count()), seconds);
}

QTEST_GUILESS_MAIN(TestSignInThrottle)
#include "tst_signinthrottle.moc"
