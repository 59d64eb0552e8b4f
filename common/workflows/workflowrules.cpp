// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/workflowrules.h"

#include "common/base/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

StatusCategory categoryOf(const WorkflowDefinition &definition, const QString &statusKey)
{
    const WorkflowStatus *status = definition.status(statusKey);
    return status ? status->category : StatusCategory::Open;
}

/// Where a definition does not say who: the right to change statuses, and to close or reopen where
/// the transition does that.
QList<Permission> staffPermissions(const WorkflowDefinition &definition,
                                   const WorkflowTransition &transition)
{
    QList<Permission> permissions{Permission::TicketChangeStatus};
    if (categoryOf(definition, transition.to) == StatusCategory::Closed)
        permissions.append(Permission::TicketClose);
    if (categoryOf(definition, transition.from) == StatusCategory::Closed)
        permissions.append(Permission::TicketReopen);
    return permissions;
}

bool staffMayTake(const WorkflowDefinition &definition, const WorkflowTransition &transition,
                  const WorkflowActor &actor)
{
    const QList<Permission> needed = staffPermissions(definition, transition);
    return std::all_of(needed.cbegin(), needed.cend(), [&actor](Permission permission) {
        return actor.grants.holds(permission, actor.desk);
    });
}

bool isTaker(const Taker &taker, const WorkflowDefinition &definition,
             const WorkflowTransition &transition, const WorkflowState &state,
             const WorkflowActor &actor, const QDateTime &now)
{
    if (taker.withinDays > 0
        && (!state.closedAt.isValid() || now > state.closedAt.addDays(taker.withinDays)))
        return false;
    switch (taker.kind) {
    case TakerKind::Staff: return staffMayTake(definition, transition, actor);
    case TakerKind::Requester: return actor.relation.requester;
    case TakerKind::Assignee: return actor.relation.assignee;
    case TakerKind::Creator: return actor.relation.creator;
    case TakerKind::Approver: return actor.approver;
    case TakerKind::Permission: return actor.grants.holds(taker.permission.value(), actor.desk);
    }
    Q_UNREACHABLE();
}

bool mayTake(const WorkflowDefinition &definition, const WorkflowTransition &transition,
             const WorkflowState &state, const WorkflowActor &actor, const QDateTime &now)
{
    if (transition.allowed.isEmpty())
        return staffMayTake(definition, transition, actor);
    return std::any_of(transition.allowed.cbegin(), transition.allowed.cend(),
                       [&](const Taker &taker) {
                           return isTaker(taker, definition, transition, state, actor, now);
                       });
}

bool isMet(const Requirement &requirement, const WorkflowState &state, const TransitionInput &input)
{
    switch (requirement.kind) {
    case RequirementKind::Reason: return !input.reason.isEmpty();
    case RequirementKind::Comment: return !input.comment.isEmpty();
    case RequirementKind::Assignee: return state.hasAssignee;
    case RequirementKind::Solution: return state.hasSolution;
    case RequirementKind::Approval:
        return state.grantedApprovals.contains(requirement.approvalTemplate);
    }
    Q_UNREACHABLE();
}

/// The field of a request that a missing requirement is about.
QString fieldOf(RequirementKind kind)
{
    return kind == RequirementKind::Assignee ? u"assignedTo"_s : QString(toWire(kind));
}

Error notAllowedError(const WorkflowDefinition &definition, const WorkflowState &state,
                      const WorkflowActor &actor, const QDateTime &now)
{
    QJsonArray allowed;
    for (const AllowedTransition &transition : allowedTransitions(definition, state, actor, now))
        allowed.append(transition.to);
    return {.code = ErrorCode::Conflict,
            .key = "workflow.transition_not_allowed",
            .detail = u"The workflow has no such transition from here."_s,
            .params = {{u"from"_s, state.status}, {u"allowed"_s, allowed}}};
}

/// The status that "close" leads to, or null.
const WorkflowStatus *closingStatus(const WorkflowDefinition &definition)
{
    for (const StatusCategory category : {StatusCategory::Closed, StatusCategory::Resolved}) {
        for (const WorkflowStatus &status : definition.statuses) {
            if (status.category == category)
                return &status;
        }
    }
    return nullptr;
}

} // namespace

QList<Requirement> requirementsOf(const WorkflowDefinition &definition,
                                  const WorkflowTransition &transition)
{
    QList<Requirement> requirements = transition.requirements;
    const bool hasNote = std::any_of(requirements.cbegin(), requirements.cend(),
                                     [](const Requirement &requirement) {
                                         return requirement.kind == RequirementKind::Reason
                                                || requirement.kind == RequirementKind::Comment;
                                     });
    if (definition.step(transition.from) && !hasNote)
        requirements.append({.kind = RequirementKind::Comment});
    return requirements;
}

