// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/activity/activitylog.h"

#include <QJsonDocument>

namespace Deskbell::Server {

namespace {

QVariant jsonOrNull(const QJsonObject &object)
{
    if (object.isEmpty())
        return QVariant(QMetaType(QMetaType::QString));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

Result<> recordActivity(Context &context, const ActivityDraft &draft)
{
    auto rows = context.db.run("activity/insert_activity",
                               {{":at", context.now()},
                                {":actor", context.principal.account},
                                {":actor_name", context.principal.displayName},
                                {":action", QLatin1StringView(draft.action)},
                                {":entity", QLatin1StringView(draft.entity)},
                                {":entity_id", Id<ActivityDraft>(draft.entityId)},
                                {":ticket", draft.ticket},
                                {":desk", draft.desk},
                                {":old_value", jsonOrNull(draft.oldValue)},
                                {":new_value", jsonOrNull(draft.newValue)},
                                {":peer", context.peer},
                                {":request_id", QString::fromLatin1(context.requestId)}});
    if (!rows)
        return fail(rows.error());
    return {};
}

} // namespace Deskbell::Server
