// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/query.h"
#include "common/timeline/timelineentry.h"
#include "server/api/listing.h"
#include "server/base/context.h"

namespace Deskbell::Server {

/// Which entries of a timeline, in which order, and which part of them.
struct TimelineQuery
{
    QList<TimelineKind> kinds = {};
    Qt::SortOrder order = Qt::AscendingOrder; ///< by time
    PageRequest page = {};
};

/// Reads `order` (asc, desc), `kind` and the place in the list; of the kinds only those that are in
/// `query` can be asked for, and all of them are without a word.
void read(QueryReader &reader, TimelineQuery &query);

/// The entries of a ticket's timeline that the caller may see. A page by number knows the total.
/// NotFound when they may not see the ticket.
Result<Listed> listTimeline(Context &context, TicketId ticket, const TimelineQuery &query);

} // namespace Deskbell::Server
