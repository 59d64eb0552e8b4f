// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/rolerepository.h"

#include "server/access/assignmentrepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::RoleRepository {

namespace {

Result<> done(const Result<Db::Rows> &rows)
{
    if (!rows)
        return fail(rows.error());
    return {};
}

} // namespace

Result<std::optional<Role>> select(Db::Connection &db, RoleId role)
{
    auto rows = db.run("access/select_role", {{":role", role}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return Role{.id = rows->id<RoleId>(0),
                .key = rows->text(1),
                .name = rows->text(2),
                .description = rows->text(3),
                .builtIn = rows->flag(4),
                .permissions = knownPermissions(rows->texts(6)),
                .version = int(rows->number(5))};
}

Result<std::optional<RoleId>> selectByKey(Db::Connection &db, const QString &key)
{
    auto rows = db.run("access/select_role_id", {{":key", key}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return rows->id<RoleId>(0);
}

Result<std::optional<Entity>> selectAnswer(Db::Connection &db, RoleId role)
{
    auto rows = db.run("access/select_role_answer", {{":role", role}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return Entity{.json = rows->utf8(0), .version = int(rows->number(1))};
}

Result<QByteArrayList> selectAll(Db::Connection &db)
{
    auto rows = db.run("access/select_roles");
    if (!rows)
        return fail(rows.error());
    QByteArrayList roles;
    while (rows->next())
        roles.append(rows->utf8(0));
    return roles;
}

Result<RoleId> insert(Db::Connection &db, const Role &role, const Author &author)
{
    auto rows = db.run("access/insert_role", {{":key", role.key},
                                              {":name", role.name},
                                              {":description", role.description},
                                              {":by", author.account},
                                              {":now", author.now}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::internal(u"A role was not stored."_s));
    return rows->id<RoleId>(0);
}

Result<> update(Db::Connection &db, const Role &role, const Author &author)
{
    return done(db.run("access/update_role", {{":role", role.id},
                                              {":name", role.name},
                                              {":description", role.description},
                                              {":by", author.account},
                                              {":now", author.now}}));
}

Result<> remove(Db::Connection &db, RoleId role, const Author &author)
{
    return done(db.run("access/delete_role",
                       {{":role", role}, {":by", author.account}, {":now", author.now}}));
}

Result<> setPermissions(Db::Connection &db, RoleId role, PermissionSet permissions)
{
    return done(db.run("access/update_role_permissions",
                       {{":role", role}, {":permissions", codesOf(permissions)}}));
}

Result<QList<AccountId>> selectHolders(Db::Connection &db, RoleId role)
{
    auto rows = db.run("access/select_role_holders", {{":role", role}});
    if (!rows)
        return fail(rows.error());
    QList<AccountId> holders;
    while (rows->next())
        holders.append(rows->id<AccountId>(0));
    return holders;
}

} // namespace Deskbell::Server::RoleRepository
