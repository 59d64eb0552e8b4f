// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/app/fakedesk.h"

#include "app/tickets/ticketorder.h"
#include "common/accounts/accountfilter.h"
#include "common/tickets/ticketfilter.h"
#include "common/views/standardview.h"

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

QueryItems itemsOf(const FakeApi::Request &request)
{
    QueryItems items;
    for (const auto &item : request.query.queryItems(QUrl::FullyDecoded))
        items.append(item);
    return items;
}

/// The part of a list that a request asks for; its cursor is the number of the first one.
template <class T>
FakeApi::Reply pageOf(const QList<T> &all, const FakeApi::Request &request)
{
    const auto value = [&](const QString &name) {
        return request.query.queryItemValue(name, QUrl::FullyDecoded);
    };
    const int size
            = value(u"pageSize"_s).isEmpty() ? defaultPageSize : value(u"pageSize"_s).toInt();
    const bool byCursor = request.query.hasQueryItem(u"cursor"_s);
    const qsizetype first = byCursor ? value(u"cursor"_s).toInt()
                                     : qsizetype(std::max(1, value(u"page"_s).toInt()) - 1) * size;
    const qsizetype count = std::clamp<qsizetype>(all.size() - first, 0, size);
    QJsonArray data;
    for (qsizetype i = first; i < first + count; ++i)
        data.append(toJson(all[i]));
    Pagination pagination{.pageSize = size};
    if (!byCursor)
        pagination = numberedPagination({.page = int(first / size) + 1, .pageSize = size},
                                        all.size(), {});
    if (first + count < all.size())
        pagination.nextCursor = QString::number(first + count);
    return FakeApi::Reply::json({{u"data"_s, data}, {u"pagination"_s, toJson(pagination)}});
}

} // namespace

QDateTime FakeDesk::noon()
{
    return QDateTime({2026, 11, 21}, {12, 0}, Qt::UTC);
}

Me FakeDesk::johnHimself()
{
    PermissionSet all;
    for (const auto &row : WireEnum<Permission>::names)
        all.insert(row.value);
    return FakeApi::person(2, u"John Smith"_s, all);
}

Me FakeDesk::janeHerself()
{
    return FakeApi::person(
            7, u"Jane Doe"_s,
            {Permission::TicketCreate, Permission::TicketViewOwn, Permission::TicketEditOwn});
}

Ticket FakeDesk::ticket(qint64 id, const QString &title)
{
    return {.id = TicketId(id),
            .number = u"HD-%1"_s.arg(id),
            .desk = {.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s},
            .title = title,
            .description = u"It prints **blank** pages."_s,
            .status = u"new"_s,
            .requester = jane(),
            .createdAt = noon().addSecs(-3600),
            .createdBy = jane(),
            .updatedAt = noon().addSecs(-60 * id),
            .updatedBy = jane(),
            .details = TicketDetails{
                    .allowedTransitions = {{.to = u"in_progress"_s, .label = u"Start"_s},
                                           {.to = u"on_hold"_s,
                                            .label = u"Put on hold"_s,
                                            .requirements = {{.kind = RequirementKind::Reason}},
                                            .category = StatusCategory::Hold},
                                           {.to = u"resolved"_s,
                                            .label = u"Resolve"_s,
                                            .category = StatusCategory::Resolved}},
                    .allowedActions
                    = {TicketAction::Edit, TicketAction::EditPriority, TicketAction::EditAll,
                       TicketAction::Reply, TicketAction::Note, TicketAction::Attach,
                       TicketAction::Assign, TicketAction::Take, TicketAction::Transfer,
                       TicketAction::ChangeStatus, TicketAction::Close, TicketAction::Delete}}};
}

TimelineEntry FakeDesk::reply(qint64 id, int minute, const QString &message)
{
    return {.id = TimelineEntryId(id),
            .ticketId = TicketId(1),
            .kind = TimelineKind::Reply,
            .author = jane(),
            .message = message,
            .createdAt = noon().addSecs(60 * minute)};
}

