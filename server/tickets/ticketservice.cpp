// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketservice.h"

#include "server/activity/activitylog.h"
#include "server/approvals/approvalflow.h"
#include "server/approvals/approvaltemplateservice.h"
#include "server/assignment/steps.h"
#include "server/db/transaction.h"
#include "server/desks/tagservice.h"
#include "server/tickets/ticketchange.h"
#include "server/tickets/ticketreferences.h"
#include "server/tickets/ticketrepository.h"
#include "server/tickets/ticketsight.h"
#include "server/tickets/ticketundo.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TicketService {

namespace {

using Work = std::function<Result<>(StoredTicket &)>;

/// The ticket as the caller sees it after a change, if they still do.
Result<Answer> answerOf(Context &context, TicketId ticket)
{
    auto sight = selectSight(context, ticket);
    if (sight)
        return Answer(std::move(sight->answer));
    if (sight.error().code == ErrorCode::NotFound)
        return Answer();
    return fail(sight.error());
}

/// Does that and answers the ticket as it is then, in one transaction.
Result<Answer> thenAnswer(Context &context, TicketId ticket, const std::function<Result<>()> &work)
{
    return Db::inTransaction<Answer>(context.db, [&]() -> Result<Answer> {
        if (auto done = work(); !done)
            return fail(done.error());
        return answerOf(context, ticket);
    });
}

/// Changes the ticket and answers it.
Result<Answer> changeAndAnswer(Context &context, TicketId ticket, const std::optional<int> &version,
                               const ChangeStory &story, const Work &work)
{
    return thenAnswer(context, ticket,
                      [&] { return changeTicket(context, ticket, version, story, work); });
}

Result<> applyReferences(Context &context, const TicketPatch &patch, StoredTicket &ticket)
{
    const DeskId desk = ticket.desk.id;
    // What stays as it is may be something that could not be chosen any more.
    if (patch.category
        && *patch.category != (ticket.category ? ticket.category->id : CategoryId())) {
        auto category = TicketReferences::category(context, *patch.category, desk);
        if (!category)
            return fail(category.error());
        ticket.category = *category;
    }
    if (patch.team && *patch.team != (ticket.team ? ticket.team->id : TeamId())) {
        auto team = TicketReferences::team(context, *patch.team, desk);
        if (!team)
            return fail(team.error());
        ticket.team = *team;
    }
    if (patch.approvalTemplate
        && *patch.approvalTemplate
                   != (ticket.approvalTemplate ? ticket.approvalTemplate->id
                                               : ApprovalTemplateId())) {
        auto chosen = ApprovalTemplateService::choose(context, *patch.approvalTemplate, desk);
        if (!chosen)
            return fail(chosen.error());
        ticket.approvalTemplate = *chosen;
    }
    if (patch.requester && *patch.requester != ticket.requester.id) {
        auto requester = TicketReferences::requester(context, *patch.requester, desk);
        if (!requester)
            return fail(requester.error());
        ticket.requester = *requester;
    }
    if (patch.assignedTo) {
        auto assignee = TicketReferences::assignee(context, *patch.assignedTo, desk);
        if (!assignee)
            return fail(assignee.error());
        ticket.assignee = *assignee;
    }
    if (patch.tags) {
        auto tags = TagService::spellTags(context, *patch.tags);
        if (!tags)
            return fail(tags.error());
        ticket.tags = *tags;
    }
    return {};
}

/// The time of the resolution can be corrected, within reason.
Result<> applyResolvedAt(const Context &context, const QDateTime &resolvedAt, StoredTicket &ticket)
{
    if (!ticket.stamps.resolvedAt.isValid())
        return fail(Error::invalidField(u"resolvedAt"_s, "not_resolved"));
    if (resolvedAt < ticket.createdAt || resolvedAt > context.now())
        return fail(Error::invalidField(u"resolvedAt"_s, "out_of_range"));
    ticket.stamps.resolvedAt = resolvedAt;
    return {};
}

Result<> apply(Context &context, const TicketPatch &patch, StoredTicket &ticket)
{
    for (const TicketAction action : patch.neededActions()) {
        // Who has it already takes nothing.
        const bool takesOwn = action == TicketAction::Take
                              && ticket.relationOf(context.principal.account).assignee;
        const TicketAction needed = takesOwn ? TicketAction::Assign : action;
        if (auto allowed = requireAction(context, ticket, needed); !allowed)
            return allowed;
    }
    ticket.title = patch.title.value_or(ticket.title);
    ticket.description = patch.description.value_or(ticket.description);
    ticket.priority = patch.priority.value_or(ticket.priority);
    ticket.visibility = patch.visibility.value_or(ticket.visibility);
    ticket.dueAt = patch.dueAt.value_or(ticket.dueAt);
    ticket.customFields = patch.customFields.value_or(ticket.customFields);
    if (patch.resolvedAt) {
        if (auto corrected = applyResolvedAt(context, *patch.resolvedAt, ticket); !corrected)
            return corrected;
    }
    if (auto applied = applyReferences(context, patch, ticket); !applied)
        return applied;
    if (!patch.customFields)
        return {};
    return TicketReferences::checkValues(context, ticket.category, ticket.customFields,
                                         ticket.desk.id);
}

Result<> refuseDeleted(const StoredTicket &ticket)
{
    if (!ticket.isDeleted())
        return {};
    return fail({.code = ErrorCode::Conflict,
                 .key = "ticket.deleted",
                 .detail = u"The ticket was deleted."_s});
}

/// `decide` is decideTransition() or decideClosing(), with everything but the facts bound.
using Decide = std::function<Result<WorkflowTransition>(
        const WorkflowDefinition &, const WorkflowState &, const WorkflowActor &)>;

Result<> takeTransition(Context &context, TicketId id, const std::optional<int> &version,
                        const ChangeStory &story, const QString &reason, const Decide &decide)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto before = lockTicket(context, id, version);
        if (!before)
            return fail(before.error());
        if (auto there = refuseDeleted(*before); !there)
            return fail(there.error());
        auto definition = workflowOf(context, before->workflow);
        if (!definition)
            return fail(definition.error());
        auto transition
                = decide(**definition, before->workflowState(), workflowActor(context, *before));
        if (!transition)
            return fail(transition.error());
        StoredTicket after = *before;
        enterStatus(after, **definition, transition->to, reason, context.now());
        ChangeStory told = story;
        if (auto done = applyEffects(context, transition->effects, after, told); !done)
            return fail(done.error());
        for (const Effect &effect : transition->effects) {
            if (effect.kind == EffectKind::Notify)
                told.notify.append(effect.target);
        }
        if (auto saved = saveTicket(context, *before, after, told); !saved)
            return fail(saved.error());
        return ApprovalFlow::causeEffects(context, after, transition->effects);
    });
}

