// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/sla/slapolicy.h"
#include "server/desks/managedentity.h"

/// What desks promise. All of it is for holders of sla.manage on the desk; after each change the
/// desk's open tickets are reckoned anew.
namespace Deskbell::Server::SlaPolicyService {

Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page);

/// Conflict: sla_policy.name_taken; sla_policy.scope_taken when there is one for the same category
/// and priority.
Result<Entity> create(Context &context, const SlaPolicyDraft &draft);
Result<Entity> change(Context &context, SlaPolicyId policy, const SlaPolicyPatch &patch,
                      const std::optional<int> &version);
Result<> remove(Context &context, SlaPolicyId policy, const std::optional<int> &version);

/// What would have become of some finished tickets, among those that the caller may see. Reads
/// nothing twice and changes nothing; the next part begins where the cursor says.
Result<SlaRehearsal> rehearse(Context &context, const SlaRehearsalRequest &request);

} // namespace Deskbell::Server::SlaPolicyService
