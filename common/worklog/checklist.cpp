// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/worklog/checklist.h"

#include "common/tickets/ticketrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

constexpr int lastPosition = maxChecklistItems - 1;

} // namespace

void read(JsonReader &reader, ChecklistItem &item)
{
    reader.id("id"_L1, item.id, Presence::Required);
    reader.text("text"_L1, item.text, Presence::Required);
    reader.flag("done"_L1, item.done, Presence::Required);
    reader.child("doneBy"_L1, item.doneBy, Presence::RequiredNullable);
    reader.time("doneAt"_L1, item.doneAt, Presence::RequiredNullable);
}

QJsonObject toJson(const ChecklistItem &item)
{
    return {{u"id"_s, item.id.value()},
            {u"text"_s, item.text},
            {u"done"_s, item.done},
            {u"doneBy"_s, toJson(item.doneBy)},
            {u"doneAt"_s, timeToJson(item.doneAt)}};
}

void read(JsonReader &reader, ChecklistItemDraft &draft)
{
    reader.cleanedText("text"_L1, draft.text, Presence::Required);
    reader.flag("done"_L1, draft.done, Presence::Optional);
    reader.integer("position"_L1, draft.position, Presence::Optional, 0, lastPosition);
}

QJsonObject toJson(const ChecklistItemDraft &draft)
{
    QJsonObject object{{u"text"_s, draft.text}, {u"done"_s, draft.done}};
    if (draft.position)
        object[u"position"_s] = *draft.position;
    return object;
}

QList<FieldError> validate(const ChecklistItemDraft &draft)
{
    QList<FieldError> faults;
    checkText(u"text"_s, draft.text, checklistTextRule, faults);
    return faults;
}

void read(JsonReader &reader, ChecklistItemPatch &patch)
{
    reader.cleanedText("text"_L1, patch.text, Presence::Optional);
    reader.flag("done"_L1, patch.done, Presence::Optional);
    reader.integer("position"_L1, patch.position, Presence::Optional, 0, lastPosition);
}

QJsonObject toJson(const ChecklistItemPatch &patch)
{
    QJsonObject object;
    if (patch.text)
        object[u"text"_s] = *patch.text;
    if (patch.done)
        object[u"done"_s] = *patch.done;
    if (patch.position)
        object[u"position"_s] = *patch.position;
    return object;
}

QList<FieldError> validate(const ChecklistItemPatch &patch)
{
    QList<FieldError> faults;
    if (patch.text)
        checkText(u"text"_s, *patch.text, checklistTextRule, faults);
    return faults;
}

} // namespace Deskbell