TimelineEntry FakeDesk::note(qint64 id, int minute, const QString &message)
{
    TimelineEntry entry = reply(id, minute, message);
    entry.kind = TimelineKind::Note;
    entry.isInternal = true;
    entry.author = john();
    return entry;
}

TimelineEntry FakeDesk::event(qint64 id, int minute, TimelineEvent what, const QJsonObject &details)
{
    TimelineEntry entry = reply(id, minute, {});
    entry.kind = TimelineKind::Event;
    entry.event = what;
    entry.author = john();
    entry.details = details;
    return entry;
}

Account FakeDesk::account(qint64 id, const QString &name, AccountStatus status)
{
    Account account = FakeApi::person(id, name, {}).account;
    account.status = status;
    return account;
}

ApprovalProcess FakeDesk::approval(qint64 id)
{
    const PersonRef ann{.id = AccountId(9), .displayName = u"Ann Other"_s};
    ApprovalProcess process{.id = ApprovalProcessId(id),
                            .ticketId = TicketId(1),
                            .approvalTemplate
                            = {.id = ApprovalTemplateId(1), .name = u"Purchase"_s},
                            .key = u"purchase"_s,
                            .mayDecide = true,
                            .startedBy = jane(),
                            .startedAt = noon()};
    process.steps = {{.id = ApprovalStepId(10 * id),
                      .name = u"Manager"_s,
                      .mode = ApprovalMode::All,
                      .state = ApprovalState::Approved,
                      .people = {ann},
                      .approvers = {{.person = ann,
                                     .decision = ApprovalDecision::Approve,
                                     .decidedBy = jane(),
                                     .decidedAt = noon().addSecs(60),
                                     .comment = u"Within the budget"_s}},
                      .startedAt = noon(),
                      .endedAt = noon().addSecs(60)},
                     {.id = ApprovalStepId(10 * id + 1),
                      .name = u"Purchasing"_s,
                      .mode = ApprovalMode::Any,
                      .state = ApprovalState::Pending,
                      .people = {john(), ann},
                      .approvers = {{.person = john()}, {.person = ann}},
                      .startedAt = noon().addSecs(60)},
                     {.id = ApprovalStepId(10 * id + 2),
                      .name = u"Board"_s,
                      .mode = ApprovalMode::Count,
                      .count = 2,
                      .people = {ann},
                      .roles = {u"approver"_s}}};
    return process;
}

ApprovalTask FakeDesk::approvalTask(qint64 id)
{
    return {.id = ApprovalStepId(id),
            .process = ApprovalProcessId(id),
            .ticket = {.id = TicketId(id), .number = u"HD-%1"_s.arg(id), .title = u"A laptop"_s},
            .templateName = u"Purchase"_s,
            .step = u"Manager"_s,
            .approvers = {john()},
            .requestedAt = noon().addSecs(-60 * id)};
}

