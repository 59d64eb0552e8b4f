// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/desks/managedentity.h"

#include "server/activity/activitylog.h"
#include "server/db/transaction.h"
#include "server/events/eventlog.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

QJsonObject objectOf(const std::optional<Entity> &entity)
{
    return entity ? QJsonDocument::fromJson(entity->json).object() : QJsonObject();
}

bool hasToDoWith(const Grants &grants, DeskId desk)
{
    constexpr std::array permissions
            = {Permission::TicketCreate,  Permission::TicketCreateForOthers,
               Permission::TicketViewAll, Permission::TicketViewTeam,
               Permission::DeskManage,    Permission::CategoryManage,
               Permission::TeamManage};
    return std::any_of(permissions.begin(), permissions.end(),
                       [&](Permission permission) { return grants.holds(permission, desk); });
}

/// Locked until the transaction ends, if the caller may change it and it still has the version that
/// they named.
Result<Entity> lockManaged(Context &context, const ManagedKind &kind, qint64 id,
                           const std::optional<int> &version, const Authorize &authorize,
                           DeskId &desk)
{
    // Only what is read after the lock was got is as it is now.
    if (auto locked = context.db.run(kind.lock, {{":id", id}}); !locked)
        return fail(locked.error());
    auto entity = selectManaged(context.db, kind, id);
    if (!entity)
        return entity;
    auto authorized = authorize(*entity);
    if (!authorized)
        return fail(authorized.error());
    desk = *authorized;
    if (auto current = checkVersion(version, *entity); !current)
        return fail(current.error());
    return entity;
}

/// The activity log has the whole entity before and after; none: it was not there.
Result<> tell(Context &context, const ManagedKind &kind, const char *action, qint64 id, DeskId desk,
              const std::optional<Entity> &before, const std::optional<Entity> &after)
{
    auto recorded = recordActivity(context, {.entity = kind.word,
                                             .action = action,
                                             .entityId = id,
                                             .desk = desk,
                                             .oldValue = objectOf(before),
                                             .newValue = objectOf(after)});
    if (!recorded)
        return recorded;
    if (kind.announce)
        return kind.announce(context, id);
    return desk.isValid() ? announceDesk(context, desk) : Result<>();
}

} // namespace

Result<qint64> countIn(Result<Db::Rows> rows)
{
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->number(0);
}

Result<Entity> selectManaged(Db::Connection &db, const ManagedKind &kind, qint64 id)
{
    auto rows = db.run(kind.select, {{":id", id}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(QString::fromLatin1(kind.word)));
    return Entity{.json = rows->utf8(0), .version = int(rows->number(1))};
}

Result<Entity> createManaged(Context &context, const ManagedKind &kind, DeskId desk,
                             const std::function<Result<qint64>()> &insert)
{
    return Db::inTransaction<Entity>(context.db, [&]() -> Result<Entity> {
        auto id = insert();
        if (!id)
            return fail(id.error());
        auto made = selectManaged(context.db, kind, *id);
        if (!made)
            return made;
        // A desk is its own.
        const DeskId concerned = desk.isValid() || !kind.isDesk ? desk : DeskId(*id);
        if (auto told = tell(context, kind, "create", *id, concerned, {}, *made); !told)
            return fail(told.error());
        return made;
    });
}

Result<Entity> changeManaged(Context &context, const ManagedKind &kind, qint64 id,
                             const std::optional<int> &version, const Authorize &authorize,
                             const std::function<Result<bool>(const Entity &before)> &apply)
{
    return Db::inTransaction<Entity>(context.db, [&]() -> Result<Entity> {
        DeskId desk;
        auto before = lockManaged(context, kind, id, version, authorize, desk);
        if (!before)
            return before;
        auto changed = apply(*before);
        if (!changed)
            return fail(changed.error());
        if (!*changed)
            return before;
        auto after = selectManaged(context.db, kind, id);
        if (!after)
            return after;
        if (auto told = tell(context, kind, "update", id, desk, *before, *after); !told)
            return fail(told.error());
        return after;
    });
}

Result<> removeManaged(Context &context, const ManagedKind &kind, qint64 id,
                       const std::optional<int> &version, const Authorize &authorize,
                       const std::function<Result<>(const Entity &before)> &refuse)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        DeskId desk;
        auto before = lockManaged(context, kind, id, version, authorize, desk);
        if (!before)
            return fail(before.error());
        if (auto refused = refuse(*before); !refused)
            return refused;
        auto rows = context.db.run(
                kind.remove,
                {{":id", id}, {":account", context.principal.account}, {":now", context.now()}});
        if (!rows)
            return fail(rows.error());
        return tell(context, kind, "delete", id, desk, *before, {});
    });
}

Result<> announceDesk(Context &context, DeskId desk)
{
    auto rows = context.db.run("desks/select_audience", {{":desk", desk}, {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    QList<AccountId> audience;
    while (rows->next())
        audience.append(rows->id<AccountId>(0));
    if (audience.isEmpty())
        return {};
    return appendEvent(context, {.type = EventType::DeskUpdated,
                                 .data = {{u"id"_s, desk.value()}},
                                 .recipients = audience});
}

Result<> requireOnDesk(const Context &context, Permission permission, DeskId desk)
{
    const Grants &grants = context.principal.grants;
    if (grants.holds(permission, desk))
        return {};
    if (hasToDoWith(grants, desk))
        return fail(Error::forbidden(codeOf(permission)));
    return fail(Error::notFound());
}

Result<> requireOnNamedDesk(Context &context, Permission permission, DeskId desk)
{
    const Error unknown = Error::invalidField(u"desk"_s, "unknown");
    auto rows = context.db.run("desks/select_desk_exists", {{":desk", desk}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next() || !rows->flag(0))
        return fail(unknown);
    return requireOnDesk(context, permission, desk).map_error([&](const Error &error) {
        return error.code == ErrorCode::NotFound ? unknown : error;
    });
}

} // namespace Deskbell::Server
