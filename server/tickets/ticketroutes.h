// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// /tickets and what is done with one of them; its timeline has routes of its own.
Routes ticketRoutes();

} // namespace Deskbell::Server
