// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/assignment/steps.h"

#include "server/assignment/assignmentrules.h"
#include "server/assignment/rotation.h"
#include "server/assignment/steprepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Result<StepMove> enterStep(Context &context, const WorkflowStep &step, bool isNew,
                           StoredTicket &after, ChangeStory &story)
{
    StepMove move{.kind = StepMove::Kind::Enter,
                  .next = {.status = step.status, .role = step.role},
                  .note = after.statusReason};
    // Whoever made it may have said who shall begin.
    if (!isNew || !after.assignee) {
        auto turn = takeTurn(context, {.desk = after.desk.id, .role = step.role});
        if (!turn)
            return fail(turn.error());
        after.assignee = turn->person;
        story.role = step.role;
        story.waiting = turn->waiting;
    }
    move.next.person = after.assignee;
    move.next.waiting = story.waiting;
    return move;
}

StepMove handOver(const WorkflowStep &step, const StoredTicket &after, const ChangeStory &story)
{
    const bool escalates = !story.escalationReason.isEmpty();
    StepMove move{.kind = StepMove::Kind::HandOver,
                  .next = {.status = step.status,
                           .role = escalates ? step.escalationRole : step.role,
                           .origin = escalates ? StepOrigin::Escalated : StepOrigin::Transferred,
                           .person = after.assignee}};
    if (!after.assignee)
        move.next.waiting = story.waiting.value_or(StepWaiting::Released);
    return move;
}

QString noteOf(const ChangeStory &story, const QString &statusReason)
{
    for (const QString &said : {story.comment, story.transferReason, story.escalationReason}) {
        if (!said.isEmpty())
            return said;
    }
    return statusReason;
}

Error conflict(const char *key, const QString &detail)
{
    return {.code = ErrorCode::Conflict, .key = key, .detail = detail};
}

bool wasEscalated(const QString &role, const QList<TicketStep> &turns)
{
    return std::any_of(turns.cbegin(), turns.cend(), [&](const TicketStep &turn) {
        return turn.origin == StepOrigin::Escalated && turn.role == role;
    });
}

} // namespace

Result<StepMove> planStep(Context &context, const WorkflowDefinition &definition,
                          const StoredTicket &before, StoredTicket &after, ChangeStory &story)
{
    if (definition.steps.isEmpty() && story.restores)
        return StepMove{.awaitedTeam = AssignmentRules::awaitedAfter(before, after, story)};
    if (definition.steps.isEmpty()) {
        return AssignmentRules::follow(context, before, after, story).map([&] {
            return StepMove{.awaitedTeam = AssignmentRules::awaitedAfter(before, after, story)};
        });
    }
    const WorkflowStep *step = definition.step(after.status);
    if (before.status != after.status) {
        if (step)
            return enterStep(context, *step, before.status.isEmpty(), after, story);
        return StepMove{.kind = StepMove::Kind::Enter, .note = after.statusReason};
    }
    if (!step || (before.assignee == after.assignee && story.escalationReason.isEmpty()))
        return StepMove();
    return handOver(*step, after, story);
}

Result<> applyEffects(Context &context, const QList<Effect> &effects, StoredTicket &ticket,
                      ChangeStory &story)
{
    for (const Effect &effect : effects) {
        if (effect.kind == EffectKind::SetField) {
            // A valid definition names no other fields and values.
            ticket.priority = fromWire<Priority>(effect.value).value_or(ticket.priority);
            ticket.visibility = fromWire<Visibility>(effect.value).value_or(ticket.visibility);
        } else if (effect.kind == EffectKind::Assign && effect.target == effectNobody) {
            ticket.assignee.reset();
        } else if (effect.kind == EffectKind::Assign) {
            auto turn = takeTurn(context, {.desk = ticket.desk.id, .role = effect.target});
            if (!turn)
                return fail(turn.error());
            ticket.assignee = turn->person;
            story.role = effect.target;
            story.waiting = turn->waiting;
        }
    }
    return {};
}

Result<> recordStep(Context &context, TicketId ticket, const StepMove &move,
                    const ChangeStory &story)
{
    if (move.awaitedTeam)
        return AssignmentRules::storeAwaited(context.db, ticket, *move.awaitedTeam);
    if (move.kind == StepMove::Kind::None)
        return {};
    const bool comesForIt = move.kind == StepMove::Kind::HandOver && move.next.person
                            && move.next.origin == StepOrigin::Transferred;
    if (comesForIt) {
        auto given = StepRepository::give(context.db, ticket, move.next.person->id);
        if (!given)
            return fail(given.error());
        if (*given)
            return {};
    }
    auto ended = StepRepository::end(context.db, ticket, noteOf(story, move.note), context.now());
    if (!ended || move.next.status.isEmpty())
        return ended;
    return StepRepository::insert(context.db, ticket, move.next, context.now());
}

bool canEscalate(const WorkflowDefinition &definition, const QString &status,
                 const QList<TicketStep> &turns)
{
    const WorkflowStep *step = definition.step(status);
    return step && !step->escalationRole.isEmpty() && !wasEscalated(step->escalationRole, turns);
}

Result<> escalate(Context &context, const WorkflowDefinition &definition, StoredTicket &ticket,
                  ChangeStory &story)
{
    const WorkflowStep *step = definition.step(ticket.status);
    if (!step || step->escalationRole.isEmpty()) {
        return fail(conflict("step.no_escalation",
                             u"The ticket is in no step that can be escalated."_s));
    }
    auto turns = StepRepository::list(context.db, ticket.id);
    if (!turns)
        return fail(turns.error());
    if (wasEscalated(step->escalationRole, *turns)) {
        return fail(conflict("step.already_escalated",
                             u"The ticket was escalated to this role before."_s));
    }
    auto turn = takeTurn(context, {.desk = ticket.desk.id, .role = step->escalationRole},
                         ticket.assignee ? ticket.assignee->id : AccountId());
    if (!turn)
        return fail(turn.error());
    ticket.assignee = turn->person;
    story.role = step->escalationRole;
    story.waiting = turn->waiting;
    return {};
}

} // namespace Deskbell::Server
