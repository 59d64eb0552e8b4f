// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/exitcode.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

ExitCode exitCodeFor(const Error &error)
{
    if (error.key.startsWith("config."))
        return ExitCode::Usage;
    if (error.key.startsWith("schema."))
        return ExitCode::Schema;
    if (error.key.startsWith("database.") || error.key.startsWith("storage."))
        return ExitCode::Database;
    return ExitCode::Failure;
}

ExitCode report(const Error &error)
{
    QTextStream(stderr) << "deskbelld: " << error.detail << Qt::endl;
    return exitCodeFor(error);
}

} // namespace Deskbell::Server
