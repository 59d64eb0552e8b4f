// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/home/requestrowdelegate.h"

#include "app/home/requestwords.h"

namespace Deskbell::App {

TicketRowDelegate::Words RequestRowDelegate::wordsFor(const Ticket &ticket) const
{
    QStringList facts;
    if (ticket.category)
        facts.append(ticket.category->name);
    return {.status = RequestWords::statusBadge(ticket),
            .facts = facts,
            .standsOut = RequestWords::waitsForRequester(ticket),
            .tellsPromises = false};
}

} // namespace Deskbell::App
