// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/activity/activitylog.h"
#include "server/approvals/approvaltemplateservice.h"
#include "server/assignment/steps.h"
#include "server/attachments/attachmentservice.h"
#include "server/db/transaction.h"
#include "server/desks/tagservice.h"
#include "server/events/eventlog.h"
#include "server/sla/ticketclock.h"
#include "server/tickets/ticketchange.h"
#include "server/tickets/ticketreferences.h"
#include "server/tickets/ticketrepository.h"
#include "server/tickets/ticketservice.h"
#include "server/tickets/ticketsight.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TicketService {

namespace {

using TicketRepository::TicketDesk;

bool isForOthers(const Context &context, const TicketDraft &draft)
{
    return draft.requester.isValid() && draft.requester != context.principal.account;
}

/// The desk named, or the first one on which the caller may make this ticket.
Result<TicketDesk> chooseDesk(Context &context, const TicketDraft &draft)
{
    const Permission permission = isForOthers(context, draft) ? Permission::TicketCreateForOthers
                                                              : Permission::TicketCreate;
    auto desks = TicketRepository::selectDesks(context.db, draft.desk);
    if (!desks)
        return fail(desks.error());
    if (desks->isEmpty() && draft.desk.isValid())
        return fail(Error::invalidField(u"desk"_s, "unknown"));
    for (const TicketDesk &candidate : std::as_const(*desks)) {
        if (context.principal.grants.holds(permission, candidate.desk.id))
            return candidate;
    }
    return fail(Error::forbidden(codeOf(permission)));
}

/// What only those decide who work on the desk.
Result<> requireRights(const Context &context, const TicketDraft &draft, DeskId desk)
{
    const Grants &grants = context.principal.grants;
    const bool arranged
            = draft.team.isValid() || draft.approvalTemplate.isValid()
              || draft.visibility.value_or(Visibility::Internal) != Visibility::Internal;
    if (arranged && !grants.holds(Permission::TicketEdit, desk))
        return fail(Error::forbidden(codeOf(Permission::TicketEdit)));
    const bool assigned
            = draft.assignedTo && draft.assignedTo->kind != AssigneeChoice::Kind::Nobody;
    if (assigned && !grants.holds(Permission::TicketAssign, desk))
        return fail(Error::forbidden(codeOf(Permission::TicketAssign)));
    return {};
}

Result<> fillReferences(Context &context, const TicketDraft &draft, StoredTicket &ticket)
{
    ticket.requester
            = {.id = context.principal.account, .displayName = context.principal.displayName};
    if (isForOthers(context, draft)) {
        auto requester = TicketReferences::requester(context, draft.requester, ticket.desk.id);
        if (!requester)
            return fail(requester.error());
        ticket.requester = *requester;
    }
    auto category = TicketReferences::category(context, draft.category, ticket.desk.id);
    if (!category)
        return fail(category.error());
    ticket.category = *category;
    if (auto fits = TicketReferences::checkValues(context, ticket.category, draft.customFields,
                                                  ticket.desk.id);
        !fits)
        return fits;
    auto team = TicketReferences::team(context, draft.team, ticket.desk.id);
    if (!team)
        return fail(team.error());
    ticket.team = *team;
    auto assignee = TicketReferences::assignee(context, draft.assignedTo.value_or(AssigneeChoice{}),
                                               ticket.desk.id);
    if (!assignee)
        return fail(assignee.error());
    ticket.assignee = *assignee;
    auto chosen = ApprovalTemplateService::choose(context, draft.approvalTemplate, ticket.desk.id);
    if (!chosen)
        return fail(chosen.error());
    ticket.approvalTemplate = *chosen;
    auto tags = TagService::spellTags(context, draft.tags);
    if (!tags)
        return fail(tags.error());
    ticket.tags = *tags;
    return {};
}

Result<StoredTicket> compose(Context &context, const TicketDraft &draft)
{
    auto desk = chooseDesk(context, draft);
    if (!desk)
        return fail(desk.error());
    if (auto allowed = requireRights(context, draft, desk->desk.id); !allowed)
        return fail(allowed.error());
    auto definition = workflowOf(context, desk->workflow);
    if (!definition)
        return fail(definition.error());
    StoredTicket ticket{.desk = desk->desk,
                        .title = draft.title,
                        .description = draft.description,
                        .workflow = desk->workflow,
                        .priority = draft.priority,
                        .visibility = draft.visibility.value_or(Visibility::Internal),
                        .dueAt = draft.dueAt,
                        .customFields = draft.customFields,
                        .createdBy = context.principal.account,
                        .createdAt = context.now(),
                        .deskRevision = desk->serviceRevision};
    if (auto filled = fillReferences(context, draft, ticket); !filled)
        return fail(filled.error());
    enterStatus(ticket, **definition, (*definition)->initialStatus().key, {}, context.now());
    return ticket;
}

/// Timeline, activity log and event of a new ticket.
Result<> tell(Context &context, const StoredTicket &ticket, const ChangeStory &story)
{
    auto entry = TimelineRepository::insert(context.db, {.ticket = ticket.id,
                                                         .event = TimelineEvent::Created,
                                                         .author = context.principal.account,
                                                         .details = {{u"status"_s, ticket.status}},
                                                         .at = context.now()});
    if (!entry)
        return fail(entry.error());
    if (story.isTurn()) {
        TimelineRepository::NewEntry turn = turnEntry({}, ticket.assignee, story);
        turn.ticket = ticket.id;
        turn.at = context.now();
        if (auto written = TimelineRepository::insert(context.db, turn); !written)
            return fail(written.error());
    }
    auto recorded = recordActivity(context,
                                   {.entity = "ticket",
                                    .action = "create",
                                    .entityId = ticket.id.value(),
                                    .ticket = ticket.id,
                                    .desk = ticket.desk.id,
                                    .newValue = valuesAfter(fieldChanges(StoredTicket{}, ticket))});
    if (!recorded)
        return recorded;
    return appendEvent(context,
                       {.type = EventType::TicketCreated,
                        .ticket = ticket.id,
                        .data = {{u"id"_s, ticket.id.value()}, {u"version"_s, ticket.version}},
                        .concernsOthers = ticket.requester.id != context.principal.account
                                          || ticket.assignee.has_value()});
}

} // namespace

Result<Answer> create(Context &context, const TicketDraft &draft)
{
    return Db::inTransaction<Answer>(context.db, [&]() -> Result<Answer> {
        auto ticket = compose(context, draft);
        if (!ticket)
            return fail(ticket.error());
        auto definition = workflowOf(context, ticket->workflow);
        if (!definition)
            return fail(definition.error());
        ChangeStory story;
        auto move = planStep(context, **definition, {}, *ticket, story);
        if (!move)
            return fail(move.error());
        if (auto begun = TicketClock::begin(context, *ticket); !begun)
            return fail(begun.error());
        auto inserted = TicketRepository::insert(
                context.db, *ticket, {.account = context.principal.account, .now = context.now()});
        if (!inserted)
            return fail(inserted.error());
        if (auto begun = recordStep(context, ticket->id, *move, story); !begun)
            return fail(begun.error());
        auto attached = attachUploads(context, ticket->id, {}, draft.attachmentIds, false);
        if (!attached)
            return fail(attached.error());
        if (auto told = tell(context, *ticket, story); !told)
            return fail(told.error());
        return selectSight(context, ticket->id).map([](TicketSight sight) {
            return Answer(std::move(sight.answer));
        });
    });
}

} // namespace Deskbell::Server::TicketService
