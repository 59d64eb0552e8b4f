// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Test {

/// All routes that a server has, with counters that nobody counts.
Server::Routes everyRoute();

/// "GET /users/{id}"
QByteArray nameOf(const Server::Route &route);

} // namespace Deskbell::Test
