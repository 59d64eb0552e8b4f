// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticket.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace Deskbell::App {

/// What was done here to tickets and the server has not confirmed yet. Lists and open tickets hold
/// what the server said and show that with these changes on top; so a change shows at once wherever
/// the ticket is shown, and what the server refuses is gone again without a word from it.
class PendingChanges : public QObject
{
    Q_OBJECT

public:
    using Change = std::function<void(Ticket &)>;
    using Number = quint64;

    using QObject::QObject;

    Number begin(TicketId ticket, Change change);
    /// The server has done it; `now` is the ticket as it answered it, where it did.
    void confirm(Number number, const std::optional<Ticket> &now = {});
    /// It is not to be: the change is not shown any more.
    void refuse(Number number);

    bool isPending(TicketId ticket) const { return m_changes.contains(ticket); }
    /// The ticket with what is pending.
    Ticket applied(Ticket ticket) const;
    /// How many changes wait for an answer.
    int count() const { return int(m_tickets.size()); }

Q_SIGNALS:
    void begun(Deskbell::TicketId ticket);
    /// As the server has it now, with the details of a single ticket.
    void confirmed(const Deskbell::Ticket &now);
    /// Answered, yes or no.
    void ended(Deskbell::TicketId ticket);

private:
    void end(Number number);

    struct Pending
    {
        Number number;
        Change change;
    };
    QHash<TicketId, QList<Pending>> m_changes; ///< in the order in which they were made
    QHash<Number, TicketId> m_tickets;
    Number m_last = 0;
};

} // namespace Deskbell::App
