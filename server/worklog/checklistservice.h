// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/worklog/checklist.h"
#include "server/base/context.h"

/// The checklist of a ticket. Each function is one transaction. Errors of InternalWork.
namespace Deskbell::Server::ChecklistService {

/// In order.
Result<QByteArrayList> list(Context &context, TicketId ticket);
/// Answer the whole list as it is then. Conflict (checklist.full).
Result<QByteArrayList> add(Context &context, TicketId ticket, const ChecklistItemDraft &draft);
Result<QByteArrayList> change(Context &context, TicketId ticket, ChecklistItemId item,
                              const ChecklistItemPatch &patch);
Result<> remove(Context &context, TicketId ticket, ChecklistItemId item);

} // namespace Deskbell::Server::ChecklistService
