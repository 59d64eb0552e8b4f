// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// /tickets/{id}/replies and /tickets/{id}/timeline.
Routes timelineRoutes();

} // namespace Deskbell::Server
