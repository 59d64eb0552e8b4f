// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/enumtable.h"

namespace Deskbell {

enum class Priority { Low, Medium, High, Urgent };

template <>
struct WireEnum<Priority>
{
    static constexpr auto names = std::to_array<WireName<Priority>>({
            {Priority::Low, "low"},
            {Priority::Medium, "medium"},
            {Priority::High, "high"},
            {Priority::Urgent, "urgent"},
    });
};

} // namespace Deskbell
