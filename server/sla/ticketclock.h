// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"
#include "server/tickets/storedticket.h"

/// How a ticket stands by its desk's service levels: reckoned anew from its history whenever that
/// changes, and stored with the change.
namespace Deskbell::Server::TicketClock {

/// Sets the clock of a ticket that is about to be inserted.
Result<> begin(Context &context, StoredTicket &ticket);

/// Sets the clock of `after`, which is about to be stored in place of `before`, if what differs
/// counts.
Result<> follow(Context &context, const StoredTicket &before, StoredTicket &after);

/// The clock of a locked ticket as it has to be now.
Result<StoredClock> reckon(Context &context, const StoredTicket &ticket);
/// Stores it where nothing else of the ticket changes, and tells who sees the ticket when there is
/// something to be seen.
Result<> store(Context &context, const StoredTicket &ticket, const StoredClock &clock);

} // namespace Deskbell::Server::TicketClock
