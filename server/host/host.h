// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/config/configuration.h"
#include "server/db/connectionsettings.h"

#include <memory>

namespace Deskbell::Server {

/// A whole running server on a database that is ready: what `deskbelld serve` starts and stops.
/// start() and stop() are called from one thread.
class Host
{
public:
    Host();
    ~Host(); ///< stops
    Host(const Host &) = delete;
    Host &operator=(const Host &) = delete;

    /// Returns when it serves. Called once. Errors of the certificate (Http::loadTls), of the
    /// address ("http.cannot_listen"), of the data folder and of the database.
    [[nodiscard]] Result<> start(const Configuration &configuration,
                                 const Db::ConnectionSettings &database);
    /// Finishes what runs, within the limits of the configuration.
    void stop();

    /// Where it listens; 0 while it doesn't.
    quint16 port() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts; ///< while running
};

} // namespace Deskbell::Server
