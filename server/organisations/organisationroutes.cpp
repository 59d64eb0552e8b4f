// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/organisations/organisationroutes.h"

#include "server/api/responses.h"
#include "server/organisations/organisationservice.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

void read(QueryReader &reader, OrganisationFilter &filter)
{
    reader.text("q"_L1, filter.search, 200);
    reader.paging(filter.page);
}

namespace {

Result<Http::Response> listOrganisations(Context &context, const Input &input)
{
    const auto filter = parseQuery(input.head().query).and_then(fromQuery<OrganisationFilter>);
    if (!filter)
        return fail(filter.error());
    return OrganisationService::list(context, *filter).map(listResponse);
}

Result<Http::Response> createOrganisation(Context &context, const Input &input)
{
    const auto draft = fromJson<OrganisationDraft>(input.json);
    if (!draft)
        return fail(draft.error());
    return OrganisationService::create(context, *draft).map([&](const Entity &organisation) {
        return entityResponse(input.head(), organisation.json, organisation.version, 201);
    });
}

Result<Http::Response> changeOrganisation(Context &context, const Input &input)
{
    const auto id = input.pathId<OrganisationId>();
    if (!id)
        return fail(id.error());
    const auto version = ifMatchVersion(input.head());
    if (!version)
        return fail(version.error());
    const auto patch = fromJson<OrganisationPatch>(input.json);
    if (!patch)
        return fail(patch.error());
    return OrganisationService::change(context, *id, *patch, *version)
            .map([&](const Entity &organisation) {
                return entityResponse(input.head(), organisation.json, organisation.version);
            });
}

Result<Http::Response> removeOrganisation(Context &context, const Input &input)
{
    const auto id = input.pathId<OrganisationId>();
    if (!id)
        return fail(id.error());
    const auto version = ifMatchVersion(input.head());
    if (!version)
        return fail(version.error());
    return OrganisationService::remove(context, *id, *version).map(noContent);
}

} // namespace

Routes organisationRoutes()
{
    using Http::Method;
    return {
            {.method = Method::Get,
             .path = "/organisations",
             .summary = "List the organisations",
             .handler = listOrganisations,
             .parameters = [] { return parametersOf<OrganisationFilter>(); },
             .answers = pageOf<Organisation>()},
            {.method = Method::Post,
             .path = "/organisations",
             .summary = "Create an organisation",
             .body = Route::Body::Json,
             .handler = createOrganisation,
             .takes = bodyOf<OrganisationDraft>(),
             .answers = bodyOf<Organisation>()},
            {.method = Method::Patch,
             .path = "/organisations/{id}",
             .summary = "Change an organisation",
             .body = Route::Body::Json,
             .handler = changeOrganisation,
             .takes = bodyOf<OrganisationPatch>(),
             .answers = bodyOf<Organisation>()},
            {.method = Method::Delete,
             .path = "/organisations/{id}",
             .summary = "Remove an organisation; its people stay",
             .handler = removeOrganisation},
    };
}

} // namespace Deskbell::Server
