// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/timeline/timelineentry.h"
#include "server/events/eventlog.h"
#include "server/tickets/storedticket.h"

/// What those who work on a ticket keep about their work, beside notes: who reads notes reads it,
/// who edits the ticket as well changes it. It is no part of the ticket, whose version stays.
namespace Deskbell::Server::InternalWork {

/// Every row that the statement (:ticket, :viewer) answers. NotFound for a ticket that the caller
/// does not see, Forbidden without ticket.note.
Result<QByteArrayList> list(Context &context, TicketId ticket, const char *statement);

/// Locked for a change of such things. NotFound; Forbidden without ticket.note and ticket.edit;
/// Conflict (ticket.deleted).
Result<StoredTicket> lock(Context &context, TicketId ticket);

/// What was done with one of them.
struct Change
{
    EventType event;
    const char *entity; ///< as in ActivityDraft, as the next one
    const char *action;
    qint64 id = 0;
    QJsonObject oldValue = {}; ///< no words of people, as of notes
    QJsonObject newValue = {};
    std::optional<TimelineEvent> line = {}; ///< that the timeline gets for it
    QJsonObject details = {};
};
/// Activity log, timeline and event of it, all internal.
Result<> tell(Context &context, const StoredTicket &ticket, const Change &change);

/// A 409 for what has as many parts as it can have.
Error full(const char *key, int most);

} // namespace Deskbell::Server::InternalWork
