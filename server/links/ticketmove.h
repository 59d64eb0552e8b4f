// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tickets/ticketchange.h"

/// What was said on one ticket and goes to another, and back. Part of the caller's transaction, who
/// has both tickets locked.
namespace Deskbell::Server::TicketMove {

struct Moved
{
    qint64 id = 0; ///< once stored
    TicketId source = {};
    TicketId target = {};
    QList<qint64> entries = {};
    QList<qint64> attachments = {};
    QList<qint64> watchers = {};   ///< who watches the target because of it
    TimelineEntryId solution = {}; ///< what was the solution of the source
    QJsonObject was = {};          ///< of the source of a merge: TicketUndo::valuesOf()
    int version = 0;               ///< what undoing wants
};

/// All replies and notes with their files, for no `entries`; else those.
Result<Moved> carry(Context &context, TicketId source, TicketId target,
                    const std::optional<QList<TimelineEntryId>> &entries);
Result<> carryBack(Context &context, const Moved &moved);

enum class Kind { Merge, Split };
Result<> store(Context &context, Kind kind, const Moved &moved);
/// What is not undone yet of the source of a merge, of the target of a split; locked.
Result<std::optional<Moved>> lock(Context &context, Kind kind, TicketId ticket);
Result<> noteUndone(Context &context, const Moved &moved);

} // namespace Deskbell::Server::TicketMove
