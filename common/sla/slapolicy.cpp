// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sla/slapolicy.h"

#include "common/base/jsonwriter.h"
#include "common/desks/deskrules.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

constexpr int maxRehearsedDays = 366;

QJsonValue minutesToJson(const std::optional<int> &minutes)
{
    return minutes ? QJsonValue(*minutes) : QJsonValue(QJsonValue::Null);
}

QJsonValue priorityToJson(const std::optional<Priority> &priority)
{
    return priority ? QJsonValue(QString(toWire(*priority))) : QJsonValue(QJsonValue::Null);
}

/// A field that may be given as null, which is something else than not being given.
template <class T, class Read>
void readGivenOptional(JsonReader &reader, QLatin1StringView name, Given<std::optional<T>> &target,
                       const Read &readValue)
{
    std::optional<T> value;
    readValue(value);
    if (reader.has(name) && reader.isSound(name))
        target = value;
}

void readMinutes(JsonReader &reader, QLatin1StringView name, std::optional<int> &minutes)
{
    reader.integer(name, minutes, Presence::Nullable, 1, maxServiceMinutes);
}

void readWarnPercent(JsonReader &reader, auto &percent)
{
    reader.integer("warnPercent"_L1, percent, Presence::Optional, 1, 100);
}

} // namespace

void read(JsonReader &reader, SlaPolicy &value)
{
    reader.id("id"_L1, value.id, Presence::Required);
    reader.child("desk"_L1, value.desk, Presence::Required);
    reader.text("name"_L1, value.name, Presence::Required);
    reader.child("category"_L1, value.category, Presence::RequiredNullable);
    reader.enumValue("priority"_L1, value.priority, Presence::RequiredNullable);
    reader.child("calendar"_L1, value.calendar, Presence::Required);
    reader.integer("firstResponseMinutes"_L1, value.firstResponseMinutes,
                   Presence::RequiredNullable, 1);
    reader.integer("resolutionMinutes"_L1, value.resolutionMinutes, Presence::RequiredNullable, 1);
    reader.integer("warnPercent"_L1, value.warnPercent, Presence::Required, 1, 100);
    reader.flag("escalates"_L1, value.escalates, Presence::Required);
    reader.integer("version"_L1, value.version, Presence::Required, 1);
}

QJsonObject toJson(const SlaPolicy &value)
{
    return {{u"id"_s, value.id.value()},
            {u"desk"_s, toJson(value.desk)},
            {u"name"_s, value.name},
            {u"category"_s, toJson(value.category)},
            {u"priority"_s, priorityToJson(value.priority)},
            {u"calendar"_s, toJson(value.calendar)},
            {u"firstResponseMinutes"_s, minutesToJson(value.firstResponseMinutes)},
            {u"resolutionMinutes"_s, minutesToJson(value.resolutionMinutes)},
            {u"warnPercent"_s, value.warnPercent},
            {u"escalates"_s, value.escalates},
            {u"version"_s, value.version}};
}

void read(JsonReader &reader, SlaPolicyDraft &value)
{
    reader.id("desk"_L1, value.desk, Presence::Required);
    reader.cleanedText("name"_L1, value.name, Presence::Required);
    reader.id("category"_L1, value.category, Presence::Nullable);
    reader.enumValue("priority"_L1, value.priority, Presence::Nullable);
    reader.id("calendar"_L1, value.calendar, Presence::Required);
    readMinutes(reader, "firstResponseMinutes"_L1, value.firstResponseMinutes);
    readMinutes(reader, "resolutionMinutes"_L1, value.resolutionMinutes);
    readWarnPercent(reader, value.warnPercent);
    reader.flag("escalates"_L1, value.escalates, Presence::Optional);
}

QJsonObject toJson(const SlaPolicyDraft &value)
{
    return {{u"desk"_s, value.desk.value()},
            {u"name"_s, value.name},
            {u"category"_s, idToJson(value.category)},
            {u"priority"_s, priorityToJson(value.priority)},
            {u"calendar"_s, idToJson(value.calendar)},
            {u"firstResponseMinutes"_s, minutesToJson(value.firstResponseMinutes)},
            {u"resolutionMinutes"_s, minutesToJson(value.resolutionMinutes)},
            {u"warnPercent"_s, value.warnPercent},
            {u"escalates"_s, value.escalates}};
}

QList<FieldError> validate(const SlaPolicyDraft &value)
{
    QList<FieldError> faults;
    checkName(value.name, faults);
    if (!value.calendar.isValid())
        faults.append({.field = u"calendar"_s, .key = "required"});
    // What promises nothing is no policy.
    if (!value.firstResponseMinutes && !value.resolutionMinutes)
        faults.append({.field = u"resolutionMinutes"_s, .key = "required"});
    return faults;
}

void read(JsonReader &reader, SlaPolicyPatch &value)
{
    reader.cleanedText("name"_L1, value.name, Presence::Optional);
    reader.id("category"_L1, value.category, Presence::Nullable);
    readGivenOptional<Priority>(reader, "priority"_L1, value.priority, [&](auto &priority) {
        reader.enumValue("priority"_L1, priority, Presence::Nullable);
    });
    reader.id("calendar"_L1, value.calendar, Presence::Optional);
    readGivenOptional<int>(
            reader, "firstResponseMinutes"_L1, value.firstResponseMinutes,
            [&](auto &minutes) { readMinutes(reader, "firstResponseMinutes"_L1, minutes); });
    readGivenOptional<int>(
            reader, "resolutionMinutes"_L1, value.resolutionMinutes,
            [&](auto &minutes) { readMinutes(reader, "resolutionMinutes"_L1, minutes); });
    readWarnPercent(reader, value.warnPercent);
    reader.flag("escalates"_L1, value.escalates, Presence::Optional);
}

