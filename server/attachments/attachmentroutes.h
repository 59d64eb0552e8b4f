// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// Files on tickets, and the resumable uploads (tus 1.0.0) that they come by.
Routes attachmentRoutes();

} // namespace Deskbell::Server
