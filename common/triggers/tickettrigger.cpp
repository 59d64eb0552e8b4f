// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/triggers/tickettrigger.h"

#include "common/base/jsonwriter.h"
#include "common/base/time.h"
#include "common/desks/deskrules.h"
#include "common/find/findquery.h"
#include "common/tickets/priority.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

constexpr int maxPosition = 10000;
constexpr qsizetype maxActionText = 10000;
constexpr std::array notifiable{"assignee"_L1, "undertaker"_L1, "requester"_L1, "watcher"_L1};

bool isIdOrNothing(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return text.isEmpty() || (isNumber && number > 0);
}

bool isSound(const TriggerAction &action)
{
    switch (action.kind) {
    case TriggerActionKind::SetPriority: return fromWire<Priority>(action.value).has_value();
    case TriggerActionKind::Assign:
    case TriggerActionKind::SetTeam: return isIdOrNothing(action.value);
    case TriggerActionKind::AddTag:
    case TriggerActionKind::RemoveTag: {
        QList<FieldError> faults;
        checkTagName(action.value, faults);
        return faults.isEmpty();
    }
    case TriggerActionKind::SetStatus:
    case TriggerActionKind::AddNote:
        return !action.value.trimmed().isEmpty() && action.value.size() <= maxActionText;
    case TriggerActionKind::Notify:
        return std::find(notifiable.begin(), notifiable.end(), action.value) != notifiable.end();
    }
    Q_UNREACHABLE();
}

/// Whether the answer depends on who asks.
bool needsViewer(const FindTerm &term)
{
    switch (term.field) {
    case FindField::Assignee:
    case FindField::Requester: return term.values.contains("me"_L1);
    case FindField::Is: return term.values.contains(toWire(FindState::Watching));
    case FindField::Has: return term.values.contains(toWire(FindPart::Note));
    default: return false;
    }
}

void checkQuery(const QString &query, QList<FieldError> &faults)
{
    const ParsedFind parsed = parseFind(query);
    if (parsed.fault)
        return faults.append(parsed.fault->toFieldError(u"query"_s));
    for (const FindTerm &term : parsed.query.terms) {
        if (!needsViewer(term))
            continue;
        const FindFault fault{
                .position = term.position, .length = term.length, .key = "query_needs_viewer"};
        return faults.append(fault.toFieldError(u"query"_s));
    }
}

} // namespace

void read(JsonReader &reader, TriggerAction &value)
{
    reader.enumValue("do"_L1, value.kind, Presence::Required);
    reader.text("value"_L1, value.value, Presence::Optional);
}

QJsonObject toJson(const TriggerAction &value)
{
    return {{u"do"_s, QString(toWire(value.kind))}, {u"value"_s, value.value}};
}

void read(JsonReader &reader, TicketTrigger &value)
{
    reader.id("id"_L1, value.id, Presence::Required);
    reader.child("desk"_L1, value.desk, Presence::RequiredNullable);
    reader.text("name"_L1, value.name, Presence::Required);
    reader.flag("isEnabled"_L1, value.isEnabled, Presence::Required);
    reader.integer("position"_L1, value.position, Presence::Required, 0, maxPosition);
    reader.enumValue("moment"_L1, value.moment, Presence::Required);
    reader.text("query"_L1, value.query, Presence::Required);
    reader.children("actions"_L1, value.actions, Presence::Required);
    reader.integer("version"_L1, value.version, Presence::Required, 1);
}

QJsonObject toJson(const TicketTrigger &value)
{
    return {{u"id"_s, value.id.value()},     {u"desk"_s, toJson(value.desk)},
            {u"name"_s, value.name},         {u"isEnabled"_s, value.isEnabled},
            {u"position"_s, value.position}, {u"moment"_s, QString(toWire(value.moment))},
            {u"query"_s, value.query},       {u"actions"_s, listToJson(value.actions)},
            {u"version"_s, value.version}};
}

void read(JsonReader &reader, TicketTriggerDraft &value)
{
    reader.id("desk"_L1, value.desk, Presence::Nullable);
    reader.cleanedText("name"_L1, value.name, Presence::Required);
    reader.flag("isEnabled"_L1, value.isEnabled, Presence::Optional);
    reader.integer("position"_L1, value.position, Presence::Optional, 0, maxPosition);
    reader.enumValue("moment"_L1, value.moment, Presence::Required);
    reader.text("query"_L1, value.query, Presence::Optional);
    reader.children("actions"_L1, value.actions, Presence::Required);
}

