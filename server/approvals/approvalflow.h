// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/events/event.h"
#include "server/approvals/approvalrepository.h"
#include "server/tickets/ticketchange.h"

/// How the approval of a ticket begins, goes on and ends. Every function works inside the
/// transaction of its caller, who has locked the ticket; `ticket` is as it is stored.
namespace Deskbell::Server::ApprovalFlow {

using ApprovalRepository::RunningProcess;

/// What a transition that was taken causes. One that starts an approval where none is needed
/// counts as approved at once. Conflict (approval.template_missing) when the workflow names a
/// template that the desk does not have: what should be approved must not go on without.
Result<> causeEffects(Context &context, const StoredTicket &ticket, const QList<Effect> &effects);

/// Draws the consequence of what is stored now: the next step, the end, or that it is stuck. The
/// ticket gets a new version in any case. `reason`: of a rejection, for the author.
Result<> settle(Context &context, const StoredTicket &ticket, const QString &reason = {});

/// Ends it because nobody has decided in time; to the ticket that is a rejection.
Result<> expire(Context &context, const StoredTicket &ticket, const RunningProcess &running);

/// Reminds whoever is asked; once for each step.
Result<> remind(Context &context, const StoredTicket &ticket, const RunningProcess &running);

/// Tells that the step cannot be completed, if that was not told already.
Result<> noteStuck(Context &context, const StoredTicket &ticket, const RunningProcess &running);

/// Asks whoever stands in for somebody since the last time, of one person or of all.
Result<> askNewProxies(Context &context, AccountId principal = {});

/// An entry of the ticket's timeline; `author` nobody: the system.
Result<> writeTimeline(Context &context, TicketId ticket, TimelineEvent event, AccountId author,
                       const QJsonObject &details);

/// An event about a process, for these people as far as they may see the ticket.
Result<> tell(Context &context, EventType type, TicketId ticket, ApprovalProcessId process,
              const QList<AccountId> &recipients);

} // namespace Deskbell::Server::ApprovalFlow
