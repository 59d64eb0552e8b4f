// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/connection.h"

namespace Deskbell::Server {

/// Brings the built-in roles and what they hold to the state of this program
/// (common/access/builtinroles). Run at every start, after the migrations; safe to repeat, and on
/// several servers at once.
Result<> seedRoles(Db::Connection &db);

} // namespace Deskbell::Server
