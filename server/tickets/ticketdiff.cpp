// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketdiff.h"

#include "common/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

using TimelineRepository::NewEntry;

QJsonValue wire(auto value)
{
    return QString(toWire(value));
}

QJsonValue wordsOf(const QStringList &words)
{
    return QJsonArray::fromStringList(words);
}

QJsonObject oldAndNew(const QJsonValue &before, const QJsonValue &after)
{
    return {{u"old"_s, before}, {u"new"_s, after}};
}

QString labelOf(const WorkflowDefinition &definition, const QString &status)
{
    const WorkflowStatus *found = definition.status(status);
    return found ? found->label : status;
}

NewEntry statusEntry(const StoredTicket &before, const StoredTicket &after,
                     const ChangeStory &story, const WorkflowDefinition &definition,
                     AccountId person)
{
    QJsonObject details = oldAndNew(before.status, after.status);
    details[u"oldLabel"_s] = labelOf(definition, before.status);
    details[u"newLabel"_s] = labelOf(definition, after.status);
    if (!after.statusReason.isEmpty())
        details[u"reason"_s] = after.statusReason;
    if (!story.comment.isEmpty())
        details[u"comment"_s] = story.comment;
    if (!story.trigger.isEmpty())
        details[u"trigger"_s] = story.trigger;
    return {.event = TimelineEvent::Status,
            .author = story.trigger.isEmpty() ? person : AccountId(),
            .details = details};
}

QJsonObject holders(const StoredTicket &ticket)
{
    return {{u"assignee"_s, toJson(ticket.assignee)}, {u"team"_s, toJson(ticket.team)}};
}

void addHandover(const StoredTicket &before, const StoredTicket &after, const ChangeStory &story,
                 AccountId person, QList<NewEntry> &entries)
{
    std::optional<PersonRef> held = before.assignee;
    if (!story.transferReason.isEmpty()) {
        StoredTicket given = after;
        if (story.isTurn()) { // the one who transferred it did not choose them
            given.assignee.reset();
            held.reset();
        }
        QJsonObject details = oldAndNew(holders(before), holders(given));
        details[u"reason"_s] = story.transferReason;
        entries.append({.event = TimelineEvent::Transfer, .author = person, .details = details});
        if (!story.isTurn())
            return;
    } else if (before.team != after.team) {
        entries.append({.event = TimelineEvent::Team,
                        .author = person,
                        .details = oldAndNew(toJson(before.team), toJson(after.team))});
    }
    if (story.isTurn()) {
        // The same person may have the next turn, too.
        const bool escalates = !story.escalationReason.isEmpty();
        if (escalates || story.waiting || held != after.assignee)
            entries.append(turnEntry(held, after.assignee, story));
        if (escalates)
            entries.last().author = person;
        return;
    }
    if (before.assignee != after.assignee) {
        entries.append({.event = TimelineEvent::Assignment,
                        .author = person,
                        .details = oldAndNew(toJson(before.assignee), toJson(after.assignee))});
    }
}

/// Fields whose events hold nothing but the old and the new value.
std::optional<TimelineEvent> plainEvent(const QString &field)
{
    static const QHash<QString, TimelineEvent> events{
            {u"title"_s, TimelineEvent::Title},
            {u"priority"_s, TimelineEvent::Priority},
            {u"category"_s, TimelineEvent::Category},
            {u"requester"_s, TimelineEvent::Requester},
            {u"visibility"_s, TimelineEvent::Visibility},
            {u"tags"_s, TimelineEvent::Tags},
            {u"dueAt"_s, TimelineEvent::DueDate},
            {u"approvalTemplate"_s, TimelineEvent::ApprovalTemplate},
            {u"customFields"_s, TimelineEvent::CustomFields},
    };
    const auto found = events.constFind(field);
    return found == events.cend() ? std::nullopt : std::optional(*found);
}

QJsonObject sideOf(const QList<FieldChange> &changes, QJsonValue FieldChange::*side)
{
    QJsonObject values;
    for (const FieldChange &change : changes)
        values[change.field] = change.*side;
    return values;
}

} // namespace

