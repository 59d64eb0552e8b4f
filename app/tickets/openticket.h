// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "app/tickets/pendingchanges.h"
#include "common/base/result.h"
#include "common/tickets/ticket.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Deskbell::App {

namespace Api {
class Client;
}

/// The ticket that is open in a pane: read whole, shown until another one is opened, read again
/// when the event stream says so. What was shown stays while it is read again.
class OpenTicket : public QObject
{
    Q_OBJECT

public:
    enum class State { None, Loading, Ready, Failed };

    explicit OpenTicket(Api::Client &client, QObject *parent = nullptr);

    /// By id or number ("42", "HD-1042").
    void open(const QString &idOrNumber);
    void close();
    /// Reads it again, in place.
    void refresh();

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    /// The ticket with its details and what is pending; nothing unless Ready.
    const std::optional<Ticket> &ticket() const { return m_ticket; }
    TicketId id() const { return m_ticket ? m_ticket->id : TicketId(); }

    /// Shows these changes on top of what the server says. They outlive this.
    void follow(PendingChanges &changes);

Q_SIGNALS:
    void stateChanged();
    /// Another ticket, or the same with other values.
    void changed();
    /// The open ticket was deleted or is not to be seen any more.
    void gone();

private:
    void arrived(const Result<Ticket> &ticket);
    void show();
    void setState(State state);

    Api::Client &m_client;
    QString m_wanted;
    State m_state = State::None;
    Error m_error;
    QPointer<PendingChanges> m_changes;
    std::optional<Ticket> m_truth;  ///< as the server has it
    std::optional<Ticket> m_ticket; ///< as it is shown
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
