// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/attachments/attachment.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Attachment &attachment)
{
    reader.id("id"_L1, attachment.id, Presence::Required);
    reader.id("ticketId"_L1, attachment.ticketId, Presence::Required);
    reader.id("entryId"_L1, attachment.entryId, Presence::RequiredNullable);
    reader.text("fileName"_L1, attachment.fileName, Presence::Required);
    reader.text("mediaType"_L1, attachment.mediaType, Presence::Required);
    reader.bigInteger("size"_L1, attachment.size, Presence::Required);
    reader.text("sha256"_L1, attachment.sha256, Presence::Required);
    reader.flag("isInternal"_L1, attachment.isInternal, Presence::Required);
    reader.time("createdAt"_L1, attachment.createdAt, Presence::Required);
    reader.child("createdBy"_L1, attachment.createdBy, Presence::RequiredNullable);
}

QJsonObject toJson(const Attachment &attachment)
{
    return {{u"id"_s, attachment.id.value()},
            {u"ticketId"_s, attachment.ticketId.value()},
            {u"entryId"_s, idToJson(attachment.entryId)},
            {u"fileName"_s, attachment.fileName},
            {u"mediaType"_s, attachment.mediaType},
            {u"size"_s, attachment.size},
            {u"sha256"_s, attachment.sha256},
            {u"isInternal"_s, attachment.isInternal},
            {u"createdAt"_s, timeToJson(attachment.createdAt)},
            {u"createdBy"_s, toJson(attachment.createdBy)}};
}

} // namespace Deskbell
