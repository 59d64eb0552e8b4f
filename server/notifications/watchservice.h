// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notifications/watcher.h"
#include "server/base/context.h"

/// Who follows a ticket. Following gives no sight of it; whoever is added by others is let in,
/// which needs the right to edit the ticket, and for a restricted one the right to let people in.
namespace Deskbell::Server::WatchService {

/// Everybody, for who may edit the ticket; else whether one follows it oneself. NotFound.
Result<QByteArrayList> list(Context &context, TicketId ticket);

/// NotFound (ticket, person), Forbidden; Invalid (mode) when it is not "all" for somebody else: how
/// they follow is theirs to say.
Result<Watcher> watch(Context &context, TicketId ticket, AccountId person, WatchMode mode);

/// Somebody else is not let in any more either. NotFound, Forbidden; nothing to do is done.
Result<> unwatch(Context &context, TicketId ticket, AccountId person);

} // namespace Deskbell::Server::WatchService
