// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// The OpenAPI 3.1 document of exactly these routes.
QJsonObject openApiDocument(const Routes &routes);

} // namespace Deskbell::Server
