// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"

/// The rules by which rights pass from hand to hand.
namespace Deskbell::Server::Delegation {

/// Makes this transaction the only one that changes who may do what, until it ends, and asks anew
/// what the principal holds: nobody gives with rights that were just taken from them, and of two
/// administrators who remove each other one comes second. Unauthenticated when the principal's
/// session ended meanwhile.
Result<> lock(Context &context);

/// Nobody gives or takes a permission that they do not hold in that scope (no desk: everywhere).
/// Forbidden (access.not_delegable, parameters "permission", "permissions" and "desk") otherwise.
Result<> check(const Grants &own, PermissionSet permissions, DeskId desk);

/// Nobody decides about somebody who may do more than they: all that `other` holds, in its scope.
Result<> checkAll(const Grants &own, const Grants &other);

/// Conflict (account.last_administrator) when that account is an active global administrator and no
/// other one is. Asked under the lock, before it is blocked, removed or stripped.
Result<> checkOtherAdministrator(Context &context, AccountId account);

} // namespace Deskbell::Server::Delegation
