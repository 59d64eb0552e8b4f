// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/reports/dashboard.h"
#include "server/base/context.h"

#include <QTimeZone>

/// The figures of a desk for those who lead it.
namespace Deskbell::Server::DashboardService {

/// The beginnings of that many days up to today's, and of tomorrow's, in UTC: by the clocks of the
/// zone, so that a day of 23 or 25 hours is one day, too.
QList<QDateTime> beginningsOfDays(int days, const QDateTime &now, const QTimeZone &zone);

/// A Dashboard as JSON. Days begin at midnight by the clocks of the business hours' time zone.
/// Forbidden (report.view) for who holds it on no desk; a desk of the filter on which they do not
/// hold it adds nothing.
Result<QByteArray> read(Context &context, const DashboardFilter &filter);

} // namespace Deskbell::Server::DashboardService
