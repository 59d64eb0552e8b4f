// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"
#include "server/system/systemstate.h"

namespace Deskbell::Server {

/// Every route of the server, the description of all of them included. The one list of features.
Routes allRoutes(const SystemState &state);

} // namespace Deskbell::Server
