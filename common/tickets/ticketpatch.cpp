// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/ticketpatch.h"

#include "common/base/jsonwriter.h"
#include "common/tickets/ticketrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

QStringList TicketPatch::fields() const
{
    return toJson(*this).keys();
}

QList<TicketAction> TicketPatch::neededActions() const
{
    QList<TicketAction> actions;
    if (title || description || category || customFields)
        actions.append(TicketAction::Edit);
    if (priority)
        actions.append(TicketAction::EditPriority);
    if (requester || team || visibility || tags || dueAt || approvalTemplate || resolvedAt)
        actions.append(TicketAction::EditAll);
    if (assignedTo)
        actions.append(assignedTo->kind == AssigneeChoice::Kind::Me ? TicketAction::Take
                                                                    : TicketAction::Assign);
    return actions;
}

void read(JsonReader &reader, TicketPatch &patch)
{
    reader.cleanedText("title"_L1, patch.title, Presence::Optional);
    reader.cleanedText("description"_L1, patch.description, Presence::Nullable);
    reader.enumValue("priority"_L1, patch.priority, Presence::Optional);
    reader.id("category"_L1, patch.category, Presence::Nullable);
    reader.id("requester"_L1, patch.requester, Presence::Optional);
    reader.id("customerId"_L1, patch.requester, Presence::Optional);
    if (reader.has("requester"_L1) && reader.has("customerId"_L1))
        reader.fault("customerId"_L1, "invalid"); // two names for one thing
    reader.id("team"_L1, patch.team, Presence::Nullable);
    readAssignee(reader, patch.assignedTo, Presence::Optional);
    reader.enumValue("visibility"_L1, patch.visibility, Presence::Optional);
    reader.texts("tags"_L1, patch.tags, Presence::Optional);
    reader.time("dueAt"_L1, patch.dueAt, Presence::Nullable);
    reader.id("approvalTemplate"_L1, patch.approvalTemplate, Presence::Nullable);
    reader.object("customFields"_L1, patch.customFields, Presence::Optional);
    reader.time("resolvedAt"_L1, patch.resolvedAt, Presence::Optional);
}

QJsonObject toJson(const TicketPatch &patch)
{
    QJsonObject object;
    if (patch.title)
        object[u"title"_s] = *patch.title;
    if (patch.description)
        object[u"description"_s] = *patch.description;
    if (patch.priority)
        object[u"priority"_s] = QString(toWire(*patch.priority));
    if (patch.category)
        object[u"category"_s] = idToJson(*patch.category);
    if (patch.requester)
        object[u"requester"_s] = idToJson(*patch.requester);
    if (patch.team)
        object[u"team"_s] = idToJson(*patch.team);
    if (patch.assignedTo)
        object[u"assignedTo"_s] = toJson(*patch.assignedTo);
    if (patch.visibility)
        object[u"visibility"_s] = QString(toWire(*patch.visibility));
    if (patch.tags)
        object[u"tags"_s] = QJsonArray::fromStringList(*patch.tags);
    if (patch.dueAt)
        object[u"dueAt"_s] = timeToJson(*patch.dueAt);
    if (patch.approvalTemplate)
        object[u"approvalTemplate"_s] = idToJson(*patch.approvalTemplate);
    if (patch.customFields)
        object[u"customFields"_s] = *patch.customFields;
    if (patch.resolvedAt)
        object[u"resolvedAt"_s] = timeToJson(*patch.resolvedAt);
    return object;
}

QList<FieldError> validate(const TicketPatch &patch)
{
    QList<FieldError> faults;
    if (patch.title)
        checkText(u"title"_s, *patch.title, titleRule, faults);
    if (patch.description)
        checkText(u"description"_s, *patch.description, descriptionRule, faults);
    if (patch.tags)
        checkTags(*patch.tags, faults);
    if (patch.customFields)
        checkCustomFields(*patch.customFields, faults);
    return faults;
}

} // namespace Deskbell
