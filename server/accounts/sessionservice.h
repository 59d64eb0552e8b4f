// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"

/// Signing in and out. A session lives on one device for as long as its refresh token is exchanged
/// in time (ServiceSettings::sessionLifetime); access tokens are issued for it (TokenSigner).
namespace Deskbell::Server::SessionService {

struct Tokens
{
    QByteArray accessToken;
    QByteArray refreshToken; ///< opaque, to be used once
};

struct Credentials
{
    QString name; ///< user name or e-mail address
    QString password;
    QString userAgent; ///< what the session is listed as
};

/// Checks name and password and opens a session; the context's principal is then that account.
/// TooManyRequests (auth.throttled) after too many failures, Unavailable (auth.busy) when many sign
/// in at once, Unauthenticated (auth.invalid_grant) for a wrong name or password alike, Forbidden
/// (account.pending, account.blocked, account.deactivated) only for the right password.
Result<Tokens> signIn(Context &context, const Credentials &credentials);

/// Exchanges a refresh token. One that was used before ends its session, for somebody else has it,
/// too. Unauthenticated (auth.invalid_grant) when it is not good.
Result<Tokens> refresh(Context &context, const QByteArray &refreshToken);

/// Ends the session of the principal.
Result<> signOut(Context &context);

/// The principal's open sessions as JSON.
Result<QByteArrayList> list(Context &context);

/// Ends one of the principal's sessions. NotFound when it is not theirs or is over.
Result<> end(Context &context, SessionId session);

/// Ends every session of an account but `kept`; part of the caller's transaction. `why` is a stable
/// word
/// ("password", "blocked") kept with the sessions.
Result<> endAll(Context &context, AccountId account, const QString &why, SessionId kept = {});

} // namespace Deskbell::Server::SessionService
