// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// Who is at a ticket, and who is answering it.
Routes presenceRoutes();

} // namespace Deskbell::Server
