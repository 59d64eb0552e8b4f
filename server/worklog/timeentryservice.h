// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/worklog/timeentry.h"
#include "server/base/context.h"

/// The time that was spent on a ticket. Each function is one transaction. Errors of InternalWork.
namespace Deskbell::Server::TimeEntryService {

/// Newest day first.
Result<QByteArrayList> list(Context &context, TicketId ticket);
/// One's own time; Invalid (field "day", invalid) for a day to come. Conflict (time_entries.full).
/// Answer the whole list as it is then.
Result<QByteArrayList> add(Context &context, TicketId ticket, const TimeEntryDraft &draft);
/// Of others with comment.edit_any and comment.delete_any: Forbidden.
Result<QByteArrayList> change(Context &context, TicketId ticket, TimeEntryId entry,
                              const TimeEntryPatch &patch);
Result<> remove(Context &context, TicketId ticket, TimeEntryId entry);

} // namespace Deskbell::Server::TimeEntryService
