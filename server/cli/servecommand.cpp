// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/servecommand.h"

#include "server/cli/terminationsignals.h"
#include "server/host/databasehost.h"
#include "server/host/host.h"
#include "server/host/logging.h"
#include "server/log/jsonlog.h"

#include <QCoreApplication>

#include <sys/resource.h>

namespace Deskbell::Server {

namespace {

/// Every client is a file to the system, whose default is made for a shell.
void allowManyFiles()
{
    rlimit limit = {};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max)
        return;
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
        qCWarning(lcHost) << "the limit of open files stays low";
}

} // namespace

ExitCode serveCommand(const Invocation &invocation)
{
    Log::install(invocation.configuration.logLevel);
    allowManyFiles();
    // First, so that a signal during a long start is not lost: the loop below then ends at once.
    const TerminationSignals terminationSignals;
    QObject::connect(&terminationSignals, &TerminationSignals::received, qApp,
                     &QCoreApplication::quit);

    DatabaseHost database(invocation.configuration, DatabaseHost::Sharing::Exclusive);
    if (const Result<> started = database.start(); !started)
        return report(started.error());
    Host host;
    if (const Result<> started = host.start(invocation.configuration, database.settings());
        !started)
        return report(started.error());
    QCoreApplication::exec();
    qCInfo(lcHost) << "stopping";
    host.stop();
    database.stop();
    qCInfo(lcHost) << "stopped";
    return ExitCode::Ok;
}

} // namespace Deskbell::Server
