// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/approvals/approvalprocess.h"
#include "common/approvals/approvalrequests.h"
#include "server/api/listing.h"
#include "server/base/context.h"

#include <optional>

/// The approvals of a ticket, and one's own. `version` is that of the ticket, where the caller
/// named it.
namespace Deskbell::Server::ApprovalService {

/// All processes of a ticket, the newest first.
Result<QList<ApprovalProcess>> list(Context &context, TicketId ticket);

/// Conflict (approval.not_pending) when nothing is to be decided; Forbidden without
/// approval.decide, and (approval.not_approver) for somebody whom the current step does not ask.
Result<ApprovalProcess> decide(Context &context, TicketId ticket, const ApprovalVote &vote,
                               const std::optional<int> &version);

/// For holders of approval.manage on the desk. Invalid with `from` (unknown: has no open place in
/// the current step) or `to` (unknown, not_able, self_approval, taken).
Result<ApprovalProcess> reassign(Context &context, TicketId ticket,
                                 const ApprovalReassignment &reassignment,
                                 const std::optional<int> &version);

/// What waits for the caller's decision, or what they decided.
Result<Listed> listTasks(Context &context, const ApprovalTaskFilter &filter);

} // namespace Deskbell::Server::ApprovalService
