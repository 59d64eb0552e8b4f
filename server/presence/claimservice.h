// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/presence/ticketpresence.h"
#include "server/base/context.h"

/// Who is answering a ticket, so that two people never do (docs/adr/0034). A claim is a lease: a
/// client that lives renews it, one that does not loses it. It assigns nothing.
namespace Deskbell::Server::ClaimService {

/// Takes the claim or renews one's own. NotFound; Forbidden without ticket.reply on the desk;
/// Conflict (ticket.claimed, params "person" and "displayName") while it is somebody else's.
Result<TicketClaim> claim(Context &context, TicketId ticket);

/// Gives one's own claim back; without one nothing happens. NotFound.
Result<> release(Context &context, TicketId ticket);

/// Inside a transaction that has the ticket locked: one's own claim is over.
Result<> dropOwn(Context &context, TicketId ticket);

/// The refusal that names whose claim it is.
Error claimedBy(const PersonRef &holder);

/// The claims on these tickets that are not over; of all tickets when none is named. By ticket.
Result<QHash<TicketId, TicketClaim>> claims(Db::Connection &db, const QList<TicketId> &tickets,
                                            const QDateTime &now);

} // namespace Deskbell::Server::ClaimService