FakeDesk::FakeDesk()
{
    accounts = {account(2, u"John Smith"_s), account(7, u"Jane Doe"_s)};
    roles = {{.id = RoleId(1), .key = u"requester"_s, .name = u"Requester"_s, .builtIn = true},
             {.id = RoleId(2), .key = u"agent"_s, .name = u"Agent"_s, .builtIn = true}};
    desks = {{.id = DeskId(1),
              .key = u"HD"_s,
              .name = u"Help desk"_s,
              .workflow = {.id = WorkflowId(1), .name = u"Help desk"_s}}};
    const DeskRef desk{.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s};
    categories = {{.id = CategoryId(1),
                   .desk = desk,
                   .name = u"Hardware"_s,
                   .description = u"Printers, screens, cables"_s},
                  {.id = CategoryId(2),
                   .desk = desk,
                   .name = u"Software"_s,
                   .description = u"Programs and licences"_s,
                   .position = 1}};
    using Request = FakeApi::Request;
    api.on("GET", u"/notifications"_s, [this](const Request &request) {
        const FakeApi::Reply page = pageOf(notifications, request);
        QJsonObject json = QJsonDocument::fromJson(page.body).object();
        json[u"unread"_s]
                = int(std::count_if(notifications.cbegin(), notifications.cend(),
                                    [](const Notification &one) { return !one.readAt.isValid(); }));
        return FakeApi::Reply::json(json);
    });
    api.on("PATCH", u"/notifications"_s, FakeApi::Reply{.status = 204});
    api.on("GET", u"/me/notification-settings"_s,
           [this](const Request &) { return FakeApi::Reply::json(toJson(notificationSettings)); });
    api.on("GET", u"/presence"_s,
           [this](const Request &request) { return pageOf(presences, request); });
    api.on("GET", u"/tickets"_s, [this](const Request &request) { return ticketList(request); });
    api.on("GET", u"/users"_s, [this](const Request &request) {
        const auto filter = fromQuery<AccountFilter>(itemsOf(request));
        QList<Account> found = accounts;
        found.removeIf([&](const Account &one) {
            return filter
                   && ((!filter->statuses.isEmpty() && !filter->statuses.contains(one.status))
                       || !one.displayName.contains(filter->search, Qt::CaseInsensitive));
        });
        return pageOf(found, request);
    });
    api.on("GET", u"/roles"_s, [this](const Request &request) { return pageOf(roles, request); });
    api.on("GET", u"/desks"_s, [this](const Request &request) { return pageOf(desks, request); });
    api.on("GET", u"/categories"_s,
           [this](const Request &request) { return pageOf(categories, request); });
    api.on("GET", u"/ticket-templates"_s,
           [this](const Request &request) { return pageOf(templates, request); });
    api.on("GET", u"/approvals"_s, [this](const Request &request) {
        QList<ApprovalTask> found = approvalTasks;
        const bool decided = request.query.queryItemValue(u"state"_s) == "decided"_L1;
        found.removeIf(
                [&](const ApprovalTask &task) { return task.decision.has_value() != decided; });
        return pageOf(found, request);
    });
    api.on("GET", u"/access-requests"_s,
           [this](const Request &request) { return pageOf(accessRequests, request); });
    api.on("GET", u"/me/proxies"_s,
           [this](const Request &request) { return pageOf(proxies, request); });
    api.on("GET", u"/canned-replies"_s,
           [this](const Request &request) { return pageOf(canned, request); });
    api.on("GET", u"/views"_s, [this](const Request &request) { return pageOf(views, request); });
    api.on("GET", u"/view-counts"_s, [this](const Request &request) {
        QList<ViewCount> counts = viewCounts;
        for (const StandardView &view : standardViews(noon().addSecs(3 * 3600))) {
            if (view.counted && viewCounts.isEmpty())
                counts.append({.view = view.key, .count = int(matching(view.filter).size())});
        }
        return pageOf(counts, request);
    });
    api.on("GET", u"/teams"_s, [this](const Request &request) { return pageOf(teams, request); });
    api.on("GET", u"/tags"_s, [this](const Request &request) { return pageOf(tags, request); });
    api.on("GET", u"/organisations"_s, [this](const Request &request) {
        QList<Organisation> found = organisations;
        const QString wanted = request.query.queryItemValue(u"q"_s, QUrl::FullyDecoded);
        found.removeIf([&](const Organisation &one) {
            return !one.name.contains(wanted, Qt::CaseInsensitive);
        });
        return pageOf(found, request);
    });
    api.on("GET", u"/permissions"_s,
           FakeApi::Reply::json(
                   {{u"data"_s, permissionsToJson()}, {u"pagination"_s, toJson(Pagination())}}));
    api.on("GET", u"/activity"_s,
           [this](const Request &request) { return pageOf(activity, request); });
}

