// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/assignmentservice.h"
#include "server/accounts/accountroutes.h"
#include "server/accounts/accountservice.h"
#include "server/api/listing.h"
#include "server/api/responses.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// The account that the path names, and the version that If-Match asks for.
struct Target
{
    AccountId account = {};
    std::optional<int> version = {};
};

Result<Target> target(const Input &input)
{
    const auto account = input.pathId<AccountId>();
    if (!account)
        return fail(account.error());
    return ifMatchVersion(input.head()).map([&](const std::optional<int> &version) {
        return Target{.account = *account, .version = version};
    });
}

auto answering(const Input &input, int status = 200)
{
    return [&input, status](const Entity &account) {
        return entityResponse(input.head(), account.json, account.version, status);
    };
}

Result<Http::Response> listUsers(Context &context, const Input &input)
{
    const auto filter = parseQuery(input.head().query).and_then(fromQuery<AccountFilter>);
    if (!filter)
        return fail(filter.error());
    return AccountService::list(context, *filter).map(listResponse);
}

Result<Http::Response> createUser(Context &context, const Input &input)
{
    const auto draft = fromJson<AccountDraft>(input.json);
    if (!draft)
        return fail(draft.error());
    return AccountService::create(context, *draft).map(answering(input, 201));
}

Result<Http::Response> readUser(Context &context, const Input &input)
{
    return input.pathId<AccountId>()
            .and_then([&](AccountId account) { return AccountService::read(context, account); })
            .map(answering(input));
}

Result<Http::Response> changeUser(Context &context, const Input &input)
{
    const auto wanted = target(input);
    if (!wanted)
        return fail(wanted.error());
    const auto patch = fromJson<AccountPatch>(input.json);
    if (!patch)
        return fail(patch.error());
    return AccountService::change(context, wanted->account, *patch, wanted->version)
            .map(answering(input));
}

Result<Http::Response> removeUser(Context &context, const Input &input)
{
    const auto wanted = target(input);
    if (!wanted)
        return fail(wanted.error());
    return AccountService::remove(context, wanted->account, wanted->version).map(noContent);
}

/// The roles of an account's answer, as a list of their own.
Http::Response rolesResponse(const Entity &account)
{
    QByteArrayList roles;
    const QJsonObject json = QJsonDocument::fromJson(account.json).object();
    for (const QJsonValue &role : json.value("roles"_L1).toArray())
        roles.append(QJsonDocument(role.toObject()).toJson(QJsonDocument::Compact));
    Http::Response response = wholeListResponse(roles);
    response.headers.set("ETag"_ba, etag(account.version));
    return response;
}

Result<Http::Response> readUserRoles(Context &context, const Input &input)
{
    return input.pathId<AccountId>()
            .and_then([&](AccountId account) { return AccountService::read(context, account); })
            .map(rolesResponse);
}

Result<Http::Response> assignUserRoles(Context &context, const Input &input)
{
    const auto wanted = target(input);
    if (!wanted)
        return fail(wanted.error());
    const auto roles = fromJson<RoleAssignments>(input.json);
    if (!roles)
        return fail(roles.error());
    return AccountService::assignRoles(context, wanted->account, *roles, wanted->version)
            .map(rolesResponse);
}

Result<Http::Response> readUserPermissions(Context &context, const Input &input)
{
    return input.pathId<AccountId>()
            .and_then([&](AccountId account) {
                return AccountService::permissions(context, account);
            })
            .map([](const QList<HeldPermission> &held) {
                QByteArrayList data;
                for (const HeldPermission &one : held)
                    data.append(QJsonDocument(toJson(one)).toJson(QJsonDocument::Compact));
                return wholeListResponse(data);
            });
}

} // namespace

Routes userRoutes()
{
    using Http::Method;
    return {
            {.method = Method::Get,
             .path = "/users",
             .summary = "List accounts by text, role, desk, status and organisation",
             .handler = listUsers,
             .parameters = [] { return parametersOf<AccountFilter>(); },
             .answers = pageOf<Account>()},
            {.method = Method::Post,
             .path = "/users",
             .summary = "Create an account",
             .body = Route::Body::Json,
             .handler = createUser,
             .takes = bodyOf<AccountDraft>(),
             .answers = bodyOf<Account>()},
            {.method = Method::Get,
             .path = "/users/{id}",
             .summary = "Read an account",
             .handler = readUser,
             .answers = bodyOf<Account>()},
            {.method = Method::Patch,
             .path = "/users/{id}",
             .summary = "Change, approve, block or deactivate an account",
             .body = Route::Body::Json,
             .handler = changeUser,
             .takes = bodyOf<AccountPatch>(),
             .answers = bodyOf<Account>()},
            {.method = Method::Delete,
             .path = "/users/{id}",
             .summary = "Remove an account",
             .handler = removeUser},
            {.method = Method::Get,
             .path = "/users/{id}/roles",
             .summary = "List the roles that an account holds",
             .handler = readUserRoles,
             .answers = pageOf<HeldRole>()},
            {.method = Method::Put,
             .path = "/users/{id}/roles",
             .summary = "Set the roles that an account holds",
             .body = Route::Body::Json,
             .handler = assignUserRoles,
             .takes = bodyOf<RoleAssignments>(),
             .answers = pageOf<HeldRole>()},
            {.method = Method::Get,
             .path = "/users/{id}/permissions",
             .summary = "List what an account may do, and by which roles",
             .handler = readUserPermissions,
             .answers = pageOf<HeldPermission>()},
    };
}

} // namespace Deskbell::Server
