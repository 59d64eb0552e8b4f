// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/accountrequests.h"
#include "common/accounts/heldpermission.h"
#include "server/accounts/accountrepository.h"
#include "server/base/context.h"

#include <optional>

/// Managing other people's accounts, and signing up. Who manages whom is
/// AssignmentService::checkManages().
namespace Deskbell::Server::AccountService {

/// A new account that somebody makes for themselves: a requester, whatever they send. Forbidden
/// (signup.disabled), Conflict (email.taken, username.taken).
Result<Entity> signUp(Context &context, const SignUp &signUp);

/// The accounts that match. For holders of user.view or user.manage anywhere.
Result<Listed> list(Context &context, const AccountFilter &filter);

/// One account; everybody may see their own. The look is logged.
Result<Entity> read(Context &context, AccountId account);

/// What an account may do, and by which roles; in the order of the table of permissions. For
/// holders of user.manage anywhere.
Result<QList<HeldPermission>> permissions(Context &context, AccountId account);

/// Conflict (email.taken, username.taken), Forbidden (access.not_delegable).
Result<Entity> create(Context &context, const AccountDraft &draft);

/// Conflict (account.last_administrator), VersionMismatch. Blocking, deactivating or another
/// password ends the account's sessions.
Result<Entity> change(Context &context, AccountId account, const AccountPatch &patch,
                      const std::optional<int> &version);

/// Removes softly: names stay on what the person did.
Result<> remove(Context &context, AccountId account, const std::optional<int> &version);

/// Makes the account hold exactly these roles (AssignmentService::assign()).
Result<Entity> assignRoles(Context &context, AccountId account, const RoleAssignments &roles,
                           const std::optional<int> &version);

} // namespace Deskbell::Server::AccountService
