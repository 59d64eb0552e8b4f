// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/notifications/notification.h"

#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Notification &notification)
{
    reader.id("id"_L1, notification.id, Presence::Required);
    reader.enumValue("kind"_L1, notification.kind, Presence::Required);
    reader.child("ticket"_L1, notification.ticket, Presence::Required);
    reader.child("actor"_L1, notification.actor, Presence::RequiredNullable);
    reader.id("entryId"_L1, notification.entryId, Presence::RequiredNullable);
    reader.flag("isInternal"_L1, notification.isInternal, Presence::Required);
    reader.text("excerpt"_L1, notification.excerpt, Presence::Required);
    reader.text("status"_L1, notification.status, Presence::Required);
    reader.text("statusLabel"_L1, notification.statusLabel, Presence::Required);
    reader.time("createdAt"_L1, notification.createdAt, Presence::Required);
    reader.time("readAt"_L1, notification.readAt, Presence::RequiredNullable);
}

QJsonObject toJson(const Notification &notification)
{
    return {{u"id"_s, notification.id.value()},
            {u"kind"_s, QString(toWire(notification.kind))},
            {u"ticket"_s, toJson(notification.ticket)},
            {u"actor"_s, toJson(notification.actor)},
            {u"entryId"_s, idToJson(notification.entryId)},
            {u"isInternal"_s, notification.isInternal},
            {u"excerpt"_s, notification.excerpt},
            {u"status"_s, notification.status},
            {u"statusLabel"_s, notification.statusLabel},
            {u"createdAt"_s, timeToJson(notification.createdAt)},
            {u"readAt"_s, timeToJson(notification.readAt)}};
}

void read(JsonReader &reader, NotificationPage &page)
{
    reader.children("data"_L1, page.data, Presence::Required);
    reader.child("pagination"_L1, page.pagination, Presence::Required);
    reader.integer("unread"_L1, page.unread, Presence::Required, 0);
}

void read(QueryReader &reader, NotificationFilter &filter)
{
    reader.flag("unread"_L1, filter.unread);
    reader.enumValues("kind"_L1, filter.kinds);
    reader.ids("ticket"_L1, filter.tickets);
    reader.paging(filter.page);
}

QueryItems toQuery(const NotificationFilter &filter)
{
    QueryItems items;
    if (filter.unread)
        items.append({u"unread"_s, *filter.unread ? u"true"_s : u"false"_s});
    appendEnums(items, u"kind"_s, filter.kinds);
    appendIds(items, u"ticket"_s, filter.tickets);
    appendPaging(items, filter.page);
    return items;
}

void read(JsonReader &reader, NotificationPatch &patch)
{
    reader.flag("read"_L1, patch.read, Presence::Required);
}

QJsonObject toJson(const NotificationPatch &patch)
{
    return {{u"read"_s, patch.read}};
}

void read(JsonReader &reader, NotificationsRead &request)
{
    reader.id("ticket"_L1, request.ticket, Presence::Nullable);
}

QJsonObject toJson(const NotificationsRead &request)
{
    return {{u"ticket"_s, idToJson(request.ticket)}};
}

} // namespace Deskbell
