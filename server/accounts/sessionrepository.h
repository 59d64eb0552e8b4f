// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/id.h"
#include "server/db/connection.h"

#include <optional>

/// The rows of sessions and refresh tokens.
namespace Deskbell::Server::SessionRepository {

/// Who may sign in under a name, before the password was looked at.
struct Candidate
{
    AccountId account;
    QString displayName;
    QString passwordHash; ///< empty: cannot sign in with a password
    QString status;       ///< as ticket.account_status names it
};
/// By user name or, failing that, by e-mail address; without regard to case.
Result<std::optional<Candidate>> selectCandidate(Db::Connection &db, const QString &name);

/// Stamps the account as seen, and thereby locks it. False when it is not active any more, or
/// (where one is given) its password hash is another by now.
Result<bool> touchAccount(Db::Connection &db, AccountId account,
                          const std::optional<QString> &passwordHash, const QDateTime &now);

struct NewSession
{
    AccountId account;
    QString userAgent;
    QString peer;
    QDateTime now;
    QDateTime expiresAt;
};
Result<SessionId> insertSession(Db::Connection &db, const NewSession &session);
/// Moves the end of a session that is still good, used from `peer`. False when it is not.
Result<bool> extendSession(Db::Connection &db, SessionId session, const QString &peer,
                           const QDateTime &now, const QDateTime &expiresAt);

struct NewRefreshToken
{
    QByteArray hash;
    SessionId session;
    QDateTime now;
    QDateTime expiresAt;
};
Result<> insertRefreshToken(Db::Connection &db, const NewRefreshToken &token);

struct RefreshToken
{
    SessionId session;
    AccountId account;
    QString displayName;
};
Result<std::optional<RefreshToken>> selectRefreshToken(Db::Connection &db, const QByteArray &hash,
                                                       const QDateTime &now);
/// Marks the token as used. False when somebody has used it before.
Result<bool> useRefreshToken(Db::Connection &db, const QByteArray &hash, const QDateTime &now);
/// Forgets the tokens of a session that were used before that time.
Result<> deleteUsedRefreshTokens(Db::Connection &db, SessionId session, const QDateTime &before);

/// Ends one session of that account. False when it has no such open session.
Result<bool> revokeSession(Db::Connection &db, AccountId account, SessionId session,
                           const QString &why, const QDateTime &now);
/// Ends every open session of the account but `kept` (none: every one). Those that it ended.
Result<QList<SessionId>> revokeSessions(Db::Connection &db, AccountId account, SessionId kept,
                                        const QString &why, const QDateTime &now);

/// The open sessions as JSON, the last used first; `current` is marked.
Result<QByteArrayList> selectSessions(Db::Connection &db, AccountId account, SessionId current,
                                      const QDateTime &now);

} // namespace Deskbell::Server::SessionRepository
