// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// Links between tickets, merging and splitting: /tickets/{id}/links, /merge, /split.
Routes linkRoutes();

} // namespace Deskbell::Server
