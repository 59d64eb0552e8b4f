// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"
#include "server/tickets/ticketdiff.h"

#include <functional>

/// The frame of every change of a ticket: what was there, what is there, and everything that has to
/// be told about it, in one transaction.
namespace Deskbell::Server {

/// The ticket, which the caller must be able to see, locked until the transaction ends. NotFound;
/// VersionMismatch with the ticket as it is in "current" when it does not have the version named.
Result<StoredTicket> lockTicket(Context &context, TicketId ticket,
                                const std::optional<int> &version = {});

/// Whether something is stored though nothing of the ticket's own fields differs.
enum class Touch {
    IfChanged,
    Always, ///< a new version: something was added to it
};

/// Stores `after` where it differs from `before`, and writes timeline, status log, activity log and
/// events of it. Whoever loses sight of the ticket is told that it is gone. `after` gets its new
/// version.
Result<> saveTicket(Context &context, const StoredTicket &before, StoredTicket &after,
                    const ChangeStory &story, Touch touch = Touch::IfChanged);

/// Tells those of them who do not see the ticket any more that it is gone.
Result<> hideFrom(Context &context, TicketId ticket, QList<AccountId> saw);

/// Lets `work` change a locked ticket and saves it. Errors of lockTicket() and of `work`.
Result<> changeTicket(Context &context, TicketId ticket, const std::optional<int> &version,
                      const ChangeStory &story,
                      const std::function<Result<>(StoredTicket &)> &work);

/// The workflow by which the ticket lives.
Result<std::shared_ptr<const WorkflowDefinition>> workflowOf(Context &context,
                                                             WorkflowVersionId workflow);

/// Forbidden when the caller may not do this with the ticket; Conflict (ticket.deleted) when nobody
/// may because it was deleted, (ticket.done) when they might while it is not done.
Result<> requireAction(const Context &context, const StoredTicket &ticket, TicketAction action);

/// The caller as the workflow sees them.
WorkflowActor workflowActor(const Context &context, const StoredTicket &ticket);

/// Puts the ticket into another status, with everything that this stamps. Nothing is stored yet.
void enterStatus(StoredTicket &ticket, const WorkflowDefinition &definition, const QString &status,
                 const QString &reason, const QDateTime &now);

/// The automatic transition that the trigger causes now, if there is one: enters its status and
/// answers its trigger as the timeline names it, else nothing.
QString enterAutomatically(StoredTicket &ticket, const WorkflowDefinition &definition,
                           Trigger trigger, const QDateTime &now, const QString &reason = {});

} // namespace Deskbell::Server
