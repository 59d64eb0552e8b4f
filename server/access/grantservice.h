// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/ticketgrant.h"
#include "server/api/listing.h"
#include "server/base/context.h"

#include <optional>

/// Who is let into a restricted ticket. For those who asked (the ticket's requester and who made
/// it), and for holders of ticket.view_restricted or desk.manage on its desk who see it; Forbidden
/// for others who do.
namespace Deskbell::Server::GrantService {

/// Each as JSON.
Result<QByteArrayList> list(Context &context, TicketId ticket);

/// Invalid: `person`, `role` (unknown). Conflict (grant.exists). `version`: of the ticket.
Result<QByteArray> create(Context &context, TicketId ticket, const TicketGrantDraft &draft,
                          const std::optional<int> &version);

/// Whoever loses sight of the ticket by it is told that it is gone.
Result<> remove(Context &context, TicketId ticket, TicketGrantId grant,
                const std::optional<int> &version);

/// Who sees the ticket and why, by name; for holders of ticket.edit on the desk.
Result<Listed> listSeers(Context &context, TicketId ticket, const PageRequest &page);

} // namespace Deskbell::Server::GrantService

/// Asking to be let in.
namespace Deskbell::Server::AccessRequestService {

/// Never says whether there is such a ticket: nothing is answered in any case.
Result<> create(Context &context, const AccessRequestDraft &draft);

/// What waits for the caller, who may let people in; nothing for others.
Result<Listed> list(Context &context, const PageRequest &page);

/// Conflict (access_request.decided). Whoever asked is told nothing but that they see the ticket.
Result<> decide(Context &context, AccessRequestId request, const AccessDecision &decision);

} // namespace Deskbell::Server::AccessRequestService
