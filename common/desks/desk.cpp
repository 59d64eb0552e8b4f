// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/desk.h"

#include "common/base/jsonwriter.h"
#include "common/desks/deskrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Desk &value)
{
    reader.id("id"_L1, value.id, Presence::Required);
    reader.text("key"_L1, value.key, Presence::Required);
    reader.text("name"_L1, value.name, Presence::Required);
    reader.text("description"_L1, value.description, Presence::Required);
    reader.child("workflow"_L1, value.workflow, Presence::Required);
    reader.child("approvalTemplate"_L1, value.approvalTemplate, Presence::RequiredNullable);
    reader.enumValue("assignmentRule"_L1, value.assignmentRule, Presence::Required);
    reader.text("assignmentRole"_L1, value.assignmentRole, Presence::Required);
    reader.integer("version"_L1, value.version, Presence::Required, 1);
}

QJsonObject toJson(const Desk &value)
{
    return {{u"id"_s, value.id.value()},
            {u"key"_s, value.key},
            {u"name"_s, value.name},
            {u"description"_s, value.description},
            {u"workflow"_s, toJson(value.workflow)},
            {u"approvalTemplate"_s, toJson(value.approvalTemplate)},
            {u"assignmentRule"_s, QString(toWire(value.assignmentRule))},
            {u"assignmentRole"_s, value.assignmentRole},
            {u"version"_s, value.version}};
}

void read(JsonReader &reader, DeskDraft &value)
{
    reader.cleanedText("key"_L1, value.key, Presence::Required);
    reader.cleanedText("name"_L1, value.name, Presence::Required);
    reader.cleanedText("description"_L1, value.description, Presence::Nullable);
    reader.id("workflow"_L1, value.workflow, Presence::Nullable);
    reader.text("template"_L1, value.deskTemplate, Presence::Optional);
}

QJsonObject toJson(const DeskDraft &value)
{
    QJsonObject object{{u"key"_s, value.key},
                       {u"name"_s, value.name},
                       {u"description"_s, value.description},
                       {u"workflow"_s, idToJson(value.workflow)}};
    if (!value.deskTemplate.isEmpty())
        object[u"template"_s] = value.deskTemplate;
    return object;
}

QList<FieldError> validate(const DeskDraft &value)
{
    QList<FieldError> faults;
    checkDeskKey(value.key, faults);
    checkName(value.name, faults);
    checkShortDescription(value.description, faults);
    return faults;
}

void read(JsonReader &reader, DeskPatch &value)
{
    reader.id("approvalTemplate"_L1, value.approvalTemplate, Presence::Nullable);
    reader.cleanedText("name"_L1, value.name, Presence::Optional);
    reader.cleanedText("description"_L1, value.description, Presence::Nullable);
    reader.id("workflow"_L1, value.workflow, Presence::Nullable);
    reader.enumValue("assignmentRule"_L1, value.assignmentRule, Presence::Optional);
    reader.text("assignmentRole"_L1, value.assignmentRole, Presence::Optional);
}

QJsonObject toJson(const DeskPatch &value)
{
    QJsonObject object;
    if (value.name)
        object[u"name"_s] = *value.name;
    if (value.description)
        object[u"description"_s] = *value.description;
    if (value.workflow)
        object[u"workflow"_s] = idToJson(*value.workflow);
    if (value.approvalTemplate)
        object[u"approvalTemplate"_s] = idToJson(*value.approvalTemplate);
    if (value.assignmentRule)
        object[u"assignmentRule"_s] = QString(toWire(*value.assignmentRule));
    if (value.assignmentRole)
        object[u"assignmentRole"_s] = *value.assignmentRole;
    return object;
}

QList<FieldError> validate(const DeskPatch &value)
{
    QList<FieldError> faults;
    if (value.name)
        checkName(*value.name, faults);
    if (value.description)
        checkShortDescription(*value.description, faults);
    if (value.assignmentRule.value_or(AssignmentRule::None) != AssignmentRule::None
        && value.assignmentRole && value.assignmentRole->isEmpty())
        faults.append({.field = u"assignmentRole"_s, .key = "required"});
    return faults;
}

} // namespace Deskbell
