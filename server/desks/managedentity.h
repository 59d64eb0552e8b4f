// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/paging.h"
#include "server/api/entity.h"
#include "server/api/namedpage.h"
#include "server/base/context.h"

#include <QJsonObject>

#include <functional>
#include <optional>

/// What desks, categories, teams, tags and workflows have in common: they are listed by name, have
/// a version, are removed softly, and whoever works with the desk hears of a change.
namespace Deskbell::Server {

/// One kind of such things: its word in the activity log and the names of its statements.
struct ManagedKind
{
    const char *word;
    const char *select; ///< :id → body, version; nothing once removed
    const char *lock;   ///< :id
    const char *remove; ///< :id, :account, :now
    bool isDesk = false;
    /// Whom to tell what belongs to no desk; none: who has to do with the desk.
    Result<> (*announce)(Context &context, qint64 id) = nullptr;
};

/// The number that a counting statement answers.
Result<qint64> countIn(Result<Db::Rows> rows);

/// NotFound when it is not there or was removed.
Result<Entity> selectManaged(Db::Connection &db, const ManagedKind &kind, qint64 id);
/// The entity as a value of common.
template <class T>
Result<T> valueOf(const Entity &entity)
{
    return fromJsonBytes<T>(entity.json, Unknown::Ignored).map_error([](const Error &error) {
        return Error::internal(error.detail);
    });
}

/// Inserts by `insert`, which answers the new id; logs it and tells the desk, if there is one.
Result<Entity> createManaged(Context &context, const ManagedKind &kind, DeskId desk,
                             const std::function<Result<qint64>()> &insert);

/// Whether the principal may change or remove this; the desk that it is a part of, or none.
using Authorize = std::function<Result<DeskId>(const Entity &current)>;

/// Locks, authorizes, compares versions, lets `apply` write (false: nothing changed), and logs and
/// tells what changed. Answers the entity as it is then.
Result<Entity> changeManaged(Context &context, const ManagedKind &kind, qint64 id,
                             const std::optional<int> &version, const Authorize &authorize,
                             const std::function<Result<bool>(const Entity &before)> &apply);

/// The same for removing; `refuse` may object.
Result<> removeManaged(Context &context, const ManagedKind &kind, qint64 id,
                       const std::optional<int> &version, const Authorize &authorize,
                       const std::function<Result<>(const Entity &before)> &refuse);

/// Tells everybody who has to do with the desk that it, or something of it, is another one now.
Result<> announceDesk(Context &context, DeskId desk);

/// Forbidden when the principal may not do this on the desk; NotFound when they have nothing to do
/// with that desk at all.
Result<> requireOnDesk(const Context &context, Permission permission, DeskId desk);

/// The same for a desk that the body of a request names: Invalid (field "desk", unknown) when it is
/// not there or the principal has nothing to do with it.
Result<> requireOnNamedDesk(Context &context, Permission permission, DeskId desk);

} // namespace Deskbell::Server
