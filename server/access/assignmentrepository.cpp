// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/assignmentrepository.h"

namespace Deskbell::Server {

PermissionSet knownPermissions(const QStringList &codes)
{
    PermissionSet permissions;
    for (const QString &code : codes) {
        if (const auto permission = fromWire<Permission>(code))
            permissions.insert(*permission);
    }
    return permissions;
}

namespace AssignmentRepository {

Result<QList<Assignment>> select(Db::Connection &db, AccountId account)
{
    auto rows = db.run("access/select_assignments", {{":account", account}});
    if (!rows)
        return fail(rows.error());
    QList<Assignment> assignments;
    while (rows->next()) {
        assignments.append({.role = rows->id<RoleId>(0),
                            .key = rows->text(1),
                            .desk = rows->id<DeskId>(2),
                            .permissions = knownPermissions(rows->texts(3))});
    }
    return assignments;
}

Result<> insert(Db::Connection &db, const Change &change)
{
    auto rows = db.run("access/insert_assignment", {{":account", change.account},
                                                    {":role", change.role},
                                                    {":desk", change.desk},
                                                    {":by", change.by},
                                                    {":now", change.now}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<> remove(Db::Connection &db, const Change &change)
{
    auto rows = db.run(
            "access/delete_assignment",
            {{":account", change.account}, {":role", change.role}, {":desk", change.desk}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<bool> deskExists(Db::Connection &db, DeskId desk)
{
    auto rows = db.run("access/select_desk_exists", {{":desk", desk}});
    if (!rows)
        return fail(rows.error());
    return rows->next() && rows->flag(0);
}

} // namespace AssignmentRepository

} // namespace Deskbell::Server
