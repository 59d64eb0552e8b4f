// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/openticket.h"

#include "app/net/client.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App {

OpenTicket::OpenTicket(Api::Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{}

void OpenTicket::open(const QString &idOrNumber)
{
    if (m_ticket
        && (idOrNumber == m_ticket->number
            || idOrNumber == QString::number(m_ticket->id.value()))) {
        refresh();
        return;
    }
    m_wanted = idOrNumber;
    m_ticket.reset();
    setState(State::Loading);
    refresh();
}

void OpenTicket::close()
{
    m_call = {};
    m_wanted.clear();
    m_ticket.reset();
    setState(State::None);
}

void OpenTicket::refresh()
{
    if (m_wanted.isEmpty())
        return;
    if (m_state == State::Failed)
        setState(State::Loading);
    m_call = m_client.get<Ticket>(u"/tickets/"_s + m_wanted, this,
                                  [this](const Result<Ticket> &ticket) { arrived(ticket); });
}

void OpenTicket::arrived(const Result<Ticket> &ticket)
{
    if (ticket) {
        const bool same = m_ticket && *m_ticket == *ticket;
        m_ticket = *ticket;
        setState(State::Ready);
        if (!same)
            Q_EMIT changed();
        return;
    }
    m_error = ticket.error();
    if (m_ticket && m_error.code == ErrorCode::NotFound) {
        close();
        Q_EMIT gone();
    } else if (!m_ticket) {
        setState(State::Failed);
    }
}

void OpenTicket::applyLocally(TicketId id, const std::function<void(Ticket &)> &change)
{
    if (!m_ticket || m_ticket->id != id)
        return;
    change(*m_ticket);
    Q_EMIT changed();
}

void OpenTicket::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Deskbell::App
