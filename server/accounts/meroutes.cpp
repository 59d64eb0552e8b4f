// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/session.h"
#include "server/accounts/accountroutes.h"
#include "server/accounts/meservice.h"
#include "server/accounts/sessionservice.h"
#include "server/api/listing.h"
#include "server/api/responses.h"
#include "server/events/eventreader.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// Never a 304: what somebody may do changes without the version of their account.
Http::Response meResponse(const Me &me)
{
    Http::Response response = jsonResponse(toJson(me));
    response.headers.set("ETag"_ba, etag(me.account.version));
    return response;
}

/// With the place from which GET /events goes on, as of before anything else is read: whoever reads
/// first and connects then misses nothing that happens in between.
Result<Http::Response> readMe(Context &context, const Input &)
{
    auto position = currentPosition(context.db);
    if (!position)
        return fail(position.error());
    auto me = MeService::read(context);
    if (!me)
        return fail(me.error());
    Http::Response response = meResponse(*me);
    response.headers.set("Last-Event-ID"_ba, toText(*position));
    return response;
}

Result<Http::Response> changeMe(Context &context, const Input &input)
{
    const auto version = ifMatchVersion(input.head());
    if (!version)
        return fail(version.error());
    const auto patch = fromJson<MePatch>(input.json);
    if (!patch)
        return fail(patch.error());
    return MeService::change(context, *patch, *version).map(meResponse);
}

Result<Http::Response> changePassword(Context &context, const Input &input)
{
    const auto change = fromJson<PasswordChange>(input.json);
    if (!change)
        return fail(change.error());
    return MeService::changePassword(context, *change).map([&](MeService::PasswordOutcome outcome) {
        if (outcome == MeService::PasswordOutcome::Changed)
            return noContent();
        // An answer, not an error: the failed try that was counted must be kept even
        // where an error would roll it back.
        return problemResponse(Error::invalidField(u"currentPassword"_s, "wrong"),
                               context.requestId);
    });
}

Result<Http::Response> listSessions(Context &context, const Input &)
{
    return SessionService::list(context).map(wholeListResponse);
}

Result<Http::Response> endSession(Context &context, const Input &input)
{
    return input.pathId<SessionId>()
            .and_then([&](SessionId session) { return SessionService::end(context, session); })
            .map(noContent);
}

} // namespace

Routes meRoutes()
{
    using Http::Method;
    return {
            {.method = Method::Get,
             .path = "/me",
             .summary = "Read one's own account, rights and teams",
             .handler = readMe,
             .answers = bodyOf<Me>()},
            {.method = Method::Patch,
             .path = "/me",
             .summary = "Change one's own account",
             .body = Route::Body::Json,
             .handler = changeMe,
             .takes = bodyOf<MePatch>(),
             .answers = bodyOf<Me>()},
            {.method = Method::Post,
             .path = "/me/password",
             .summary = "Change one's password; ends the other sessions",
             .body = Route::Body::Json,
             .handler = changePassword,
             .takes = bodyOf<PasswordChange>()},
            {.method = Method::Get,
             .path = "/me/sessions",
             .summary = "List where one is signed in",
             .handler = listSessions,
             .answers = pageOf<Session>()},
            {.method = Method::Delete,
             .path = "/me/sessions/{id}",
             .summary = "End one of one's sessions",
             .handler = endSession},
    };
}

} // namespace Deskbell::Server
