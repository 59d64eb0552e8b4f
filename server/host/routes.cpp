// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/routes.h"

#include "server/access/grantroutes.h"
#include "server/access/roleroutes.h"
#include "server/accounts/accountroutes.h"
#include "server/activity/activityroutes.h"
#include "server/approvals/approvalroutes.h"
#include "server/attachments/attachmentroutes.h"
#include "server/bulk/bulkroutes.h"
#include "server/canned/cannedroutes.h"
#include "server/desks/deskroutes.h"
#include "server/events/eventroutes.h"
#include "server/links/linkroutes.h"
#include "server/notifications/notificationroutes.h"
#include "server/organisations/organisationroutes.h"
#include "server/presence/presenceroutes.h"
#include "server/reports/reportroutes.h"
#include "server/sla/slaroutes.h"
#include "server/system/systemroutes.h"
#include "server/tickets/ticketroutes.h"
#include "server/tickets/tickettemplateroutes.h"
#include "server/timeline/timelineroutes.h"
#include "server/triggers/triggerroutes.h"
#include "server/views/viewroutes.h"
#include "server/workflows/workflowroutes.h"
#include "server/worklog/worklogroutes.h"

namespace Deskbell::Server {

Routes allRoutes(const SystemState &state)
{
    Routes routes = accountRoutes() + roleRoutes() + organisationRoutes() + activityRoutes()
                    + deskRoutes() + ticketTemplateRoutes() + workflowRoutes() + approvalRoutes()
                    + grantRoutes() + ticketRoutes() + timelineRoutes() + attachmentRoutes()
                    + eventRoutes() + reportRoutes() + slaRoutes() + notificationRoutes()
                    + presenceRoutes() + viewRoutes() + linkRoutes() + bulkRoutes() + cannedRoutes()
                    + worklogRoutes() + triggerRoutes() + systemRoutes(state);
    routes.append(openApiRoute(routes));
    return routes;
}

} // namespace Deskbell::Server
