// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/canned/cannedreply.h"
#include "common/tickets/ticket.h"

class QWidget;

namespace Deskbell::App {

class Session;
class TicketCommands;

/// Does to an open ticket what a macro does, one command after the other, each of which can be
/// undone. When one of them is not possible nothing is done, and it says which and why. What is as
/// it should be already is left alone. `window`: where pop-ups appear.
void runMacro(const CannedReply &macro, const Ticket &ticket, TicketCommands &commands,
              const Session &session, QWidget *window);

} // namespace Deskbell::App
