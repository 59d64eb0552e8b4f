// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/connection.h"

namespace Deskbell::Server {

/// Brings the workflows that ship to the state of this program: makes those that are missing, and a
/// new version of those whose definition has changed, unless somebody made them their own. Run at
/// every start, after the migrations; safe to repeat, and on several servers at once.
Result<> seedWorkflows(Db::Connection &db, const QDateTime &now);

} // namespace Deskbell::Server
