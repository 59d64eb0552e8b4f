// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workflows/workflowroutes.h"

#include "server/desks/managedroutes.h"
#include "server/workflows/workflowservice.h"

namespace Deskbell::Server {

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
    };
}

} // namespace Deskbell::Server