/// The first look of the day, in the log and the count; of a restricted ticket every look, in the
/// log.
Result<> noteView(Context &context, TicketId ticket, const TicketSight &sight)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto first = TicketRepository::countView(context.db, ticket, context.principal.account,
                                                 context.now().date());
        if (!first)
            return fail(first.error());
        if (!*first && !sight.restricted)
            return {};
        return recordActivity(context, {.entity = "ticket",
                                        .action = "view",
                                        .entityId = ticket.value(),
                                        .ticket = ticket,
                                        .desk = sight.desk});
    });
}

/// Whether this look at the ticket makes the system act.
Result<bool> opensForWork(Context &context, const TicketSight &sight)
{
    if (sight.relation.requester || !isStaff(context.principal.grants, sight.desk))
        return false;
    auto definition = workflowOf(context, sight.workflow);
    if (!definition)
        return fail(definition.error());
    return automaticTransition(**definition, Trigger::StaffOpened, sight.status) != nullptr;
}

Result<> startWork(Context &context, TicketId id)
{
    // Seen by the caller, done by the system.
    Context system{.db = context.db,
                   .environment = context.environment,
                   .requestId = context.requestId,
                   .peer = context.peer};
    auto started = Db::inTransaction(context.db, [&]() -> Result<> {
        auto before = lockTicket(context, id);
        if (!before)
            return fail(before.error());
        auto definition = workflowOf(context, before->workflow);
        if (!definition)
            return fail(definition.error());
        StoredTicket after = *before;
        const QString trigger
                = enterAutomatically(after, **definition, Trigger::StaffOpened, context.now());
        return saveTicket(system, *before, after, {.action = "status", .trigger = trigger});
    });
    context.wroteEvents = context.wroteEvents || system.wroteEvents;
    return started;
}

