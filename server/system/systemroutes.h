// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"
#include "server/system/systemstate.h"

namespace Deskbell::Server {

/// /healthz, /readyz, /metrics and GET /server: what the server tells of itself without asking who
/// wants to know.
Routes systemRoutes(const SystemState &state);

/// GET /openapi.json about exactly these routes and itself.
Route openApiRoute(const Routes &routes);

} // namespace Deskbell::Server
