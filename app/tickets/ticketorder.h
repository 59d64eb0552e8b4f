// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticket.h"
#include "common/tickets/ticketfilter.h"

namespace Deskbell::App {

/// Where a ticket stands in a list, by the server's own order: whether `a` comes before `b`. Total:
/// what the sort leaves equal is ordered by id, in the same direction.
bool standsBefore(const Ticket &a, const Ticket &b, TicketSort sort, Qt::SortOrder order);

} // namespace Deskbell::App
