// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/query.h"
#include "server/api/responses.h"
#include "server/api/route.h"
#include "server/desks/managedentity.h"

/// What the routes of all managed things do alike.
namespace Deskbell::Server {

/// Which part of a list, and of which desks (`desk`, where `byDesk` says that there is such a
/// filter).
struct ManagedQuery
{
    enum class Filter { None, Desk };

    Filter filter = Filter::None;
    PageRequest page = {};
    QList<DeskId> desks = {};
};
void read(QueryReader &reader, ManagedQuery &query);
Result<ManagedQuery> readManagedQuery(const Input &input, ManagedQuery::Filter filter);

/// POST: `create(context, draft)` of what the body says; 201.
template <class Draft>
Handler createHandler(Result<Entity> (*create)(Context &, const Draft &))
{
    return [create](Context &context, const Input &input) -> Result<Http::Response> {
        auto draft = fromJson<Draft>(input.json);
        if (!draft)
            return fail(draft.error());
        auto made = create(context, *draft);
        if (!made)
            return fail(made.error());
        return entityResponse(input.head(), made->json, made->version, 201);
    };
}

/// PATCH of the {id} in the path; honours If-Match.
template <class AnyId, class Patch>
Handler changeHandler(Result<Entity> (*change)(Context &, AnyId, const Patch &,
                                               const std::optional<int> &))
{
    return [change](Context &context, const Input &input) -> Result<Http::Response> {
        auto id = input.pathId<AnyId>();
        if (!id)
            return fail(id.error());
        auto version = ifMatchVersion(input.head());
        if (!version)
            return fail(version.error());
        auto patch = fromJson<Patch>(input.json);
        if (!patch)
            return fail(patch.error());
        auto changed = change(context, *id, *patch, *version);
        if (!changed)
            return fail(changed.error());
        return entityResponse(input.head(), changed->json, changed->version);
    };
}

/// DELETE of the {id} in the path; honours If-Match; 204.
template <class AnyId>
Handler removeHandler(Result<> (*remove)(Context &, AnyId, const std::optional<int> &))
{
    return [remove](Context &context, const Input &input) -> Result<Http::Response> {
        auto id = input.pathId<AnyId>();
        if (!id)
            return fail(id.error());
        auto version = ifMatchVersion(input.head());
        if (!version)
            return fail(version.error());
        if (auto removed = remove(context, *id, *version); !removed)
            return fail(removed.error());
        return noContent();
    };
}

/// GET of a list that has nothing but pages.
Handler listHandler(Result<Listed> (*list)(Context &, const PageRequest &));
/// GET of a list that can be narrowed to desks.
Handler listHandler(Result<Listed> (*list)(Context &, const QList<DeskId> &, const PageRequest &));
/// What such lists take.
QJsonArray pageParameters();
QJsonArray deskPageParameters();

} // namespace Deskbell::Server
