// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/enumtable.h"

namespace Deskbell {

/// What lists, colours and service clocks go by, whatever a workflow calls its statuses.
enum class StatusCategory { Draft, Approval, Open, Waiting, Hold, Resolved, Closed };

template <>
struct WireEnum<StatusCategory>
{
    static constexpr auto names = std::to_array<WireName<StatusCategory>>({
            {StatusCategory::Draft, "draft"},
            {StatusCategory::Approval, "approval"},
            {StatusCategory::Open, "open"},
            {StatusCategory::Waiting, "waiting"},
            {StatusCategory::Hold, "hold"},
            {StatusCategory::Resolved, "resolved"},
            {StatusCategory::Closed, "closed"},
    });
};

/// Whether the work on a ticket of this category is over.
constexpr bool isDone(StatusCategory category)
{
    return category == StatusCategory::Resolved || category == StatusCategory::Closed;
}

} // namespace Deskbell
