// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/activity/activityroutes.h"

#include "server/activity/activityrepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// The desks for which somebody holds it; nothing when they hold it everywhere.
std::optional<QList<DeskId>> desksWith(const Grants &grants, Permission permission)
{
    if (grants.holdsGlobally(permission))
        return std::nullopt;
    return grants.desksWith(permission);
}

Result<Http::Response> listActivity(Context &context, const Input &input)
{
    const Grants &grants = context.principal.grants;
    if (!grants.holdsAnywhere(Permission::AuditView))
        return fail(Error::forbidden(codeOf(Permission::AuditView)));
    const auto filter = parseQuery(input.head().query).and_then(fromQuery<ActivityFilter>);
    if (!filter)
        return fail(filter.error());
    const ActivityRepository::Sight sight{.viewer = context.principal.account,
                                          .desks = desksWith(grants, Permission::AuditView),
                                          .noteDesks = desksWith(grants, Permission::TicketNote)};
    return ActivityRepository::selectPage(context.db, sight, *filter).map(listResponse);
}

} // namespace

Routes activityRoutes()
{
    return {
            {.method = Http::Method::Get,
             .path = "/activity",
             .summary = "Read the activity log, newest first",
             .handler = listActivity,
             .parameters = [] { return parametersOf<ActivityFilter>(); },
             .answers = pageOf<ActivityEntry>()},
    };
}

} // namespace Deskbell::Server
