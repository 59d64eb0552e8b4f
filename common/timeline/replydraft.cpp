// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timeline/replydraft.h"

#include "common/base/jsonwriter.h"
#include "common/tickets/ticketrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void checkAttachmentCount(const QList<QUuid> &ids, QList<FieldError> &faults)
{
    if (ids.size() > maxAttachmentsAtOnce)
        faults.append({.field = u"attachmentIds"_s,
                       .key = "too_long",
                       .params = {{u"max"_s, maxAttachmentsAtOnce}}});
}

void read(JsonReader &reader, ReplyDraft &draft)
{
    reader.cleanedText("message"_L1, draft.message, Presence::Required);
    reader.flag("isInternal"_L1, draft.isInternal, Presence::Optional);
    reader.flag("isSolution"_L1, draft.isSolution, Presence::Optional);
    reader.uuids("attachmentIds"_L1, draft.attachmentIds, Presence::Optional);
    reader.ids("mentions"_L1, draft.mentions, Presence::Optional);
    reader.cleanedText("despiteClaim"_L1, draft.despiteClaim, Presence::Nullable);
}

QJsonObject toJson(const ReplyDraft &draft)
{
    QJsonObject object{{u"message"_s, draft.message},
                       {u"isInternal"_s, draft.isInternal},
                       {u"isSolution"_s, draft.isSolution},
                       {u"attachmentIds"_s, uuidsToJson(draft.attachmentIds)}};
    if (!draft.mentions.isEmpty())
        object[u"mentions"_s] = idsToJson(draft.mentions);
    if (!draft.despiteClaim.isEmpty())
        object[u"despiteClaim"_s] = draft.despiteClaim;
    return object;
}

QList<FieldError> validate(const ReplyDraft &draft)
{
    QList<FieldError> faults;
    if (const auto fault = textFault(u"message"_s, draft.message, replyMessageRule))
        faults.append(*fault);
    if (draft.isInternal && draft.isSolution) // the requester could not read what solved it
        faults.append({.field = u"isSolution"_s, .key = "invalid"});
    checkAttachmentCount(draft.attachmentIds, faults);
    if (draft.mentions.size() > maxMentions)
        faults.append(
                {.field = u"mentions"_s, .key = "too_long", .params = {{u"max"_s, maxMentions}}});
    checkText(u"despiteClaim"_s, draft.despiteClaim, reasonRule, faults);
    return faults;
}

void read(JsonReader &reader, ReplyPatch &patch)
{
    reader.cleanedText("message"_L1, patch.message, Presence::Optional);
    reader.flag("isSolution"_L1, patch.isSolution, Presence::Optional);
    reader.uuids("attachmentIds"_L1, patch.attachmentIds, Presence::Optional);
}

QJsonObject toJson(const ReplyPatch &patch)
{
    QJsonObject object;
    if (patch.message)
        object[u"message"_s] = *patch.message;
    if (patch.isSolution)
        object[u"isSolution"_s] = *patch.isSolution;
    if (!patch.attachmentIds.isEmpty())
        object[u"attachmentIds"_s] = uuidsToJson(patch.attachmentIds);
    return object;
}

QList<FieldError> validate(const ReplyPatch &patch)
{
    QList<FieldError> faults;
    if (patch.message) {
        if (const auto fault = textFault(u"message"_s, *patch.message, replyMessageRule))
            faults.append(*fault);
    }
    checkAttachmentCount(patch.attachmentIds, faults);
    return faults;
}

} // namespace Deskbell
