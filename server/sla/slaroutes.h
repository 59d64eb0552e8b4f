// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// Calendars and service level policies.
Routes slaRoutes();

} // namespace Deskbell::Server
