// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/connection.h"

namespace Deskbell::Server {

/// The secret of that name which all servers on this database share. The first to ask makes it (32
/// random bytes); several that ask at once get the same one.
Result<QByteArray> serverSecret(Db::Connection &db, const QString &name);

/// The name of the key that signs access tokens.
inline constexpr QLatin1StringView accessTokenSecret{"access_token"};

} // namespace Deskbell::Server