/// The rating, and that it was given: a new version of the ticket, a line in its timeline, the log
/// and the event.
Result<> storeRating(Context &context, const StoredTicket &before, const RatingDraft &rating)
{
    auto stored = context.db.run("tickets/upsert_rating", {{":ticket", before.id},
                                                           {":account", context.principal.account},
                                                           {":score", rating.score},
                                                           {":comment", rating.comment},
                                                           {":now", context.now()}});
    if (!stored)
        return fail(stored.error());
    QJsonObject details{{u"score"_s, rating.score}};
    if (!rating.comment.isEmpty())
        details[u"comment"_s] = rating.comment;
    auto written = TimelineRepository::insert(context.db, {.ticket = before.id,
                                                           .event = TimelineEvent::Rated,
                                                           .author = context.principal.account,
                                                           .details = details,
                                                           .at = context.now()});
    if (!written)
        return fail(written.error());
    auto recorded = recordActivity(context, {.entity = "ticket",
                                             .action = "rate",
                                             .entityId = before.id.value(),
                                             .ticket = before.id,
                                             .desk = before.desk.id,
                                             .newValue = toJson(rating)});
    if (!recorded)
        return recorded;
    StoredTicket after = before;
    return saveTicket(context, before, after, {.action = "rate"}, Touch::Always);
}

} // namespace

Result<TicketId> resolve(Context &context, const QString &name)
{
    bool isId = false;
    if (const qint64 id = name.toLongLong(&isId); isId && id > 0)
        return TicketId(id);
    const auto number = ticketNumberFromText(name);
    if (!number)
        return fail(Error::notFound(u"ticket"_s));
    auto id = TicketRepository::selectId(context.db, *number);
    if (!id)
        return fail(id.error());
    if (!*id)
        return fail(Error::notFound(u"ticket"_s));
    return **id;
}

Result<Entity> open(Context &context, TicketId ticket)
{
    auto sight = selectSight(context, ticket);
    if (!sight)
        return fail(sight.error());
    auto opens = opensForWork(context, *sight);
    if (!opens)
        return fail(opens.error());
    if (sight->seenToday && !*opens && !sight->restricted)
        return std::move(sight->answer);
    if (!sight->seenToday || sight->restricted) {
        if (auto noted = noteView(context, ticket, *sight); !noted)
            return fail(noted.error());
    }
    if (*opens) {
        if (auto started = startWork(context, ticket); !started)
            return fail(started.error());
    }
    return selectSight(context, ticket).map([](TicketSight seen) {
        return std::move(seen.answer);
    });
}

Result<> applyPatch(Context &context, TicketId ticket, const TicketPatch &patch,
                    const std::optional<int> &version)
{
    return changeTicket(context, ticket, version, {.action = "update"},
                        [&](StoredTicket &stored) { return apply(context, patch, stored); });
}

Result<Answer> change(Context &context, TicketId ticket, const TicketPatch &patch,
                      const std::optional<int> &version)
{
    return thenAnswer(context, ticket, [&] { return applyPatch(context, ticket, patch, version); });
}

Result<> moveTo(Context &context, TicketId ticket, const StatusChange &change,
                const std::optional<int> &version)
{
    const TransitionInput input{.reason = change.reason, .comment = change.comment};
    return takeTransition(context, ticket, version, {.action = "status", .comment = change.comment},
                          change.reason,
                          [&](const auto &definition, const auto &state, const auto &actor) {
                              return decideTransition(definition, state, change.status, actor,
                                                      input, context.now());
                          });
}

Result<Answer> changeStatus(Context &context, TicketId ticket, const StatusChange &change,
                            const std::optional<int> &version)
{
    return thenAnswer(context, ticket, [&] { return moveTo(context, ticket, change, version); });
}

Result<Answer> close(Context &context, TicketId ticket, const Closing &closing,
                     const std::optional<int> &version)
{
    return thenAnswer(context, ticket, [&] {
        return takeTransition(context, ticket, version, {.action = "status"}, closing.reason,
                              [&](const auto &definition, const auto &state, const auto &actor) {
                                  return decideClosing(definition, state, actor,
                                                       {.reason = closing.reason}, context.now());
                              });
    });
}

