// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/role.h"
#include "server/api/entity.h"
#include "server/db/connection.h"

#include <optional>

/// The rows of roles.
namespace Deskbell::Server::RoleRepository {

Result<std::optional<Role>> select(Db::Connection &db, RoleId role);
Result<std::optional<RoleId>> selectByKey(Db::Connection &db, const QString &key);
Result<std::optional<Entity>> selectAnswer(Db::Connection &db, RoleId role);
/// Every role, as JSON.
Result<QByteArrayList> selectAll(Db::Connection &db);

/// Who changes something, and when.
struct Author
{
    AccountId account;
    QDateTime now;
};
/// `role.id`, `builtIn` and `version` do not count.
Result<RoleId> insert(Db::Connection &db, const Role &role, const Author &author);
Result<> update(Db::Connection &db, const Role &role, const Author &author);
Result<> remove(Db::Connection &db, RoleId role, const Author &author);
Result<> setPermissions(Db::Connection &db, RoleId role, PermissionSet permissions);

Result<QList<AccountId>> selectHolders(Db::Connection &db, RoleId role);

} // namespace Deskbell::Server::RoleRepository
