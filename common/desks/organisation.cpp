// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/organisation.h"

#include "common/base/jsonwriter.h"
#include "common/desks/deskrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Organisation &value)
{
    reader.id("id"_L1, value.id, Presence::Required);
    reader.text("name"_L1, value.name, Presence::Required);
    reader.text("description"_L1, value.description, Presence::Required);
    reader.integer("version"_L1, value.version, Presence::Required, 1);
}

QJsonObject toJson(const Organisation &value)
{
    return {{u"id"_s, value.id.value()},
            {u"name"_s, value.name},
            {u"description"_s, value.description},
            {u"version"_s, value.version}};
}

void read(JsonReader &reader, OrganisationDraft &value)
{
    reader.cleanedText("name"_L1, value.name, Presence::Required);
    reader.cleanedText("description"_L1, value.description, Presence::Nullable);
}

QJsonObject toJson(const OrganisationDraft &value)
{
    return {{u"name"_s, value.name}, {u"description"_s, value.description}};
}

QList<FieldError> validate(const OrganisationDraft &value)
{
    QList<FieldError> faults;
    checkName(value.name, faults);
    checkShortDescription(value.description, faults);
    return faults;
}

void read(JsonReader &reader, OrganisationPatch &value)
{
    reader.cleanedText("name"_L1, value.name, Presence::Optional);
    reader.cleanedText("description"_L1, value.description, Presence::Nullable);
}

QJsonObject toJson(const OrganisationPatch &value)
{
    QJsonObject object;
    if (value.name)
        object[u"name"_s] = *value.name;
    if (value.description)
        object[u"description"_s] = *value.description;
    return object;
}

QList<FieldError> validate(const OrganisationPatch &value)
{
    QList<FieldError> faults;
    if (value.name)
        checkName(*value.name, faults);
    if (value.description)
        checkShortDescription(*value.description, faults);
    return faults;
}

} // namespace Deskbell
