// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/role.h"
#include "server/api/entity.h"
#include "server/base/context.h"

#include <optional>

/// Roles, the named sets of permissions. Changing them takes role.manage for every desk, and every
/// permission that is given or taken by it (Delegation).
namespace Deskbell::Server::RoleService {

/// Every role as JSON. For those who see people or manage roles.
Result<QByteArrayList> list(Context &context);
/// Conflict (role.name_taken).
Result<Entity> create(Context &context, const RoleDraft &draft);
/// Conflict (role.built_in, role.name_taken), VersionMismatch.
Result<Entity> change(Context &context, RoleId role, const RolePatch &patch,
                      const std::optional<int> &version);
/// Conflict (role.built_in, role.in_use with the number of its "holders"), VersionMismatch.
Result<> remove(Context &context, RoleId role, const std::optional<int> &version);

} // namespace Deskbell::Server::RoleService
