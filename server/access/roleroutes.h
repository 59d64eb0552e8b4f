// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// /roles and /permissions.
Routes roleRoutes();

} // namespace Deskbell::Server
