// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/roleservice.h"

#include "server/access/delegation.h"
#include "server/access/rolerepository.h"
#include "server/activity/activitylog.h"
#include "server/db/transaction.h"
#include "server/events/eventlog.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::RoleService {

namespace {

/// The lock, and the right to change roles, which are the same for every desk.
Result<> lockAndCheck(Context &context)
{
    if (auto locked = Delegation::lock(context); !locked)
        return locked;
    if (!context.principal.grants.holdsGlobally(Permission::RoleManage))
        return fail(Error::forbidden(codeOf(Permission::RoleManage)));
    return {};
}

RoleRepository::Author author(const Context &context)
{
    return {.account = context.principal.account, .now = context.now()};
}

Error named(Error error)
{
    if (error.key == "database.duplicate") {
        return {.code = ErrorCode::Conflict,
                .key = "role.name_taken",
                .detail = u"There is a role of that name."_s,
                .fields = {{.field = u"name"_s, .key = "taken"}}};
    }
    return error;
}

Result<Entity> answer(Context &context, RoleId role)
{
    auto entity = RoleRepository::selectAnswer(context.db, role);
    if (!entity)
        return fail(entity.error());
    if (!*entity)
        return fail(Error::notFound());
    return std::move(**entity);
}

/// A key that no role has: made of the name, with a number where that is not enough.
Result<QString> freeKey(Context &context, const QString &name)
{
    const QString plain = roleKeyOf(name);
    for (int number = 1;; ++number) {
        const QString key = number == 1 ? plain : plain + u'_' + QString::number(number);
        auto taken = RoleRepository::selectByKey(context.db, key);
        if (!taken)
            return fail(taken.error());
        if (!*taken)
            return key;
    }
}

/// The role, if it may be changed, and this version of it.
Result<Role> changeable(Context &context, RoleId id, const std::optional<int> &version)
{
    auto role = RoleRepository::select(context.db, id);
    if (!role)
        return fail(role.error());
    if (!*role)
        return fail(Error::notFound());
    if ((*role)->builtIn) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "role.built_in",
                     .detail = u"Built-in roles can be neither changed nor removed."_s});
    }
    auto current = answer(context, id);
    if (!current)
        return fail(current.error());
    if (auto same = checkVersion(version, *current); !same)
        return fail(same.error());
    return std::move(**role);
}

QJsonObject logged(const Role &role)
{
    QJsonObject object = toJson(role);
    object.remove(u"id"_s);
    object.remove(u"version"_s);
    return object;
}

/// Those who hold the role may do other things from now on; their apps ask what.
Result<> refreshHolders(Context &context, RoleId role)
{
    auto holders = RoleRepository::selectHolders(context.db, role);
    if (!holders)
        return fail(holders.error());
    for (const AccountId holder : std::as_const(*holders)) {
        auto appended = appendEvent(context, {.type = EventType::AccountUpdated,
                                              .data = {{u"id"_s, holder.value()}},
                                              .recipients = {holder}});
        if (!appended)
            return appended;
    }
    return {};
}

/// Those who may list them.
Result<> announce(Context &context, RoleId role)
{
    return tellHolders(context, EventType::RoleUpdated, role.value(),
                       {.somewhere = {Permission::UserView, Permission::UserManage},
                        .everywhere = {Permission::RoleManage}});
}

Result<Entity> createLocked(Context &context, const RoleDraft &draft)
{
    if (auto allowed = lockAndCheck(context); !allowed)
        return fail(allowed.error());
    if (auto given = Delegation::check(context.principal.grants, draft.permissions, {}); !given)
        return fail(given.error());
    auto key = freeKey(context, draft.name);
    if (!key)
        return fail(key.error());
    const Role role{.key = *key,
                    .name = draft.name,
                    .description = draft.description,
                    .permissions = draft.permissions};
    auto id = RoleRepository::insert(context.db, role, author(context));
    if (!id)
        return fail(named(id.error()));
    if (auto set = RoleRepository::setPermissions(context.db, *id, draft.permissions); !set)
        return fail(set.error());
    auto recorded = recordActivity(context, {.entity = "role",
                                             .action = "create",
                                             .entityId = id->value(),
                                             .newValue = logged(role)});
    if (!recorded)
        return fail(recorded.error());
    if (auto announced = announce(context, *id); !announced)
        return fail(announced.error());
    return answer(context, *id);
}

Result<Entity> changeLocked(Context &context, RoleId id, const RolePatch &patch,
                            const std::optional<int> &version)
{
    if (auto allowed = lockAndCheck(context); !allowed)
        return fail(allowed.error());
    auto before = changeable(context, id, version);
    if (!before)
        return fail(before.error());
    Role after = *before;
    after.name = patch.name.value_or(before->name);
    after.description = patch.description.value_or(before->description);
    after.permissions = patch.permissions.value_or(before->permissions);
    if (after == *before)
        return answer(context, id);

    const PermissionSet changed = before->permissions ^ after.permissions;
    if (auto given = Delegation::check(context.principal.grants, changed, {}); !given)
        return fail(given.error());
    if (auto updated = RoleRepository::update(context.db, after, author(context)); !updated)
        return fail(named(updated.error()));
    if (auto set = RoleRepository::setPermissions(context.db, id, after.permissions); !set)
        return fail(set.error());
    auto recorded = recordActivity(context, {.entity = "role",
                                             .action = "update",
                                             .entityId = id.value(),
                                             .oldValue = logged(*before),
                                             .newValue = logged(after)});
    if (!recorded)
        return fail(recorded.error());
    if (auto told = refreshHolders(context, id); !told)
        return fail(told.error());
    if (auto announced = announce(context, id); !announced)
        return fail(announced.error());
    return answer(context, id);
}

Result<> removeLocked(Context &context, RoleId id, const std::optional<int> &version)
{
    if (auto allowed = lockAndCheck(context); !allowed)
        return allowed;
    auto role = changeable(context, id, version);
    if (!role)
        return fail(role.error());
    auto holders = RoleRepository::selectHolders(context.db, id);
    if (!holders)
        return fail(holders.error());
    if (!holders->isEmpty()) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "role.in_use",
                     .detail = u"Somebody still holds this role."_s,
                     .params = {{u"holders"_s, holders->size()}}});
    }
    if (auto removed = RoleRepository::remove(context.db, id, author(context)); !removed)
        return removed;
    auto recorded = recordActivity(context, {.entity = "role",
                                             .action = "delete",
                                             .entityId = id.value(),
                                             .oldValue = logged(*role)});
    return recorded ? announce(context, id) : recorded;
}

} // namespace

Result<QByteArrayList> list(Context &context)
{
    const Grants &grants = context.principal.grants;
    if (!grants.holdsAnywhere(Permission::UserView) && !grants.holdsAnywhere(Permission::UserManage)
        && !grants.holdsGlobally(Permission::RoleManage)) {
        return fail(Error::forbidden(codeOf(Permission::UserView)));
    }
    return RoleRepository::selectAll(context.db);
}

Result<Entity> create(Context &context, const RoleDraft &draft)
{
    return Db::inTransaction<Entity>(context.db, [&] { return createLocked(context, draft); });
}

Result<Entity> change(Context &context, RoleId role, const RolePatch &patch,
                      const std::optional<int> &version)
{
    return Db::inTransaction<Entity>(context.db,
                                     [&] { return changeLocked(context, role, patch, version); });
}

Result<> remove(Context &context, RoleId role, const std::optional<int> &version)
{
    return Db::inTransaction<void>(context.db,
                                   [&] { return removeLocked(context, role, version); });
}

} // namespace Deskbell::Server::RoleService
