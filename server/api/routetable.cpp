// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/routetable.h"

namespace Deskbell::Server {

namespace {

/// The {…} values when `path` fits `pattern` (both split at '/').
std::optional<QStringList> fit(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    QStringList values;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i].startsWith(u'{')) {
            if (path[i].isEmpty())
                return std::nullopt;
            values.append(path[i]);
        } else if (pattern[i] != path[i]) {
            return std::nullopt;
        }
    }
    return values;
}

} // namespace

RouteTable::RouteTable(Routes routes)
    : m_routes(std::move(routes))
{
    m_segments.reserve(m_routes.size());
    for (const Route &route : std::as_const(m_routes)) {
        const QString path = QString::fromLatin1(route.path);
        m_segments.append((route.absolute ? path : prefix + path).split(u'/'));
    }
}

RouteTable::Match RouteTable::find(Http::Method method, const QString &path) const
{
    const QStringList segments = path.split(u'/');
    Match match;
    const Route *get = nullptr;
    QStringList getValues;
    for (qsizetype i = 0; i < m_routes.size(); ++i) {
        auto values = fit(m_segments[i], segments);
        if (!values)
            continue;
        const Route &route = m_routes[i];
        if (route.method == method) {
            match.route = &route;
            match.values = std::move(*values);
            return match;
        }
        if (route.method == Http::Method::Get) {
            get = &route;
            getValues = std::move(*values);
        }
        match.allowed.append(route.method);
    }
    if (method == Http::Method::Head && get) {
        match.route = get;
        match.values = getValues;
    }
    return match;
}

QByteArray methodName(Http::Method method)
{
    switch (method) {
    case Http::Method::Get: return "GET";
    case Http::Method::Head: return "HEAD";
    case Http::Method::Post: return "POST";
    case Http::Method::Put: return "PUT";
    case Http::Method::Patch: return "PATCH";
    case Http::Method::Delete: return "DELETE";
    case Http::Method::Options: return "OPTIONS";
    }
    Q_UNREACHABLE();
}

} // namespace Deskbell::Server
