// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/responses.h"
#include "server/api/route.h"
#include "server/tickets/ticketservice.h"

namespace Deskbell::Server {

/// /tickets and what is done with one of them; its timeline has routes of its own.
Routes ticketRoutes();

/// What becomes of a ticket, as an answer; nothing to be seen is no content.
Http::Response ticketResponse(const Input &input, TicketService::Answer answer, int status = 200);

/// A route without a body that does something with the ticket in the path.
using TicketAct
        = Result<TicketService::Answer> (*)(Context &, TicketId, const std::optional<int> &version);
Handler ticketActionHandler(TicketAct act);

/// The same with a body that says what shall happen.
template <class Request>
Handler ticketActionHandler(Result<TicketService::Answer> (*act)(Context &, TicketId,
                                                                 const Request &,
                                                                 const std::optional<int> &))
{
    return [act](Context &context, const Input &input) -> Result<Http::Response> {
        auto ticket = TicketService::resolve(context, input.pathValues.value(0));
        if (!ticket)
            return fail(ticket.error());
        auto version = ifMatchVersion(input.head());
        if (!version)
            return fail(version.error());
        auto request = fromJson<Request>(input.json);
        if (!request)
            return fail(request.error());
        auto answer = act(context, *ticket, *request, *version);
        if (!answer)
            return fail(answer.error());
        return ticketResponse(input, std::move(*answer));
    };
}

} // namespace Deskbell::Server
