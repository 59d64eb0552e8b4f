// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/connectionsettings.h"

#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Db;
using namespace Qt::StringLiterals;

class TestConnectionSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void describesWithoutThePassword();
    void changesTheDatabaseOnly();
};

using Parameters = QMap<QByteArray, QByteArray>;

void TestConnectionSettings::reads_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<Parameters>("parameters");

    QTest::newRow("all parts")
            << u"postgresql://anna:secret@db.example.com:5433/desk?sslmode=verify-full&sslrootcert=/etc/ca.pem"_s
            << Parameters{{"user", "anna"},
                          {"password", "secret"},
                          {"host", "db.example.com"},
                          {"port", "5433"},
                          {"dbname", "desk"},
                          {"sslmode", "verify-full"},
                          {"sslrootcert", "/etc/ca.pem"}};
    QTest::newRow("short scheme") << u"postgres://db/desk"_s
                                  << Parameters{{"host", "db"}, {"dbname", "desk"}};
    QTest::newRow("percent-encoding")
            << u"postgresql://a%40b:p%3A%2F%25%20@h/d%2Fx"_s
            << Parameters{{"user", "a@b"}, {"password", "p:/% "}, {"host", "h"}, {"dbname", "d/x"}};
    QTest::newRow("UTF-8 password")
            << u"postgresql://u:pässwörd@h/d"_s
            << Parameters{{"user", "u"}, {"password", "pässwörd"}, {"host", "h"}, {"dbname", "d"}};
    QTest::newRow("several hosts")
            << u"postgresql://u@a:5432,b:5433/d?target_session_attrs=read-write"_s
            << Parameters{{"user", "u"},
                          {"host", "a,b"},
                          {"port", "5432,5433"},
                          {"dbname", "d"},
                          {"target_session_attrs", "read-write"}};
    QTest::newRow("IPv6") << u"postgresql://u@[::1]:5432/d"_s
                          << Parameters{{"user", "u"},
                                        {"host", "::1"},
                                        {"port", "5432"},
                                        {"dbname", "d"}};
    QTest::newRow("socket folder") << u"postgresql://%2Frun%2Fpostgresql/d"_s
                                   << Parameters{{"host", "/run/postgresql"}, {"dbname", "d"}};
    QTest::newRow("keywords") << u"host=/run/postgresql dbname=d password='a b\\'c'"_s
                              << Parameters{{"host", "/run/postgresql"},
                                            {"dbname", "d"},
                                            {"password", "a b'c"}};
}

void TestConnectionSettings::reads()
{
    QFETCH(QString, url);
    const Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(url);
    QVERIFY(settings);
    QTEST(settings->parameters, "parameters");
}

void TestConnectionSettings::refuses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("blank") << u"  "_s;
    QTest::newRow("another scheme") << u"mysql://u:topsecret@h/d"_s;
    QTest::newRow("no scheme") << u"u:topsecret@h/d"_s;
    QTest::newRow("bad percent-encoding") << u"postgresql://u:topsecret%zz@h/d"_s;
    QTest::newRow("unknown parameter") << u"postgresql://u:topsecret@h/d?sslmod=x"_s;
    QTest::newRow("unfinished address") << u"postgresql://u:topsecret@[::1/d"_s;
}

void TestConnectionSettings::refuses()
{
    QFETCH(QString, url);
    const Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(url);
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::Invalid);
    QCOMPARE(settings.error().fields.value(0).field, u"database"_s);
    QVERIFY(!settings.error().detail.contains(u"topsecret"_s));
}

void TestConnectionSettings::describesWithoutThePassword()
{
    const Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(
            u"postgresql://anna:topsecret@db:5433/desk?sslmode=require"_s);
    QVERIFY(settings);
    QCOMPARE(settings->describe(), u"dbname=desk user=anna host=db port=5433 sslmode=require"_s);
}

void TestConnectionSettings::changesTheDatabaseOnly()
{
    const Result<ConnectionSettings> settings
            = ConnectionSettings::fromUrl(u"postgresql://anna@db/desk"_s);
    QVERIFY(settings);
    const ConnectionSettings other = settings->withDatabase("other");
    QCOMPARE(other.parameters, (Parameters{{"user", "anna"}, {"host", "db"}, {"dbname", "other"}}));
}

QTEST_APPLESS_MAIN(TestConnectionSettings)
#include "tst_connectionsettings.moc"
