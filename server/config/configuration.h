// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/serverinfo/defaultport.h"
#include "server/http/limits.h"

#include <QString>

#include <chrono>

namespace Deskbell::Server {

/// Everything about a server that can be set. What each means, its name and its bounds stand in one
/// table (server/config/settingstable.cpp); the values here are the defaults. A value, never
/// changed once it was loaded.
struct Configuration
{
    QString dataFolder;  ///< absolute; loading fills it in
    QString databaseUrl; ///< empty: a private cluster in the data folder

    QString host = QStringLiteral("127.0.0.1"); ///< an address, not a name
    int port = defaultPort;                     ///< 0: any free one
    QString tlsCertificate;                     ///< PEM file; empty: no TLS
    QString tlsKey;
    bool publicMetrics = false; ///< /metrics answers anybody, not just loopback

    Http::HttpLimits limits;
    qsizetype jsonBytes = 1024 * 1024;
    qsizetype uploadBytes = Q_INT64_C(2) * 1024 * 1024 * 1024; ///< one file
    std::chrono::milliseconds uploadLifetime
            = std::chrono::hours(24); ///< unfinished or not attached
    std::chrono::milliseconds statementTime = std::chrono::seconds(30);

    bool signup = true;
    std::chrono::milliseconds accessTokenLifetime = std::chrono::minutes(10);
    std::chrono::milliseconds refreshTokenLifetime = std::chrono::hours(24 * 30);

    QString businessHours = QStringLiteral("Mon-Fri 09:00-17:00");
    QString timeZone; ///< of the business hours; empty: this machine's

    bool demo = false;
    QString logLevel = QStringLiteral("info"); ///< debug, info, warning or error

    bool usesPrivateCluster() const { return databaseUrl.isEmpty(); }
};

} // namespace Deskbell::Server
