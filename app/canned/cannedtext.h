// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/account.h"
#include "common/canned/cannedreply.h"
#include "common/canned/cannedvariable.h"
#include "common/tickets/ticket.h"

/// Canned replies and macros in words.
namespace Deskbell::App::CannedText {

/// What variables say of a ticket, for the person who writes.
CannedValues values(const Ticket &ticket, const Me &writer, const QDateTime &now);
/// A ticket that there is not, which shows what a text will look like.
Ticket example(const QDateTime &now);
/// "The requester's first name"
QString variable(CannedVariable variable);
/// Who has it: "Only me", "Help desk, Network", "Everybody".
QString scope(const CannedReply &reply);
/// What a macro does, in one line: "Priority High · Assign to me · Status Resolved · Add vpn";
/// empty for a text alone. `ticket`: whose workflow says what its status is called.
QString actions(const CannedReply &reply, const Ticket *ticket = nullptr);

} // namespace Deskbell::App::CannedText
