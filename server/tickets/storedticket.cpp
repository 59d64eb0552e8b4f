// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/storedticket.h"

namespace Deskbell::Server {

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
