// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sla/slaroutes.h"

#include "server/desks/managedroutes.h"
#include "server/sla/calendarservice.h"
#include "server/sla/slapolicyservice.h"

namespace Deskbell::Server {

namespace {

Result<Http::Response> rehearsePolicy(Context &context, const Input &input)
{
    auto request = fromJson<SlaRehearsalRequest>(input.json);
    if (!request)
        return fail(request.error());
    return SlaPolicyService::rehearse(context, *request).map([](const SlaRehearsal &rehearsal) {
        return jsonResponse(toJson(rehearsal));
    });
}

} // namespace

Routes slaRoutes()
{
    using Http::Method;
    using Body = Route::Body;
    return {
            {.method = Method::Get,
             .path = "/calendars",
             .summary = "The calendars of the desks whose service levels one manages",
             .handler = listHandler(&CalendarService::list),
             .parameters = &deskPageParameters,
             .answers = pageOf<Calendar>()},
            {.method = Method::Post,
             .path = "/calendars",
             .summary = "Make a calendar",
             .body = Body::Json,
             .handler = createHandler(&CalendarService::create),
             .takes = bodyOf<CalendarDraft>(),
             .answers = bodyOf<Calendar>()},
            {.method = Method::Patch,
             .path = "/calendars/{id}",
             .summary = "Change a calendar; open tickets are reckoned anew",
             .body = Body::Json,
             .handler = changeHandler(&CalendarService::change),
             .takes = bodyOf<CalendarPatch>(),
             .answers = bodyOf<Calendar>()},
            {.method = Method::Delete,
             .path = "/calendars/{id}",
             .summary = "Remove a calendar that no policy goes by",
             .handler = removeHandler(&CalendarService::remove)},
            {.method = Method::Get,
             .path = "/sla-policies",
             .summary = "What the desks promise whose service levels one manages",
             .handler = listHandler(&SlaPolicyService::list),
             .parameters = &deskPageParameters,
             .answers = pageOf<SlaPolicy>()},
            {.method = Method::Post,
             .path = "/sla-policies",
             .summary = "Make a service level policy",
             .body = Body::Json,
             .handler = createHandler(&SlaPolicyService::create),
             .takes = bodyOf<SlaPolicyDraft>(),
             .answers = bodyOf<SlaPolicy>()},
            {.method = Method::Post,
             .path = "/sla-rehearsal",
             .summary = "What would have become of finished tickets under a policy, part by part",
             .body = Body::Json,
             .handler = &rehearsePolicy,
             .takes = bodyOf<SlaRehearsalRequest>(),
             .answers = bodyOf<SlaRehearsal>()},
            {.method = Method::Patch,
             .path = "/sla-policies/{id}",
             .summary = "Change a service level policy; open tickets are reckoned anew",
             .body = Body::Json,
             .handler = changeHandler(&SlaPolicyService::change),
             .takes = bodyOf<SlaPolicyPatch>(),
             .answers = bodyOf<SlaPolicy>()},
            {.method = Method::Delete,
             .path = "/sla-policies/{id}",
             .summary = "Remove a service level policy",
             .handler = removeHandler(&SlaPolicyService::remove)},
    };
}

} // namespace Deskbell::Server
