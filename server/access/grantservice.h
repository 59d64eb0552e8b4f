// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/ticketgrant.h"
#include "server/api/listing.h"
#include "server/tickets/ticketchange.h"

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

/// The ticket, locked, if the caller may let others into it; NotFound for a deleted one.
Result<StoredTicket> lockForGranting(Context &context, TicketId ticket,
                                     const std::optional<int> &version = {});

/// Lets a person or a role into a ticket that is locked; none when they were already.
Result<TicketGrantId> letIn(Context &context, const StoredTicket &ticket, AccountId person,
                            RoleId role);

} // namespace Deskbell::Server::GrantService
