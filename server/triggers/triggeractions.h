// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/triggers/tickettrigger.h"
#include "server/base/context.h"
#include "server/tickets/storedticket.h"

/// What triggers ask and do, of a ticket that is locked, in the transaction of the run.
namespace Deskbell::Server::TriggerActions {

/// Whether the query finds the ticket. For the system: notes and files on them are not looked at.
Result<bool> matches(Context &system, const QString &query, TicketId ticket);

/// Does all of it. Invalid or Conflict when one of them cannot be done with this ticket; nothing of
/// the transaction may be kept then.
Result<> perform(Context &system, const StoredTicket &ticket, const QList<TriggerAction> &actions);

} // namespace Deskbell::Server::TriggerActions
