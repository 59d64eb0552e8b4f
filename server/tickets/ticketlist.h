// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticketfilter.h"
#include "server/api/listing.h"
#include "server/base/context.h"

namespace Deskbell::Server {

/// The tickets that match, as far as the caller may see them. A page by number knows the total.
Result<Listed> listTickets(Context &context, const TicketFilter &filter);

/// Those of them, in their order; one more than `most` when there are more.
Result<QList<TicketId>> findTicketIds(Context &context, TicketFilter filter, int most);

/// How many of them there are, or that it is at least so many.
Result<qint64> countTickets(Context &context, TicketFilter filter, int upTo);

} // namespace Deskbell::Server
