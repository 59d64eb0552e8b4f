// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tickets/ticketchange.h"

/// Putting back what a ticket was. It is no step of the workflow: what was wrong to do is as if it
/// had not been done, apart from timeline and log, which tell both.
namespace Deskbell::Server::TicketUndo {

/// What a change of status, people, priority, category, tags or presence can alter, by field.
QJsonObject valuesOf(const StoredTicket &ticket);

/// Puts these fields back, when the ticket is still at that version. Conflict:
/// `ticket.changed_since` when it is not, `ticket.undo_has_consequences` when steps were taken
/// because of the change. NotFound when the caller does not see it any more. Part of the caller's
/// transaction.
Result<> restore(Context &context, TicketId ticket, int version, const QJsonObject &values);

/// Takes back what the caller did last to the ticket, as long as nothing else happened to it and
/// not more time has passed than one's own words can be changed in. Conflict:
/// `ticket.changed_since`, `ticket.undo_has_consequences`, `ticket.undo_over`.
Result<> undoLast(Context &context, TicketId ticket, const std::optional<int> &version);

} // namespace Deskbell::Server::TicketUndo
