// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/assignment/ticketstep.h"
#include "common/desks/assignmentrule.h"
#include "server/base/context.h"

/// Whose turn it is among those who hold a role on a desk, or are in a team (capability A3).
namespace Deskbell::Server {

/// Those who take turns with each other on a desk: the holders of the role, or the members of the
/// team who may answer there.
struct TurnPool
{
    DeskId desk = {};
    QString role = {};
    TeamId team = {}; ///< valid: it is the team's turns, and the role does not count
};

/// Somebody, or why there is nobody.
struct Turn
{
    std::optional<PersonRef> person = {};
    std::optional<StepWaiting> waiting = {};
};

/// Takes the next turn: the one who comes after who had the last, passing over who is away, not
/// active, or `except`; by AssignmentRule::LeastLoaded who has the fewest unfinished tickets on the
/// desk comes first. Part of the caller's transaction; other turns of the same pool wait for its
/// end, so that nobody gets two and nobody is left out.
Result<Turn> takeTurn(Context &context, const TurnPool &pool, AccountId except = {},
                      AssignmentRule rule = AssignmentRule::RoundRobin);

} // namespace Deskbell::Server
