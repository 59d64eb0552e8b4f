// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/ticketactions.h"
#include "common/base/result.h"
#include "common/workflows/allowedtransition.h"
#include "common/workflows/workflowdefinition.h"

#include <QDateTime>

namespace Deskbell {

/// Who wants to change the status of a ticket.
struct WorkflowActor
{
    Grants grants = {};
    DeskId desk = {};
    TicketRelation relation = {};
    bool approver = false; ///< of the ticket's running process
};

/// What of a ticket counts for its workflow.
struct WorkflowState
{
    QString status = {};
    QDateTime closedAt = {};
    bool hasAssignee = false;
    bool hasSolution = false;          ///< one of its replies is marked as the solution
    QStringList grantedApprovals = {}; ///< templates whose process was approved
};

/// What came with the wish.
struct TransitionInput
{
    QString reason = {};
    QString comment = {};
};

/// What must be there before a transition can be taken: what it says itself, and a comment where it
/// leaves a step and asks for no reason (W4: notes are required on each step).
QList<Requirement> requirementsOf(const WorkflowDefinition &definition,
                                  const WorkflowTransition &transition);

/// The transitions that this person may take now, in the order of the definition. What a transition
/// requires is told, not checked.
QList<AllowedTransition> allowedTransitions(const WorkflowDefinition &definition,
                                            const WorkflowState &state, const WorkflowActor &actor,
                                            const QDateTime &now);

/// Decides on a wish to go to `to`.
/// Conflict (409) `workflow.transition_not_allowed` when the definition has no such transition,
/// with the list of those that are allowed now in params "allowed"; Forbidden (403)
/// `workflow.not_permitted` when this person may not take it; Invalid (422) with a `required` for
/// each of reason, comment, assignedTo, solution, approval that is missing.
[[nodiscard]] Result<WorkflowTransition>
decideTransition(const WorkflowDefinition &definition, const WorkflowState &state,
                 const QString &to, const WorkflowActor &actor, const TransitionInput &input,
                 const QDateTime &now);

/// The transition that "close" takes: the first one, in the order of the definition, that leads
/// from here to a `closed` status (to a `resolved` one where a workflow has no `closed`) and that
/// this person may take. Errors as decideTransition().
[[nodiscard]] Result<WorkflowTransition>
decideClosing(const WorkflowDefinition &definition, const WorkflowState &state,
              const WorkflowActor &actor, const TransitionInput &input, const QDateTime &now);

/// Whether decideClosing() would find a transition, its requirements apart.
bool hasClosingTransition(const WorkflowDefinition &definition, const WorkflowState &state,
                          const WorkflowActor &actor, const QDateTime &now);

/// What the system does by itself when something happens to a ticket in this status; null for
/// nothing. Points into the definition.
const AutomaticTransition *automaticTransition(const WorkflowDefinition &definition,
                                               Trigger trigger, QStringView from);

/// Who could take a ticket on from a status, as far as the definition says it.
struct WaysOn
{
    bool always = false;   ///< time does it, or somebody whom every ticket has
    bool assignee = false; ///< the assignee, if there is one
    bool approver = false; ///< an approver of the ticket, if there is one
    /// Whoever holds all permissions of one of these on the ticket's desk.
    QList<QList<Permission>> holders = {};

    friend bool operator==(const WaysOn &, const WaysOn &) = default;
};
WaysOn waysOn(const WorkflowDefinition &definition, QStringView status);

/// What a reply by this person triggers: the requester's reply is a requester's even if they are
/// staff; nothing for somebody who is neither.
std::optional<Trigger> replyTrigger(const Grants &grants, DeskId desk,
                                    const TicketRelation &relation);

/// The times that a change of status writes.
struct StatusStamps
{
    QDateTime resolvedAt = {};
    QDateTime closedAt = {};
    int reopenCount = 0;

    friend bool operator==(const StatusStamps &, const StatusStamps &) = default;
};

/// The stamps after a change of category: entering `resolved` stamps the resolution, entering
/// `closed` the closing; going back to work from either clears both and counts as a reopening; a
/// ticket that is closed stays resolved.
StatusStamps stampsAfter(StatusCategory from, StatusCategory to, const StatusStamps &before,
                         const QDateTime &now);

} // namespace Deskbell
