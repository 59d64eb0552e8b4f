// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/accountrequests.h"
#include "server/access/assignmentrepository.h"
#include "server/base/context.h"

/// Giving and taking roles. Everything here is part of the caller's transaction, which holds
/// Delegation::lock().
namespace Deskbell::Server::AssignmentService {

/// What the account may do by the roles that it holds.
Result<Grants> grantsOf(Context &context, AccountId account);

/// Whether the principal manages that account: user.manage everywhere, or for every desk for which
/// the account holds a role, if it holds one for a desk at all; and it may do nothing that the
/// principal may not. Forbidden otherwise.
Result<> checkManages(Context &context, AccountId account);

/// What every account holds from the start, whoever makes it.
Result<RoleAssignment> baseAssignment(Db::Connection &db);

enum class Occasion { NewAccount, Change };

/// Makes the account hold exactly these roles. What changes must be the principal's to give or
/// take: user.manage in that scope and every permission of the role; a new account gets the base
/// role from anybody who may create one. Invalid (field "roles[n].role" or ".desk", unknown) for
/// what there is not. Writes the log; true when something changed.
Result<bool> assign(Context &context, AccountId account, const QList<RoleAssignment> &wanted,
                    Occasion occasion);

} // namespace Deskbell::Server::AssignmentService
