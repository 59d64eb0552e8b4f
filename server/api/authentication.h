// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"
#include "server/http/message.h"

namespace Deskbell::Server {

/// Who sends this request, from its bearer token: the account must be active and the session alive
/// in the database at this moment. Unauthenticated with auth.token_missing, auth.token_expired or
/// auth.token_invalid.
Result<Principal> authenticate(Db::Connection &db, const Environment &environment,
                               const Http::RequestHead &head);

} // namespace Deskbell::Server
