// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/canned/cannedroutes.h"

#include "server/canned/cannedservice.h"
#include "server/desks/managedroutes.h"

namespace Deskbell::Server {

namespace {

Result<Http::Response> listCanned(Context &context, const Input &input)
{
    auto query = parseQuery(input.head().query).and_then([](const QueryItems &items) {
        return fromQuery<CannedQuery>(items);
    });
    if (!query)
        return fail(query.error());
    return CannedService::list(context, *query).map(&listResponse);
}

} // namespace

Routes cannedRoutes()
{
    using Http::Method;
    using Body = Route::Body;
    return {{.method = Method::Get,
             .path = "/canned-replies",
             .summary = "The canned replies and macros that one has, or those of them for a ticket",
             .handler = &listCanned,
             .parameters = [] { return parametersOf<CannedQuery>(); },
             .answers = pageOf<CannedReply>()},
            {.method = Method::Post,
             .path = "/canned-replies",
             .summary = "Make a canned reply or macro, for oneself, a desk or everybody",
             .body = Body::Json,
             .handler = createHandler(&CannedService::create),
             .takes = bodyOf<CannedDraft>(),
             .answers = bodyOf<CannedReply>()},
            {.method = Method::Patch,
             .path = "/canned-replies/{id}",
             .summary = "Change a canned reply; who has it stays the same",
             .body = Body::Json,
             .handler = changeHandler(&CannedService::change),
             .takes = bodyOf<CannedPatch>(),
             .answers = bodyOf<CannedReply>()},
            {.method = Method::Delete,
             .path = "/canned-replies/{id}",
             .summary = "Remove a canned reply; what was written with it stays",
             .handler = removeHandler(&CannedService::remove)}};
}

} // namespace Deskbell::Server
