// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// Resumable uploads as tus 1.0.0 defines them.
Routes uploadRoutes();

} // namespace Deskbell::Server
