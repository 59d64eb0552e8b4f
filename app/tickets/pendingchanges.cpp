// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/pendingchanges.h"

namespace Deskbell::App {

PendingChanges::Number PendingChanges::begin(TicketId ticket, Change change)
{
    const Number number = ++m_last;
    m_changes[ticket].append({.number = number, .change = std::move(change)});
    m_tickets.insert(number, ticket);
    Q_EMIT begun(ticket);
    return number;
}

void PendingChanges::confirm(Number number, const std::optional<Ticket> &now)
{
    // First what is true, then without the change: the ticket never shows its old state between.
    if (now)
        Q_EMIT confirmed(*now);
    end(number);
}

void PendingChanges::refuse(Number number)
{
    end(number);
}

void PendingChanges::end(Number number)
{
    const TicketId ticket = m_tickets.take(number);
    QList<Pending> &changes = m_changes[ticket];
    changes.removeIf([number](const Pending &one) { return one.number == number; });
    if (changes.isEmpty())
        m_changes.remove(ticket);
    Q_EMIT ended(ticket);
}

Ticket PendingChanges::applied(Ticket ticket) const
{
    const auto found = m_changes.constFind(ticket.id);
    if (found == m_changes.cend())
        return ticket;
    for (const Pending &pending : *found)
        pending.change(ticket);
    return ticket;
}

} // namespace Deskbell::App
