// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timeline/timelineentry.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, TimelineEntry &entry)
{
    reader.id("id"_L1, entry.id, Presence::Required);
    reader.enumValue("kind"_L1, entry.kind, Presence::Required);
    reader.child("author"_L1, entry.author, Presence::RequiredNullable);
    reader.time("createdAt"_L1, entry.createdAt, Presence::Required);
    if (entry.kind == TimelineKind::Event) {
        reader.enumValue("event"_L1, entry.event, Presence::Required);
        reader.object("details"_L1, entry.details, Presence::Required);
        return;
    }
    reader.child("reply"_L1, entry.reply, Presence::Required);
    if (entry.reply && entry.reply->isInternal != (entry.kind == TimelineKind::Note))
        reader.fault("reply"_L1, "invalid");
}

QJsonObject toJson(const TimelineEntry &entry)
{
    QJsonObject object{{u"id"_s, entry.id.value()},
                       {u"kind"_s, toWire(entry.kind)},
                       {u"author"_s, toJson(entry.author)},
                       {u"createdAt"_s, timeToJson(entry.createdAt)}};
    if (entry.reply)
        object[u"reply"_s] = toJson(*entry.reply);
    if (entry.event) {
        object[u"event"_s] = toWire(*entry.event);
        object[u"details"_s] = entry.details;
    }
    return object;
}

} // namespace Deskbell
