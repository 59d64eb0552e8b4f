// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticketmatch.h"
#include "server/tickets/ticketsearch.h"

#include <QHash>

namespace Deskbell::Server {

/// Where the words stand in each of these tickets, as far as the person may read them. The scores
/// are left to the caller.
Result<QHash<TicketId, TicketMatch>> findMatches(Context &context, const TicketSearch &search,
                                                 const QList<TicketId> &tickets);

} // namespace Deskbell::Server
