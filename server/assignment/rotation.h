// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/assignment/ticketstep.h"
#include "common/desks/assignmentrule.h"
#include "server/base/context.h"

/// Whose turn it is among those who hold a role on a desk (capability A3).
namespace Deskbell::Server {

/// Somebody, or why there is nobody.
struct Turn
{
    std::optional<PersonRef> person = {};
    std::optional<StepWaiting> waiting = {};
};

/// Takes the next turn of the role on the desk: the holder who comes after the one who had the
/// last, passing over who is away, not active, or `except`; by AssignmentRule::LeastLoaded who has
/// the fewest unfinished tickets there comes first. Part of the caller's transaction; other turns
/// of the same role and desk wait for its end, so that nobody gets two and nobody is left out.
Result<Turn> takeTurn(Context &context, DeskId desk, const QString &role, AccountId except = {},
                      AssignmentRule rule = AssignmentRule::RoundRobin);

} // namespace Deskbell::Server
