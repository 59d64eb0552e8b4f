// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/accountrepository.h"
#include "server/base/context.h"

/// What every change of an account has in common, whoever makes it. Parts of the caller's
/// transaction.
namespace Deskbell::Server::AccountChanges {

AccountRepository::Author author(const Context &context);

/// The account as it is; NotFound when it was removed.
Result<Entity> current(Context &context, AccountId account);

/// Invalid (field "organisation", unknown) for one that there is not.
Result<> checkOrganisation(Context &context, OrganisationId organisation);

/// Stores the fields if they differ, logs what did, and tells it.
Result<> store(Context &context, AccountId account, const AccountRepository::Fields &before,
               const AccountRepository::Fields &after);

/// The fields as the log keeps them: without secrets.
QJsonObject logged(const AccountRepository::Fields &fields);

/// Tells the account's own apps, and those of whoever manages accounts, that it changed.
Result<> tell(Context &context, AccountId account);

} // namespace Deskbell::Server::AccountChanges
