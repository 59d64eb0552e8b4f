// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/presence/ticketpresence.h"

#include <QHash>
#include <QObject>

namespace Deskbell {
struct Event;
}

namespace Deskbell::App {

namespace Api {
class Client;
}
class EventStream;
class Session;

/// Who else is at which ticket, as the server tells staff. One for the program.
class PresenceFeed : public QObject
{
    Q_OBJECT

public:
    PresenceFeed(Api::Client &client, EventStream &events, Session &session,
                 QObject *parent = nullptr);

    /// Everybody there but the person who is signed in.
    QList<PresentPerson> othersAt(TicketId ticket) const;
    /// Who is answering it, if it is somebody else.
    std::optional<TicketClaim> claimAt(TicketId ticket) const;

Q_SIGNALS:
    void changed(Deskbell::TicketId ticket);

private:
    void load();
    void eventReceived(const Event &event);
    void take(const TicketPresence &presence);

    Api::Client &m_client;
    Session &m_session;
    QHash<TicketId, TicketPresence> m_presences;
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
