// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/host.h"

#include "common/base/clock.h"
#include "server/access/roleseeder.h"
#include "server/accounts/passwordhasher.h"
#include "server/accounts/serversecret.h"
#include "server/accounts/tokensigner.h"
#include "server/api/api.h"
#include "server/attachments/blobstore.h"
#include "server/base/environment.h"
#include "server/bulk/bulkwork.h"
#include "server/db/connection.h"
#include "server/db/migrator.h"
#include "server/demo/demoloader.h"
#include "server/events/eventpump.h"
#include "server/host/logging.h"
#include "server/host/routes.h"
#include "server/http/httpserver.h"
#include "server/http/tls.h"
#include "server/jobs/approvalwatch.h"
#include "server/jobs/housekeeping.h"
#include "server/jobs/presencewatch.h"
#include "server/jobs/servicelevels.h"
#include "server/jobs/timedtransitions.h"
#include "server/jobs/triggerrunner.h"
#include "server/jobs/waitingsteps.h"
#include "server/workflows/workflowseeder.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// The connection of the worker that this thread is. It opens when it is first used, so that a
/// database that is away for a moment keeps nobody from answering what needs none.
thread_local std::unique_ptr<Db::Connection> workerConnection;

Db::ConnectionSettings connectionSettings(const Configuration &configuration,
                                          Db::ConnectionSettings database)
{
    database.statementTimeoutMs = int(configuration.statementTime.count());
    return database;
}

ServiceSettings serviceSettings(const Configuration &configuration)
{
    ServiceSettings settings;
    settings.jsonLimit = configuration.jsonBytes;
    settings.uploadLimit = configuration.uploadBytes;
    settings.signUp = configuration.signup;
    settings.uploadLifetime
            = std::chrono::duration_cast<std::chrono::hours>(configuration.uploadLifetime);
    settings.sessionLifetime
            = std::chrono::duration_cast<std::chrono::days>(configuration.refreshTokenLifetime);
    // Loading has checked that it can be read.
    settings.calendar
            = businessCalendarFromText(configuration.businessHours, configuration.timeZone)
                      .value_or(BusinessCalendar{});
    return settings;
}

ServerInfo serverInfo(const Configuration &configuration)
{
    const auto seconds = [](std::chrono::milliseconds time) {
        return int(std::chrono::ceil<std::chrono::seconds>(time).count());
    };
    const Http::HttpLimits &limits = configuration.limits;
    return {.name = u"Deskbell"_s,
            .version = QLatin1StringView(DESKBELL_VERSION),
            .signUp = configuration.signup,
            .limits = {.maxHeaderBytes = limits.headerBytes,
                       .maxHeaders = limits.headerCount,
                       .maxBodyBytes = configuration.jsonBytes,
                       .maxUploadBytes = configuration.uploadBytes,
                       .maxJsonDepth = maxJsonDepth,
                       .maxConnections = limits.connections,
                       .maxConnectionsPerAddress = limits.connectionsPerAddress,
                       .headerSeconds = seconds(limits.headerTime),
                       .bodySeconds = seconds(limits.bodyTime),
                       .idleSeconds = seconds(limits.idleTime),
                       .editMinutes = int(serviceSettings(configuration).editWindow.count())}};
}

void logAccess(const Http::AccessRecord &record)
{
    qCDebug(lcAccess).noquote().nospace()
            << record.method << ' ' << record.path << ' ' << record.status << ' '
            << record.duration.count() << "us in=" << record.bytesIn << " out=" << record.bytesOut
            << " peer=" << record.peer.toString() << " id=" << record.requestId;
}

Result<Http::HttpSettings> httpSettings(const Configuration &configuration,
                                        const Db::ConnectionSettings &database)
{
    Http::HttpSettings settings{
            .address = QHostAddress(configuration.host),
            .port = quint16(configuration.port),
            .limits = configuration.limits,
            .workerStarted
            = [database] { workerConnection = std::make_unique<Db::Connection>(database); },
            .workerEnding = [] { workerConnection.reset(); },
            .accessLog = &logAccess};
    if (!configuration.tlsCertificate.isEmpty()) {
        auto tls = Http::loadTls(configuration.tlsCertificate, configuration.tlsKey);
        if (!tls)
            return fail(tls.error());
        settings.tls = *tls;
    }
    return settings;
}

