// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/attachments/attachment.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Attachment &attachment)
{
    reader.id("id"_L1, attachment.id, Presence::Required);
    reader.id("ticketId"_L1, attachment.ticketId, Presence::Required);
    reader.id("replyId"_L1, attachment.replyId, Presence::RequiredNullable);
    reader.text("fileName"_L1, attachment.fileName, Presence::Required);
    reader.text("contentType"_L1, attachment.contentType, Presence::Required);
    reader.bigInteger("size"_L1, attachment.size, Presence::Required);
    reader.text("sha256"_L1, attachment.sha256, Presence::Required);
    reader.child("createdBy"_L1, attachment.createdBy, Presence::RequiredNullable);
    reader.time("createdAt"_L1, attachment.createdAt, Presence::Required);
}

QJsonObject toJson(const Attachment &attachment)
{
    return {{u"id"_s, attachment.id.value()},
            {u"ticketId"_s, attachment.ticketId.value()},
            {u"replyId"_s, idToJson(attachment.replyId)},
            {u"fileName"_s, attachment.fileName},
            {u"contentType"_s, attachment.contentType},
            {u"size"_s, attachment.size},
            {u"sha256"_s, attachment.sha256},
            {u"createdBy"_s, toJson(attachment.createdBy)},
            {u"createdAt"_s, timeToJson(attachment.createdAt)}};
}

} // namespace Deskbell
