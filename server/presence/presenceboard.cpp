// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/presence/presenceboard.h"

#include <algorithm>

namespace Deskbell::Server {

bool PresenceBoard::report(TicketId ticket, const PresentPerson &present, const QDateTime &until)
{
    const std::lock_guard lock(m_mutex);
    QList<Place> &places = m_places[ticket];
    const auto found = std::find_if(places.begin(), places.end(), [&](const Place &place) {
        return place.present.person.id == present.person.id;
    });
    if (found == places.end()) {
        places.append({.present = present, .until = until});
        return true;
    }
    found->until = until;
    const bool isNews = found->present != present;
    found->present = present;
    return isNews;
}

bool PresenceBoard::leave(TicketId ticket, AccountId person)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_places.find(ticket);
    if (found == m_places.end())
        return false;
    const auto gone = found->removeIf(
            [person](const Place &place) { return place.present.person.id == person; });
    if (found->isEmpty())
        m_places.erase(found);
    return gone > 0;
}

QList<TicketId> PresenceBoard::sweep(const QDateTime &now)
{
    const std::lock_guard lock(m_mutex);
    QList<TicketId> changed;
    for (auto ticket = m_places.begin(); ticket != m_places.end();) {
        if (ticket->removeIf([&now](const Place &place) { return place.until <= now; }) > 0)
            changed.append(ticket.key());
        ticket = ticket->isEmpty() ? m_places.erase(ticket) : std::next(ticket);
    }
    return changed;
}

QList<PresentPerson> PresenceBoard::people(TicketId ticket) const
{
    const std::lock_guard lock(m_mutex);
    QList<PresentPerson> people;
    for (const Place &place : m_places.value(ticket))
        people.append(place.present);
    return people;
}

QList<TicketId> PresenceBoard::tickets() const
{
    const std::lock_guard lock(m_mutex);
    return m_places.keys();
}

} // namespace Deskbell::Server
