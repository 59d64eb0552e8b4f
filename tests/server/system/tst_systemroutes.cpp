// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/serverinfo/serverinfo.h"
#include "server/host/routes.h"
#include "tests/support/server/apiharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;

namespace {

struct Numbers
{
    Http::HttpMetrics http;
    EventPump::Counters events;
    ServerInfo info{
            .name = u"Deskbell"_s, .version = u"1.2.3"_s, .limits = {.maxUploadBytes = 12345}};
};

/// A server with every route there is.
struct Stage : Numbers
{
    explicit Stage(bool publicMetrics = false)
        : routes(allRoutes(
                {.info = info, .http = http, .events = events, .publicMetrics = publicMetrics}))
        , api(routes)
    {}

    const Routes routes;
    ApiHarness api;

    /// A route outside of /api/v1, asked from that address.
    Http::Response ask(const QString &path, const QHostAddress &peer = QHostAddress::LocalHost)
    {
        Http::Request request;
        request.head.path = path;
        request.head.target = path.toLatin1();
        request.head.peer = peer;
        return api.api().handle(request);
    }
    int metric(const QByteArray &name)
    {
        const QByteArray text = '\n' + ask(u"/metrics"_s).body;
        const qsizetype at = text.indexOf('\n' + name + ' ');
        const qsizetype value = at + name.size() + 2;
        return at < 0 ? -1 : text.mid(value, text.indexOf('\n', value) - value).toInt();
    }
};

} // namespace

class SystemRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void livesWithoutItsDatabase();
    void isReadyWithItsSchema();
    void tellsMetricsToThisMachine_data();
    void tellsMetricsToThisMachine();
    void counts();
    void tellsAboutItself();
    void describesEveryRoute();
    void everyRouteIsThereOnce();
};

void SystemRoutesTest::livesWithoutItsDatabase()
{
    Stage stage;
    Db::ConnectionSettings nowhere;
    nowhere.parameters = {{"host", "/nowhere"}};
    Db::Connection lost(nowhere);
    const Environment &whole = stage.api.environment();
    const Environment environment{.clock = whole.clock,
                                  .settings = whole.settings,
                                  .blobs = whole.blobs,
                                  .events = whole.events,
                                  .passwords = whole.passwords,
                                  .tokens = whole.tokens,
                                  .connection = [&]() -> Db::Connection & {
                                      return lost;
                                  }};
    Api api(environment, RouteTable(stage.routes));
    const auto ask = [&](const QString &path) {
        Http::Request request;
        request.head.path = path;
        return api.handle(request);
    };
    QCOMPARE(ask(u"/healthz"_s).status, 200);
    QCOMPARE(ask(u"/api/v1/server"_s).status, 200);
    const Http::Response response = ask(u"/readyz"_s);
    QCOMPARE(response.status, 503);
    QVERIFY(response.body.contains("database.unavailable"));
    QVERIFY(response.headers.contains("Retry-After"));
}

void SystemRoutesTest::isReadyWithItsSchema()
{
    Stage stage;
    QCOMPARE(stage.ask(u"/readyz"_s).body, "ready\n");
    stage.api.database.execute(u"DELETE FROM ticket.schema_migration"_s);
    const Http::Response response = stage.ask(u"/readyz"_s);
    QCOMPARE(response.status, 503);
    QVERIFY(response.body.contains("schema.behind"));
}

void SystemRoutesTest::tellsMetricsToThisMachine_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<bool>("publicMetrics");
    QTest::addColumn<int>("status");
    QTest::newRow("this machine") << u"127.0.0.1"_s << false << 200;
    QTest::newRow("this machine, IPv6") << u"::1"_s << false << 200;
    QTest::newRow("another one") << u"192.0.2.7"_s << false << 404;
    QTest::newRow("another one, IPv6") << u"2001:db8::7"_s << false << 404;
    QTest::newRow("another one, allowed") << u"192.0.2.7"_s << true << 200;
}

void SystemRoutesTest::tellsMetricsToThisMachine()
{
    QFETCH(QString, peer);
    QFETCH(bool, publicMetrics);
    QFETCH(int, status);
    Stage stage(publicMetrics);
    QCOMPARE(stage.ask(u"/metrics"_s, QHostAddress(peer)).status, status);
}

void SystemRoutesTest::counts()
{
    Stage stage;
    stage.http.countRequest(200);
    stage.http.countRequest(201);
    stage.http.countRequest(404);
    stage.http.countDuration(std::chrono::milliseconds(2));
    stage.http.countDuration(std::chrono::milliseconds(700));
    stage.http.countDuration(std::chrono::minutes(1));
    stage.http.eventStreamsOpen = 7;
    stage.events.blocks = 11;
    QCOMPARE(stage.metric("deskbell_http_requests_total{class=\"2xx\"}"), 2);
    QCOMPARE(stage.metric("deskbell_http_requests_total{class=\"4xx\"}"), 1);
    QCOMPARE(stage.metric("deskbell_http_requests_total{class=\"5xx\"}"), 0);
    QCOMPARE(stage.metric("deskbell_event_streams_open"), 7);
    QCOMPARE(stage.metric("deskbell_events_sent_total"), 11);
    QCOMPARE(stage.metric("deskbell_build_info{version=\"1.2.3\"}"), 1);
    // Cumulative, as Prometheus wants it.
    const QByteArray duration = "deskbell_http_request_duration_seconds";
    QCOMPARE(stage.metric(duration + "_bucket{le=\"0.001\"}"), 0);
    QCOMPARE(stage.metric(duration + "_bucket{le=\"0.0025\"}"), 1);
    QCOMPARE(stage.metric(duration + "_bucket{le=\"1\"}"), 2);
    QCOMPARE(stage.metric(duration + "_bucket{le=\"10\"}"), 2);
    QCOMPARE(stage.metric(duration + "_bucket{le=\"+Inf\"}"), 3);
    QCOMPARE(stage.metric(duration + "_count"), 3);
}

void SystemRoutesTest::tellsAboutItself()
{
    Stage stage;
    const Answer answer = stage.api.call(Http::Method::Get, "/server");
    QCOMPARE(answer.status, 200);
    const auto info = fromJson<ServerInfo>(answer.json);
    QVERIFY(info);
    QCOMPARE(*info, stage.info);
}

void SystemRoutesTest::describesEveryRoute()
{
    Stage stage;
    const Answer answer = stage.api.call(Http::Method::Get, "/openapi.json");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json["openapi"_L1].toString(), u"3.1.0"_s);
    const QJsonObject paths = answer.json["paths"_L1].toObject();
    qsizetype operations = 0;
    for (const QJsonValue &path : paths)
        operations += path.toObject().size();
    QCOMPARE(operations, stage.routes.size());
    for (const char *path : {"/healthz", "/api/v1/openapi.json", "/api/v1/uploads/{id}",
                             "/api/v1/tickets/{id}/replies", "/api/v1/events"})
        QVERIFY2(paths.contains(QLatin1StringView(path)), path);
}

void SystemRoutesTest::everyRouteIsThereOnce()
{
    Stage stage;
    QSet<QByteArray> seen;
    for (const Route &route : stage.routes) {
        const QByteArray name = methodName(route.method) + ' ' + route.path;
        QVERIFY2(!seen.contains(name), name.constData());
        seen.insert(name);
        QVERIFY2(!route.summary.isEmpty(), name.constData());
    }
}

QTEST_GUILESS_MAIN(SystemRoutesTest)
#include "tst_systemroutes.moc"
