// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/applink.h"
#include "app/shell/singleinstance.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();

    void secondStartHandsOver();
    void startsWhereOneDied();
    void startsWhereOneHangs();
    void ignoresNonsense();

private:
    QTemporaryDir m_folder;
    int m_number = 0;
    QString freshName() { return u"deskbell-test-%1"_s.arg(++m_number); }
};

void TestLinks::initTestCase()
{
    QVERIFY(QFile::setPermissions(m_folder.path(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());
}

void TestLinks::reads_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("id");
    QTest::newRow("ticket") << u"deskbell://desk.example.com/ticket/HD-1042"_s
                            << u"desk.example.com:8420"_s << u"ticket"_s << u"HD-1042"_s;
    QTest::newRow("port") << u"deskbell://127.0.0.1:9000/ticket/7"_s << u"127.0.0.1:9000"_s
                          << u"ticket"_s << u"7"_s;
    QTest::newRow("IPv6") << u"deskbell://[::1]:9000/ticket/7"_s << u"[::1]:9000"_s << u"ticket"_s
                          << u"7"_s;
    QTest::newRow("server alone") << u"deskbell://desk.example.com"_s << u"desk.example.com:8420"_s
                                  << QString() << QString();
}

void TestLinks::reads()
{
    QFETCH(QString, url);
    QFETCH(QString, server);
    QFETCH(QString, kind);
    QFETCH(QString, id);
    const auto link = AppLink::fromUrl(QUrl(url));
    QVERIFY(link);
    QCOMPARE(link->server.hostAndPort(), server);
    QCOMPARE(link->kind, kind);
    QCOMPARE(link->id, id);
    QCOMPARE(AppLink::fromUrl(link->toUrl()), link);
}

void TestLinks::refuses_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url :
         {"", "deskbell:", "deskbell:///ticket/1", "https://desk.example.com/ticket/1",
          "deskbell://desk/ticket", "deskbell://desk/ticket/1/2",
          "deskbell://desk/ticket/../../etc", "deskbell://desk/ticket/%2e%2e",
          "deskbell://desk/ticket/1?x=1", "deskbell://desk/ticket/1#x",
          "deskbell://user:pw@desk/ticket/1", "deskbell://desk/TICKET/1",
          "deskbell://desk/ticket/a b", "deskbell://desk:0/ticket/1", "--help"}) {
        QTest::newRow(url) << QString::fromLatin1(url);
    }
}

void TestLinks::refuses()
{
    QFETCH(QString, url);
    QVERIFY(!AppLink::fromUrl(QUrl(url)));
}

void TestLinks::secondStartHandsOver()
{
    const QString name = freshName();
    const QStringList arguments{u"deskbell://desk.example.com/ticket/HD-1"_s, u"größe"_s};
    SingleInstance first(name);
    QSignalSpy received(&first, &SingleInstance::messageReceived);
    QVERIFY(!first.handOver({}));
    // The second is another process; here another thread, since it waits for an answer.
    std::atomic<bool> handedOver = false;
    const std::unique_ptr<QThread> second(QThread::create([&] {
        SingleInstance instance(name);
        handedOver = instance.handOver(arguments);
    }));
    second->start();
    QTRY_COMPARE(received.size(), 1);
    QVERIFY(second->wait(5000));
    QVERIFY(handedOver);
    QCOMPARE(received.first().first().toStringList(), arguments);
}

void TestLinks::startsWhereOneDied()
{
    const QString name = freshName();
    // A socket file without anybody behind it.
    const QString path = m_folder.filePath(name);
    {
        QLocalServer left;
        QVERIFY(left.listen(path));
        QVERIFY(QFile::rename(path, path + u".moved"_s));
    }
    QVERIFY(QFile::rename(path + u".moved"_s, path));
    SingleInstance instance(name);
    QVERIFY(!instance.handOver({}));
    QLocalSocket socket;
    socket.connectToServer(path);
    QVERIFY(socket.waitForConnected(1000));
}

void TestLinks::startsWhereOneHangs()
{
    const QString name = freshName();
    QLocalServer hanging; // takes connections and never answers
    QVERIFY(hanging.listen(m_folder.filePath(name)));
    SingleInstance instance(name);
    QVERIFY(!instance.handOver({u"deskbell://desk.example.com/ticket/HD-1"_s}));
}

void TestLinks::ignoresNonsense()
{
    const QString name = freshName();
    SingleInstance instance(name);
    QSignalSpy received(&instance, &SingleInstance::messageReceived);
    QVERIFY(!instance.handOver({}));
    QLocalSocket socket;
    socket.connectToServer(m_folder.filePath(name));
    QVERIFY(socket.waitForConnected(1000));
    socket.write(QByteArray(200 * 1024, '\xff'));
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(received.size(), 0);
}

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
