// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/serverinfo/serverinfo.h"
#include "server/host/host.h"
#include "tests/support/server/rawhttp.h"
#include "tests/support/server/testdatabase.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using Deskbell::Test::TestDatabase;
using Deskbell::Testing::RawAnswer;
using Deskbell::Testing::RawHttp;

namespace {

/// A data folder and a database that a server can be started on.
struct Stage
{
    TestDatabase database;
    QTemporaryDir folder;
    Configuration configuration;

    Stage()
    {
        configuration.dataFolder = folder.path();
        configuration.port = 0;
        configuration.limits.workers = 3;
    }
    Result<> start(Host &host) { return host.start(configuration, database.settings()); }
};

RawAnswer ask(const Host &host, const QByteArray &head, const QByteArray &body = {})
{
    RawHttp client(host.port());
    return client.ask(head + "\r\nHost: localhost\r\nContent-Length: "
                      + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

RawAnswer get(const Host &host, const QByteArray &path, const QByteArray &token = {})
{
    return ask(host, "GET " + path + " HTTP/1.1"
                             + (token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token));
}

/// Somebody's access token, made by signing up at one server.
QByteArray signUp(const Host &host)
{
    const RawAnswer made
            = ask(host, "POST /api/v1/auth/signup HTTP/1.1\r\nContent-Type: application/json",
                  R"({"username":"jane","email":"jane@example.com",)"
                  R"("displayName":"Jane","password":"Correct1Horse"})");
    if (made.status != 201)
        qFatal("no account: %d %s", made.status, made.body.constData());
    const RawAnswer token = ask(host,
                                "POST /api/v1/auth/token HTTP/1.1\r\n"
                                "Content-Type: application/x-www-form-urlencoded",
                                "grant_type=password&username=jane&password=Correct1Horse");
    return QJsonDocument::fromJson(token.body)["access_token"_L1].toString().toLatin1();
}

} // namespace

class HostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesAndStops();
    void tellsItsLimits();
    void endsStreamsWhenItStops();
    void severalShareOneDatabase();
    void refusesToStart_data();
    void refusesToStart();
    void needsItsSchema();
};

void HostTest::servesAndStops()
{
    Stage stage;
    Host host;
    QCOMPARE(host.port(), 0);
    QVERIFY(stage.start(host));
    QVERIFY(host.port() > 0);
    QCOMPARE(get(host, "/healthz").status, 200);
    QCOMPARE(get(host, "/readyz").status, 200);
    QCOMPARE(get(host, "/api/v1/tickets").status, 401);
    QCOMPARE(get(host, "/api/v1/tickets", signUp(host)).status, 200);
    QVERIFY(QDir(stage.folder.path()).exists(u"files"_s));
    host.stop();
    QCOMPARE(host.port(), 0);
    host.stop(); // nothing left to do
    QVERIFY(stage.start(host));
    QCOMPARE(get(host, "/readyz").status, 200);
}

void HostTest::tellsItsLimits()
{
    Stage stage;
    stage.configuration.uploadBytes = 4711;
    stage.configuration.jsonBytes = 2048;
    stage.configuration.signup = false;
    Host host;
    QVERIFY(stage.start(host));
    const auto info = fromJsonBytes<ServerInfo>(get(host, "/api/v1/server").body);
    QVERIFY(info);
    QCOMPARE(info->limits.maxUploadBytes, 4711);
    QCOMPARE(info->limits.maxBodyBytes, 2048);
    QCOMPARE(info->signUp, false);
    QVERIFY(!info->version.isEmpty());
    // What is told is what holds.
    QCOMPARE(ask(host, "POST /api/v1/auth/signup HTTP/1.1\r\nContent-Type: application/json",
                 QByteArray(2049, ' '))
                     .status,
             413);
    QCOMPARE(ask(host, "OPTIONS /api/v1/uploads HTTP/1.1").value("Tus-Max-Size"), "4711");
}

void HostTest::endsStreamsWhenItStops()
{
    Stage stage;
    Host host;
    QVERIFY(stage.start(host));
    const QByteArray token = signUp(host);
    RawHttp stream(host.port());
    QVERIFY(stream.send("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n"));
    QVERIFY(!stream.readTo("id: ").isEmpty());
    host.stop();
    QVERIFY(stream.isClosedByServer());
}

void HostTest::severalShareOneDatabase()
{
    Stage stage;
    Host first;
    Host second;
    QVERIFY(stage.start(first));
    QVERIFY(stage.start(second));
    const QByteArray token = signUp(first);
    QCOMPARE(get(second, "/api/v1/me", token).status, 200);
    // What the one does reaches the streams of the other.
    RawHttp stream(second.port());
    QVERIFY(stream.send("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n"));
    QVERIFY(!stream.readTo("id: ").isEmpty());
    QCOMPARE(ask(first, "POST /api/v1/auth/logout HTTP/1.1\r\nAuthorization: Bearer " + token)
                     .status,
             204);
    QVERIFY(!stream.readTo("event: session.ended").isEmpty());
}

void HostTest::refusesToStart_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("port taken") << u"port"_s << "http.cannot_listen"_ba;
    QTest::newRow("no certificate") << u"tls"_s << "tls.no_certificate"_ba;
    QTest::newRow("no data folder") << u"data"_s << "internal"_ba;
    QTest::newRow("no database") << u"database"_s << "database.unavailable"_ba;
}

void HostTest::refusesToStart()
{
    QFETCH(QString, what);
    QFETCH(QByteArray, key);
    Stage stage;
    Host running;
    Db::ConnectionSettings settings = stage.database.settings();
    if (what == "port"_L1) {
        QVERIFY(stage.start(running));
        stage.configuration.port = running.port();
    } else if (what == "tls"_L1) {
        stage.configuration.tlsCertificate = stage.folder.filePath(u"none.pem"_s);
        stage.configuration.tlsKey = stage.configuration.tlsCertificate;
    } else if (what == "data"_L1) {
        stage.configuration.dataFolder = u"/proc/nothing"_s;
    } else {
        settings.parameters.insert("host", "/nowhere");
    }
    Host host;
    const auto started = host.start(stage.configuration, settings);
    QVERIFY(!started);
    QCOMPARE(started.error().key, key);
    QCOMPARE(host.port(), 0);
}

void HostTest::needsItsSchema()
{
    Stage stage;
    stage.database.execute(u"INSERT INTO ticket.schema_migration (version, name, checksum) "
                           "VALUES (9999, 'future', '')"_s);
    Host host;
    const auto started = stage.start(host);
    QVERIFY(!started);
    QCOMPARE(started.error().key, "schema.newer");
}

QTEST_GUILESS_MAIN(HostTest)
#include "tst_host.moc"
