// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/enumtable.h"

namespace Deskbell {

/// Who besides the people of a ticket may see it: the desk's staff, or only those it was granted
/// to.
enum class Visibility { Internal, Restricted };

template <>
struct WireEnum<Visibility>
{
    static constexpr auto names = std::to_array<WireName<Visibility>>({
            {Visibility::Internal, "internal"},
            {Visibility::Restricted, "restricted"},
    });
};

} // namespace Deskbell
