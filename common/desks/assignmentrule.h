// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/enumtable.h"

namespace Deskbell {

/// To whom tickets of a desk go that come into work and have nobody, or tickets that become a
/// team's (capability A3).
enum class AssignmentRule {
    None,
    RoundRobin,  ///< to whose turn it is
    LeastLoaded, ///< to who has the fewest unfinished tickets of the desk; among those, whose turn
                 ///< it is
};

template <>
struct WireEnum<AssignmentRule>
{
    static constexpr auto names = std::to_array<WireName<AssignmentRule>>({
            {AssignmentRule::None, "none"},
            {AssignmentRule::RoundRobin, "round_robin"},
            {AssignmentRule::LeastLoaded, "least_loaded"},
    });
};

} // namespace Deskbell
