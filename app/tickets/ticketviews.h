// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticketfilter.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Deskbell::App {

class Registry;
class Session;

inline const QString ticketsPageId = QStringLiteral("tickets");
/// The entry of one's own requests.
inline const QString requestedEntry = QStringLiteral("tickets.requested");

/// A standard view: an entry of the views pane and the tickets behind it.
struct TicketView
{
    QString entry; ///< "tickets.unassigned"
    TicketFilter filter;
    bool counted = false; ///< has a counter in the views pane
    bool urgent = false;  ///< its counter is painted as urgent
    bool forStaff = true; ///< requesters have no use for it
};

/// Whether the person works on tickets of others.
bool isStaff(const Session &session);

/// The standard views at a moment (some of them look back from now).
QList<TicketView> standardTicketViews(const QDateTime &now);
/// The entry of a view by the key that GET /view-counts gives it.
QString entryOf(const QString &viewKey);

/// The view of an entry; the first one when there is no such entry.
TicketView standardView(const QString &entry, const QDateTime &now);

/// Puts the views of the staff into the views pane.
void registerTicketViews(Registry &registry);
/// Puts there what everybody has: the list of their own requests.
void registerRequestedView(Registry &registry);

} // namespace Deskbell::App