Result<Answer> assign(Context &context, TicketId ticket, const Assignment &assignment,
                      const std::optional<int> &version)
{
    return changeAndAnswer(
            context, ticket, version, {.action = "assign"}, [&](StoredTicket &stored) -> Result<> {
                if (auto allowed = requireAction(context, stored, TicketAction::Assign); !allowed)
                    return allowed;
                auto assignee = TicketReferences::assignee(context, assignment.assignedTo,
                                                           stored.desk.id);
                if (!assignee)
                    return fail(assignee.error());
                stored.assignee = *assignee;
                return {};
            });
}

Result<Answer> transfer(Context &context, TicketId ticket, const Transfer &transfer,
                        const std::optional<int> &version)
{
    return changeAndAnswer(
            context, ticket, version, {.action = "transfer", .transferReason = transfer.reason},
            [&](StoredTicket &stored) -> Result<> {
                if (auto allowed = requireAction(context, stored, TicketAction::Transfer); !allowed)
                    return allowed;
                return applyReferences(context,
                                       {.team = transfer.team, .assignedTo = transfer.assignedTo},
                                       stored);
            });
}

Result<Answer> escalate(Context &context, TicketId id, const Escalation &escalation,
                        const std::optional<int> &version)
{
    return Db::inTransaction<Answer>(context.db, [&]() -> Result<Answer> {
        auto before = lockTicket(context, id, version);
        if (!before)
            return fail(before.error());
        if (auto there = refuseDeleted(*before); !there)
            return fail(there.error());
        const bool owns = before->relationOf(context.principal.account).assignee;
        if (!owns && !context.principal.grants.holds(Permission::TicketTransfer, before->desk.id))
            return fail(Error::forbidden(codeOf(Permission::TicketTransfer)));
        auto definition = workflowOf(context, before->workflow);
        if (!definition)
            return fail(definition.error());
        StoredTicket after = *before;
        ChangeStory story{.action = "escalate", .escalationReason = escalation.reason};
        if (auto asked = Server::escalate(context, **definition, after, story); !asked)
            return fail(asked.error());
        // Even when nobody had it and nobody can be found, that it was escalated is stored.
        if (auto saved = saveTicket(context, *before, after, story, Touch::Always); !saved)
            return fail(saved.error());
        return answerOf(context, id);
    });
}

Result<Answer> rate(Context &context, TicketId id, const RatingDraft &rating,
                    const std::optional<int> &version)
{
    return Db::inTransaction<Answer>(context.db, [&]() -> Result<Answer> {
        auto ticket = lockTicket(context, id, version);
        if (!ticket)
            return fail(ticket.error());
        if (auto there = refuseDeleted(*ticket); !there)
            return fail(there.error());
        if (!ticket->relationOf(context.principal.account).requester)
            return fail(Error::forbidden(codeOf(Permission::TicketEditOwn)));
        if (ticket->statusCategory != StatusCategory::Closed) {
            return fail({.code = ErrorCode::Conflict,
                         .key = "ticket.not_closed",
                         .detail = u"A ticket is rated once it is closed."_s});
        }
        if (auto stored = storeRating(context, *ticket, rating); !stored)
            return fail(stored.error());
        return answerOf(context, id);
    });
}

Result<> remove(Context &context, TicketId ticket, const std::optional<int> &version)
{
    return changeTicket(context, ticket, version, {.action = "delete"},
                        [&](StoredTicket &stored) -> Result<> {
                            auto allowed = requireAction(context, stored, TicketAction::Delete);
                            if (allowed)
                                stored.deletedAt = context.now();
                            return allowed;
                        });
}

Result<Answer> undo(Context &context, TicketId ticket, const std::optional<int> &version)
{
    return thenAnswer(context, ticket,
                      [&] { return TicketUndo::undoLast(context, ticket, version); });
}

Result<Answer> restore(Context &context, TicketId ticket, const std::optional<int> &version)
{
    return changeAndAnswer(
            context, ticket, version, {.action = "restore"}, [&](StoredTicket &stored) -> Result<> {
                if (!stored.isDeleted()) {
                    if (!context.principal.grants.holds(Permission::TicketRestore, stored.desk.id))
                        return fail(Error::forbidden(codeOf(Permission::TicketRestore)));
                    return fail({.code = ErrorCode::Conflict,
                                 .key = "ticket.not_deleted",
                                 .detail = u"The ticket was not deleted."_s});
                }
                auto allowed = requireAction(context, stored, TicketAction::Restore);
                if (allowed)
                    stored.deletedAt = {};
                return allowed;
            });
}

} // namespace Deskbell::Server::TicketService
