// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/serveraddress.h"

#include <optional>

namespace Deskbell::App {

/// A link into the program: "deskbell://desk.example.com:8420/ticket/HD-1042". Without a path it
/// only names the server.
struct AppLink
{
    ServerAddress server;
    QString kind = {}; ///< "ticket"
    QString id = {};   ///< "HD-1042"

    /// Nothing for what is not such a link; it may come from anywhere.
    static std::optional<AppLink> fromUrl(const QUrl &url);
    QUrl toUrl() const;

    friend bool operator==(const AppLink &, const AppLink &) = default;
};

} // namespace Deskbell::App