QList<FieldChange> fieldChanges(const StoredTicket &before, const StoredTicket &after)
{
    QList<FieldChange> changes;
    const auto compare
            = [&](const QString &field, const auto &member, const auto &show, bool isText = false) {
                  const auto &old = std::invoke(member, before);
                  const auto &now = std::invoke(member, after);
                  if (old != now)
                      changes.append({field, show(old), show(now), isText});
              };
    const auto json = [](const auto &value) {
        return QJsonValue(toJson(value));
    };
    const auto plain = [](const auto &value) {
        return QJsonValue(value);
    };
    const auto name = [](auto value) {
        return wire(value);
    };
    using T = StoredTicket;
    compare(u"title"_s, &T::title, plain, true);
    compare(u"description"_s, &T::description, plain, true);
    compare(u"status"_s, &T::status, plain);
    compare(u"statusCategory"_s, &T::statusCategory, name);
    compare(u"statusReason"_s, &T::statusReason, plain, true);
    compare(u"priority"_s, &T::priority, name);
    compare(u"category"_s, &T::category, json);
    compare(u"requester"_s, &T::requester, json);
    compare(u"assignee"_s, &T::assignee, json);
    compare(u"team"_s, &T::team, json);
    compare(u"visibility"_s, &T::visibility, name);
    compare(u"tags"_s, &T::tags, &wordsOf);
    compare(u"dueAt"_s, &T::dueAt, &timeToJson);
    compare(u"approvalTemplate"_s, &T::approvalTemplate, json);
    compare(u"customFields"_s, &T::customFields, plain, true);
    compare(u"firstResponseAt"_s, &T::firstResponseAt, &timeToJson);
    const auto stamp = [](auto member) {
        return [member](const T &ticket) {
            return ticket.stamps.*member;
        };
    };
    compare(u"resolvedAt"_s, stamp(&StatusStamps::resolvedAt), &timeToJson);
    compare(u"closedAt"_s, stamp(&StatusStamps::closedAt), &timeToJson);
    compare(u"reopenCount"_s, stamp(&StatusStamps::reopenCount), plain);
    compare(u"deletedAt"_s, &T::deletedAt, &timeToJson);
    return changes;
}

QJsonObject eventChanges(const QList<FieldChange> &changes)
{
    QJsonObject object;
    for (const FieldChange &change : changes)
        object[change.field]
                = change.isText ? QJsonObject() : oldAndNew(change.before, change.after);
    return object;
}

QJsonObject valuesBefore(const QList<FieldChange> &changes)
{
    return sideOf(changes, &FieldChange::before);
}

QJsonObject valuesAfter(const QList<FieldChange> &changes)
{
    return sideOf(changes, &FieldChange::after);
}

QList<NewEntry> timelineOf(const StoredTicket &before, const StoredTicket &after,
                           const ChangeStory &story, const WorkflowDefinition &definition,
                           AccountId person)
{
    QList<NewEntry> entries;
    for (const FieldChange &change : fieldChanges(before, after)) {
        if (const auto event = plainEvent(change.field)) {
            entries.append({.event = *event,
                            .author = person,
                            .details = oldAndNew(change.before, change.after)});
        }
    }
    if (before.description != after.description)
        entries.append({.event = TimelineEvent::Description, .author = person});
    addHandover(before, after, story, person, entries);
    if (before.status != after.status)
        entries.append(statusEntry(before, after, story, definition, person));
    if (before.isDeleted() != after.isDeleted()) {
        entries.append(
                {.event = after.isDeleted() ? TimelineEvent::Deleted : TimelineEvent::Restored,
                 .author = person});
    }
    return entries;
}

NewEntry turnEntry(const std::optional<PersonRef> &before, const std::optional<PersonRef> &after,
                   const ChangeStory &story)
{
    QJsonObject details = oldAndNew(toJson(before), toJson(after));
    if (story.team)
        details[u"team"_s] = toJson(story.team);
    else
        details[u"role"_s] = story.role;
    if (!story.escalationReason.isEmpty())
        details[u"reason"_s] = story.escalationReason;
    if (story.waiting)
        details[u"waiting"_s] = QString(toWire(*story.waiting));
    if (!story.escalationReason.isEmpty())
        return {.event = TimelineEvent::Escalation, .details = details};
    // Whose turn it was is nobody's choice: there is no author.
    return {.event = story.waiting ? TimelineEvent::NobodyChosen : TimelineEvent::Assignment,
            .details = details};
}

bool changesSight(const StoredTicket &before, const StoredTicket &after)
{
    return before.assignee != after.assignee || before.requester != after.requester
           || before.team != after.team || before.visibility != after.visibility
           || before.isDeleted() != after.isDeleted();
}

} // namespace Deskbell::Server
