// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desks/choices.h"

#include "app/net/client.h"
#include "app/shell/appcontext.h"
#include "common/base/paging.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

template <class T>
void fetchAll(AppContext &context, const QString &path, DeskId desk, QObject *guard,
              ChoiceCallback<T> callback)
{
    Api::Request request = Api::Request::get(path);
    request.query.append({u"pageSize"_s, QString::number(maxPageSize)});
    if (desk.isValid())
        request.query.append({u"desk"_s, QString::number(desk.value())});
    context.client.fetch<Page<T>>(
            request, guard, [callback = std::move(callback)](const Result<Page<T>> &page) {
                callback(page.map([](const Page<T> &answer) { return answer.data; }));
            });
}

} // namespace

void fetchDesks(AppContext &context, QObject *guard, ChoiceCallback<Desk> callback)
{
    fetchAll<Desk>(context, u"/desks"_s, {}, guard, std::move(callback));
}

void fetchCalendars(AppContext &context, DeskId desk, QObject *guard,
                    ChoiceCallback<Calendar> callback)
{
    fetchAll<Calendar>(context, u"/calendars"_s, desk, guard, std::move(callback));
}

void fetchCategories(AppContext &context, DeskId desk, QObject *guard,
                     ChoiceCallback<Category> callback)
{
    fetchAll<Category>(context, u"/categories"_s, desk, guard, std::move(callback));
}

void fetchTicketTemplates(AppContext &context, DeskId desk, QObject *guard,
                          ChoiceCallback<TicketTemplate> callback)
{
    fetchAll<TicketTemplate>(context, u"/ticket-templates"_s, desk, guard, std::move(callback));
}

void fetchApprovalTemplates(AppContext &context, DeskId desk, QObject *guard,
                            ChoiceCallback<ApprovalTemplate> callback)
{
    fetchAll<ApprovalTemplate>(context, u"/approval-templates"_s, desk, guard, std::move(callback));
}

void fetchRoles(AppContext &context, QObject *guard, ChoiceCallback<Role> callback)
{
    fetchAll<Role>(context, u"/roles"_s, {}, guard, std::move(callback));
}

void fetchTeams(AppContext &context, DeskId desk, QObject *guard, ChoiceCallback<TeamRef> callback)
{
    fetchAll<Team>(context, u"/teams"_s, desk, guard,
                   [callback = std::move(callback)](const Result<QList<Team>> &teams) {
                       callback(teams.map([](const QList<Team> &found) {
                           QList<TeamRef> refs;
                           for (const Team &team : found)
                               refs.append({.id = team.id, .name = team.name});
                           return refs;
                       }));
                   });
}

void fetchStatuses(AppContext &context, QObject *guard, ChoiceCallback<WorkflowStatus> callback)
{
    fetchAll<Workflow>(context, u"/workflows"_s, {}, guard,
                       [callback = std::move(callback)](const Result<QList<Workflow>> &workflows) {
                           callback(workflows.map([](const QList<Workflow> &found) {
                               QList<WorkflowStatus> statuses;
                               for (const Workflow &workflow : found)
                                   statuses += workflow.definition.statuses;
                               return statuses;
                           }));
                       });
}

} // namespace Deskbell::App
