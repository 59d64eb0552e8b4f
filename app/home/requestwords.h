// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/badge.h"
#include "common/tickets/ticket.h"

#include <QDateTime>

/// A request in the words of whoever asked for it. What they mean is one table; the desk has words
/// of its own, in TicketText.
namespace Deskbell::App::RequestWords {

/// "Somebody is working on it".
QString status(const Ticket &ticket);
BadgeText statusBadge(const Ticket &ticket);
/// The next step is the requester's: to answer, or to say that it is solved.
bool waitsForRequester(const Ticket &ticket);
/// Who has it and why it stands where it stands; may be empty.
QString explanation(const Ticket &ticket);
/// What taking a transition means to the requester: "It is not solved yet".
QString step(const Ticket &ticket, const AllowedTransition &transition);
/// The row in one sentence, for screen readers.
QString spoken(const Ticket &ticket, const QDateTime &now);

} // namespace Deskbell::App::RequestWords
