// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/triggers/triggeractions.h"

#include "server/activity/activitylog.h"
#include "server/base/environment.h"
#include "server/events/eventlog.h"
#include "server/tickets/conditions.h"
#include "server/tickets/ticketchange.h"
#include "server/tickets/ticketreferences.h"
#include "server/tickets/ticketsearch.h"
#include "server/tickets/ticketviewer.h"
#include "server/timeline/timelinerepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TriggerActions {

namespace {

/// By a way that a person could go, too, who would be asked for nothing: what is asked for only a
/// person can give, and what else such a way causes is between persons.
Result<> enterBySystem(Context &system, StoredTicket &ticket, const QString &status,
                       ChangeStory &story)
{
    if (ticket.status == status)
        return {};
    auto definition = workflowOf(system, ticket.workflow);
    if (!definition)
        return fail(definition.error());
    const WorkflowTransition *transition = (*definition)->transition(ticket.status, status);
    if (!transition) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "workflow.transition_not_allowed",
                     .detail = u"The workflow has no such transition."_s});
    }
    const bool tellsOnly
            = std::all_of(transition->effects.begin(), transition->effects.end(),
                          [](const Effect &effect) { return effect.kind == EffectKind::Notify; });
    if (!tellsOnly || !requirementsOf(**definition, *transition).isEmpty()) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "workflow.needs_person",
                     .detail = u"Only a person can take this transition."_s});
    }
    enterStatus(ticket, **definition, status, {}, system.now());
    for (const Effect &effect : transition->effects)
        story.notify.append(effect.target);
    story.trigger = u"trigger"_s;
    return {};
}

bool isTag(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Internal, by nobody.
Result<> addNote(Context &system, const StoredTicket &ticket, const QString &message)
{
    auto entry = TimelineRepository::insert(system.db, {.ticket = ticket.id,
                                                        .kind = TimelineKind::Note,
                                                        .internal = true,
                                                        .message = message,
                                                        .at = system.now()});
    if (!entry)
        return fail(entry.error());
    auto recorded = recordActivity(system, {.entity = "note",
                                            .action = "create",
                                            .entityId = entry->value(),
                                            .ticket = ticket.id,
                                            .desk = ticket.desk.id,
                                            .internal = true});
    if (!recorded)
        return recorded;
    return appendEvent(system, {.type = EventType::NoteCreated,
                                .ticket = ticket.id,
                                .data = {{u"id"_s, entry->value()}, {u"version"_s, 1}},
                                .internal = true});
}

/// What changes the ticket itself.
Result<> applyAction(Context &system, const TriggerAction &action, StoredTicket &ticket,
                     ChangeStory &story)
{
    const QString &value = action.value;
    switch (action.kind) {
    case TriggerActionKind::SetPriority:
        ticket.priority = fromWire<Priority>(value).value_or(ticket.priority);
        return {};
    case TriggerActionKind::Assign: {
        AssigneeChoice choice;
        if (!value.isEmpty())
            choice = {.kind = AssigneeChoice::Kind::Account,
                      .account = AccountId(value.toLongLong())};
        auto assignee = TicketReferences::assignee(system, choice, ticket.desk.id);
        if (!assignee)
            return fail(assignee.error());
        ticket.assignee = *assignee;
        return {};
    }
    case TriggerActionKind::SetTeam: {
        auto team = TicketReferences::team(system, TeamId(value.toLongLong()), ticket.desk.id);
        if (!team)
            return fail(team.error());
        ticket.team = *team;
        return {};
    }
    case TriggerActionKind::AddTag:
        if (std::none_of(ticket.tags.begin(), ticket.tags.end(),
                         [&](const QString &tag) { return isTag(tag, value); }))
            ticket.tags.append(value);
        return {};
    case TriggerActionKind::RemoveTag:
        ticket.tags.removeIf([&](const QString &tag) { return isTag(tag, value); });
        return {};
    case TriggerActionKind::SetStatus: return enterBySystem(system, ticket, value, story);
    case TriggerActionKind::Notify: story.notify.append(value); return {};
    case TriggerActionKind::AddNote: return {}; // is written apart
    }
    Q_UNREACHABLE();
}

} // namespace

Result<bool> matches(Context &system, const QString &query, TicketId ticket)
{
    auto search = prepareSearch(system, query);
    if (!search)
        return fail(search.error());
    const TicketViewer nobody{.now = system.now()};
    Conditions conditions;
    conditions.bind(":viewer", nobody.account);
    conditions.add(u"t.id = :ticket"_s, ":ticket", ticket);
    addSearch(conditions, *search, nobody);
    auto rows = system.db.runText(u"SELECT 1 FROM ticket.ticket t"_s
                                          + (search->query.hasText() ? searchJoin() : QString())
                                          + conditions.where() + u" AND :viewer::bigint IS NULL"_s,
                                  conditions.binds());
    if (!rows)
        return fail(rows.error());
    return rows->next();
}

Result<> perform(Context &system, const StoredTicket &ticket, const QList<TriggerAction> &actions)
{
    StoredTicket after = ticket;
    ChangeStory story;
    for (const TriggerAction &action : actions) {
        if (auto applied = applyAction(system, action, after, story); !applied)
            return applied;
    }
    const Touch touch = story.notify.isEmpty() ? Touch::IfChanged : Touch::Always;
    if (auto saved = saveTicket(system, ticket, after, story, touch); !saved)
        return saved;
    for (const TriggerAction &action : actions) {
        if (action.kind != TriggerActionKind::AddNote)
            continue;
        if (auto added = addNote(system, after, action.value); !added)
            return added;
    }
    return {};
}

} // namespace Deskbell::Server::TriggerActions
