// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/activity/activityentry.h"

#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, ActivityEntry &entry)
{
    reader.id("id"_L1, entry.id, Presence::Required);
    reader.time("at"_L1, entry.at, Presence::Required);
    reader.id("actorId"_L1, entry.actorId, Presence::RequiredNullable);
    reader.text("actorName"_L1, entry.actorName, Presence::Required);
    reader.text("action"_L1, entry.action, Presence::Required);
    reader.text("entity"_L1, entry.entity, Presence::Required);
    reader.id("entityId"_L1, entry.entityId, Presence::RequiredNullable);
    reader.id("ticketId"_L1, entry.ticketId, Presence::RequiredNullable);
    reader.id("deskId"_L1, entry.deskId, Presence::RequiredNullable);
    reader.value("oldValue"_L1, entry.oldValue, Presence::RequiredNullable);
    reader.value("newValue"_L1, entry.newValue, Presence::RequiredNullable);
    reader.text("peer"_L1, entry.peer, Presence::Required);
    reader.text("requestId"_L1, entry.requestId, Presence::Required);
}

QJsonObject toJson(const ActivityEntry &entry)
{
    return {{u"id"_s, entry.id.value()},
            {u"at"_s, timeToJson(entry.at)},
            {u"actorId"_s, idToJson(entry.actorId)},
            {u"actorName"_s, entry.actorName},
            {u"action"_s, entry.action},
            {u"entity"_s, entry.entity},
            {u"entityId"_s, idToJson(entry.entityId)},
            {u"ticketId"_s, idToJson(entry.ticketId)},
            {u"deskId"_s, idToJson(entry.deskId)},
            {u"oldValue"_s, entry.oldValue},
            {u"newValue"_s, entry.newValue},
            {u"peer"_s, entry.peer},
            {u"requestId"_s, entry.requestId}};
}

void read(QueryReader &reader, ActivityFilter &filter)
{
    reader.idFilter("actor"_L1, filter.actor);
    reader.texts("action"_L1, filter.actions);
    reader.texts("entity"_L1, filter.entities);
    reader.ids("ticket"_L1, filter.tickets);
    reader.ids("desk"_L1, filter.desks);
    reader.time("after"_L1, filter.after);
    reader.time("before"_L1, filter.before);
    reader.text("q"_L1, filter.search, 200);
    reader.paging(filter.page);
}

QueryItems toQuery(const ActivityFilter &filter)
{
    QueryItems items;
    appendIds(items, u"actor"_s, filter.actor);
    appendWords(items, u"action"_s, filter.actions);
    appendWords(items, u"entity"_s, filter.entities);
    appendIds(items, u"ticket"_s, filter.tickets);
    appendIds(items, u"desk"_s, filter.desks);
    appendTime(items, u"after"_s, filter.after);
    appendTime(items, u"before"_s, filter.before);
    if (!filter.search.isEmpty())
        items.append({u"q"_s, filter.search});
    appendPaging(items, filter.page);
    return items;
}

} // namespace Deskbell
