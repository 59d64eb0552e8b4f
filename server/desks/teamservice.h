// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/team.h"
#include "server/desks/managedentity.h"

/// The support groups of desks.
namespace Deskbell::Server::TeamService {

/// Of the desks whose inner order the caller may see, or of those of them that are named; by name.
Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page);

/// For holders of team.manage on the desk. Conflict (team.name_taken); Invalid (members) for what
/// is not an active account.
Result<Entity> create(Context &context, const TeamDraft &draft);
Result<Entity> change(Context &context, TeamId team, const TeamPatch &patch,
                      const std::optional<int> &version);
/// Conflict (team.in_use) while it has tickets that are not done.
Result<> remove(Context &context, TeamId team, const std::optional<int> &version);

} // namespace Deskbell::Server::TeamService
