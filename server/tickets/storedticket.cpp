// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/storedticket.h"

namespace Deskbell::Server {

std::optional<QString> StoredClock::target() const
{
    return level ? std::optional(QString(toWire(level->target))) : std::nullopt;
}

std::optional<QString> StoredClock::state() const
{
    return level ? std::optional(QString(toWire(level->state))) : std::nullopt;
}

TicketRelation StoredTicket::relationOf(AccountId account) const
{
    return {.requester = requester.id == account,
            .creator = createdBy == account,
            .assignee = assignee && assignee->id == account};
}

WorkflowState StoredTicket::workflowState() const
{
    return {.status = status,
            .closedAt = stamps.closedAt,
            .hasAssignee = assignee.has_value(),
            .hasSolution = hasSolution,
            .grantedApprovals = grantedApprovals};
}

} // namespace Deskbell::Server
