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
    m_truth.reset();
    m_ticket.reset();
    setState(State::Loading);
    refresh();
}

void OpenTicket::close()
{
    m_call = {};
    m_wanted.clear();
    m_truth.reset();
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
        m_truth = *ticket;
        show();
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

void OpenTicket::show()
{
    if (!m_truth)
        return;
    const Ticket shown = m_changes ? m_changes->applied(*m_truth) : *m_truth;
    const bool same = m_ticket && *m_ticket == shown;
    m_ticket = shown;
    setState(State::Ready);
    if (!same)
        Q_EMIT changed();
}

void OpenTicket::follow(PendingChanges &changes)
{
    m_changes = &changes;
    const auto showThis = [this](TicketId ticket) {
        if (ticket == id())
            show();
    };
    connect(&changes, &PendingChanges::begun, this, showThis);
    connect(&changes, &PendingChanges::confirmed, this, [this](const Ticket &now) {
        if (now.id == id() && now.details)
            m_truth = now;
    });
    connect(&changes, &PendingChanges::ended, this, [this, showThis](TicketId ticket) {
        showThis(ticket);
        if (ticket == id())
            refresh();
    });
}

void OpenTicket::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Deskbell::App
