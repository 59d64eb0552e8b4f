// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// Operations on many tickets: /bulk.
Routes bulkRoutes();

} // namespace Deskbell::Server
