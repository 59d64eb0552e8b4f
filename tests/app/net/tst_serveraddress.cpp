// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/serveraddress.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestServerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void makesAddressesOfPaths();
};

void TestServerAddress::parses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");

    QTest::newRow("name") << u"desk.example.com"_s << u"https://desk.example.com:8420/api/v1/x"_s
                          << u"desk.example.com"_s;
    QTest::newRow("port") << u"desk.example.com:443"_s << u"https://desk.example.com:443/api/v1/x"_s
                          << u"desk.example.com:443"_s;
    QTest::newRow("spaces, case, slash")
            << u"  HTTPS://Desk.Example.com/ "_s << u"https://desk.example.com:8420/api/v1/x"_s
            << u"desk.example.com"_s;
    QTest::newRow("plain http is said")
            << u"http://desk.example.com"_s << u"http://desk.example.com:8420/api/v1/x"_s
            << u"http://desk.example.com"_s;
    QTest::newRow("this machine") << u"localhost"_s << u"http://localhost:8420/api/v1/x"_s
                                  << u"localhost"_s;
    QTest::newRow("this machine by number")
            << u"127.0.0.1:9000"_s << u"http://127.0.0.1:9000/api/v1/x"_s << u"127.0.0.1:9000"_s;
    QTest::newRow("this machine with TLS")
            << u"https://localhost"_s << u"https://localhost:8420/api/v1/x"_s
            << u"https://localhost"_s;
    QTest::newRow("IPv6") << u"[::1]:9000"_s << u"http://[::1]:9000/api/v1/x"_s << u"[::1]:9000"_s;
    QTest::newRow("link") << u"deskbell://desk.example.com:9000"_s
                          << u"https://desk.example.com:9000/api/v1/x"_s
                          << u"desk.example.com:9000"_s;
}

void TestServerAddress::parses()
{
    QFETCH(QString, typed);
    QFETCH(QString, url);
    QFETCH(QString, shown);
    const Result<ServerAddress> address = ServerAddress::parse(typed);
    QVERIFY(address);
    QCOMPARE(address->url(u"/x"_s).toString(), url);
    QCOMPARE(address->display(), shown);
    QCOMPARE(ServerAddress::parse(shown).value(), *address);
}

void TestServerAddress::refuses_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed :
         {"", "   ", "http://", "ftp://desk.example.com", "desk example com",
          "https://user:secret@desk.example.com", "desk.example.com/path", "desk.example.com?x=1",
          "desk.example.com:0", "desk.example.com:99999", "javascript:alert(1)"}) {
        QTest::newRow(typed) << QString::fromLatin1(typed);
    }
}

void TestServerAddress::refuses()
{
    QFETCH(QString, typed);
    const Result<ServerAddress> address = ServerAddress::parse(typed);
    QVERIFY(!address);
    QCOMPARE(address.error().key, "server.address_invalid"_ba);
}

void TestServerAddress::makesAddressesOfPaths()
{
    const ServerAddress address = ServerAddress::parse(u"desk.example.com"_s).value();
    QCOMPARE(address.url(u"/tickets/HD-1"_s).toEncoded(),
             "https://desk.example.com:8420/api/v1/tickets/HD-1"_ba);
}

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_serveraddress.moc"
