// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/config/configuration.h"
#include "server/db/connectionsettings.h"

namespace Deskbell::Server {

/// A whole running server on a database that is ready: what `deskbelld serve` starts and stops.
class Host
{
public:
    ~Host(); ///< stops

    /// Returns when it serves. Called once.
    [[nodiscard]] Result<> start(const Configuration &configuration,
                                 const Db::ConnectionSettings &database);
    /// Finishes what runs, within the limits of the configuration.
    void stop();
};

} // namespace Deskbell::Server
