// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/desk.h"
#include "server/desks/managedentity.h"

/// The desks. Their key never changes; new tickets get the newest version of their workflow.
namespace Deskbell::Server::DeskService {

/// The desks that the caller has to do with, by name.
Result<Listed> list(Context &context, const PageRequest &page);

/// The templates by which a desk can be made, as DeskTemplateSummary.
QByteArrayList listTemplates();

/// For holders of desk.manage everywhere, and of what the template takes beyond it (categories,
/// roles, approvals). Conflict (desk.key_taken), Invalid (workflow, template).
Result<Entity> create(Context &context, const DeskDraft &draft);
/// For holders of desk.manage on it. VersionMismatch, Invalid (workflow).
Result<Entity> change(Context &context, DeskId desk, const DeskPatch &patch,
                      const std::optional<int> &version);
/// Conflict (desk.in_use) once it has had a ticket.
Result<> remove(Context &context, DeskId desk, const std::optional<int> &version);

} // namespace Deskbell::Server::DeskService
