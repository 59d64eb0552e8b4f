// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/principal.h"
#include "server/db/connection.h"

#include <optional>

namespace Deskbell::Server {

/// The account behind a session with what it may do now; nothing when either of them is not (or no
/// longer) good.
Result<std::optional<Principal>> selectPrincipal(Db::Connection &db, AccountId account,
                                                 SessionId session, const QDateTime &now);

/// An active account with what it may do now, for work that goes on without a session.
Result<std::optional<Principal>> selectPrincipal(Db::Connection &db, AccountId account);

/// Those of the sessions that are not good any more: ended, expired, or of an account that is not
/// active.
Result<QList<SessionId>> selectEndedSessions(Db::Connection &db, const QList<SessionId> &sessions);

} // namespace Deskbell::Server
