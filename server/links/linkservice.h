// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/links/ticketlink.h"
#include "server/base/context.h"
#include "server/tickets/ticketservice.h"

/// Tickets that have to do with each other: plain links, and merging and splitting what was said.
/// Each function is one transaction. Of two tickets the caller must see both: NotFound otherwise.
namespace Deskbell::Server::LinkService {

using TicketService::Answer;

/// As far as the caller may see the other tickets.
Result<QByteArrayList> list(Context &context, TicketId ticket);
/// Wants the right to edit the ticket. Invalid (field "ticket"): same_ticket, linked (there is
/// one), has_parent, would_circle.
Result<QByteArrayList> link(Context &context, TicketId ticket, const TicketLinkDraft &draft);
Result<> unlink(Context &context, TicketId ticket, TicketLinkId link);

/// Moves every reply, note and file of the ticket to another one and closes it with a pointer
/// there. Wants ticket.merge on both desks. Answers the other ticket. Conflict: ticket.deleted,
/// merge.requesters_differ, merge.audiences_differ (one of them is restricted and not everybody who
/// sees one sees both), merge.approval_running, merge.already_merged.
Result<Answer> merge(Context &context, TicketId source, const MergeRequest &request,
                     const std::optional<int> &version);
/// Everything is back where it was, and the ticket as it was. Answers it. Conflict:
/// merge.not_merged, ticket.changed_since.
Result<Answer> undoMerge(Context &context, TicketId source, const std::optional<int> &version);

/// Makes a ticket of the same requester of some replies and notes. Wants ticket.merge, and the
/// right to make it. Answers the new ticket. Invalid (field "entries"): not_found.
Result<Answer> split(Context &context, TicketId source, const SplitRequest &request,
                     const std::optional<int> &version);
/// Of the ticket that was made; it is deleted. Answers the one from which it came. Conflict:
/// split.not_split, ticket.changed_since.
Result<Answer> undoSplit(Context &context, TicketId target, const std::optional<int> &version);

} // namespace Deskbell::Server::LinkService
