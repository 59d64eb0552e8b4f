// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/desks/deskroutes.h"

#include "common/desks/desktemplate.h"
#include "server/api/listing.h"
#include "server/desks/categoryservice.h"
#include "server/desks/deskservice.h"
#include "server/desks/managedroutes.h"
#include "server/desks/tagservice.h"
#include "server/desks/teamservice.h"

namespace Deskbell::Server {

namespace {

/// They are no secret: whoever is signed in may read them.
Result<Http::Response> listDeskTemplates(Context &, const Input &)
{
    return wholeListResponse(DeskService::listTemplates());
}

} // namespace

Routes deskRoutes()
{
    using Http::Method;
    using Body = Route::Body;
    return {
            {.method = Method::Get,
             .path = "/desks",
             .summary = "The desks that one has to do with",
             .handler = listHandler(&DeskService::list),
             .parameters = &pageParameters,
             .answers = pageOf<Desk>()},
            {.method = Method::Post,
             .path = "/desks",
             .summary = "Make a desk",
             .body = Body::Json,
             .handler = createHandler(&DeskService::create),
             .takes = bodyOf<DeskDraft>(),
             .answers = bodyOf<Desk>()},
            {.method = Method::Get,
             .path = "/desk-templates",
             .summary = "What a desk can begin with",
             .handler = &listDeskTemplates,
             .answers = pageOf<DeskTemplateSummary>()},
            {.method = Method::Patch,
             .path = "/desks/{id}",
             .summary = "Change a desk",
             .body = Body::Json,
             .handler = changeHandler(&DeskService::change),
             .takes = bodyOf<DeskPatch>(),
             .answers = bodyOf<Desk>()},
            {.method = Method::Delete,
             .path = "/desks/{id}",
             .summary = "Remove a desk that has no tickets",
             .handler = removeHandler(&DeskService::remove)},

            {.method = Method::Get,
             .path = "/categories",
             .summary = "The categories of one's desks",
             .handler = listHandler(&CategoryService::list),
             .parameters = &deskPageParameters,
             .answers = pageOf<Category>()},
            {.method = Method::Post,
             .path = "/categories",
             .summary = "Make a category",
             .body = Body::Json,
             .handler = createHandler(&CategoryService::create),
             .takes = bodyOf<CategoryDraft>(),
             .answers = bodyOf<Category>()},
            {.method = Method::Patch,
             .path = "/categories/{id}",
             .summary = "Change a category",
             .body = Body::Json,
             .handler = changeHandler(&CategoryService::change),
             .takes = bodyOf<CategoryPatch>(),
             .answers = bodyOf<Category>()},
            {.method = Method::Delete,
             .path = "/categories/{id}",
             .summary = "Remove a category",
             .handler = removeHandler(&CategoryService::remove)},

            {.method = Method::Get,
             .path = "/teams",
             .summary = "The teams of the desks one works for, and their members",
             .handler = listHandler(&TeamService::list),
             .parameters = &deskPageParameters,
             .answers = pageOf<Team>()},
            {.method = Method::Post,
             .path = "/teams",
             .summary = "Make a team",
             .body = Body::Json,
             .handler = createHandler(&TeamService::create),
             .takes = bodyOf<TeamDraft>(),
             .answers = bodyOf<Team>()},
            {.method = Method::Patch,
             .path = "/teams/{id}",
             .summary = "Change a team or its members",
             .body = Body::Json,
             .handler = changeHandler(&TeamService::change),
             .takes = bodyOf<TeamPatch>(),
             .answers = bodyOf<Team>()},
            {.method = Method::Delete,
             .path = "/teams/{id}",
             .summary = "Remove a team without open tickets",
             .handler = removeHandler(&TeamService::remove)},

            {.method = Method::Get,
             .path = "/tags",
             .summary = "The tags",
             .handler = listHandler(&TagService::list),
             .parameters = &pageParameters,
             .answers = pageOf<Tag>()},
            {.method = Method::Post,
             .path = "/tags",
             .summary = "Make a tag",
             .body = Body::Json,
             .handler = createHandler(&TagService::create),
             .takes = bodyOf<TagDraft>(),
             .answers = bodyOf<Tag>()},
            {.method = Method::Patch,
             .path = "/tags/{id}",
             .summary = "Change a tag, on its tickets too",
             .body = Body::Json,
             .handler = changeHandler(&TagService::change),
             .takes = bodyOf<TagPatch>(),
             .answers = bodyOf<Tag>()},
            {.method = Method::Delete,
             .path = "/tags/{id}",
             .summary = "Remove a tag from the list of tags",
             .handler = removeHandler(&TagService::remove)},
    };
}

} // namespace Deskbell::Server