void FakeDesk::put(const Ticket &ticket)
{
    tickets.insert(ticket.id.value(), ticket);
    const qint64 id = ticket.id.value();
    const auto answer = [this, id](const FakeApi::Request &) {
        return FakeApi::Reply::json(toJson(tickets[id]));
    };
    api.on("GET", u"/tickets/%1"_s.arg(id), answer);
    api.on("GET", u"/tickets/"_s + ticket.number, answer);
    api.on("GET", u"/tickets/%1/approvals"_s.arg(id), [this, id](const FakeApi::Request &request) {
        return pageOf(approvals.value(TicketId(id)), request);
    });
    api.on("GET", u"/tickets/%1/checklist"_s.arg(id), [this, id](const FakeApi::Request &request) {
        return pageOf(checklists.value(TicketId(id)), request);
    });
    api.on("GET", u"/tickets/%1/time-entries"_s.arg(id),
           [this, id](const FakeApi::Request &request) {
               return pageOf(timeSpent.value(TicketId(id)), request);
           });
    api.on("GET", u"/tickets/%1/timeline"_s.arg(id),
           [this, id](const FakeApi::Request &request) { return timeline(TicketId(id), request); });
    for (const QString &what : {u"presence"_s, u"claim"_s}) {
        const QString path = u"/tickets/%1/%2"_s.arg(ticket.id.value()).arg(what);
        for (const char *method : {"PUT", "POST", "DELETE"})
            api.on(method, path, FakeApi::Reply{.status = 204});
    }
}

FakeApi::Reply FakeDesk::ticketList(const FakeApi::Request &request) const
{
    const auto filter = fromQuery<TicketFilter>(itemsOf(request));
    if (!filter)
        return FakeApi::Reply::problem(422, "validation.failed");
    return pageOf(matching(*filter), request);
}

QList<Ticket> FakeDesk::matching(const TicketFilter &filter) const
{
    QList<Ticket> found;
    for (const Ticket &ticket : tickets) {
        const bool fits
                = (filter.ids.isEmpty() || filter.ids.contains(ticket.id))
                  && (filter.statusCategories.isEmpty()
                      || filter.statusCategories.contains(ticket.statusCategory))
                  && (filter.priorities.isEmpty() || filter.priorities.contains(ticket.priority))
                  && (!filter.assignee.none || !ticket.assignee)
                  && (!filter.assignee.me || (ticket.assignee && ticket.assignee->id == john().id))
                  && (!filter.nextDueBefore.isValid()
                      || (ticket.nextDueAt().isValid()
                          && ticket.nextDueAt() < filter.nextDueBefore))
                  && (!filter.dueBefore.isValid()
                      || (ticket.dueAt.isValid() && ticket.dueAt < filter.dueBefore))
                  && ticket.title.contains(filter.search, Qt::CaseInsensitive);
        if (fits) {
            found.append(ticket);
            found.last().details.reset();
        }
    }
    std::sort(found.begin(), found.end(), [&](const Ticket &a, const Ticket &b) {
        return standsBefore(a, b, filter.sort, filter.order);
    });
    return found;
}

FakeApi::Reply FakeDesk::timeline(TicketId id, const FakeApi::Request &request) const
{
    QList<TimelineEntry> entries = timelines.value(id);
    std::reverse(entries.begin(), entries.end());
    return pageOf(entries, request);
}

Notification FakeDesk::notification(qint64 id, qint64 ticketId, int minute, NotificationKind kind)
{
    return {.id = NotificationId(id),
            .kind = kind,
            .ticket = {.id = TicketId(ticketId),
                       .number = u"HD-%1"_s.arg(ticketId),
                       .title = u"The printer is broken"_s},
            .actor = john(),
            .excerpt = u"Please try *again*"_s,
            .createdAt = noon().addSecs(60 * minute)};
}

} // namespace Deskbell::App
