// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// Who sees a ticket, who is let into a restricted one, and /access-requests.
Routes grantRoutes();

} // namespace Deskbell::Server
