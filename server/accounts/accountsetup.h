// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/builtinroles.h"
#include "common/accounts/account.h"
#include "server/db/connection.h"

#include <optional>

/// Accounts that are made without anybody signed in: by a command, or with the demo data. Nobody's
/// rights are asked; whoever can run the command owns the database.
namespace Deskbell::Server::AccountSetup {

struct NewAccount
{
    QString username = {};
    QString email = {};
    QString displayName = {};  ///< empty: the user name
    QString passwordHash = {}; ///< by PasswordHasher; empty: cannot sign in with a password
    BuiltInRole role = BuiltInRole::Requester;
    DeskId desk = {}; ///< where the role holds; none: everywhere
    QDateTime createdAt = {};
    QString createdBy = {}; ///< as the activity log names it: "deskbelld user add"
};

/// Conflict (email.taken, username.taken). The fields must have been validated (AccountDraft). A
/// transaction of its own, or part of the caller's.
Result<AccountId> add(Db::Connection &db, const NewAccount &account);

/// The account of that user name, whatever its case.
Result<std::optional<AccountId>> find(Db::Connection &db, const QString &username);

} // namespace Deskbell::Server::AccountSetup
