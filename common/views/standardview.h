// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticketfilter.h"

namespace Deskbell {

/// A view that everybody has without making it: what the app offers, and what GET /view-counts
/// counts.
struct StandardView
{
    QString key = {}; ///< "unassigned"
    TicketFilter filter = {};
    bool counted = false; ///< has a counter
    bool urgent = false;  ///< which is painted as urgent
    bool forStaff = true; ///< requesters have no use for it
};

/// The standard views at a moment (some of them look back from now).
QList<StandardView> standardViews(const QDateTime &now);

} // namespace Deskbell
