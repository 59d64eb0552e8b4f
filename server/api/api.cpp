// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/api.h"

#include "common/base/jsonscan.h"
#include "server/api/authentication.h"
#include "server/api/idempotency.h"
#include "server/api/responses.h"
#include "server/base/environment.h"
#include "server/events/eventpump.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(apiLog, "deskbell.api")

namespace Deskbell::Server {

namespace {

bool hasMediaType(const Http::RequestHead &head, QByteArrayView wanted)
{
    const QByteArray given = head.headers.value("Content-Type");
    const qsizetype end = given.indexOf(';');
    return QByteArrayView(given)
                   .first(end < 0 ? given.size() : end)
                   .trimmed()
                   .compare(wanted, Qt::CaseInsensitive)
           == 0;
}

Error unsupportedMedia(const QByteArray &wanted)
{
    return {.code = ErrorCode::UnsupportedMedia,
            .key = "request.unsupported_media_type",
            .detail = u"The body must be %1."_s.arg(QLatin1StringView(wanted))};
}

Error noSuchRoute(const RouteTable::Match &match)
{
    if (match.allowed.isEmpty())
        return Error::notFound();
    QByteArrayList allowed;
    for (const Http::Method method : match.allowed)
        allowed.append(methodName(method));
    if (match.allowed.contains(Http::Method::Get) && !match.allowed.contains(Http::Method::Head))
        allowed.append("HEAD"_ba);
    return {.code = ErrorCode::MethodNotAllowed,
            .key = "request.method_not_allowed",
            .detail = u"This path knows other methods only."_s,
            .params = {{u"allow"_s, QString::fromLatin1(allowed.join(", "))}}};
}

/// Whether the answer depends on the body: then its media type and shape are checked.
Result<QJsonObject> readJson(const Route &route, const Http::Request &request)
{
    if (route.body == Route::Body::OptionalJson && request.body.isEmpty())
        return QJsonObject();
    if (!hasMediaType(request.head, "application/json"))
        return fail(unsupportedMedia("application/json"_ba));
    return parseObject(request.body);
}

} // namespace

Api::Api(const Environment &environment, RouteTable routes)
    : m_environment(environment)
    , m_routes(std::move(routes))
{}

Http::BodyPlan Api::plan(const Http::RequestHead &head) const
{
    using Kind = Http::BodyPlan::Kind;
    const RouteTable::Match match = m_routes.find(head.method, head.path);
    if (!match.route)
        return {.kind = Kind::Refused,
                .refusal = problemResponse(noSuchRoute(match), head.requestId)};
    const Route &route = *match.route;
    switch (route.body) {
    case Route::Body::Events: return {.kind = Kind::Events};
    case Route::Body::Stream:
        return {.kind = Kind::Streamed, .limit = m_environment.settings.uploadLimit};
    default: break;
    }
    const qint64 limit = route.bodyLimit > 0 ? route.bodyLimit : m_environment.settings.jsonLimit;
    return {.kind = Kind::Buffered, .limit = limit};
}

Result<Context> Api::makeContext(const Route &route, const Http::RequestHead &head) const
{
    Context context{.db = m_environment.connection(),
                    .environment = m_environment,
                    .requestId = head.requestId,
                    .peer = head.peer.toString()};
    if (route.access == Route::Access::SignedIn) {
        auto principal = authenticate(context.db, m_environment, head);
        if (!principal)
            return fail(principal.error());
        context.principal = std::move(*principal);
    }
    return context;
}

Result<Http::Response> Api::answer(const RouteTable::Match &match, const Http::Request &request,
                                   Context &context) const
{
    const Route &route = *match.route;
    auto query = parseQuery(request.head.query);
    if (!query)
        return fail(query.error());
    Input input{.request = request, .pathValues = match.values, .query = std::move(*query)};
    if (route.body == Route::Body::Json || route.body == Route::Body::OptionalJson) {
        auto json = readJson(route, request);
        if (!json)
            return fail(json.error());
        input.json = std::move(*json);
    } else if (route.body == Route::Body::Form
               && !hasMediaType(request.head, "application/x-www-form-urlencoded")) {
        return fail(unsupportedMedia("application/x-www-form-urlencoded"_ba));
    }

    // api.md asks for it on POST; whoever does not know whether a change arrived needs it on all.
    if (route.method != Http::Method::Get && route.method != Http::Method::Head)
        return runOnce(context, request, [&] { return route.handler(context, input); });
    return route.handler(context, input);
}

Http::Response Api::handle(const Http::Request &request)
{
    const RouteTable::Match match = m_routes.find(request.head.method, request.head.path);
    if (!match.route)
        return problemResponse(noSuchRoute(match), request.head.requestId);
    auto context = makeContext(*match.route, request.head);
    if (!context)
        return problemResponse(context.error(), request.head.requestId);

    auto response = answer(match, request, *context);
    if (!response) {
        if (response.error().code == ErrorCode::Internal)
            qCCritical(apiLog).noquote()
                    << request.head.requestId << request.head.target << response.error().detail;
        return problemResponse(response.error(), request.head.requestId);
    }
    // Only now is what the events tell committed.
    if (context->wroteEvents)
        m_environment.events.wake();
    for (const TicketId ticket : std::as_const(context->presenceChanged))
        m_environment.events.announcePresence(ticket, m_environment.presence->people(ticket));
    return std::move(*response);
}

std::variant<Http::Response, std::unique_ptr<Http::BodySink>>
Api::openSink(const Http::RequestHead &head)
{
    const RouteTable::Match match = m_routes.find(head.method, head.path);
    auto context = makeContext(*match.route, head);
    if (!context)
        return problemResponse(context.error(), head.requestId);
    auto query = parseQuery(head.query);
    if (!query)
        return problemResponse(query.error(), head.requestId);
    const Http::Request request{.head = head};
    const Input input{.request = request, .pathValues = match.values, .query = std::move(*query)};
    auto sink = match.route->openSink(*context, input);
    if (!sink)
        return problemResponse(sink.error(), head.requestId);
    return std::move(*sink);
}

Http::Subscription Api::subscribe(const Http::RequestHead &head)
{
    const RouteTable::Match match = m_routes.find(head.method, head.path);
    auto context = makeContext(*match.route, head);
    if (!context)
        return problemResponse(context.error(), head.requestId);
    auto query = parseQuery(head.query);
    if (!query)
        return problemResponse(query.error(), head.requestId);
    const Http::Request request{.head = head};
    const Input input{.request = request, .pathValues = match.values, .query = std::move(*query)};
    auto channel = match.route->subscribe(*context, input);
    if (!channel)
        return problemResponse(channel.error(), head.requestId);
    return std::move(*channel);
}

Http::Response Api::refusal(int status, const QByteArray &key, const QByteArray &requestId) const
{
    const QString detail
            = u"The request could not be accepted as HTTP, or was too large or too slow."_s;
    return problemResponse({.key = key, .detail = detail}, requestId, status);
}

} // namespace Deskbell::Server
