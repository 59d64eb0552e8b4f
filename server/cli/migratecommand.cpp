// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/migratecommand.h"

#include "server/host/databasehost.h"
#include "server/log/jsonlog.h"

namespace Deskbell::Server {

ExitCode migrateCommand(const Invocation &invocation)
{
    Log::install(invocation.configuration.logLevel);
    DatabaseHost database(invocation.configuration, DatabaseHost::Sharing::WithServer);
    if (const Result<> started = database.start(); !started)
        return report(started.error());
    return ExitCode::Ok;
}

} // namespace Deskbell::Server
