// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/features.h"

#include "app/access/accessrequestdialog.h"
#include "app/access/rolespage.h"
#include "app/accounts/awaydialog.h"
#include "app/accounts/peoplepage.h"
#include "app/activity/activitypage.h"
#include "app/approvals/approvalspage.h"
#include "app/approvals/approvaltemplatespage.h"
#include "app/canned/cannedpage.h"
#include "app/desks/deskspage.h"
#include "app/home/homepage.h"
#include "app/notifications/bell.h"
#include "app/organisations/organisationspage.h"
#include "app/reports/dashboardpage.h"
#include "app/sla/calendarspage.h"
#include "app/sla/slapoliciespage.h"
#include "app/tickets/ticketspage.h"
#include "app/workflows/workflowspage.h"

namespace Deskbell::App {

void registerFeatures(Registry &registry)
{
    installTickets(registry);
    installHome(registry);
    installApprovals(registry);
    installAway(registry);
    installAccessRequests(registry);
    installReports(registry);
    installActivity(registry);
    installPeople(registry);
    installRoles(registry);
    installOrganisations(registry);
    installDesks(registry);
    installApprovalTemplates(registry);
    installCannedReplies(registry);
    installCalendars(registry);
    installSlaPolicies(registry);
    installWorkflows(registry);
    installNotifications(registry);
}

} // namespace Deskbell::App
