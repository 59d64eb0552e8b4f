// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/system/systemroutes.h"

#include "server/api/openapi.h"
#include "server/api/responses.h"
#include "server/db/migrator.h"
#include "server/system/metricstext.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Http::Response plainText(const QByteArray &text, const QByteArray &type)
{
    Http::Response response;
    response.headers.set("Content-Type"_ba, type);
    response.headers.set("Cache-Control"_ba, "no-store"_ba);
    response.body = text;
    return response;
}

Result<Http::Response> tellHealth(Context &, const Input &)
{
    return plainText("ok\n"_ba, "text/plain; charset=utf-8"_ba);
}

/// Whoever balances the load sends requests elsewhere meanwhile: always 503, whatever is wrong.
Result<Http::Response> tellReadiness(Context &context, const Input &)
{
    auto ready = Db::Migrator::verify(context.db);
    if (!ready) {
        return fail({.code = ErrorCode::Unavailable,
                     .key = ready.error().key,
                     .detail = u"The database does not answer or has another schema."_s});
    }
    return plainText("ready\n"_ba, "text/plain; charset=utf-8"_ba);
}

Result<Http::Response> tellMetrics(const SystemState &state, const Input &input)
{
    if (!state.publicMetrics && !input.head().peer.isLoopback())
        return fail(Error::notFound());
    return plainText(metricsText(state), "text/plain; version=0.0.4; charset=utf-8"_ba);
}

} // namespace

Routes systemRoutes(const SystemState &state)
{
    using Http::Method;
    return {
            {.method = Method::Get,
             .path = "/healthz",
             .summary = "Whether the process lives",
             .access = Route::Access::Public,
             .handler = &tellHealth,
             .absolute = true,
             .answers = {.mediaType = "text/plain"_ba}},
            {.method = Method::Get,
             .path = "/readyz",
             .summary = "Whether it can serve: the database answers and the schema is current",
             .access = Route::Access::Public,
             .handler = &tellReadiness,
             .absolute = true,
             .answers = {.mediaType = "text/plain"_ba}},
            {.method = Method::Get,
             .path = "/metrics",
             .summary = "What is counted, for Prometheus",
             .access = Route::Access::Public,
             .handler
             = [state](Context &, const Input &input) { return tellMetrics(state, input); },
             .absolute = true,
             .answers = {.mediaType = "text/plain"_ba}},
            {.method = Method::Get,
             .path = "/server",
             .summary = "Name, versions, limits and ways to sign in",
             .access = Route::Access::Public,
             .handler = [json = toJson(state.info)](Context &, const Input &)
                     -> Result<Http::Response> { return jsonResponse(json); },
             .answers = bodyOf<ServerInfo>()},
    };
}

Route openApiRoute(const Routes &routes)
{
    Route route{.method = Http::Method::Get,
                .path = "/openapi.json",
                .summary = "This interface as an OpenAPI document",
                .access = Route::Access::Public,
                .answers = {.name = u"OpenApi"_s, .shape = &JsonShapes::object}};
    const QByteArray document
            = QJsonDocument(openApiDocument(routes + Routes{route})).toJson(QJsonDocument::Compact);
    route.handler = [document](Context &, const Input &) -> Result<Http::Response> {
        return jsonResponse(document);
    };
    return route;
}

} // namespace Deskbell::Server
