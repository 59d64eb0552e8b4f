// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/approvals/approvalroutes.h"

#include "server/approvals/approvalservice.h"
#include "server/approvals/approvaltemplateservice.h"
#include "server/approvals/proxyservice.h"
#include "server/desks/managedroutes.h"
#include "server/tickets/ticketservice.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Result<Http::Response> listApprovals(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    auto processes = ApprovalService::list(context, *ticket);
    if (!processes)
        return fail(processes.error());
    QByteArrayList data;
    for (const ApprovalProcess &process : std::as_const(*processes))
        data.append(QJsonDocument(toJson(process)).toJson(QJsonDocument::Compact));
    return wholeListResponse(data);
}

/// A route whose body says what shall happen to the running approval of the ticket in the path.
template <class Request>
Handler runningHandler(Result<ApprovalProcess> (*act)(Context &, TicketId, const Request &,
                                                      const std::optional<int> &))
{
    return [act](Context &context, const Input &input) -> Result<Http::Response> {
        auto ticket = TicketService::resolve(context, input.pathValues.value(0));
        if (!ticket)
            return fail(ticket.error());
        auto version = ifMatchVersion(input.head());
        if (!version)
            return fail(version.error());
        auto request = fromJson<Request>(input.json);
        if (!request)
            return fail(request.error());
        auto process = act(context, *ticket, *request, *version);
        if (!process)
            return fail(process.error());
        return jsonResponse(toJson(*process));
    };
}

Result<Http::Response> listTasks(Context &context, const Input &input)
{
    const auto filter = parseQuery(input.head().query).and_then(fromQuery<ApprovalTaskFilter>);
    if (!filter)
        return fail(filter.error());
    return ApprovalService::listTasks(context, *filter).map(&listResponse);
}

Result<Http::Response> listProxies(Context &context, const Input &)
{
    return ProxyService::list(context).map(&wholeListResponse);
}

Result<Http::Response> createProxy(Context &context, const Input &input)
{
    auto draft = fromJson<ApprovalProxyDraft>(input.json);
    if (!draft)
        return fail(draft.error());
    return ProxyService::create(context, *draft).map([](const QByteArray &made) {
        return jsonResponse(made, 201);
    });
}

Result<Http::Response> removeProxy(Context &context, const Input &input)
{
    return input.pathId<ApprovalProxyId>()
            .and_then([&](ApprovalProxyId proxy) { return ProxyService::remove(context, proxy); })
            .map(noContent);
}

Routes templateRoutes()
{
    using Http::Method;
    return {
            {.method = Method::Get,
             .path = "/approval-templates",
             .summary = "The approval templates of the desks one arranges",
             .handler = listHandler(&ApprovalTemplateService::list),
             .parameters = &deskPageParameters,
             .answers = pageOf<ApprovalTemplate>()},
            {.method = Method::Post,
             .path = "/approval-templates",
             .summary = "Make an approval template",
             .body = Route::Body::Json,
             .handler = createHandler(&ApprovalTemplateService::create),
             .takes = bodyOf<ApprovalTemplateDraft>(),
             .answers = bodyOf<ApprovalTemplate>()},
            {.method = Method::Patch,
             .path = "/approval-templates/{id}",
             .summary = "Change an approval template; what has begun stays as it is",
             .body = Route::Body::Json,
             .handler = changeHandler(&ApprovalTemplateService::change),
             .takes = bodyOf<ApprovalTemplatePatch>(),
             .answers = bodyOf<ApprovalTemplate>()},
            {.method = Method::Delete,
             .path = "/approval-templates/{id}",
             .summary = "Remove an approval template that nothing needs",
             .handler = removeHandler(&ApprovalTemplateService::remove)},
    };
}

} // namespace

Routes approvalRoutes()
{
    using Http::Method;
    const Routes own{
            {.method = Method::Get,
             .path = "/tickets/{id}/approvals",
             .summary = "The approvals of a ticket, step by step, the newest first",
             .handler = &listApprovals,
             .answers = pageOf<ApprovalProcess>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/approvals/decision",
             .summary = "Approve or reject what one is asked for, by one's own name or as a proxy",
             .body = Route::Body::Json,
             .handler = runningHandler(&ApprovalService::decide),
             .takes = bodyOf<ApprovalVote>(),
             .answers = bodyOf<ApprovalProcess>()},
            {.method = Method::Post,
             .path = "/tickets/{id}/approvals/reassign",
             .summary = "Ask somebody else in the place of an approver, or one more",
             .body = Route::Body::Json,
             .handler = runningHandler(&ApprovalService::reassign),
             .takes = bodyOf<ApprovalReassignment>(),
             .answers = bodyOf<ApprovalProcess>()},
            {.method = Method::Get,
             .path = "/approvals",
             .summary = "What waits for one's own decision, or what one decided",
             .handler = &listTasks,
             .parameters = [] { return parametersOf<ApprovalTaskFilter>(); },
             .answers = pageOf<ApprovalTask>()},
            {.method = Method::Get,
             .path = "/me/proxies",
             .summary = "Who decides in one's place, and in whose place one decides",
             .handler = &listProxies,
             .answers = pageOf<ApprovalProxy>()},
            {.method = Method::Post,
             .path = "/me/proxies",
             .summary = "Let somebody decide in one's place for a time",
             .body = Route::Body::Json,
             .handler = &createProxy,
             .takes = bodyOf<ApprovalProxyDraft>(),
             .answers = bodyOf<ApprovalProxy>()},
            {.method = Method::Delete,
             .path = "/me/proxies/{id}",
             .summary = "End it that somebody decides in one's place",
             .handler = &removeProxy},
    };
    return templateRoutes() + own;
}

} // namespace Deskbell::Server
