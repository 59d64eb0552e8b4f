// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/events/event.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

bool changesTicket(EventType type)
{
    switch (type) {
    case EventType::WatcherAdded:
    case EventType::ReactionChanged:
    case EventType::ChecklistChanged:
    case EventType::TimeSpentChanged:
    case EventType::NotificationCreated:
    case EventType::NotificationUpdated:
    case EventType::PresenceChanged: return false;
    default: return true;
    }
}

void read(JsonReader &reader, Event &event)
{
    reader.id("id"_L1, event.id, Presence::Optional);
    reader.id("ticketId"_L1, event.ticketId, Presence::Optional);
    reader.integer("version"_L1, event.version, Presence::Optional, 1);
    reader.object("changes"_L1, event.changes, Presence::Optional);
    reader.child("actor"_L1, event.actor, Presence::Nullable);
    reader.time("at"_L1, event.at, Presence::Required);
    reader.child("presence"_L1, event.presence, Presence::Nullable);
}

QJsonObject toJson(const Event &event)
{
    QJsonObject object{{u"actor"_s, toJson(event.actor)}, {u"at"_s, timeToJson(event.at)}};
    if (event.id.isValid())
        object[u"id"_s] = event.id.value();
    if (event.ticketId.isValid())
        object[u"ticketId"_s] = event.ticketId.value();
    if (event.version > 0)
        object[u"version"_s] = event.version;
    if (!event.changes.isEmpty())
        object[u"changes"_s] = event.changes;
    if (event.presence)
        object[u"presence"_s] = toJson(*event.presence);
    return object;
}

Result<Event> eventFromStream(QByteArrayView type, const QJsonObject &data, Unknown unknown)
{
    const auto known = fromWire<EventType>(QLatin1StringView(type.data(), type.size()));
    if (!known)
        return fail({.code = ErrorCode::Malformed,
                     .key = "event.unknown_type",
                     .detail = u"An event of a type that this program does not know."_s});
    return fromJson<Event>(data, unknown).map([&](Event event) {
        event.type = *known;
        return event;
    });
}

} // namespace Deskbell
