// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reports/dashboardservice.h"

#include "server/base/environment.h"

namespace Deskbell::Server::DashboardService {

QList<QDateTime> beginningsOfDays(int days, const QDateTime &now, const QTimeZone &zone)
{
    const QDate today = now.toTimeZone(zone).date();
    QList<QDateTime> beginnings;
    for (int day = 1 - days; day <= 1; ++day)
        beginnings.append(today.addDays(day).startOfDay(zone).toUTC());
    return beginnings;
}

Result<QByteArray> read(Context &context, const DashboardFilter &filter)
{
    if (!context.principal.grants.holdsAnywhere(Permission::ReportView))
        return fail(Error::forbidden(codeOf(Permission::ReportView)));
    const QList<QDateTime> days = beginningsOfDays(filter.days, context.now(),
                                                   context.environment.settings.calendar.zone);
    QStringList moments;
    for (const QDateTime &day : days)
        moments.append(timeToWire(day));
    auto rows = context.db.run("reports/select_dashboard",
                               {{":viewer", context.principal.account},
                                {":every_desk", filter.desks.isEmpty()},
                                {":desks", filter.desks},
                                {":days", moments},
                                {":since", days.first()},
                                {":today", days.at(days.size() - 2)},
                                {":until", days.last()},
                                {":now", context.now()},
                                {":most_assignees", Dashboard::maxAssignees}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->utf8(0);
}

} // namespace Deskbell::Server::DashboardService
