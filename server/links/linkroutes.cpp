// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/links/linkroutes.h"

#include "common/tickets/ticket.h"
#include "server/api/listing.h"
#include "server/links/linkservice.h"
#include "server/tickets/ticketroutes.h"

namespace Deskbell::Server {

namespace {

Result<Http::Response> listLinks(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    return LinkService::list(context, *ticket).map(&wholeListResponse);
}

Result<Http::Response> createLink(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    auto draft = fromJson<TicketLinkDraft>(input.json);
    if (!draft)
        return fail(draft.error());
    return LinkService::link(context, *ticket, *draft).map(&wholeListResponse);
}

Result<Http::Response> removeLink(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    return input.pathId<TicketLinkId>(1)
            .and_then(
                    [&](TicketLinkId link) { return LinkService::unlink(context, *ticket, link); })
            .map(noContent);
}

} // namespace

Routes linkRoutes()
{
    using Http::Method;
    return {
            {.method = Method::Get,
             .path = "/tickets/{id}/links",
             .summary = "The tickets that a ticket has to do with, as far as one may see them",
             .handler = &listLinks,
             .answers = pageOf<TicketLink>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/links",
             .summary = "Link a ticket with another one: related, parent or child",
             .body = Route::Body::Json,
             .handler = &createLink,
             .takes = bodyOf<TicketLinkDraft>(),
             .answers = pageOf<TicketLink>()},
            {.method = Method::Delete,
             .path = "/tickets/{id}/links/{linkId}",
             .summary = "Remove a link between two tickets",
             .handler = &removeLink},
            {.method = Method::Post,
             .path = "/tickets/{id}/merge",
             .summary = "Move everything that was said on a ticket to another one, and close it",
             .body = Route::Body::Json,
             .handler = ticketActionHandler(&LinkService::merge),
             .takes = bodyOf<MergeRequest>(),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/merge/undo",
             .summary = "Undo the merge of a ticket into another one",
             .handler = ticketActionHandler(&LinkService::undoMerge),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/split",
             .summary = "Make a ticket of some replies and notes of another one",
             .body = Route::Body::Json,
             .handler = ticketActionHandler(&LinkService::split),
             .takes = bodyOf<SplitRequest>(),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/split/undo",
             .summary = "Undo the split that made a ticket; it is deleted",
             .handler = ticketActionHandler(&LinkService::undoSplit),
             .answers = bodyOf<Ticket>()},
    };
}

} // namespace Deskbell::Server
