// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/triggers/triggerroutes.h"

#include "server/desks/managedroutes.h"
#include "server/triggers/triggerservice.h"

namespace Deskbell::Server {

namespace {

Result<Http::Response> listTriggerRuns(Context &context, const Input &input)
{
    return input.pathId<TicketTriggerId>()
            .and_then([&](TicketTriggerId id) { return TriggerService::listRuns(context, id); })
            .map(&wholeListResponse);
}

} // namespace

Routes triggerRoutes()
{
    using Http::Method;
    using Body = Route::Body;
    return {
            {.method = Method::Get,
             .path = "/triggers",
             .summary = "The triggers of the desks whose workflows one manages",
             .handler = listHandler(&TriggerService::list),
             .parameters = &deskPageParameters,
             .answers = pageOf<TicketTrigger>()},
            {.method = Method::Post,
             .path = "/triggers",
             .summary = "Make a trigger, of a desk or of all",
             .body = Body::Json,
             .handler = createHandler(&TriggerService::create),
             .takes = bodyOf<TicketTriggerDraft>(),
             .answers = bodyOf<TicketTrigger>()},
            {.method = Method::Patch,
             .path = "/triggers/{id}",
             .summary = "Change a trigger; what waits goes by what it is when its turn comes",
             .body = Body::Json,
             .handler = changeHandler(&TriggerService::change),
             .takes = bodyOf<TicketTriggerPatch>(),
             .answers = bodyOf<TicketTrigger>()},
            {.method = Method::Delete,
             .path = "/triggers/{id}",
             .summary = "Remove a trigger",
             .handler = removeHandler(&TriggerService::remove)},
            {.method = Method::Get,
             .path = "/triggers/{id}/runs",
             .summary = "What a trigger did last, and what waits for it",
             .handler = &listTriggerRuns,
             .answers = pageOf<TriggerRun>()},
    };
}

} // namespace Deskbell::Server
