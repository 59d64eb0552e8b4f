// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/workflow.h"

#include "common/desks/deskrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Workflow &workflow)
{
    reader.id("id"_L1, workflow.id, Presence::Required);
    reader.text("name"_L1, workflow.name, Presence::Required);
    reader.child("definition"_L1, workflow.definition, Presence::Required);
    reader.integer("definitionNumber"_L1, workflow.definitionNumber, Presence::Required, 1);
    reader.integer("version"_L1, workflow.version, Presence::Required, 1);
}

QJsonObject toJson(const Workflow &workflow)
{
    return {{u"id"_s, workflow.id.value()},
            {u"name"_s, workflow.name},
            {u"definition"_s, toJson(workflow.definition)},
            {u"definitionNumber"_s, workflow.definitionNumber},
            {u"version"_s, workflow.version}};
}

void read(JsonReader &reader, WorkflowDraft &draft)
{
    reader.cleanedText("name"_L1, draft.name, Presence::Required);
    reader.child("definition"_L1, draft.definition, Presence::Required);
}

QJsonObject toJson(const WorkflowDraft &draft)
{
    return {{u"name"_s, draft.name}, {u"definition"_s, toJson(draft.definition)}};
}

QList<FieldError> validate(const WorkflowDraft &draft)
{
    QList<FieldError> faults;
    checkName(draft.name, faults);
    return faults + validateMember(draft.definition);
}

void read(JsonReader &reader, WorkflowPatch &patch)
{
    reader.cleanedText("name"_L1, patch.name, Presence::Optional);
    reader.child("definition"_L1, patch.definition, Presence::Optional);
}

QJsonObject toJson(const WorkflowPatch &patch)
{
    QJsonObject object;
    if (patch.name)
        object[u"name"_s] = *patch.name;
    if (patch.definition)
        object[u"definition"_s] = toJson(*patch.definition);
    return object;
}

QList<FieldError> validate(const WorkflowPatch &patch)
{
    QList<FieldError> faults;
    if (patch.name)
        checkName(*patch.name, faults);
    if (patch.definition)
        faults += validateMember(*patch.definition);
    return faults;
}

} // namespace Deskbell
