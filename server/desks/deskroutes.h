// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// /desks, /categories, /teams and /tags.
Routes deskRoutes();

} // namespace Deskbell::Server
