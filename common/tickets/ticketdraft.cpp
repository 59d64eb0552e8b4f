// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticketdraft.h"

#include "common/base/jsonwriter.h"
#include "common/tickets/ticketrules.h"
#include "common/timeline/replydraft.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, TicketDraft &draft)
{
    reader.cleanedText("title"_L1, draft.title, Presence::Required);
    reader.cleanedText("description"_L1, draft.description, Presence::Nullable);
    reader.enumValue("priority"_L1, draft.priority, Presence::Optional);
    reader.id("desk"_L1, draft.desk, Presence::Nullable);
    reader.id("category"_L1, draft.category, Presence::Nullable);
    reader.id("requester"_L1, draft.requester, Presence::Nullable);
    reader.id("customerId"_L1, draft.requester, Presence::Nullable);
    if (reader.has("requester"_L1) && reader.has("customerId"_L1))
        reader.fault("customerId"_L1, "invalid"); // two names for one thing
    reader.id("team"_L1, draft.team, Presence::Nullable);
    readAssignee(reader, draft.assignedTo, Presence::Optional);
    reader.enumValue("visibility"_L1, draft.visibility, Presence::Optional);
    reader.texts("tags"_L1, draft.tags, Presence::Optional);
    reader.time("dueAt"_L1, draft.dueAt, Presence::Nullable);
    reader.id("approvalTemplate"_L1, draft.approvalTemplate, Presence::Nullable);
    reader.object("customFields"_L1, draft.customFields, Presence::Optional);
    reader.uuids("attachmentIds"_L1, draft.attachmentIds, Presence::Optional);
}

QJsonObject toJson(const TicketDraft &draft)
{
    QJsonObject object{{u"title"_s, draft.title},
                       {u"description"_s, draft.description},
                       {u"priority"_s, QString(toWire(draft.priority))},
                       {u"desk"_s, idToJson(draft.desk)},
                       {u"category"_s, idToJson(draft.category)},
                       {u"requester"_s, idToJson(draft.requester)},
                       {u"team"_s, idToJson(draft.team)},
                       {u"tags"_s, QJsonArray::fromStringList(draft.tags)},
                       {u"dueAt"_s, timeToJson(draft.dueAt)},
                       {u"approvalTemplate"_s, idToJson(draft.approvalTemplate)},
                       {u"customFields"_s, draft.customFields},
                       {u"attachmentIds"_s, uuidsToJson(draft.attachmentIds)}};
    if (draft.assignedTo)
        object[u"assignedTo"_s] = toJson(*draft.assignedTo);
    if (draft.visibility)
        object[u"visibility"_s] = QString(toWire(*draft.visibility));
    return object;
}

QList<FieldError> validate(const TicketDraft &draft)
{
    QList<FieldError> faults;
    checkText(u"title"_s, draft.title, titleRule, faults);
    checkText(u"description"_s, draft.description, descriptionRule, faults);
    checkTags(draft.tags, faults);
    checkCustomFields(draft.customFields, faults);
    checkAttachmentCount(draft.attachmentIds, faults);
    return faults;
}

} // namespace Deskbell