QList<AllowedTransition> allowedTransitions(const WorkflowDefinition &definition,
                                            const WorkflowState &state, const WorkflowActor &actor,
                                            const QDateTime &now)
{
    QList<AllowedTransition> allowed;
    for (const WorkflowTransition &transition : definition.transitions) {
        if (transition.from != state.status || !mayTake(definition, transition, state, actor, now))
            continue;
        const WorkflowStatus *target = definition.status(transition.to);
        allowed.append({.to = transition.to,
                        .label = transition.label,
                        .requirements = requirementsOf(definition, transition),
                        .toLabel = target->label,
                        .category = target->category});
    }
    return allowed;
}

Result<WorkflowTransition> decideTransition(const WorkflowDefinition &definition,
                                            const WorkflowState &state, const QString &to,
                                            const WorkflowActor &actor,
                                            const TransitionInput &input, const QDateTime &now)
{
    const WorkflowTransition *transition = definition.transition(state.status, to);
    if (!transition)
        return fail(notAllowedError(definition, state, actor, now));
    if (!mayTake(definition, *transition, state, actor, now))
        return fail({.code = ErrorCode::Forbidden,
                     .key = "workflow.not_permitted",
                     .detail = u"This person may not take this transition."_s,
                     .params = {{u"to"_s, to}}});
    QList<FieldError> missing;
    for (const Requirement &requirement : requirementsOf(definition, *transition)) {
        if (!isMet(requirement, state, input))
            missing.append({.field = fieldOf(requirement.kind), .key = "required"});
    }
    if (!missing.isEmpty())
        return fail(invalidInput(missing));
    return *transition;
}

Result<WorkflowTransition> decideClosing(const WorkflowDefinition &definition,
                                         const WorkflowState &state, const WorkflowActor &actor,
                                         const TransitionInput &input, const QDateTime &now)
{
    const WorkflowStatus *closing = closingStatus(definition);
    if (!closing)
        return fail(notAllowedError(definition, state, actor, now));
    return decideTransition(definition, state, closing->key, actor, input, now);
}

bool hasClosingTransition(const WorkflowDefinition &definition, const WorkflowState &state,
                          const WorkflowActor &actor, const QDateTime &now)
{
    const WorkflowStatus *closing = closingStatus(definition);
    const WorkflowTransition *transition
            = closing ? definition.transition(state.status, closing->key) : nullptr;
    return transition && mayTake(definition, *transition, state, actor, now);
}

const AutomaticTransition *automaticTransition(const WorkflowDefinition &definition,
                                               Trigger trigger, QStringView from)
{
    const auto found
            = std::find_if(definition.automatic.cbegin(), definition.automatic.cend(),
                           [trigger, from](const AutomaticTransition &transition) {
                               return transition.trigger == trigger && transition.from == from;
                           });
    return found == definition.automatic.cend() ? nullptr : &*found;
}

WaysOn waysOn(const WorkflowDefinition &definition, QStringView status)
{
    WaysOn ways;
    const auto addHolders = [&ways](const QList<Permission> &permissions) {
        if (!ways.holders.contains(permissions))
            ways.holders.append(permissions);
    };
    for (const WorkflowTransition &transition : definition.transitions) {
        if (transition.from != status)
            continue;
        if (transition.allowed.isEmpty())
            addHolders(staffPermissions(definition, transition));
        for (const Taker &taker : transition.allowed) {
            switch (taker.kind) {
            case TakerKind::Staff: addHolders(staffPermissions(definition, transition)); break;
            case TakerKind::Requester:
            case TakerKind::Creator: ways.always = true; break;
            case TakerKind::Assignee: ways.assignee = true; break;
            case TakerKind::Approver: ways.approver = true; break;
            case TakerKind::Permission: addHolders({taker.permission.value()}); break;
            }
        }
    }
    for (const AutomaticTransition &transition : definition.automatic) {
        if (transition.from != status)
            continue;
        switch (transition.trigger) {
        case Trigger::StaffOpened: addHolders({Permission::TicketViewAll}); break;
        case Trigger::StaffReplied: addHolders({Permission::TicketReply}); break;
        case Trigger::RequesterReplied:
        case Trigger::After: ways.always = true; break;
        case Trigger::ApprovalGranted:
        case Trigger::ApprovalRejected: ways.approver = true; break;
        }
    }
    return ways;
}

std::optional<Trigger> replyTrigger(const Grants &grants, DeskId desk,
                                    const TicketRelation &relation)
{
    if (relation.requester)
        return Trigger::RequesterReplied;
    if (grants.holds(Permission::TicketReply, desk))
        return Trigger::StaffReplied;
    return std::nullopt;
}

StatusStamps stampsAfter(StatusCategory from, StatusCategory to, const StatusStamps &before,
                         const QDateTime &now)
{
    StatusStamps after = before;
    if (to == StatusCategory::Resolved
        && (from != StatusCategory::Resolved || !before.resolvedAt.isValid()))
        after.resolvedAt = now;
    if (to == StatusCategory::Closed
        && (from != StatusCategory::Closed || !before.closedAt.isValid()))
        after.closedAt = now;
    if (to != StatusCategory::Closed)
        after.closedAt = {};
    if (!isDone(to)) {
        after.resolvedAt = {};
        if (isDone(from))
            ++after.reopenCount;
    }
    return after;
}

} // namespace Deskbell
