// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"
#include "server/access/principal.h"
#include "server/db/connection.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Deskbell::Server {

struct Environment;

/// What every service needs to know about the request it works for. Lives on one worker thread for
/// one request; jobs and imports make their own with the account they act for.
struct Context
{
    Db::Connection &db;
    const Environment &environment;
    Principal principal;
    QByteArray requestId;
    QString peer;                         ///< the client's address, for the activity log
    QList<TicketId> presenceChanged = {}; ///< who is there, or who answers; told after the commit
    bool wroteEvents = false; ///< set by Events::append; the event pump is woken after the commit

    QDateTime now() const;
};

} // namespace Deskbell::Server
