// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/accountsetup.h"

#include "server/access/assignmentrepository.h"
#include "server/access/rolerepository.h"
#include "server/accounts/accountchanges.h"
#include "server/accounts/accountrepository.h"
#include "server/activity/activitylog.h"
#include "server/db/transaction.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::AccountSetup {

namespace {

Result<AccountId> addInside(Db::Connection &db, const NewAccount &account)
{
    auto role = RoleRepository::selectByKey(db, toWire(account.role));
    if (!role)
        return fail(role.error());
    if (!*role)
        return fail(Error::internal(u"The built-in roles are missing."_s));
    const AccountRepository::Fields fields{
            .username = account.username,
            .email = account.email,
            .displayName = account.displayName.isEmpty() ? account.username : account.displayName,
            .passwordHash = account.passwordHash};
    auto id = AccountRepository::insert(db, fields, {.now = account.createdAt});
    if (!id)
        return id;
    auto assigned = AssignmentRepository::insert(db, {.account = *id,
                                                      .role = **role,
                                                      .desk = account.desk,
                                                      .by = {},
                                                      .now = account.createdAt});
    if (!assigned)
        return fail(assigned.error());
    QJsonObject value = AccountChanges::logged(fields);
    value.insert(u"role"_s, QString(toWire(account.role)));
    auto recorded = recordActivity(
            db, account.createdBy, account.createdAt,
            {.entity = "account", .action = "create", .entityId = id->value(), .newValue = value});
    if (!recorded)
        return fail(recorded.error());
    return id;
}

} // namespace

Result<AccountId> add(Db::Connection &db, const NewAccount &account)
{
    return Db::inTransaction<AccountId>(db, [&] { return addInside(db, account); });
}

Result<std::optional<AccountId>> find(Db::Connection &db, const QString &username)
{
    return AccountRepository::selectId(db, username);
}

} // namespace Deskbell::Server::AccountSetup
