// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickets/tickettemplate.h"

#include "common/base/jsonwriter.h"
#include "common/desks/deskrules.h"
#include "common/tickets/ticketrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

/// A ticket's title, or none yet.
constexpr TextRule templateTitleRule{.min = 0, .max = titleRule.max};

} // namespace

void read(JsonReader &reader, TicketTemplate &value)
{
    reader.id("id"_L1, value.id, Presence::Required);
    reader.child("desk"_L1, value.desk, Presence::Required);
    reader.text("name"_L1, value.name, Presence::Required);
    reader.text("title"_L1, value.title, Presence::Required);
    reader.text("description"_L1, value.description, Presence::Required);
    reader.child("category"_L1, value.category, Presence::RequiredNullable);
    reader.enumValue("priority"_L1, value.priority, Presence::Required);
    reader.texts("tags"_L1, value.tags, Presence::Required);
    reader.object("customFields"_L1, value.customFields, Presence::Required);
    reader.integer("version"_L1, value.version, Presence::Required, 1);
}

QJsonObject toJson(const TicketTemplate &value)
{
    return {{u"id"_s, value.id.value()},
            {u"desk"_s, toJson(value.desk)},
            {u"name"_s, value.name},
            {u"title"_s, value.title},
            {u"description"_s, value.description},
            {u"category"_s, toJson(value.category)},
            {u"priority"_s, QString(toWire(value.priority))},
            {u"tags"_s, QJsonArray::fromStringList(value.tags)},
            {u"customFields"_s, value.customFields},
            {u"version"_s, value.version}};
}

void read(JsonReader &reader, TicketTemplateDraft &value)
{
    reader.id("desk"_L1, value.desk, Presence::Required);
    reader.cleanedText("name"_L1, value.name, Presence::Required);
    reader.cleanedText("title"_L1, value.title, Presence::Nullable);
    reader.cleanedText("description"_L1, value.description, Presence::Nullable);
    reader.id("category"_L1, value.category, Presence::Nullable);
    reader.enumValue("priority"_L1, value.priority, Presence::Optional);
    reader.texts("tags"_L1, value.tags, Presence::Optional);
    reader.object("customFields"_L1, value.customFields, Presence::Optional);
}

QJsonObject toJson(const TicketTemplateDraft &value)
{
    return {{u"desk"_s, value.desk.value()},
            {u"name"_s, value.name},
            {u"title"_s, value.title},
            {u"description"_s, value.description},
            {u"category"_s, idToJson(value.category)},
            {u"priority"_s, QString(toWire(value.priority))},
            {u"tags"_s, QJsonArray::fromStringList(value.tags)},
            {u"customFields"_s, value.customFields}};
}

QList<FieldError> validate(const TicketTemplateDraft &value)
{
    QList<FieldError> faults;
    checkName(value.name, faults);
    checkText(u"title"_s, value.title, templateTitleRule, faults);
    checkText(u"description"_s, value.description, descriptionRule, faults);
    checkTags(value.tags, faults);
    checkCustomFields(value.customFields, faults);
    return faults;
}

void read(JsonReader &reader, TicketTemplatePatch &value)
{
    reader.cleanedText("name"_L1, value.name, Presence::Optional);
    reader.cleanedText("title"_L1, value.title, Presence::Nullable);
    reader.cleanedText("description"_L1, value.description, Presence::Nullable);
    reader.id("category"_L1, value.category, Presence::Nullable);
    reader.enumValue("priority"_L1, value.priority, Presence::Optional);
    reader.texts("tags"_L1, value.tags, Presence::Optional);
    reader.object("customFields"_L1, value.customFields, Presence::Optional);
}

QJsonObject toJson(const TicketTemplatePatch &value)
{
    QJsonObject object;
    if (value.name)
        object[u"name"_s] = *value.name;
    if (value.title)
        object[u"title"_s] = *value.title;
    if (value.description)
        object[u"description"_s] = *value.description;
    if (value.category)
        object[u"category"_s] = idToJson(*value.category);
    if (value.priority)
        object[u"priority"_s] = QString(toWire(*value.priority));
    if (value.tags)
        object[u"tags"_s] = QJsonArray::fromStringList(*value.tags);
    if (value.customFields)
        object[u"customFields"_s] = *value.customFields;
    return object;
}

QList<FieldError> validate(const TicketTemplatePatch &value)
{
    QList<FieldError> faults;
    if (value.name)
        checkName(*value.name, faults);
    if (value.title)
        checkText(u"title"_s, *value.title, templateTitleRule, faults);
    if (value.description)
        checkText(u"description"_s, *value.description, descriptionRule, faults);
    if (value.tags)
        checkTags(*value.tags, faults);
    if (value.customFields)
        checkCustomFields(*value.customFields, faults);
    return faults;
}

} // namespace Deskbell
