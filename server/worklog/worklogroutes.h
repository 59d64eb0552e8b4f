// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// /tickets/{id}/checklist and /tickets/{id}/time-entries
Routes worklogRoutes();

} // namespace Deskbell::Server
