// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/query.h"
#include "common/canned/cannedreply.h"
#include "server/desks/managedentity.h"

namespace Deskbell::Server {

/// Which part of the list, and for which ticket (none: all that one has).
struct CannedQuery
{
    TicketId ticket = {};
    PageRequest page = {};
};
void read(QueryReader &reader, CannedQuery &query);

} // namespace Deskbell::Server

/// Canned replies and macros: texts and actions that somebody keeps for themselves, a desk or
/// everybody. What a macro does is asked for by who uses it, like anything else they do.
namespace Deskbell::Server::CannedService {

/// NotFound for a ticket that one does not see.
Result<Listed> list(Context &context, const CannedQuery &query);

Result<Entity> create(Context &context, const CannedDraft &draft);
Result<Entity> change(Context &context, CannedReplyId id, const CannedPatch &patch,
                      const std::optional<int> &version);
Result<> remove(Context &context, CannedReplyId id, const std::optional<int> &version);

} // namespace Deskbell::Server::CannedService
