// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// /auth, /me and /users, all of them.
Routes accountRoutes();

/// The parts: signing up, in and out.
Routes authRoutes();
/// One's own account and sessions.
Routes meRoutes();
/// Other people's accounts.
Routes userRoutes();

} // namespace Deskbell::Server
