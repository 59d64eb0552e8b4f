// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/roleroutes.h"

#include "server/access/roleservice.h"
#include "server/api/listing.h"
#include "server/api/responses.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Result<Http::Response> listRoles(Context &context, const Input &)
{
    return RoleService::list(context).map(wholeListResponse);
}

Result<Http::Response> createRole(Context &context, const Input &input)
{
    const auto draft = fromJson<RoleDraft>(input.json);
    if (!draft)
        return fail(draft.error());
    return RoleService::create(context, *draft).map([&](const Entity &role) {
        return entityResponse(input.head(), role.json, role.version, 201);
    });
}

Result<Http::Response> changeRole(Context &context, const Input &input)
{
    const auto id = input.pathId<RoleId>();
    if (!id)
        return fail(id.error());
    const auto version = ifMatchVersion(input.head());
    if (!version)
        return fail(version.error());
    const auto patch = fromJson<RolePatch>(input.json);
    if (!patch)
        return fail(patch.error());
    return RoleService::change(context, *id, *patch, *version).map([&](const Entity &role) {
        return entityResponse(input.head(), role.json, role.version);
    });
}

Result<Http::Response> removeRole(Context &context, const Input &input)
{
    const auto id = input.pathId<RoleId>();
    if (!id)
        return fail(id.error());
    const auto version = ifMatchVersion(input.head());
    if (!version)
        return fail(version.error());
    return RoleService::remove(context, *id, *version).map(noContent);
}

/// The table of the program itself: nothing in it is secret.
Result<Http::Response> listPermissions(Context &, const Input &)
{
    QByteArrayList permissions;
    const QJsonArray table = permissionsToJson();
    for (const QJsonValue &row : table)
        permissions.append(QJsonDocument(row.toObject()).toJson(QJsonDocument::Compact));
    return wholeListResponse(permissions);
}

/// As permissionsToJson() writes them.
QJsonObject permissionShape()
{
    JsonShape shape;
    shape.add("code"_L1, JsonShapes::oneOf(wireNames<Permission>()), Presence::Required);
    shape.add("description"_L1, JsonShapes::text(), Presence::Required);
    return shape.toSchema();
}

} // namespace

Routes roleRoutes()
{
    using Http::Method;
    return {
            {.method = Method::Get,
             .path = "/roles",
             .summary = "List the roles and what they allow",
             .handler = listRoles,
             .answers = pageOf<Role>()},
            {.method = Method::Post,
             .path = "/roles",
             .summary = "Create a role",
             .body = Route::Body::Json,
             .handler = createRole,
             .takes = bodyOf<RoleDraft>(),
             .answers = bodyOf<Role>()},
            {.method = Method::Patch,
             .path = "/roles/{id}",
             .summary = "Change a role",
             .body = Route::Body::Json,
             .handler = changeRole,
             .takes = bodyOf<RolePatch>(),
             .answers = bodyOf<Role>()},
            {.method = Method::Delete,
             .path = "/roles/{id}",
             .summary = "Remove a role that nobody holds",
             .handler = removeRole},
            {.method = Method::Get,
             .path = "/permissions",
             .summary = "List every permission there is",
             .handler = listPermissions,
             .answers = {.name = u"Permission"_s, .shape = &permissionShape, .isPage = true}},
    };
}

} // namespace Deskbell::Server
