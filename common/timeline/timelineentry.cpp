// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timeline/timelineentry.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Reaction &reaction)
{
    reader.enumValue("kind"_L1, reaction.kind, Presence::Required);
    reader.children("people"_L1, reaction.people, Presence::Required);
}

QJsonObject toJson(const Reaction &reaction)
{
    return {{u"kind"_s, QString(toWire(reaction.kind))},
            {u"people"_s, listToJson(reaction.people)}};
}

void read(JsonReader &reader, TimelineEntry &entry)
{
    reader.id("id"_L1, entry.id, Presence::Required);
    reader.id("ticketId"_L1, entry.ticketId, Presence::Required);
    reader.enumValue("kind"_L1, entry.kind, Presence::Required);
    reader.child("author"_L1, entry.author, Presence::RequiredNullable);
    reader.flag("isInternal"_L1, entry.isInternal, Presence::Required);
    reader.flag("isSolution"_L1, entry.isSolution, Presence::Required);
    reader.object("details"_L1, entry.details, Presence::Required);
    reader.children("mentions"_L1, entry.mentions, Presence::Optional);
    reader.children("reactions"_L1, entry.reactions, Presence::Optional);
    reader.children("attachments"_L1, entry.attachments, Presence::Required);
    reader.time("createdAt"_L1, entry.createdAt, Presence::Required);
    reader.time("editedAt"_L1, entry.editedAt, Presence::RequiredNullable);
    reader.time("deletedAt"_L1, entry.deletedAt, Presence::RequiredNullable);
    reader.integer("version"_L1, entry.version, Presence::Required, 1);

    // The member of the other kind is there, too, and null.
    reader.describe("eventType"_L1, JsonShapes::oneOf(wireNames<TimelineEvent>()),
                    Presence::RequiredNullable);
    reader.describe("message"_L1, JsonShapes::text(), Presence::RequiredNullable);
    const bool isEvent = entry.kind == TimelineKind::Event;
    if (isEvent)
        reader.enumValue("eventType"_L1, entry.event, Presence::Required);
    else
        reader.text("message"_L1, entry.message, Presence::Required);
    const auto other = isEvent ? "message"_L1 : "eventType"_L1;
    reader.accept(other);
    if (!reader.isNull(other))
        reader.fault(other, "invalid");
    if (entry.kind == TimelineKind::Note && !entry.isInternal)
        reader.fault("isInternal"_L1, "invalid");
}

QJsonObject toJson(const TimelineEntry &entry)
{
    const bool isEvent = entry.kind == TimelineKind::Event;
    return {{u"id"_s, entry.id.value()},
            {u"ticketId"_s, entry.ticketId.value()},
            {u"kind"_s, QString(toWire(entry.kind))},
            {u"eventType"_s, entry.event ? QJsonValue(QString(toWire(*entry.event)))
                                         : QJsonValue(QJsonValue::Null)},
            {u"author"_s, toJson(entry.author)},
            {u"message"_s, isEvent ? QJsonValue(QJsonValue::Null) : QJsonValue(entry.message)},
            {u"isInternal"_s, entry.isInternal},
            {u"isSolution"_s, entry.isSolution},
            {u"details"_s, entry.details},
            {u"mentions"_s, listToJson(entry.mentions)},
            {u"reactions"_s, listToJson(entry.reactions)},
            {u"attachments"_s, listToJson(entry.attachments)},
            {u"createdAt"_s, timeToJson(entry.createdAt)},
            {u"editedAt"_s, timeToJson(entry.editedAt)},
            {u"deletedAt"_s, timeToJson(entry.deletedAt)},
            {u"version"_s, entry.version}};
}

} // namespace Deskbell
