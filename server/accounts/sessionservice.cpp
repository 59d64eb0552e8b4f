// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/sessionservice.h"

#include "server/access/principalrepository.h"
#include "server/accounts/passwordhasher.h"
#include "server/accounts/randomtoken.h"
#include "server/accounts/sessionrepository.h"
#include "server/accounts/signinthrottle.h"
#include "server/accounts/tokensigner.h"
#include "server/activity/activitylog.h"
#include "server/base/environment.h"
#include "server/db/transaction.h"
#include "server/events/eventlog.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::SessionService {

namespace {

/// How long used refresh tokens are remembered, so that their reuse is noticed.
constexpr std::chrono::seconds reuseMemory = std::chrono::days(7);

Error invalidGrant()
{
    return {.code = ErrorCode::Unauthenticated,
            .key = "auth.invalid_grant",
            .detail = u"Name, password or token is wrong or no longer valid."_s};
}

QDateTime sessionEnd(const Context &context)
{
    return context.now().addDays(context.environment.settings.sessionLifetime.count());
}

/// Notes a refused sign-in. Of the name only what the account makes of it: what was typed there may
/// be a password.
Result<> recordRefusal(Context &context, AccountId account, const QString &why)
{
    return recordActivity(context, {.entity = "session",
                                    .action = "refuse",
                                    .entityId = account.value(),
                                    .newValue = {{u"reason"_s, why}}});
}

/// The app that uses the session goes back to its sign-in window.
Result<> tellEnded(Context &context, AccountId account, SessionId session)
{
    return appendEvent(context, {.type = EventType::SessionEnded,
                                 .data = {{u"id"_s, session.value()}},
                                 .recipients = {account}});
}

/// Ends the session, if it is open. False when it is not.
Result<bool> revoke(Context &context, AccountId account, SessionId session, const QString &why)
{
    auto ended = SessionRepository::revokeSession(context.db, account, session, why, context.now());
    if (!ended || !*ended)
        return ended;
    if (auto told = tellEnded(context, account, session); !told)
        return fail(told.error());
    return true;
}

Result<Tokens> issueTokens(Context &context, SessionId session)
{
    const QByteArray refreshToken = randomToken();
    auto stored
            = SessionRepository::insertRefreshToken(context.db, {.hash = tokenHash(refreshToken),
                                                                 .session = session,
                                                                 .now = context.now(),
                                                                 .expiresAt = sessionEnd(context)});
    if (!stored)
        return fail(stored.error());
    return Tokens{
            .accessToken = context.environment.tokens.issue(
                    {.account = context.principal.account, .session = session}, context.now()),
            .refreshToken = refreshToken};
}

Result<Tokens> openSession(Context &context, const SessionRepository::Candidate &candidate,
                           const Credentials &credentials)
{
    // Locks the account: whoever blocks it or changes its password comes before this or finds the
    // new session.
    auto touched = SessionRepository::touchAccount(context.db, candidate.account,
                                                   candidate.passwordHash, context.now());
    if (!touched)
        return fail(touched.error());
    if (!*touched)
        return fail(invalidGrant());
    auto session = SessionRepository::insertSession(context.db, {.account = candidate.account,
                                                                 .userAgent = credentials.userAgent,
                                                                 .peer = context.peer,
                                                                 .now = context.now(),
                                                                 .expiresAt = sessionEnd(context)});
    if (!session)
        return fail(session.error());
    context.principal = {.account = candidate.account,
                         .session = *session,
                         .displayName = candidate.displayName};
    if (auto forgotten = SignInThrottle::forgetName(context, credentials.name); !forgotten)
        return fail(forgotten.error());
    auto recorded = recordActivity(
            context, {.entity = "session", .action = "signin", .entityId = session->value()});
    if (!recorded)
        return fail(recorded.error());
    return issueTokens(context, *session);
}

Result<> refuseSignIn(Context &context, AccountId account, const QString &name, const QString &why)
{
    return Db::inTransaction<void>(context.db, [&]() -> Result<> {
        if (auto counted = SignInThrottle::countFailure(context, name); !counted)
            return counted;
        return recordRefusal(context, account, why);
    });
}

Result<> refuseInactive(Context &context, const SessionRepository::Candidate &candidate)
{
    if (auto recorded = recordRefusal(context, candidate.account, candidate.status); !recorded)
        return recorded;
    return fail({.code = ErrorCode::Forbidden,
                 .key = "account." + candidate.status.toLatin1(),
                 .detail = u"This account cannot sign in: it is %1."_s.arg(candidate.status)});
}

/// Completes the principal, who was only named until now.
Result<Tokens> withGrants(Context &context, Result<Tokens> tokens)
{
    if (!tokens)
        return tokens;
    auto principal = selectPrincipal(context.db, context.principal.account,
                                     context.principal.session, context.now());
    if (!principal)
        return fail(principal.error());
    if (!*principal)
        return fail(invalidGrant());
    context.principal = std::move(**principal);
    return tokens;
}

/// Nothing when the token was used before; the session is over then.
Result<std::optional<Tokens>> rotate(Context &context, const QByteArray &hash,
                                     const SessionRepository::RefreshToken &token)
{
    // Account before session before token, as everybody who locks them does.
    auto touched = SessionRepository::touchAccount(context.db, token.account, std::nullopt,
                                                   context.now());
    if (!touched)
        return fail(touched.error());
    auto extended = SessionRepository::extendSession(context.db, token.session, context.peer,
                                                     context.now(), sessionEnd(context));
    if (!extended)
        return fail(extended.error());
    if (!*touched || !*extended)
        return fail(invalidGrant());
    auto used = SessionRepository::useRefreshToken(context.db, hash, context.now());
    if (!used)
        return fail(used.error());
    context.principal = {
            .account = token.account, .session = token.session, .displayName = token.displayName};
    if (!*used) {
        auto ended = revoke(context, token.account, token.session, u"reuse"_s);
        if (!ended)
            return fail(ended.error());
        if (auto recorded = recordRefusal(context, token.account, u"reuse"_s); !recorded)
            return fail(recorded.error());
        return std::nullopt;
    }
    auto forgotten = SessionRepository::deleteUsedRefreshTokens(
            context.db, token.session, context.now().addSecs(-reuseMemory.count()));
    if (!forgotten)
        return fail(forgotten.error());
    return issueTokens(context, token.session).map([](Tokens tokens) {
        return std::optional(std::move(tokens));
    });
}

} // namespace

