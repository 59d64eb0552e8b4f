// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/query.h"
#include "common/bulk/bulk.h"
#include "server/api/listing.h"
#include "server/base/context.h"

/// Operations on many tickets, as whoever begins them orders and follows them. Nobody else knows of
/// them: an operation of somebody else is NotFound. The work itself is done by workOnBulks().
namespace Deskbell::Server::BulkService {

/// Forbidden without ticket.bulk; Invalid (field "filter") for a filter that is none or finds more
/// than maxBulkTickets.
Result<Bulk> begin(Context &context, const BulkRequest &request);

/// Which part of the tickets of an operation, and of which outcomes (all, for none).
struct TicketsQuery
{
    QList<BulkOutcome> outcomes = {};
    PageRequest page = {};
};
void read(QueryReader &reader, TicketsQuery &query);

Result<Listed> list(Context &context, const PageRequest &page);
Result<Bulk> show(Context &context, BulkId bulk);
Result<Listed> listTickets(Context &context, BulkId bulk, const TicketsQuery &query);

/// What was rehearsed is done now. Conflict (bulk.not_rehearsed).
Result<Bulk> run(Context &context, BulkId bulk);
/// What is under way ends with the tickets that are done. Conflict (bulk.over).
Result<Bulk> cancel(Context &context, BulkId bulk);
/// Puts back what was changed. Conflict (bulk.not_done) while it is under way, or before it was
/// done.
Result<Bulk> undo(Context &context, BulkId bulk);

} // namespace Deskbell::Server::BulkService
