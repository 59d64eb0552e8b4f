// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketroutes.h"

#include "common/tickets/ticket.h"
#include "server/api/responses.h"
#include "server/tickets/ticketlist.h"
#include "server/tickets/ticketservice.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Result<Http::Response> list(Context &context, const Input &input)
{
    auto items = parseQuery(input.head().query);
    if (!items)
        return fail(items.error());
    auto filter = fromQuery<TicketFilter>(*items);
    if (!filter)
        return fail(filter.error());
    return listTickets(context, *filter).map(&listResponse);
}

Result<Http::Response> create(Context &context, const Input &input)
{
    auto draft = fromJson<TicketDraft>(input.json);
    if (!draft)
        return fail(draft.error());
    auto made = TicketService::create(context, *draft);
    if (!made)
        return fail(made.error());
    return ticketResponse(input, std::move(*made), 201);
}

Result<Http::Response> show(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    auto opened = TicketService::open(context, *ticket);
    if (!opened)
        return fail(opened.error());
    return ticketResponse(input, std::move(*opened));
}

Result<Http::Response> remove(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    auto version = ifMatchVersion(input.head());
    if (!version)
        return fail(version.error());
    if (auto removed = TicketService::remove(context, *ticket, *version); !removed)
        return fail(removed.error());
    return noContent();
}

} // namespace

Http::Response ticketResponse(const Input &input, TicketService::Answer answer, int status)
{
    // Done, but by it the caller lost sight of the ticket.
    if (!answer)
        return noContent();
    return detailedEntityResponse(input.head(), std::move(answer->json), answer->version, status);
}

Handler ticketActionHandler(TicketAct act)
{
    return [act](Context &context, const Input &input) -> Result<Http::Response> {
        auto ticket = TicketService::resolve(context, input.pathValues.value(0));
        if (!ticket)
            return fail(ticket.error());
        auto version = ifMatchVersion(input.head());
        if (!version)
            return fail(version.error());
        auto answer = act(context, *ticket, *version);
        if (!answer)
            return fail(answer.error());
        return ticketResponse(input, std::move(*answer));
    };
}

Routes ticketRoutes()
{
    using Http::Method;
    using Body = Route::Body;
    const Handler change = ticketActionHandler(&TicketService::change);
    return {
            {.method = Method::Get,
             .path = "/tickets",
             .summary = "The tickets that one may see: filtered, sorted, page by page",
             .handler = &list,
             .parameters = [] { return parametersOf<TicketFilter>(); },
             .answers = pageOf<Ticket>()},
            {.method = Method::Post,
             .path = "/tickets",
             .summary = "Make a ticket",
             .body = Body::Json,
             .handler = &create,
             .takes = bodyOf<TicketDraft>(),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Get,
             .path = "/tickets/{id}",
             .summary = "One ticket, with what can be done with it and its newest replies",
             .handler = &show,
             .answers = bodyOf<Ticket>()},
            {.method = Method::Put,
             .path = "/tickets/{id}",
             .summary = "Change the given fields of a ticket",
             .body = Body::Json,
             .handler = change,
             .takes = bodyOf<TicketPatch>(),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Patch,
             .path = "/tickets/{id}",
             .summary = "Change the given fields of a ticket",
             .body = Body::Json,
             .handler = change,
             .takes = bodyOf<TicketPatch>(),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Delete,
             .path = "/tickets/{id}",
             .summary = "Delete a ticket; it can be restored",
             .handler = &remove},
            {.method = Method::Post,
             .path = "/tickets/{id}/restore",
             .summary = "Bring back a deleted ticket",
             .handler = ticketActionHandler(&TicketService::restore),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/undo",
             .summary = "Take back what one did last to a ticket",
             .handler = ticketActionHandler(&TicketService::undo),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Put,
             .path = "/tickets/{id}/status",
             .summary = "Take a transition of the ticket's workflow",
             .body = Body::Json,
             .handler = ticketActionHandler(&TicketService::changeStatus),
             .takes = bodyOf<StatusChange>(),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/assign",
             .summary = "Give a ticket to somebody, to oneself, or to nobody",
             .body = Body::Json,
             .handler = ticketActionHandler(&TicketService::assign),
             .takes = bodyOf<Assignment>(),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/transfer",
             .summary = "Hand a ticket over to a person or team, with a reason",
             .body = Body::Json,
             .handler = ticketActionHandler(&TicketService::transfer),
             .takes = bodyOf<Transfer>(),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/escalate",
             .summary = "Hand a ticket to the escalation role of its step, with a reason",
             .body = Body::Json,
             .handler = ticketActionHandler(&TicketService::escalate),
             .takes = bodyOf<Escalation>(),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Put,
             .path = "/tickets/{id}/rating",
             .summary = "Say how content one is with a closed ticket of one's own",
             .body = Body::Json,
             .handler = ticketActionHandler(&TicketService::rate),
             .takes = bodyOf<RatingDraft>(),
             .answers = bodyOf<Ticket>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/close",
             .summary = "Take the transition to the workflow's closing status",
             .body = Body::OptionalJson,
             .handler = ticketActionHandler(&TicketService::close),
             .takes = bodyOf<Closing>(),
             .answers = bodyOf<Ticket>()},
    };
}

} // namespace Deskbell::Server
