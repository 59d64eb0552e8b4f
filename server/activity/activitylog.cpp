// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/activity/activitylog.h"

namespace Deskbell::Server {

namespace {

/// Who, when and from where.
struct Origin
{
    AccountId actor = {};
    QString actorName = {};
    QDateTime at = {};
    QString peer = {};
    QString requestId = {};
};

std::optional<QJsonObject> unlessEmpty(const QJsonObject &object)
{
    return object.isEmpty() ? std::nullopt : std::optional(object);
}

Result<> insert(Db::Connection &db, const Origin &origin, const ActivityDraft &draft)
{
    auto rows
            = db.run("activity/insert_activity", {{":at", origin.at},
                                                  {":actor", origin.actor},
                                                  {":actor_name", origin.actorName},
                                                  {":action", QLatin1StringView(draft.action)},
                                                  {":entity", QLatin1StringView(draft.entity)},
                                                  {":entity_id", Id<ActivityDraft>(draft.entityId)},
                                                  {":ticket", draft.ticket},
                                                  {":desk", draft.desk},
                                                  {":internal", draft.internal},
                                                  {":old_value", unlessEmpty(draft.oldValue)},
                                                  {":new_value", unlessEmpty(draft.newValue)},
                                                  {":peer", origin.peer},
                                                  {":request_id", origin.requestId}});
    if (!rows)
        return fail(rows.error());
    return {};
}

} // namespace

Result<> recordActivity(Context &context, const ActivityDraft &draft)
{
    return insert(context.db,
                  {.actor = context.principal.account,
                   .actorName = context.principal.displayName,
                   .at = context.now(),
                   .peer = context.peer,
                   .requestId = QString::fromLatin1(context.requestId)},
                  draft);
}

Result<> recordActivity(Db::Connection &db, const QString &actor, const QDateTime &now,
                        const ActivityDraft &draft)
{
    return insert(db, {.actorName = actor, .at = now}, draft);
}

} // namespace Deskbell::Server
