// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/tag.h"

#include "common/base/jsonwriter.h"
#include "common/desks/deskrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Tag &value)
{
    reader.id("id"_L1, value.id, Presence::Required);
    reader.text("name"_L1, value.name, Presence::Required);
    reader.text("color"_L1, value.color, Presence::Required);
    reader.integer("version"_L1, value.version, Presence::Required, 1);
}

QJsonObject toJson(const Tag &value)
{
    return {{u"id"_s, value.id.value()},
            {u"name"_s, value.name},
            {u"color"_s, value.color},
            {u"version"_s, value.version}};
}

void read(JsonReader &reader, TagDraft &value)
{
    reader.cleanedText("name"_L1, value.name, Presence::Required);
    reader.text("color"_L1, value.color, Presence::Optional);
}

QJsonObject toJson(const TagDraft &value)
{
    return {{u"name"_s, value.name}, {u"color"_s, value.color}};
}

QList<FieldError> validate(const TagDraft &value)
{
    QList<FieldError> faults;
    checkTagName(value.name, faults);
    checkColor(value.color, faults);
    return faults;
}

void read(JsonReader &reader, TagPatch &value)
{
    reader.cleanedText("name"_L1, value.name, Presence::Optional);
    reader.text("color"_L1, value.color, Presence::Optional);
}

QJsonObject toJson(const TagPatch &value)
{
    QJsonObject object;
    if (value.name)
        object[u"name"_s] = *value.name;
    if (value.color)
        object[u"color"_s] = *value.color;
    return object;
}

QList<FieldError> validate(const TagPatch &value)
{
    QList<FieldError> faults;
    if (value.name)
        checkTagName(*value.name, faults);
    if (value.color)
        checkColor(*value.color, faults);
    return faults;
}

} // namespace Deskbell
