// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/grants.h"
#include "common/base/id.h"

#include <QDateTime>

namespace Deskbell::Server {

/// Who asks, as far as it shapes the statement. What they may see is decided by
/// ticket.visible_tickets() in it, whatever stands here.
struct TicketViewer
{
    AccountId account = {};
    /// Sees tickets that they have nothing to do with. Who doesn't gets a statement that starts
    /// from the few tickets that are theirs, instead of looking for them along a whole index.
    bool seesOthers = false;
    bool seesDeleted = false;
    bool seesNotes = false;  ///< of some desk
    bool seesPeople = false; ///< their user names and addresses, too
    QDateTime now = {};      ///< when they ask; for what depends on it

    static TicketViewer of(AccountId account, const Grants &grants, const QDateTime &now);
};

} // namespace Deskbell::Server
