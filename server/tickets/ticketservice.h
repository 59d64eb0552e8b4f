// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/rating.h"
#include "common/tickets/ticketdraft.h"
#include "common/tickets/ticketpatch.h"
#include "common/tickets/ticketrequests.h"
#include "server/api/entity.h"
#include "server/base/context.h"

#include <optional>

/// Everything that can be done with a ticket. Each function is one transaction. `version` is the
/// one that the caller saw last, if they said so: VersionMismatch when it is not the current one.
/// What the caller may not see is NotFound, what they may not do Forbidden, what was deleted
/// Conflict (ticket.deleted).
namespace Deskbell::Server::TicketService {

/// The ticket that a path names: an id, or a number such as HD-1042. NotFound when it is neither;
/// whether the ticket may be seen is asked by whatever is done with it.
Result<TicketId> resolve(Context &context, const QString &name);

/// Nothing says that the caller can no longer see what they have just changed.
using Answer = std::optional<Entity>;

/// Makes a ticket. Invalid with the field (desk, category, team, requester, assignedTo) for what is
/// not there or does not fit.
Result<Answer> create(Context &context, const TicketDraft &draft);

/// One ticket. The first look of a day is counted and logged, at a restricted ticket every look is
/// logged; a first look by staff may start work
/// on it (Trigger::StaffOpened).
Result<Entity> open(Context &context, TicketId ticket);

/// Changes the given fields. Conflict (ticket.done) for one's own request once it is resolved.
Result<Answer> change(Context &context, TicketId ticket, const TicketPatch &patch,
                      const std::optional<int> &version);

/// The same without looking at the ticket afterwards.
Result<> applyPatch(Context &context, TicketId ticket, const TicketPatch &patch,
                    const std::optional<int> &version);

/// Errors of decideTransition().
Result<> moveTo(Context &context, TicketId ticket, const StatusChange &change,
                const std::optional<int> &version);
Result<Answer> changeStatus(Context &context, TicketId ticket, const StatusChange &change,
                            const std::optional<int> &version);
/// Errors of decideClosing().
Result<Answer> close(Context &context, TicketId ticket, const Closing &closing,
                     const std::optional<int> &version);

/// Invalid (assignedTo, not_assignable) for somebody who cannot answer on the desk.
Result<Answer> assign(Context &context, TicketId ticket, const Assignment &assignment,
                      const std::optional<int> &version);
Result<Answer> transfer(Context &context, TicketId ticket, const Transfer &transfer,
                        const std::optional<int> &version);

/// Errors of escalate() in server/assignment; Forbidden for who has neither the ticket nor the
/// right to transfer it.
Result<Answer> escalate(Context &context, TicketId ticket, const Escalation &escalation,
                        const std::optional<int> &version);

/// By the requester. Forbidden for others, Conflict (ticket.not_closed) while it is not closed.
Result<Answer> rate(Context &context, TicketId ticket, const RatingDraft &rating,
                    const std::optional<int> &version);

Result<> remove(Context &context, TicketId ticket, const std::optional<int> &version);
/// Errors of TicketUndo::undoLast().
Result<Answer> undo(Context &context, TicketId ticket, const std::optional<int> &version);
/// Conflict (ticket.not_deleted).
Result<Answer> restore(Context &context, TicketId ticket, const std::optional<int> &version);

} // namespace Deskbell::Server::TicketService
