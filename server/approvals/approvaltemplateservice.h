// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/approvals/approvaltemplate.h"
#include "server/desks/managedentity.h"

/// The approval templates of desks; for holders of approval.manage on the desk.
namespace Deskbell::Server::ApprovalTemplateService {

/// For holders of ticket.edit, too, who choose one for a ticket.
Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page);

/// Conflict: approval_template.name_taken, approval_template.key_taken. Invalid with the step's
/// people or roles (unknown).
Result<Entity> create(Context &context, const ApprovalTemplateDraft &draft);
Result<Entity> change(Context &context, ApprovalTemplateId approvalTemplate,
                      const ApprovalTemplatePatch &patch, const std::optional<int> &version);
/// Conflict (approval_template.in_use) while a desk, a category or an unfinished ticket has it.
Result<> remove(Context &context, ApprovalTemplateId approvalTemplate,
                const std::optional<int> &version);

/// What a desk or a category prescribes: as choose(), for holders of approval.manage on the desk.
/// Without it, an approval could be removed by somebody who arranges categories.
Result<std::optional<ApprovalTemplateRef>> prescribe(Context &context, ApprovalTemplateId id,
                                                     DeskId desk);

/// A template of the desk for whoever names one: nothing for an invalid id; Invalid (field
/// "approvalTemplate", unknown) when the desk has no such template.
Result<std::optional<ApprovalTemplateRef>> choose(Context &context, ApprovalTemplateId id,
                                                  DeskId desk);

} // namespace Deskbell::Server::ApprovalTemplateService
