// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"

#include <QJsonObject>

namespace Deskbell::Server {

/// One line of the activity log (L1). `action` and `entity` are stable words: "ticket" "create",
/// "view", "update", "status", "assign", "delete", "restore", "export"; "session" "signin",
/// "signout", "refuse"; and so on. Secrets are never part of the values.
struct ActivityDraft
{
    const char *entity;
    const char *action;
    qint64 entityId = 0;
    TicketId ticket = {};
    DeskId desk = {};
    bool internal = false; ///< about an internal note: only for holders of ticket.note on the desk
    QJsonObject oldValue = {};
    QJsonObject newValue = {};
};

/// Appends to the log inside the transaction of what it tells; who, when and from where come from
/// the context.
Result<> recordActivity(Context &context, const ActivityDraft &draft);

/// The same for what nobody did by a request: set-up and commands. `actor` is the name in the log.
Result<> recordActivity(Db::Connection &db, const QString &actor, const QDateTime &now,
                        const ActivityDraft &draft);

} // namespace Deskbell::Server
