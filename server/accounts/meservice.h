// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/accountrequests.h"
#include "server/base/context.h"

#include <optional>

/// What people do with their own account. Everybody who is signed in may.
namespace Deskbell::Server::MeService {

/// The principal's account, rights and teams.
Result<Me> read(Context &context);

/// Conflict (email.taken), VersionMismatch.
Result<Me> change(Context &context, const MePatch &patch, const std::optional<int> &version);

enum class PasswordOutcome { Changed, WrongPassword };

/// Sets a new password and ends the account's other sessions. A wrong current one counts as a
/// failed sign-in, and is an outcome rather than an error so that the count is kept.
/// TooManyRequests (auth.throttled), Unavailable (auth.busy).
Result<PasswordOutcome> changePassword(Context &context, const PasswordChange &change);

} // namespace Deskbell::Server::MeService