QJsonObject toJson(const TicketTriggerDraft &value)
{
    return {{u"desk"_s, idToJson(value.desk)},
            {u"name"_s, value.name},
            {u"isEnabled"_s, value.isEnabled},
            {u"position"_s, value.position},
            {u"moment"_s, QString(toWire(value.moment))},
            {u"query"_s, value.query},
            {u"actions"_s, listToJson(value.actions)}};
}

QList<FieldError> validate(const TicketTriggerDraft &value)
{
    QList<FieldError> faults;
    checkName(value.name, faults);
    checkQuery(value.query, faults);
    if (value.actions.isEmpty())
        faults.append({.field = u"actions"_s, .key = "required"});
    if (value.actions.size() > maxTriggerActions)
        faults.append({.field = u"actions"_s,
                       .key = "too_many",
                       .params = {{u"max"_s, qint64(maxTriggerActions)}}});
    for (qsizetype i = 0; i < value.actions.size(); ++i) {
        if (!isSound(value.actions[i]))
            faults.append({.field = u"actions[%1].value"_s.arg(i), .key = "invalid"});
    }
    return faults;
}

void read(JsonReader &reader, TicketTriggerPatch &value)
{
    reader.cleanedText("name"_L1, value.name, Presence::Optional);
    reader.flag("isEnabled"_L1, value.isEnabled, Presence::Optional);
    reader.integer("position"_L1, value.position, Presence::Optional, 0, maxPosition);
    reader.enumValue("moment"_L1, value.moment, Presence::Optional);
    reader.text("query"_L1, value.query, Presence::Optional);
    QList<TriggerAction> actions;
    reader.children("actions"_L1, actions, Presence::Optional);
    if (reader.has("actions"_L1) && reader.isSound("actions"_L1))
        value.actions = actions;
}

QJsonObject toJson(const TicketTriggerPatch &value)
{
    QJsonObject object;
    if (value.name)
        object[u"name"_s] = *value.name;
    if (value.isEnabled)
        object[u"isEnabled"_s] = *value.isEnabled;
    if (value.position)
        object[u"position"_s] = *value.position;
    if (value.moment)
        object[u"moment"_s] = QString(toWire(*value.moment));
    if (value.query)
        object[u"query"_s] = *value.query;
    if (value.actions)
        object[u"actions"_s] = listToJson(*value.actions);
    return object;
}

TicketTriggerDraft draftOf(const TicketTrigger &trigger)
{
    return {.desk = trigger.desk ? trigger.desk->id : DeskId(),
            .name = trigger.name,
            .isEnabled = trigger.isEnabled,
            .position = trigger.position,
            .moment = trigger.moment,
            .query = trigger.query,
            .actions = trigger.actions};
}

void apply(const TicketTriggerPatch &patch, TicketTriggerDraft &draft)
{
    draft.name = patch.name.value_or(draft.name);
    draft.isEnabled = patch.isEnabled.value_or(draft.isEnabled);
    draft.position = patch.position.value_or(draft.position);
    draft.moment = patch.moment.value_or(draft.moment);
    draft.query = patch.query.value_or(draft.query);
    draft.actions = patch.actions.value_or(draft.actions);
}

void read(JsonReader &reader, TriggerRun &value)
{
    reader.id("id"_L1, value.id, Presence::Required);
    reader.child("ticket"_L1, value.ticket, Presence::RequiredNullable);
    reader.enumValue("outcome"_L1, value.outcome, Presence::RequiredNullable);
    reader.text("reason"_L1, value.reason, Presence::Required);
    reader.time("queuedAt"_L1, value.queuedAt, Presence::Required);
    reader.time("finishedAt"_L1, value.finishedAt, Presence::RequiredNullable);
}

QJsonObject toJson(const TriggerRun &value)
{
    return {{u"id"_s, value.id.value()},
            {u"ticket"_s, value.ticket ? QJsonValue(toJson(*value.ticket)) : QJsonValue()},
            {u"outcome"_s,
             value.outcome ? QJsonValue(QString(toWire(*value.outcome))) : QJsonValue()},
            {u"reason"_s, value.reason},
            {u"queuedAt"_s, timeToJson(value.queuedAt)},
            {u"finishedAt"_s, timeToJson(value.finishedAt)}};
}

} // namespace Deskbell
