// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// Notifications, how one wants them, and who follows a ticket.
Routes notificationRoutes();

} // namespace Deskbell::Server
