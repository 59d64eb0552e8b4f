// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/exitcode.h"
#include "tests/support/server/restclient.h"
#include "tests/support/server/runningserver.h"
#include "tests/support/server/tcpcluster.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QUrl>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

/// `deskbelld serve --database URL`: a database that somebody else runs, over TCP with a password
/// and TLS.
class TestForeignDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void serves();
    void survivesItsRestart();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    TcpCluster m_cluster;
};

namespace {

const QJsonObject ticket{{u"title"_s, u"No network in room 7"_s}};

} // namespace

void TestForeignDatabase::cleanup()
{
    m_cluster.start();
}

void TestForeignDatabase::serves()
{
    RunningServer server({u"--demo"_s, u"--database"_s, m_cluster.url(m_cluster.verified())});
    QVERIFY2(server.start(), qPrintable(server.failure()));
    RestClient jane(server.port());
    QVERIFY(jane.signIn(u"Jane Doe"_s, demoPassword).isSuccess());
    const RestClient::Answer made = jane.post("/tickets"_ba, ticket);
    QCOMPARE(made.status, 201);
    QVERIFY(!QDir(server.dataFolder()).exists(u"pg"_s)); // it has none of its own
    QVERIFY2(!server.failure().contains(TcpCluster::rightPassword()), "the password is told");

    server.kill();
    QVERIFY2(server.start(), qPrintable(server.failure()));
    RestClient again(server.port());
    QVERIFY(again.signIn(u"Jane Doe"_s, demoPassword).isSuccess());
    QCOMPARE(again.get("/tickets/" + QByteArray::number(made.id())).json["title"_L1],
             ticket["title"_L1]);
}

void TestForeignDatabase::survivesItsRestart()
{
    RunningServer server({u"--demo"_s, u"--database"_s, m_cluster.url(m_cluster.verified())});
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const qint64 process = server.processId();
    RestClient jane(server.port());
    QVERIFY(jane.signIn(u"Jane Doe"_s, demoPassword).isSuccess());
    for (int round = 1; round <= 2; ++round) {
        const QByteArray key = "5d0f5b0e-6a10-4f0e-8f53-00000000000" + QByteArray::number(round);
        m_cluster.stop();
        const RestClient::Answer refused = jane.post("/tickets"_ba, ticket, key);
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.key(), u"database.unavailable"_s);
        QVERIFY(refused.retryAfter.toInt() > 0);
        QVERIFY(!server.isReady());

        m_cluster.start();
        QVERIFY(server.isReady());
        QCOMPARE(jane.post("/tickets"_ba, ticket, key).status, 201);
    }
    QCOMPARE(server.processId(), process);
}

void TestForeignDatabase::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("message");

    QTest::newRow("wrong password") << m_cluster.url(m_cluster.verified(), u"Sesame"_s)
                                    << u"password authentication failed"_s;
    QTest::newRow("another authority")
            << m_cluster.url(u"sslmode=verify-full&sslrootcert="_s + m_cluster.otherCa())
            << u"certificate verify failed"_s;
    QTest::newRow("certificate of another host")
            << m_cluster.url(m_cluster.verified() + u"&hostaddr="_s + m_cluster.address())
                       .replace(u"@"_s + m_cluster.address(), u"@db.example.com"_s)
            << u"does not match host name"_s;
}

void TestForeignDatabase::saysWhatIsWrong()
{
    QFETCH(QString, url);
    QFETCH(QString, message);
    RunningServer server({u"--demo"_s, u"--database"_s, url});
    QVERIFY(!server.start());
    QCOMPARE(server.exitCode(), int(Server::ExitCode::Database));
    QVERIFY2(server.failure().contains(message), qPrintable(server.failure()));
    const QString password = QUrl(url).password(QUrl::FullyDecoded);
    QVERIFY2(!server.failure().contains(password), "the password is told");
}

QTEST_GUILESS_MAIN(TestForeignDatabase)
#include "tst_foreigndatabase.moc"
