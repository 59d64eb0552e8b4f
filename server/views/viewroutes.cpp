// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/views/viewroutes.h"

#include "server/desks/managedroutes.h"
#include "server/views/viewservice.h"

namespace Deskbell::Server {

namespace {

Result<Http::Response> list(Context &context, const Input &)
{
    return ViewService::list(context).map(wholeListResponse);
}

Result<Http::Response> counts(Context &context, const Input &)
{
    return ViewService::counts(context).map(wholeListResponse);
}

} // namespace

Routes viewRoutes()
{
    using Http::Method;
    using Body = Route::Body;
    return {{.method = Method::Get,
             .path = "/views",
             .summary = "The saved views that one has: one's own, one's teams', and everybody's",
             .handler = &list,
             .answers = pageOf<SavedView>()},
            {.method = Method::Get,
             .path = "/view-counts",
             .summary = "How many tickets each of one's views has, the standard ones included",
             .handler = &counts,
             .answers = pageOf<ViewCount>()},
            {.method = Method::Post,
             .path = "/views",
             .summary = "Keep a search as a view",
             .body = Body::Json,
             .handler = createHandler(&ViewService::create),
             .takes = bodyOf<ViewDraft>(),
             .answers = bodyOf<SavedView>()},
            {.method = Method::Patch,
             .path = "/views/{id}",
             .summary = "Change, share or move a view",
             .body = Body::Json,
             .handler = changeHandler(&ViewService::change),
             .takes = bodyOf<ViewPatch>(),
             .answers = bodyOf<SavedView>()},
            {.method = Method::Delete,
             .path = "/views/{id}",
             .summary = "Remove a view; its tickets stay",
             .handler = removeHandler(&ViewService::remove)}};
}

} // namespace Deskbell::Server
