// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workflows/workflowroutes.h"

#include "common/workflows/workflowversion.h"
#include "server/api/listing.h"
#include "server/desks/managedroutes.h"
#include "server/workflows/migrationservice.h"
#include "server/workflows/workflowservice.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Result<Http::Response> getWorkflow(Context &context, const Input &input)
{
    auto id = input.pathId<WorkflowId>();
    if (!id)
        return fail(id.error());
    return WorkflowService::get(context, *id).map([&](const Entity &workflow) {
        return entityResponse(input.head(), workflow.json, workflow.version);
    });
}

Result<Http::Response> listVersions(Context &context, const Input &input)
{
    auto id = input.pathId<WorkflowId>();
    if (!id)
        return fail(id.error());
    return WorkflowService::versions(context, *id).map(wholeListResponse);
}

Result<Http::Response> getVersion(Context &context, const Input &input)
{
    auto id = input.pathId<WorkflowId>();
    if (!id)
        return fail(id.error());
    bool isNumber = false;
    const int number = input.pathValues.value(1).toInt(&isNumber);
    if (!isNumber)
        return fail(Error::notFound(u"workflow version"_s));
    return WorkflowService::version(context, *id, number).map([](const QByteArray &version) {
        return jsonResponse(version);
    });
}

Result<Http::Response> rehearse(Context &context, const Input &input)
{
    auto id = input.pathId<WorkflowId>();
    if (!id)
        return fail(id.error());
    auto request = fromJson<RehearsalRequest>(input.json);
    if (!request)
        return fail(request.error());
    return MigrationService::rehearse(context, *id, *request).map([](const Rehearsal &rehearsal) {
        return jsonResponse(toJson(rehearsal));
    });
}

Result<Http::Response> migrate(Context &context, const Input &input)
{
    auto id = input.pathId<WorkflowId>();
    if (!id)
        return fail(id.error());
    auto version = ifMatchVersion(input.head());
    if (!version)
        return fail(version.error());
    auto request = fromJson<MigrationRequest>(input.json);
    if (!request)
        return fail(request.error());
    return MigrationService::migrate(context, *id, *request, *version)
            .map([](const Migration &migration) { return jsonResponse(toJson(migration)); });
}

} // namespace

Routes workflowRoutes()
{
    using Http::Method;
    using Body = Route::Body;
    return {
            {.method = Method::Get,
             .path = "/workflows",
             .summary = "The workflows with their definitions",
             .handler = listHandler(&WorkflowService::list),
             .parameters = &pageParameters,
             .answers = pageOf<Workflow>()},
            {.method = Method::Post,
             .path = "/workflows",
             .summary = "Make a workflow",
             .body = Body::Json,
             .handler = createHandler(&WorkflowService::create),
             .takes = bodyOf<WorkflowDraft>(),
             .answers = bodyOf<Workflow>()},
            {.method = Method::Patch,
             .path = "/workflows/{id}",
             .summary = "Change a workflow; its tickets keep the definition they started with",
             .body = Body::Json,
             .handler = changeHandler(&WorkflowService::change),
             .takes = bodyOf<WorkflowPatch>(),
             .answers = bodyOf<Workflow>()},
            {.method = Method::Delete,
             .path = "/workflows/{id}",
             .summary = "Remove a workflow that no desk has",
             .handler = removeHandler(&WorkflowService::remove)},
            {.method = Method::Get,
             .path = "/workflows/{id}",
             .summary = "A workflow with its newest definition",
             .handler = getWorkflow,
             .answers = bodyOf<Workflow>()},
            {.method = Method::Get,
             .path = "/workflows/{id}/versions",
             .summary = "List the versions of a workflow, the newest first",
             .handler = listVersions,
             .answers = pageOf<WorkflowVersion>()},
            {.method = Method::Get,
             .path = "/workflows/{id}/versions/{number}",
             .summary = "One version of a workflow with its definition",
             .handler = getVersion,
             .answers = bodyOf<WorkflowVersion>()},
            {.method = Method::Post,
             .path = "/workflows/{id}/rehearsal",
             .summary = "What a definition would change, and which tickets it would strand",
             .body = Body::Json,
             .handler = rehearse,
             .takes = bodyOf<RehearsalRequest>(),
             .answers = bodyOf<Rehearsal>()},
            {.method = Method::Post,
             .path = "/workflows/{id}/migrate",
             .summary = "Bring the next tickets of a workflow under its newest version; again "
                        "while some remain",
             .body = Body::Json,
             .handler = migrate,
             .takes = bodyOf<MigrationRequest>(),
             .answers = bodyOf<Migration>()},
    };
}

} // namespace Deskbell::Server
