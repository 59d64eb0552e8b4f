// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// /approval-templates, the approvals of tickets, /approvals and /me/proxies.
Routes approvalRoutes();

} // namespace Deskbell::Server
