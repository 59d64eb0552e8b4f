// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/grantroutes.h"

#include "server/access/accessrequestservice.h"
#include "server/access/grantservice.h"
#include "server/desks/managedroutes.h"
#include "server/tickets/ticketservice.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Result<Http::Response> listGrants(Context &context, const Input &input)
{
    return TicketService::resolve(context, input.pathValues.value(0))
            .and_then([&](TicketId ticket) { return GrantService::list(context, ticket); })
            .map(&wholeListResponse);
}

Result<Http::Response> createGrant(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    auto version = ifMatchVersion(input.head());
    if (!version)
        return fail(version.error());
    auto draft = fromJson<TicketGrantDraft>(input.json);
    if (!draft)
        return fail(draft.error());
    return GrantService::create(context, *ticket, *draft, *version).map([](const QByteArray &made) {
        return jsonResponse(made, 201);
    });
}

Result<Http::Response> removeGrant(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    auto grant = input.pathId<TicketGrantId>(1);
    if (!grant)
        return fail(grant.error());
    auto version = ifMatchVersion(input.head());
    if (!version)
        return fail(version.error());
    if (auto removed = GrantService::remove(context, *ticket, *grant, *version); !removed)
        return fail(removed.error());
    return noContent();
}

Result<Http::Response> listSeers(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    auto query = readManagedQuery(input, ManagedQuery::Filter::None);
    if (!query)
        return fail(query.error());
    return GrantService::listSeers(context, *ticket, query->page).map(&listResponse);
}

Result<Http::Response> requestAccess(Context &context, const Input &input)
{
    auto draft = fromJson<AccessRequestDraft>(input.json);
    if (!draft)
        return fail(draft.error());
    if (auto made = AccessRequestService::create(context, *draft); !made)
        return fail(made.error());
    return jsonResponse(toJson(AccessRequestReceipt{}), 202);
}

Result<Http::Response> decideAccess(Context &context, const Input &input)
{
    auto request = input.pathId<AccessRequestId>();
    if (!request)
        return fail(request.error());
    auto decision = fromJson<AccessDecision>(input.json);
    if (!decision)
        return fail(decision.error());
    if (auto done = AccessRequestService::decide(context, *request, *decision); !done)
        return fail(done.error());
    return noContent();
}

} // namespace

Routes grantRoutes()
{
    using Http::Method;
    return {
            {.method = Method::Get,
             .path = "/tickets/{id}/grants",
             .summary = "Who was let into a restricted ticket",
             .handler = &listGrants,
             .answers = pageOf<TicketGrant>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/grants",
             .summary = "Let a person or a role into a restricted ticket",
             .body = Route::Body::Json,
             .handler = &createGrant,
             .takes = bodyOf<TicketGrantDraft>(),
             .answers = bodyOf<TicketGrant>()},
            {.method = Method::Delete,
             .path = "/tickets/{id}/grants/{grantId}",
             .summary = "Let them in no longer",
             .handler = &removeGrant},
            {.method = Method::Get,
             .path = "/tickets/{id}/seers",
             .summary = "Who sees a ticket, and why",
             .handler = &listSeers,
             .parameters = &pageParameters,
             .answers = pageOf<TicketSeer>()},
            {.method = Method::Get,
             .path = "/access-requests",
             .summary = "The requests to see a ticket on which one may decide",
             .handler = listHandler(&AccessRequestService::list),
             .parameters = &pageParameters,
             .answers = pageOf<AccessRequest>()},
            {.method = Method::Post,
             .path = "/access-requests",
             .summary = "Ask to see a ticket; the answer does not tell whether there is one",
             .body = Route::Body::Json,
             .handler = &requestAccess,
             .takes = bodyOf<AccessRequestDraft>(),
             .answers = bodyOf<AccessRequestReceipt>()},
            {.method = Method::Post,
             .path = "/access-requests/{id}/decision",
             .summary = "Let somebody see the ticket they asked for, or not",
             .body = Route::Body::Json,
             .handler = &decideAccess,
             .takes = bodyOf<AccessDecision>()},
    };
}

} // namespace Deskbell::Server
