// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presence/presencefeed.h"

#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/net/session.h"
#include "common/base/paging.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App {

PresenceFeed::PresenceFeed(Api::Client &client, EventStream &events, Session &session,
                           QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_session(session)
{
    connect(&events, &EventStream::received, this, &PresenceFeed::eventReceived);
    // What happened while there was no stream was not told: who is where is asked anew.
    connect(&events, &EventStream::stateChanged, this, [this](EventStream::State state) {
        if (state == EventStream::State::Live)
            load();
    });
    connect(&session, &Session::stateChanged, this, [this](Session::State state) {
        if (state == Session::State::SignedOut) {
            m_call = {};
            m_presences.clear();
        }
    });
}

QList<PresentPerson> PresenceFeed::othersAt(TicketId ticket) const
{
    QList<PresentPerson> others = m_presences.value(ticket).people;
    others.removeIf([me = m_session.me().account.id](const PresentPerson &one) {
        return one.person.id == me;
    });
    return others;
}

std::optional<TicketClaim> PresenceFeed::claimAt(TicketId ticket) const
{
    const auto claim = m_presences.value(ticket).claim;
    return claim && claim->person.id != m_session.me().account.id ? claim : std::nullopt;
}

void PresenceFeed::load()
{
    if (!m_session.can(Permission::TicketViewAll) && !m_session.can(Permission::TicketViewTeam))
        return;
    m_call = m_client.get<Page<TicketPresence>>(
            u"/presence"_s, this, [this](const Result<Page<TicketPresence>> &answer) {
                if (!answer)
                    return; // it is nice to know; the next connection asks again
                const QList<TicketId> before = m_presences.keys();
                m_presences.clear();
                for (const TicketPresence &presence : answer->data)
                    take(presence);
                for (const TicketId ticket : before) {
                    if (!m_presences.contains(ticket))
                        Q_EMIT changed(ticket);
                }
            });
}

void PresenceFeed::eventReceived(const Event &event)
{
    if (event.type == EventType::PresenceChanged && event.presence)
        take(*event.presence);
}

void PresenceFeed::take(const TicketPresence &presence)
{
    if (presence.people.isEmpty() && !presence.claim)
        m_presences.remove(presence.ticketId);
    else
        m_presences[presence.ticketId] = presence;
    Q_EMIT changed(presence.ticketId);
}

} // namespace Deskbell::App
