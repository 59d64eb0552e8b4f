// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/accountfilter.h"
#include "server/api/entity.h"
#include "server/api/listing.h"
#include "server/db/connection.h"

#include <optional>

/// The rows of accounts.
namespace Deskbell::Server::AccountRepository {

/// What of an account can be changed.
struct Fields
{
    QString username = {};
    QString email = {};
    QString displayName = {};
    AccountStatus status = AccountStatus::Active;
    OrganisationId organisation = {};
    QString locale = {};
    QString timeZone = {};
    QDateTime awayUntil = {};
    QString passwordHash = {}; ///< empty: cannot sign in with a password

    friend bool operator==(const Fields &, const Fields &) = default;
};

/// Who changes something (nobody: the system), and when.
struct Author
{
    AccountId account = {};
    QDateTime now = {};
};

/// The account; nothing when it was removed.
Result<std::optional<Fields>> select(Db::Connection &db, AccountId account);
/// The same, locked until the transaction ends.
Result<std::optional<Fields>> lock(Db::Connection &db, AccountId account);
/// Conflict (email.taken, username.taken), as update().
Result<AccountId> insert(Db::Connection &db, const Fields &fields, const Author &author);
Result<> update(Db::Connection &db, AccountId account, const Fields &fields, const Author &author);
Result<> remove(Db::Connection &db, AccountId account, const Author &author);
/// Another version of them, because something that belongs to them changed.
Result<> touch(Db::Connection &db, const QList<AccountId> &accounts, const Author &author);

Result<std::optional<Entity>> selectAnswer(Db::Connection &db, AccountId account);

/// An account as itself sees it.
struct Own
{
    Entity account = {};
    QByteArray teams = {}; ///< JSON list
};
Result<std::optional<Own>> selectOwn(Db::Connection &db, AccountId account);

Result<std::optional<AccountId>> selectId(Db::Connection &db, const QString &username);
/// Active accounts that hold user.manage somewhere.
Result<QList<AccountId>> selectManagers(Db::Connection &db);

Result<bool> organisationExists(Db::Connection &db, OrganisationId organisation);

Result<Listed> selectPage(Db::Connection &db, const AccountFilter &filter);

} // namespace Deskbell::Server::AccountRepository
