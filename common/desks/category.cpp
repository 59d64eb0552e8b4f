// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/category.h"

#include "common/base/jsonwriter.h"
#include "common/desks/deskrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Category &value)
{
    reader.id("id"_L1, value.id, Presence::Required);
    reader.child("desk"_L1, value.desk, Presence::Required);
    reader.text("name"_L1, value.name, Presence::Required);
    reader.text("description"_L1, value.description, Presence::Required);
    reader.integer("position"_L1, value.position, Presence::Required, 0);
    reader.child("approvalTemplate"_L1, value.approvalTemplate, Presence::RequiredNullable);
    reader.children("fields"_L1, value.fields, Presence::Required);
    reader.integer("version"_L1, value.version, Presence::Required, 1);
}

QJsonObject toJson(const Category &value)
{
    return {{u"id"_s, value.id.value()},
            {u"desk"_s, toJson(value.desk)},
            {u"name"_s, value.name},
            {u"description"_s, value.description},
            {u"position"_s, value.position},
            {u"approvalTemplate"_s, toJson(value.approvalTemplate)},
            {u"fields"_s, listToJson(value.fields)},
            {u"version"_s, value.version}};
}

void read(JsonReader &reader, CategoryDraft &value)
{
    reader.id("desk"_L1, value.desk, Presence::Required);
    reader.cleanedText("name"_L1, value.name, Presence::Required);
    reader.cleanedText("description"_L1, value.description, Presence::Nullable);
    reader.integer("position"_L1, value.position, Presence::Optional, 0, 10000);
    reader.id("approvalTemplate"_L1, value.approvalTemplate, Presence::Nullable);
    reader.children("fields"_L1, value.fields, Presence::Optional);
}

QJsonObject toJson(const CategoryDraft &value)
{
    return {{u"desk"_s, value.desk.value()},
            {u"name"_s, value.name},
            {u"description"_s, value.description},
            {u"position"_s, value.position},
            {u"approvalTemplate"_s, idToJson(value.approvalTemplate)},
            {u"fields"_s, listToJson(value.fields)}};
}

QList<FieldError> validate(const CategoryDraft &value)
{
    QList<FieldError> faults;
    checkName(value.name, faults);
    checkShortDescription(value.description, faults);
    checkForm(value.fields, faults);
    return faults;
}

void read(JsonReader &reader, CategoryPatch &value)
{
    reader.id("approvalTemplate"_L1, value.approvalTemplate, Presence::Nullable);
    QList<CustomField> fields;
    reader.children("fields"_L1, fields, Presence::Optional);
    if (reader.has("fields"_L1) && reader.isSound("fields"_L1))
        value.fields = fields;
    reader.cleanedText("name"_L1, value.name, Presence::Optional);
    reader.cleanedText("description"_L1, value.description, Presence::Nullable);
    reader.integer("position"_L1, value.position, Presence::Optional, 0, 10000);
}

QJsonObject toJson(const CategoryPatch &value)
{
    QJsonObject object;
    if (value.name)
        object[u"name"_s] = *value.name;
    if (value.description)
        object[u"description"_s] = *value.description;
    if (value.position)
        object[u"position"_s] = *value.position;
    if (value.approvalTemplate)
        object[u"approvalTemplate"_s] = idToJson(*value.approvalTemplate);
    if (value.fields)
        object[u"fields"_s] = listToJson(*value.fields);
    return object;
}

QList<FieldError> validate(const CategoryPatch &value)
{
    QList<FieldError> faults;
    if (value.name)
        checkName(*value.name, faults);
    if (value.description)
        checkShortDescription(*value.description, faults);
    if (value.fields)
        checkForm(*value.fields, faults);
    return faults;
}

} // namespace Deskbell
