// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/sla/serviceclock.h"
#include "server/db/connection.h"

#include <QHash>

namespace Deskbell::Server {

/// A ticket as it is, as far as its history does not say it.
struct ServiceSubject
{
    TicketId ticket = {};
    QDateTime createdAt = {};
    QDateTime firstResponseAt = {};
    /// With `at` of no meaning.
    ServiceMoment present = {};
};

/// What happened to each of the tickets until now, as far as it counts for service levels.
Result<QHash<TicketId, ServiceHistory>> serviceHistories(Db::Connection &db,
                                                         const QList<ServiceSubject> &subjects);

} // namespace Deskbell::Server
