// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/serverinfo/serverinfo.h"
#include "server/events/eventpump.h"
#include "server/http/metrics.h"

namespace Deskbell::Server {

/// What the routes about the server itself tell of. The references outlive the routes.
struct SystemState
{
    ServerInfo info;
    const Http::HttpMetrics &http;
    const EventPump::Counters &events;
    bool publicMetrics = false; ///< /metrics answers anybody, not just this machine
};

} // namespace Deskbell::Server
