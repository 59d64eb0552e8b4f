// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace Deskbell::Server {

/// All routes of the server, found by method and path. Immutable once made, so any thread may ask.
class RouteTable
{
public:
    struct Match
    {
        const Route *route = nullptr; ///< null: no such path or method
        QStringList values;           ///< of the {…} in the path
        QList<Http::Method> allowed;  ///< the path's methods, when only the method was wrong
    };

    static constexpr QLatin1StringView prefix{"/api/v1"};

    explicit RouteTable(Routes routes);

    /// HEAD finds the GET route where there is no HEAD route of its own.
    Match find(Http::Method method, const QString &path) const;
    const Routes &all() const { return m_routes; }

private:
    Routes m_routes;
    QList<QStringList> m_segments; ///< of each route's full path, in the order of m_routes
};

/// "GET" and so on, as the protocol spells it.
QByteArray methodName(Http::Method method);

} // namespace Deskbell::Server
