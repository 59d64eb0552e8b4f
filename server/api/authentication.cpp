// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/authentication.h"

#include "server/access/principalrepository.h"
#include "server/accounts/tokensigner.h"
#include "server/base/environment.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

Result<Principal> authenticate(Db::Connection &db, const Environment &environment,
                               const Http::RequestHead &head)
{
    const QByteArray header = head.headers.value("Authorization");
    if (header.isEmpty()) {
        return fail({.code = ErrorCode::Unauthenticated,
                     .key = "auth.token_missing",
                     .detail = u"This needs an access token."_s});
    }
    const Error invalid{.code = ErrorCode::Unauthenticated,
                        .key = "auth.token_invalid",
                        .detail = u"The access token is not valid."_s};
    constexpr QByteArrayView scheme = "Bearer ";
    if (header.size() <= scheme.size()
        || QByteArrayView(header).first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0) {
        return fail(invalid);
    }
    const auto claims = environment.tokens.verify(header.sliced(scheme.size()).trimmed(),
                                                  environment.clock.now());
    if (!claims)
        return fail(claims.error());
    auto principal = selectPrincipal(db, claims->account, claims->session, environment.clock.now());
    if (!principal)
        return fail(principal.error());
    if (!*principal)
        return fail(invalid);
    return std::move(**principal);
}

} // namespace Deskbell::Server
