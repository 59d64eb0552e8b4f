// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/presence/ticketpresence.h"
#include "server/base/context.h"

/// Who is looking at a ticket, or writing on it. Everybody who sees a ticket may say that they are
/// there; who is, staff of its desk are told.
namespace Deskbell::Server::PresenceService {

/// NotFound.
Result<> report(Context &context, TicketId ticket, const PresenceReport &report);
Result<> leave(Context &context, TicketId ticket);

/// Everybody at the tickets that the caller attends to as staff.
Result<QList<TicketPresence>> list(Context &context);

} // namespace Deskbell::Server::PresenceService
