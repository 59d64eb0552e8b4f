// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/sessionrepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::SessionRepository {

namespace {

/// What a statement that returns nothing leaves to tell.
Result<> done(const Result<Db::Rows> &rows)
{
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<bool> hasChanged(const Result<Db::Rows> &rows)
{
    if (!rows)
        return fail(rows.error());
    return rows->affected() > 0;
}

} // namespace

Result<std::optional<Candidate>> selectCandidate(Db::Connection &db, const QString &name)
{
    auto rows = db.run("accounts/select_candidate", {{":name", name}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return Candidate{.account = rows->id<AccountId>(0),
                     .displayName = rows->text(1),
                     .passwordHash = rows->text(2),
                     .status = rows->text(3)};
}

Result<bool> touchAccount(Db::Connection &db, AccountId account,
                          const std::optional<QString> &passwordHash, const QDateTime &now)
{
    return hasChanged(
            db.run("accounts/touch_account",
                   {{":account", account}, {":password_hash", passwordHash}, {":now", now}}));
}

Result<SessionId> insertSession(Db::Connection &db, const NewSession &session)
{
    auto rows = db.run("accounts/insert_session", {{":account", session.account},
                                                   {":user_agent", session.userAgent},
                                                   {":peer", session.peer},
                                                   {":now", session.now},
                                                   {":expires_at", session.expiresAt}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::internal(u"A session was not stored."_s));
    return rows->id<SessionId>(0);
}

Result<bool> extendSession(Db::Connection &db, SessionId session, const QString &peer,
                           const QDateTime &now, const QDateTime &expiresAt)
{
    return hasChanged(db.run(
            "accounts/extend_session",
            {{":session", session}, {":peer", peer}, {":now", now}, {":expires_at", expiresAt}}));
}

Result<> insertRefreshToken(Db::Connection &db, const NewRefreshToken &token)
{
    return done(db.run("accounts/insert_refresh_token", {{":hash", token.hash},
                                                         {":session", token.session},
                                                         {":now", token.now},
                                                         {":expires_at", token.expiresAt}}));
}

Result<std::optional<RefreshToken>> selectRefreshToken(Db::Connection &db, const QByteArray &hash,
                                                       const QDateTime &now)
{
    auto rows = db.run("accounts/select_refresh_token", {{":hash", hash}, {":now", now}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::nullopt;
    return RefreshToken{.session = rows->id<SessionId>(0),
                        .account = rows->id<AccountId>(1),
                        .displayName = rows->text(2)};
}

Result<bool> useRefreshToken(Db::Connection &db, const QByteArray &hash, const QDateTime &now)
{
    return hasChanged(db.run("accounts/use_refresh_token", {{":hash", hash}, {":now", now}}));
}

Result<> deleteUsedRefreshTokens(Db::Connection &db, SessionId session, const QDateTime &before)
{
    return done(db.run("accounts/delete_used_refresh_tokens",
                       {{":session", session}, {":before", before}}));
}

Result<bool> revokeSession(Db::Connection &db, AccountId account, SessionId session,
                           const QString &why, const QDateTime &now)
{
    return hasChanged(
            db.run("accounts/revoke_session",
                   {{":account", account}, {":session", session}, {":why", why}, {":now", now}}));
}

Result<QList<SessionId>> revokeSessions(Db::Connection &db, AccountId account, SessionId kept,
                                        const QString &why, const QDateTime &now)
{
    auto rows = db.run("accounts/revoke_sessions",
                       {{":account", account}, {":kept", kept}, {":why", why}, {":now", now}});
    if (!rows)
        return fail(rows.error());
    QList<SessionId> ended;
    while (rows->next())
        ended.append(rows->id<SessionId>(0));
    return ended;
}

Result<QByteArrayList> selectSessions(Db::Connection &db, AccountId account, SessionId current,
                                      const QDateTime &now)
{
    auto rows = db.run("accounts/select_sessions",
                       {{":account", account}, {":current", current}, {":now", now}});
    if (!rows)
        return fail(rows.error());
    QByteArrayList sessions;
    while (rows->next())
        sessions.append(rows->utf8(0));
    return sessions;
}

} // namespace Deskbell::Server::SessionRepository