Result<Tokens> signIn(Context &context, const Credentials &credentials)
{
    // The turn comes first: as only a few are there at once, hardly more guesses get through than
    // the throttle lets pass one by one.
    auto turn = context.environment.passwords.takeTurn();
    if (!turn)
        return fail(turn.error());
    if (auto allowed = SignInThrottle::check(context, credentials.name); !allowed)
        return fail(allowed.error());
    auto candidate = SessionRepository::selectCandidate(context.db, credentials.name);
    if (!candidate)
        return fail(candidate.error());

    const auto found = candidate->value_or(SessionRepository::Candidate{});
    if (!turn->verify(credentials.password, found.passwordHash)) {
        auto refused = refuseSignIn(context, found.account, credentials.name, u"credentials"_s);
        return fail(refused ? invalidGrant() : refused.error());
    }
    if (found.status != "active"_L1)
        return fail(refuseInactive(context, found).error());
    auto tokens = Db::inTransaction<Tokens>(
            context.db, [&] { return openSession(context, found, credentials); });
    return withGrants(context, std::move(tokens));
}

Result<Tokens> refresh(Context &context, const QByteArray &refreshToken)
{
    const QByteArray hash = tokenHash(refreshToken);
    auto token = SessionRepository::selectRefreshToken(context.db, hash, context.now());
    if (!token)
        return fail(token.error());
    if (!*token)
        return fail(invalidGrant());
    auto tokens = Db::inTransaction<std::optional<Tokens>>(
            context.db, [&] { return rotate(context, hash, **token); });
    if (!tokens)
        return fail(tokens.error());
    if (!*tokens)
        return fail(invalidGrant());
    return withGrants(context, std::move(**tokens));
}

Result<> signOut(Context &context)
{
    return Db::inTransaction<void>(context.db, [&]() -> Result<> {
        auto ended = revoke(context, context.principal.account, context.principal.session,
                            u"signout"_s);
        if (!ended)
            return fail(ended.error());
        return recordActivity(context, {.entity = "session",
                                        .action = "signout",
                                        .entityId = context.principal.session.value()});
    });
}

Result<QByteArrayList> list(Context &context)
{
    return SessionRepository::selectSessions(context.db, context.principal.account,
                                             context.principal.session, context.now());
}

Result<> end(Context &context, SessionId session)
{
    return Db::inTransaction<void>(context.db, [&]() -> Result<> {
        auto ended = revoke(context, context.principal.account, session, u"ended"_s);
        if (!ended)
            return fail(ended.error());
        if (!*ended)
            return fail(Error::notFound());
        return recordActivity(context,
                              {.entity = "session", .action = "end", .entityId = session.value()});
    });
}

Result<> endAll(Context &context, AccountId account, const QString &why, SessionId kept)
{
    auto ended = SessionRepository::revokeSessions(context.db, account, kept, why, context.now());
    if (!ended)
        return fail(ended.error());
    for (const SessionId session : std::as_const(*ended)) {
        if (auto told = tellEnded(context, account, session); !told)
            return told;
    }
    return {};
}

} // namespace Deskbell::Server::SessionService
