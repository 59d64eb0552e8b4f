// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/host.h"

#include "server/db/connection.h"
#include "server/db/migrator.h"

namespace Deskbell::Server {

Host::~Host()
{
    stop();
}

Result<> Host::start(const Configuration &, const Db::ConnectionSettings &database)
{
    Db::Connection connection(database);
    return Db::Migrator::verify(connection);
}

void Host::stop() {}

} // namespace Deskbell::Server
