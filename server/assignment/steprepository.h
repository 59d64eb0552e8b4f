// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/assignment/ticketstep.h"
#include "server/db/connection.h"

/// The rows of the turns that tickets have had.
namespace Deskbell::Server::StepRepository {

/// The turns of a ticket, the oldest first, without what the workflow says about them.
Result<QList<TicketStep>> list(Db::Connection &db, TicketId ticket);

/// Begins a turn; `status`, `role`, `origin`, `person` and `waiting` of it count. There is no other
/// that has not ended.
Result<> insert(Db::Connection &db, TicketId ticket, const TicketStep &step, const QDateTime &now);
/// Ends the turn that there is, if there is one.
Result<> end(Db::Connection &db, TicketId ticket, const QString &note, const QDateTime &now);
/// Gives the current turn to somebody when nobody has it; whether that was so.
Result<bool> give(Db::Connection &db, TicketId ticket, AccountId person);
/// Why nobody has the current turn is another thing now.
Result<> setWaiting(Db::Connection &db, TicketId ticket, StepWaiting waiting);

/// A ticket that somebody is looked for.
struct WaitingTicket
{
    qint64 place = 0; ///< in their order
    TicketId ticket = {};
    AccountId requester = {};
};
/// Those that wait in a step. At most `limit` of them, after the place named.
Result<QList<WaitingTicket>> listWaiting(Db::Connection &db, qint64 after, int limit);
/// The same for those that wait for their team.
Result<QList<WaitingTicket>> listWaitingForTeam(Db::Connection &db, qint64 after, int limit);

} // namespace Deskbell::Server::StepRepository
