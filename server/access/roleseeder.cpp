// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/roleseeder.h"

#include "common/access/builtinroles.h"
#include "server/db/transaction.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Result<> seedRole(Db::Connection &db, BuiltInRole role)
{
    auto rows = db.run("access/upsert_built_in_role",
                       {{":key", toWire(role)}, {":name", nameOf(role)}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::internal(u"A built-in role was not stored."_s));
    auto updated = db.run(
            "access/update_role_permissions",
            {{":role", rows->id<RoleId>(0)}, {":permissions", codesOf(permissionsOf(role))}});
    if (!updated)
        return fail(updated.error());
    return {};
}

} // namespace

Result<> seedRoles(Db::Connection &db)
{
    return Db::inTransaction<void>(db, [&]() -> Result<> {
        if (auto locked = db.run("access/lock_access"); !locked)
            return fail(locked.error());
        for (const auto &row : WireEnum<BuiltInRole>::names) {
            if (auto seeded = seedRole(db, row.value); !seeded)
                return seeded;
        }
        return {};
    });
}

} // namespace Deskbell::Server
