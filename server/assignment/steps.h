// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"
#include "server/tickets/ticketdiff.h"

/// How tickets go through the steps of a step workflow (capability W4). Every change of a ticket
/// passes here, so that its turns are what its status and assignee say; all of it is part of the
/// caller's transaction, which has the ticket locked.
namespace Deskbell::Server {

/// What a change of a ticket means for its turns.
struct StepMove
{
    enum class Kind {
        None,
        Enter,    ///< into another step, or out of the last
        HandOver, ///< to somebody else in the same step
    };
    Kind kind = Kind::None;
    TicketStep next = {}; ///< the turn that begins; without a status none does
    QString note = {};    ///< why the ticket came into its status, for the turn that ends
    /// In workflows without steps: AssignmentRules::awaitedAfter().
    std::optional<TeamId> awaitedTeam = {};
};

/// Finds what the change means. In other workflows the AssignmentRules are followed. When the
/// ticket comes into a step whose turn it is to be decided, `after` gets the person as its assignee
/// and `story` the role. `before` is empty for a new ticket.
Result<StepMove> planStep(Context &context, const WorkflowDefinition &definition,
                          const StoredTicket &before, StoredTicket &after, ChangeStory &story);

/// What a transition does to the ticket itself: `assign` and `set_field`. The others are for
/// approvals and notifications.
Result<> applyEffects(Context &context, const QList<Effect> &effects, StoredTicket &ticket,
                      ChangeStory &story);

/// Writes down what planStep() found, after the ticket was stored.
Result<> recordStep(Context &context, TicketId ticket, const StepMove &move,
                    const ChangeStory &story);

/// Gives the ticket to the next holder of its step's escalation role; the due date stays. Conflict
/// `step.no_escalation` when it is in no step that has one, `step.already_escalated` when that role
/// was asked before. When nobody can be chosen the ticket waits, and says why.
Result<> escalate(Context &context, const WorkflowDefinition &definition, StoredTicket &ticket,
                  ChangeStory &story);

/// Whether a ticket in that status, with those turns behind it, can be escalated.
bool canEscalate(const WorkflowDefinition &definition, const QString &status,
                 const QList<TicketStep> &turns);

} // namespace Deskbell::Server
