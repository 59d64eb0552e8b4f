// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/grants.h"
#include "server/db/connection.h"

/// Which account holds which role where.
namespace Deskbell::Server::AssignmentRepository {

/// A role that is held, with what it allows.
struct Assignment
{
    RoleId role = {};
    QString key = {};
    DeskId desk = {}; ///< none: everywhere
    PermissionSet permissions = {};
};

Result<QList<Assignment>> select(Db::Connection &db, AccountId account);

struct Change
{
    AccountId account;
    RoleId role;
    DeskId desk;
    AccountId by;
    QDateTime now;
};
Result<> insert(Db::Connection &db, const Change &change);
Result<> remove(Db::Connection &db, const Change &change);

Result<bool> deskExists(Db::Connection &db, DeskId desk);

} // namespace Deskbell::Server::AssignmentRepository

namespace Deskbell::Server {

/// Permissions by their codes, as the database keeps them. Those that this version does not know
/// were given by a newer one; they allow nothing here.
PermissionSet knownPermissions(const QStringList &codes);

} // namespace Deskbell::Server
