// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reports/reportroutes.h"

#include "server/api/responses.h"
#include "server/reports/dashboardservice.h"

namespace Deskbell::Server {

namespace {

Result<Http::Response> readDashboard(Context &context, const Input &input)
{
    return parseQuery(input.head().query)
            .and_then(fromQuery<DashboardFilter>)
            .and_then([&](const DashboardFilter &filter) {
                return DashboardService::read(context, filter);
            })
            .map([](const QByteArray &dashboard) { return jsonResponse(dashboard); });
}

} // namespace

Routes reportRoutes()
{
    return {
            {.method = Http::Method::Get,
             .path = "/reports/dashboard",
             .summary = "Where the day stands: what is open, who has it, what came and went",
             .handler = readDashboard,
             .parameters = [] { return parametersOf<DashboardFilter>(); },
             .answers = bodyOf<Dashboard>()},
    };
}

} // namespace Deskbell::Server
