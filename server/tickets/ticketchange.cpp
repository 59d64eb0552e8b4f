// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketchange.h"

#include "server/activity/activitylog.h"
#include "server/assignment/steps.h"
#include "server/base/environment.h"
#include "server/db/transaction.h"
#include "server/events/eventlog.h"
#include "server/sla/ticketclock.h"
#include "server/tickets/ticketrepository.h"
#include "server/tickets/ticketsight.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

using TicketRepository::Author;

/// Who made the change: nobody, when the system did all of it.
AccountId personOf(const Context &context)
{
    return context.principal.account;
}

/// Who could lose sight of the ticket by this change.
Result<QList<AccountId>> seersAtRisk(Context &context, const StoredTicket &before,
                                     const StoredTicket &after)
{
    if (before.team != after.team || before.visibility != after.visibility
        || before.isDeleted() != after.isDeleted()) {
        return TicketRepository::selectPossibleSeers(context.db, before.id, context.now());
    }
    QList<AccountId> accounts;
    if (before.assignee && before.assignee != after.assignee)
        accounts.append(before.assignee->id);
    if (before.requester != after.requester)
        accounts.append(before.requester.id);
    return accounts;
}

Result<QList<AccountId>> seersBefore(Context &context, const StoredTicket &before,
                                     const StoredTicket &after)
{
    if (!changesSight(before, after))
        return QList<AccountId>();
    auto candidates = seersAtRisk(context, before, after);
    if (!candidates)
        return candidates;
    return TicketRepository::selectSeers(context.db, before.id, *candidates);
}

Result<> writeTimeline(Context &context, const StoredTicket &before, const StoredTicket &after,
                       const ChangeStory &story, const WorkflowDefinition &definition)
{
    for (TimelineRepository::NewEntry &entry :
         timelineOf(before, after, story, definition, personOf(context))) {
        entry.ticket = after.id;
        entry.at = context.now();
        if (auto written = TimelineRepository::insert(context.db, entry); !written)
            return fail(written.error());
    }
    if (before.status == after.status)
        return {};
    const AccountId person = story.trigger.isEmpty() ? personOf(context) : AccountId();
    return TicketRepository::insertStatusChange(context.db, after.id,
                                                {.from = before.status,
                                                 .to = after.status,
                                                 .reason = after.statusReason,
                                                 .trigger = story.trigger},
                                                {.account = person, .now = context.now()});
}

EventType eventOf(const StoredTicket &before, const StoredTicket &after)
{
    if (before.isDeleted() == after.isDeleted())
        return EventType::TicketUpdated;
    return after.isDeleted() ? EventType::TicketDeleted : EventType::TicketRestored;
}

