// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/presence/presenceroutes.h"

#include "server/api/listing.h"
#include "server/api/responses.h"
#include "server/presence/claimservice.h"
#include "server/presence/presenceservice.h"
#include "server/tickets/ticketservice.h"

#include <QJsonDocument>

namespace Deskbell::Server {

namespace {

Result<Http::Response> reportPresence(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    auto report = fromJson<PresenceReport>(input.json);
    if (!report)
        return fail(report.error());
    return PresenceService::report(context, *ticket, *report).map(&noContent);
}

Result<Http::Response> leaveTicket(Context &context, const Input &input)
{
    return TicketService::resolve(context, input.pathValues.value(0))
            .and_then([&](TicketId ticket) { return PresenceService::leave(context, ticket); })
            .map(&noContent);
}

Result<Http::Response> listPresence(Context &context, const Input &)
{
    return PresenceService::list(context).map([](const QList<TicketPresence> &presences) {
        QByteArrayList list;
        for (const TicketPresence &presence : presences)
            list.append(QJsonDocument(toJson(presence)).toJson(QJsonDocument::Compact));
        return wholeListResponse(list);
    });
}

Result<Http::Response> claimTicket(Context &context, const Input &input)
{
    return TicketService::resolve(context, input.pathValues.value(0))
            .and_then([&](TicketId ticket) { return ClaimService::claim(context, ticket); })
            .map([](const TicketClaim &claim) { return jsonResponse(toJson(claim)); });
}

Result<Http::Response> releaseTicket(Context &context, const Input &input)
{
    return TicketService::resolve(context, input.pathValues.value(0))
            .and_then([&](TicketId ticket) { return ClaimService::release(context, ticket); })
            .map(&noContent);
}

} // namespace

Routes presenceRoutes()
{
    using Http::Method;
    return {
            {.method = Method::Get,
             .path = "/presence",
             .summary = "Who is at the tickets that one attends to, and who is answering them",
             .handler = &listPresence,
             .answers = pageOf<TicketPresence>()},
            {.method = Method::Put,
             .path = "/tickets/{id}/presence",
             .summary = "Say that one is looking at a ticket or writing on it; again while one is",
             .body = Route::Body::Json,
             .handler = &reportPresence,
             .takes = bodyOf<PresenceReport>()},
            {.method = Method::Delete,
             .path = "/tickets/{id}/presence",
             .summary = "Say that one has left a ticket",
             .handler = &leaveTicket},
            {.method = Method::Post,
             .path = "/tickets/{id}/claim",
             .summary = "Begin to answer a ticket, or say that one still is; it ends by itself",
             .handler = &claimTicket,
             .answers = bodyOf<TicketClaim>()},
            {.method = Method::Delete,
             .path = "/tickets/{id}/claim",
             .summary = "Answer the ticket no longer",
             .handler = &releaseTicket},
    };
}

} // namespace Deskbell::Server
