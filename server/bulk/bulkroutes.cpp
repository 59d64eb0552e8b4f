// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/bulk/bulkroutes.h"

#include "server/bulk/bulkservice.h"
#include "server/desks/managedroutes.h"

namespace Deskbell::Server {

namespace {

Result<Http::Response> begin(Context &context, const Input &input)
{
    auto request = fromJson<BulkRequest>(input.json);
    if (!request)
        return fail(request.error());
    return BulkService::begin(context, *request).map([](const Bulk &bulk) {
        return jsonResponse(toJson(bulk), 201);
    });
}

Result<Http::Response> listTickets(Context &context, const Input &input)
{
    auto bulk = input.pathId<BulkId>();
    if (!bulk)
        return fail(bulk.error());
    auto query = parseQuery(input.head().query).and_then(fromQuery<BulkService::TicketsQuery>);
    if (!query)
        return fail(query.error());
    return BulkService::listTickets(context, *bulk, *query).map(&listResponse);
}

Handler bulkHandler(Result<Bulk> (*act)(Context &, BulkId))
{
    return [act](Context &context, const Input &input) {
        return input.pathId<BulkId>()
                .and_then([&](BulkId bulk) { return act(context, bulk); })
                .map([](const Bulk &bulk) { return jsonResponse(toJson(bulk)); });
    };
}

} // namespace

Routes bulkRoutes()
{
    using Http::Method;
    return {
            {.method = Method::Post,
             .path = "/bulk",
             .summary = "Change many tickets, or rehearse it",
             .body = Route::Body::Json,
             .handler = &begin,
             .takes = bodyOf<BulkRequest>(),
             .answers = bodyOf<Bulk>()},
            {.method = Method::Get,
             .path = "/bulk",
             .summary = "One's own operations on many tickets, the newest first",
             .handler = listHandler(&BulkService::list),
             .parameters = &pageParameters,
             .answers = pageOf<Bulk>()},
            {.method = Method::Get,
             .path = "/bulk/{id}",
             .summary = "How far an operation on many tickets has come",
             .handler = bulkHandler(&BulkService::show),
             .answers = bodyOf<Bulk>()},
            {.method = Method::Get,
             .path = "/bulk/{id}/tickets",
             .summary = "What became of each ticket of an operation",
             .handler = &listTickets,
             .parameters = [] { return parametersOf<BulkService::TicketsQuery>(); },
             .answers = pageOf<BulkTicket>()},
            {.method = Method::Post,
             .path = "/bulk/{id}/run",
             .summary = "Do what was rehearsed",
             .handler = bulkHandler(&BulkService::run),
             .answers = bodyOf<Bulk>()},
            {.method = Method::Post,
             .path = "/bulk/{id}/cancel",
             .summary = "Let an operation end with the tickets that are done",
             .handler = bulkHandler(&BulkService::cancel),
             .answers = bodyOf<Bulk>()},
            {.method = Method::Post,
             .path = "/bulk/{id}/undo",
             .summary = "Put back everything that an operation changed",
             .handler = bulkHandler(&BulkService::undo),
             .answers = bodyOf<Bulk>()},
    };
}

} // namespace Deskbell::Server
