// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/ticketgrant.h"
#include "server/api/listing.h"
#include "server/base/context.h"

/// Asking to be let into a restricted ticket.
namespace Deskbell::Server::AccessRequestService {

/// Never says whether there is such a ticket: nothing is answered in any case.
Result<> create(Context &context, const AccessRequestDraft &draft);

/// What waits for the caller, who may let people in; nothing for others.
Result<Listed> list(Context &context, const PageRequest &page);

/// Conflict (access_request.decided). Whoever asked is told nothing but that they see the ticket.
Result<> decide(Context &context, AccessRequestId request, const AccessDecision &decision);

} // namespace Deskbell::Server::AccessRequestService