/// What every server on this database has, made by the first one.
Result<QByteArray> prepareDatabase(const Db::ConnectionSettings &database)
{
    Db::Connection db(database);
    if (auto current = Db::Migrator::verify(db); !current)
        return fail(current.error());
    if (auto seeded = seedRoles(db); !seeded)
        return fail(seeded.error());
    if (auto seeded = seedWorkflows(db, Clock::system().now()); !seeded)
        return fail(seeded.error());
    return serverSecret(db, accessTokenSecret);
}

Result<> fillWithDemo(const Environment &environment, const Db::ConnectionSettings &database)
{
    Db::Connection db(database);
    const auto filled = loadDemo(environment, db);
    if (!filled)
        return fail(filled.error());
    if (*filled)
        qCInfo(lcHost) << "the database was empty and has the demo desk now";
    return {};
}

} // namespace

/// In the order in which one needs the other.
struct Host::Parts
{
    Parts(const Configuration &configuration, const Db::ConnectionSettings &database,
          const QByteArray &tokenKey)
        : settings(serviceSettings(configuration))
        , blobs(configuration.dataFolder)
        , events(database)
        , passwords({}, HashingBounds::forWorkers(configuration.limits.workers))
        , tokens(tokenKey, std::chrono::duration_cast<std::chrono::seconds>(
                                   configuration.accessTokenLifetime))
        , environment{.clock = Clock::system(),
                      .settings = settings,
                      .blobs = blobs,
                      .events = events,
                      .passwords = passwords,
                      .tokens = tokens,
                      .connection = []() -> Db::Connection & {
                          return *workerConnection;
                      }}
        , api(environment, RouteTable(allRoutes({.info = serverInfo(configuration),
                                                 .http = metrics,
                                                 .events = events.counters(),
                                                 .publicMetrics = configuration.publicMetrics})))
        , housekeeping(database, blobs, settings)
        , timedTransitions(database, environment)
        , waitingSteps(database, environment)
        , approvalWatch(database, environment)
        , serviceLevels(database, environment)
        , presenceWatch(database, environment)
        , bulkWork(database, environment)
        , triggerRunner(database, environment)
    {}

    Http::HttpMetrics metrics;
    const ServiceSettings settings;
    BlobStore blobs;
    EventPump events;
    PasswordHasher passwords;
    const TokenSigner tokens;
    const Environment environment;
    Api api;
    Housekeeping housekeeping;
    TimedTransitions timedTransitions;
    WaitingSteps waitingSteps;
    ApprovalWatch approvalWatch;
    ServiceLevels serviceLevels;
    PresenceWatch presenceWatch;
    BulkWork bulkWork;
    TriggerRunner triggerRunner;
    std::unique_ptr<Http::HttpServer> http;
};

Host::Host() = default;

Host::~Host()
{
    stop();
}

Result<> Host::start(const Configuration &configuration, const Db::ConnectionSettings &database)
{
    const Db::ConnectionSettings settings = connectionSettings(configuration, database);
    auto http = httpSettings(configuration, settings);
    if (!http)
        return fail(http.error());
    auto tokenKey = prepareDatabase(settings);
    if (!tokenKey)
        return fail(tokenKey.error());

    auto parts = std::make_unique<Parts>(configuration, settings, *tokenKey);
    if (auto prepared = parts->blobs.prepare(); !prepared)
        return prepared;
    if (configuration.demo) {
        if (auto filled = fillWithDemo(parts->environment, settings); !filled)
            return filled;
    }
    parts->http = std::make_unique<Http::HttpServer>(parts->api, parts->metrics, std::move(*http));
    parts->events.start();
    if (auto listening = parts->http->start(); !listening)
        return listening;
    parts->housekeeping.start();
    parts->timedTransitions.start();
    parts->waitingSteps.start();
    parts->approvalWatch.start();
    parts->serviceLevels.start();
    parts->presenceWatch.start();
    parts->bulkWork.start();
    parts->triggerRunner.start();
    m_parts = std::move(parts);
    qCInfo(lcHost).noquote().nospace() << "serving on " << configuration.host << " port " << port();
    return {};
}

void Host::stop()
{
    if (!m_parts)
        return;
    // Streams end first: to the front they are requests that would run for ever.
    m_parts->events.stop();
    m_parts->http->stop();
    m_parts->housekeeping.stop();
    m_parts->timedTransitions.stop();
    m_parts->waitingSteps.stop();
    m_parts->approvalWatch.stop();
    m_parts->serviceLevels.stop();
    m_parts->presenceWatch.stop();
    m_parts->bulkWork.stop();
    m_parts->triggerRunner.stop();
    m_parts.reset();
}

quint16 Host::port() const
{
    return m_parts ? m_parts->http->port() : 0;
}

} // namespace Deskbell::Server
