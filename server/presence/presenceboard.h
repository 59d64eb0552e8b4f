// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/presence/ticketpresence.h"

#include <QHash>

#include <mutex>

namespace Deskbell::Server {

/// Who is at which ticket. Kept in memory only: it is true for as long as clients say so
/// (docs/adr/0033). Every function may be called from any thread.
class PresenceBoard
{
public:
    /// Somebody is there until `until` at least. Whether that is news.
    bool report(TicketId ticket, const PresentPerson &present, const QDateTime &until);
    /// Somebody has gone. Whether they were there.
    bool leave(TicketId ticket, AccountId person);
    /// Forgets who has not been heard of; the tickets that they were at.
    QList<TicketId> sweep(const QDateTime &now);

    /// In the order in which they came.
    QList<PresentPerson> people(TicketId ticket) const;
    QList<TicketId> tickets() const;

private:
    struct Place
    {
        PresentPerson present;
        QDateTime until;
    };

    mutable std::mutex m_mutex;
    QHash<TicketId, QList<Place>> m_places;
};

} // namespace Deskbell::Server
