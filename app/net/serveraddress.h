// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/serverinfo/defaultport.h"

#include <QString>
#include <QUrl>

namespace Deskbell::App {

/// Where a Deskbell server listens. What people type ("desk.example.com", "localhost:8420",
/// "https://desk.example.com/") becomes one of these; two that are equal are the same server.
struct ServerAddress
{
    enum class Scheme { Http, Https };

    Scheme scheme = Scheme::Https;
    QString host; ///< lower case, without brackets
    quint16 port = defaultPort;

    /// Reads what a person typed. Without a scheme it is https, except for this very machine
    /// (localhost, 127.0.0.0/8, ::1), where it is http. Fails with key "server.address_invalid".
    static Result<ServerAddress> parse(const QString &typed);

    bool isEmpty() const { return host.isEmpty(); }
    /// "desk.example.com:8420": the shortest form that parse() reads back to the same server.
    QString display() const;
    /// "desk.example.com:8420", always with the port; names the server in settings and keychain.
    QString hostAndPort() const;
    /// The full address of a path below the root of the interface: "/tickets" becomes
    /// "https://host:port/api/v1/tickets".
    QUrl url(const QString &path) const;

    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;
};

} // namespace Deskbell::App
