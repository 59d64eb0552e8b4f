// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/team.h"

#include "common/base/jsonwriter.h"
#include "common/desks/deskrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Team &value)
{
    reader.id("id"_L1, value.id, Presence::Required);
    reader.child("desk"_L1, value.desk, Presence::Required);
    reader.text("name"_L1, value.name, Presence::Required);
    reader.text("description"_L1, value.description, Presence::Required);
    reader.children("members"_L1, value.members, Presence::Required);
    reader.enumValue("assignmentRule"_L1, value.assignmentRule, Presence::Required);
    reader.integer("version"_L1, value.version, Presence::Required, 1);
}

QJsonObject toJson(const Team &value)
{
    return {{u"id"_s, value.id.value()},
            {u"desk"_s, toJson(value.desk)},
            {u"name"_s, value.name},
            {u"description"_s, value.description},
            {u"members"_s, listToJson(value.members)},
            {u"assignmentRule"_s, QString(toWire(value.assignmentRule))},
            {u"version"_s, value.version}};
}

void read(JsonReader &reader, TeamDraft &value)
{
    reader.id("desk"_L1, value.desk, Presence::Required);
    reader.cleanedText("name"_L1, value.name, Presence::Required);
    reader.cleanedText("description"_L1, value.description, Presence::Nullable);
    reader.ids("members"_L1, value.members, Presence::Optional);
    reader.enumValue("assignmentRule"_L1, value.assignmentRule, Presence::Optional);
}

QJsonObject toJson(const TeamDraft &value)
{
    return {{u"desk"_s, value.desk.value()},
            {u"name"_s, value.name},
            {u"description"_s, value.description},
            {u"members"_s, idsToJson(value.members)},
            {u"assignmentRule"_s, QString(toWire(value.assignmentRule))}};
}

QList<FieldError> validate(const TeamDraft &value)
{
    QList<FieldError> faults;
    checkName(value.name, faults);
    checkShortDescription(value.description, faults);
    return faults;
}

void read(JsonReader &reader, TeamPatch &value)
{
    reader.cleanedText("name"_L1, value.name, Presence::Optional);
    reader.cleanedText("description"_L1, value.description, Presence::Nullable);
    reader.ids("members"_L1, value.members, Presence::Optional);
    reader.enumValue("assignmentRule"_L1, value.assignmentRule, Presence::Optional);
}

QJsonObject toJson(const TeamPatch &value)
{
    QJsonObject object;
    if (value.name)
        object[u"name"_s] = *value.name;
    if (value.description)
        object[u"description"_s] = *value.description;
    if (value.members)
        object[u"members"_s] = idsToJson(*value.members);
    if (value.assignmentRule)
        object[u"assignmentRule"_s] = QString(toWire(*value.assignmentRule));
    return object;
}

QList<FieldError> validate(const TeamPatch &value)
{
    QList<FieldError> faults;
    if (value.name)
        checkName(*value.name, faults);
    if (value.description)
        checkShortDescription(*value.description, faults);
    return faults;
}

} // namespace Deskbell