Permission permissionFor(TicketAction action)
{
    switch (action) {
    case TicketAction::Edit:
    case TicketAction::EditPriority:
    case TicketAction::EditAll: return Permission::TicketEdit;
    case TicketAction::Reply:
    case TicketAction::Attach: return Permission::TicketReply;
    case TicketAction::Note: return Permission::TicketNote;
    case TicketAction::Assign:
    case TicketAction::Take: return Permission::TicketAssign;
    case TicketAction::Transfer:
    case TicketAction::Escalate: return Permission::TicketTransfer;
    case TicketAction::ChangeStatus: return Permission::TicketChangeStatus;
    case TicketAction::Close: return Permission::TicketClose;
    case TicketAction::Delete: return Permission::TicketDelete;
    case TicketAction::Rate: return Permission::TicketEditOwn;
    case TicketAction::Restore: return Permission::TicketRestore;
    case TicketAction::Merge: return Permission::TicketMerge;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<> hideFrom(Context &context, TicketId ticket, QList<AccountId> saw)
{
    auto see = TicketRepository::selectSeers(context.db, ticket, saw);
    if (!see)
        return fail(see.error());
    saw.removeIf([&](AccountId account) { return see->contains(account); });
    if (saw.isEmpty())
        return {};
    return appendEvent(context,
                       {.type = EventType::TicketHidden, .ticket = ticket, .recipients = saw});
}

Result<StoredTicket> lockTicket(Context &context, TicketId id, const std::optional<int> &version)
{
    // Two statements: only what is read after the lock was got is as it is now.
    if (auto locked = TicketRepository::lock(context.db, id); !locked)
        return fail(locked.error());
    auto ticket
            = TicketRepository::select(context.db, id, context.principal.account, context.now());
    if (!ticket)
        return fail(ticket.error());
    if (!*ticket)
        return fail(Error::notFound(u"ticket"_s));
    if (version && *version != (*ticket)->version) {
        auto current = selectSight(context, id);
        if (!current)
            return fail(current.error());
        if (auto same = checkVersion(version, current->answer); !same)
            return fail(same.error());
    }
    return std::move(**ticket);
}

Result<> saveTicket(Context &context, const StoredTicket &before, StoredTicket &after,
                    const ChangeStory &told, Touch touch)
{
    auto definition = workflowOf(context, after.workflow);
    if (!definition)
        return fail(definition.error());
    ChangeStory story = told;
    auto move = planStep(context, **definition, before, after, story);
    if (!move)
        return fail(move.error());
    const QList<FieldChange> changes = fieldChanges(before, after);
    if (changes.isEmpty() && touch == Touch::IfChanged)
        return {};
    auto saw = seersBefore(context, before, after);
    if (!saw)
        return fail(saw.error());
    if (auto followed = TicketClock::follow(context, before, after); !followed)
        return followed;
    auto stored = TicketRepository::update(context.db, after,
                                           {.account = personOf(context), .now = context.now()});
    if (!stored)
        return stored;
    if (auto recorded = recordStep(context, after.id, *move, story); !recorded)
        return recorded;
    if (auto written = writeTimeline(context, before, after, story, **definition); !written)
        return written;
    if (!changes.isEmpty()) {
        auto recorded = recordActivity(context, {.entity = "ticket",
                                                 .action = story.action,
                                                 .entityId = after.id.value(),
                                                 .ticket = after.id,
                                                 .desk = after.desk.id,
                                                 .oldValue = valuesBefore(changes),
                                                 .newValue = valuesAfter(changes)});
        if (!recorded)
            return recorded;
    }
    QJsonObject data{{u"id"_s, after.id.value()}, {u"version"_s, after.version}};
    if (!changes.isEmpty())
        data[u"changes"_s] = eventChanges(changes);
    auto appended = appendEvent(context, {.type = eventOf(before, after),
                                          .ticket = after.id,
                                          .data = data,
                                          .workflowTargets = story.notify});
    if (!appended || saw->isEmpty())
        return appended;
    return hideFrom(context, after.id, *saw);
}

Result<> changeTicket(Context &context, TicketId ticket, const std::optional<int> &version,
                      const ChangeStory &story, const std::function<Result<>(StoredTicket &)> &work)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto before = lockTicket(context, ticket, version);
        if (!before)
            return fail(before.error());
        StoredTicket after = *before;
        if (auto worked = work(after); !worked)
            return worked;
        return saveTicket(context, *before, after, story);
    });
}

Result<std::shared_ptr<const WorkflowDefinition>> workflowOf(Context &context,
                                                             WorkflowVersionId workflow)
{
    return context.environment.workflows->definition(context.db, workflow);
}

Result<> requireAction(const Context &context, const StoredTicket &ticket, TicketAction action)
{
    const auto allowedIf = [&](const TicketSituation &situation) {
        return allowedActions(context.principal.grants, ticket.desk.id,
                              ticket.relationOf(context.principal.account), situation)
                .contains(action);
    };
    const bool done = isDone(ticket.statusCategory);
    if (allowedIf({.deleted = ticket.isDeleted(), .done = done}))
        return {};
    if (ticket.isDeleted() && action != TicketAction::Restore) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "ticket.deleted",
                     .detail = u"The ticket was deleted."_s});
    }
    if (done && allowedIf({})) {
        return fail({.code = ErrorCode::Conflict,
                     .key = "ticket.done",
                     .detail = u"One's own request can be changed until it is resolved."_s});
    }
    return fail(Error::forbidden(codeOf(permissionFor(action))));
}

WorkflowActor workflowActor(const Context &context, const StoredTicket &ticket)
{
    return {.grants = context.principal.grants,
            .desk = ticket.desk.id,
            .relation = ticket.relationOf(context.principal.account),
            .approver = ticket.viewerApproves};
}

void enterStatus(StoredTicket &ticket, const WorkflowDefinition &definition, const QString &status,
                 const QString &reason, const QDateTime &now)
{
    const StatusCategory from = ticket.statusCategory;
    // A valid definition knows every status that it leads to.
    ticket.statusCategory = definition.status(status)->category;
    ticket.stamps = stampsAfter(from, ticket.statusCategory, ticket.stamps, now);
    ticket.status = status;
    ticket.statusReason = reason;
    ticket.statusChangedAt = now;
}

QString enterAutomatically(StoredTicket &ticket, const WorkflowDefinition &definition,
                           Trigger trigger, const QDateTime &now, const QString &reason)
{
    const AutomaticTransition *transition = automaticTransition(definition, trigger, ticket.status);
    if (!transition)
        return {};
    enterStatus(ticket, definition, transition->to, reason, now);
    return triggerText(*transition);
}

} // namespace Deskbell::Server