QJsonObject toJson(const SlaPolicyPatch &value)
{
    QJsonObject object;
    if (value.name)
        object[u"name"_s] = *value.name;
    if (value.category)
        object[u"category"_s] = idToJson(*value.category);
    if (value.priority)
        object[u"priority"_s] = priorityToJson(*value.priority);
    if (value.calendar)
        object[u"calendar"_s] = idToJson(*value.calendar);
    if (value.firstResponseMinutes)
        object[u"firstResponseMinutes"_s] = minutesToJson(*value.firstResponseMinutes);
    if (value.resolutionMinutes)
        object[u"resolutionMinutes"_s] = minutesToJson(*value.resolutionMinutes);
    if (value.warnPercent)
        object[u"warnPercent"_s] = *value.warnPercent;
    if (value.escalates)
        object[u"escalates"_s] = *value.escalates;
    return object;
}

QList<FieldError> validate(const SlaPolicyPatch &value)
{
    QList<FieldError> faults;
    if (value.name)
        checkName(*value.name, faults);
    return faults;
}

SlaPolicyDraft draftOf(const SlaPolicy &policy)
{
    return {.desk = policy.desk.id,
            .name = policy.name,
            .category = policy.category ? policy.category->id : CategoryId(),
            .priority = policy.priority,
            .calendar = policy.calendar.id,
            .firstResponseMinutes = policy.firstResponseMinutes,
            .resolutionMinutes = policy.resolutionMinutes,
            .warnPercent = policy.warnPercent,
            .escalates = policy.escalates};
}

void apply(const SlaPolicyPatch &patch, SlaPolicyDraft &draft)
{
    draft.name = patch.name.value_or(draft.name);
    draft.category = patch.category.value_or(draft.category);
    draft.priority = patch.priority.value_or(draft.priority);
    draft.calendar = patch.calendar.value_or(draft.calendar);
    draft.firstResponseMinutes = patch.firstResponseMinutes.value_or(draft.firstResponseMinutes);
    draft.resolutionMinutes = patch.resolutionMinutes.value_or(draft.resolutionMinutes);
    draft.warnPercent = patch.warnPercent.value_or(draft.warnPercent);
    draft.escalates = patch.escalates.value_or(draft.escalates);
}

void read(JsonReader &reader, TargetOutcome &value)
{
    reader.integer("met"_L1, value.met, Presence::Required, 0);
    reader.integer("missed"_L1, value.missed, Presence::Required, 0);
}

QJsonObject toJson(const TargetOutcome &value)
{
    return {{u"met"_s, value.met}, {u"missed"_s, value.missed}};
}

void read(JsonReader &reader, SlaOutcome &value)
{
    reader.child("firstResponse"_L1, value.firstResponse, Presence::Required);
    reader.child("resolution"_L1, value.resolution, Presence::Required);
}

QJsonObject toJson(const SlaOutcome &value)
{
    return {{u"firstResponse"_s, toJson(value.firstResponse)},
            {u"resolution"_s, toJson(value.resolution)}};
}

void read(JsonReader &reader, SlaRehearsalRequest &value)
{
    reader.id("replaces"_L1, value.replaces, Presence::Nullable);
    reader.child("policy"_L1, value.policy, Presence::Required);
    reader.integer("days"_L1, value.days, Presence::Optional, 1, maxRehearsedDays);
    reader.text("cursor"_L1, value.cursor, Presence::Nullable);
}

QJsonObject toJson(const SlaRehearsalRequest &value)
{
    return {{u"replaces"_s, idToJson(value.replaces)},
            {u"policy"_s, toJson(value.policy)},
            {u"days"_s, value.days},
            {u"cursor"_s, textToJson(value.cursor)}};
}

QList<FieldError> validate(const SlaRehearsalRequest &value)
{
    QList<FieldError> faults;
    for (FieldError fault : validate(value.policy)) {
        fault.field.prepend(u"policy."_s);
        faults.append(fault);
    }
    return faults;
}

void read(JsonReader &reader, SlaRehearsal &value)
{
    reader.integer("tickets"_L1, value.tickets, Presence::Required, 0);
    reader.child("before"_L1, value.before, Presence::Required);
    reader.child("after"_L1, value.after, Presence::Required);
    reader.text("nextCursor"_L1, value.nextCursor, Presence::RequiredNullable);
    reader.integer("total"_L1, value.total, Presence::RequiredNullable, 0);
}

QJsonObject toJson(const SlaRehearsal &value)
{
    return {{u"tickets"_s, value.tickets},
            {u"before"_s, toJson(value.before)},
            {u"after"_s, toJson(value.after)},
            {u"nextCursor"_s, textToJson(value.nextCursor)},
            {u"total"_s, value.total ? QJsonValue(*value.total) : QJsonValue()}};
}

} // namespace Deskbell
