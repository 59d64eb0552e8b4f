// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/everyroute.h"

#include "server/api/routetable.h"
#include "server/host/routes.h"
#include "server/system/systemstate.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

Server::Routes everyRoute()
{
    static const Http::HttpMetrics http;
    static const Server::EventPump::Counters events;
    return Server::allRoutes({.info = {.name = u"Deskbell"_s, .version = u"1.2.3"_s},
                              .http = http,
                              .events = events});
}

QByteArray nameOf(const Server::Route &route)
{
    return Server::methodName(route.method) + ' ' + route.path;
}

} // namespace Deskbell::Test
