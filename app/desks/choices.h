// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/role.h"
#include "common/approvals/approvaltemplate.h"
#include "common/base/result.h"
#include "common/desks/category.h"
#include "common/desks/desk.h"
#include "common/desks/team.h"
#include "common/sla/calendar.h"
#include "common/tickets/tickettemplate.h"
#include "common/workflows/workflow.h"

#include <QList>
#include <QObject>

#include <functional>

/// What one can choose from in forms, as the server offers it to this person. Each calls back once,
/// unless `guard` dies.
namespace Deskbell::App {

struct AppContext;

template <class T>
using ChoiceCallback = std::function<void(const Result<QList<T>> &)>;

void fetchDesks(AppContext &context, QObject *guard, ChoiceCallback<Desk> callback);
void fetchCalendars(AppContext &context, DeskId desk, QObject *guard,
                    ChoiceCallback<Calendar> callback);
void fetchCategories(AppContext &context, DeskId desk, QObject *guard,
                     ChoiceCallback<Category> callback);
void fetchTicketTemplates(AppContext &context, DeskId desk, QObject *guard,
                          ChoiceCallback<TicketTemplate> callback);
void fetchApprovalTemplates(AppContext &context, DeskId desk, QObject *guard,
                            ChoiceCallback<ApprovalTemplate> callback);
void fetchRoles(AppContext &context, QObject *guard, ChoiceCallback<Role> callback);
void fetchTeams(AppContext &context, DeskId desk, QObject *guard, ChoiceCallback<TeamRef> callback);
/// Those of all workflows.
void fetchStatuses(AppContext &context, QObject *guard, ChoiceCallback<WorkflowStatus> callback);

} // namespace Deskbell::App
