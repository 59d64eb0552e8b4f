// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/assignment/rotation.h"
#include "server/tickets/ticketdiff.h"

/// To whom tickets go by themselves in workflows without steps: by the rule of their team, or else
/// of their desk (capability A3).
namespace Deskbell::Server::AssignmentRules {

struct Rule
{
    TurnPool pool = {};
    AssignmentRule order = AssignmentRule::RoundRobin;
    std::optional<TeamRef> team = {}; ///< whose rule it is; none: the desk's
};

/// Gives the ticket to whose turn it is, when it has nobody and comes into work or becomes a
/// team's. Part of the caller's transaction; `before` is empty for a new ticket. `story` says whose
/// turn it was, or why it could be nobody's.
Result<> follow(Context &context, const StoredTicket &before, StoredTicket &after,
                ChangeStory &story);

/// The team that the ticket waits for after such a change, or none; nothing: as before.
std::optional<TeamId> awaitedAfter(const StoredTicket &before, const StoredTicket &after,
                                   const ChangeStory &story);
Result<> storeAwaited(Db::Connection &db, TicketId ticket, TeamId team);

/// The rule of the team that the ticket waits for, if it does.
Result<std::optional<Rule>> awaited(Db::Connection &db, const StoredTicket &ticket);

} // namespace Deskbell::Server::AssignmentRules
