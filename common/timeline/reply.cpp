// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timeline/reply.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Reply &reply)
{
    reader.id("id"_L1, reply.id, Presence::Required);
    reader.id("ticketId"_L1, reply.ticketId, Presence::Required);
    reader.text("message"_L1, reply.message, Presence::Required);
    reader.flag("isInternal"_L1, reply.isInternal, Presence::Required);
    reader.flag("isSolution"_L1, reply.isSolution, Presence::Required);
    reader.child("author"_L1, reply.author, Presence::RequiredNullable);
    reader.time("createdAt"_L1, reply.createdAt, Presence::Required);
    reader.time("editedAt"_L1, reply.editedAt, Presence::RequiredNullable);
    reader.time("deletedAt"_L1, reply.deletedAt, Presence::RequiredNullable);
    reader.children("attachments"_L1, reply.attachments, Presence::Required);
    reader.integer("version"_L1, reply.version, Presence::Required, 1);
}

QJsonObject toJson(const Reply &reply)
{
    return {{u"id"_s, reply.id.value()},
            {u"ticketId"_s, reply.ticketId.value()},
            {u"message"_s, reply.message},
            {u"isInternal"_s, reply.isInternal},
            {u"isSolution"_s, reply.isSolution},
            {u"author"_s, toJson(reply.author)},
            {u"createdAt"_s, timeToJson(reply.createdAt)},
            {u"editedAt"_s, timeToJson(reply.editedAt)},
            {u"deletedAt"_s, timeToJson(reply.deletedAt)},
            {u"attachments"_s, listToJson(reply.attachments)},
            {u"version"_s, reply.version}};
}

} // namespace Deskbell
