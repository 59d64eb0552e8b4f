// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/command.h"

#include "server/cli/importcommand.h"
#include "server/cli/migratecommand.h"
#include "server/cli/servecommand.h"
#include "server/cli/useraddcommand.h"

namespace Deskbell::Server {

std::span<const Command> allCommands()
{
    static const Command commands[] = {
            {.words = "serve",
             .operands = {},
             .options = {},
             .help = "Run the server until SIGTERM or SIGINT; a second one ends it at once.",
             .run = serveCommand},
            {.words = "migrate",
             .operands = {},
             .options = {},
             .help = "Bring the database to this program's schema and end. serve does it, too.",
             .run = migrateCommand},
            {.words = "user add",
             .operands = {"USERNAME", "EMAIL"},
             .options
             = {{"role", "ROLE", "requester (default), observer, agent, lead or administrator"},
                {"desk", "KEY", "the desk for which the role holds; none: every one"},
                {"name", "TEXT", "the name that people see; none: the user name"}},
             .help = "Make an account. Its password is the first line of standard input, or asked "
                     "for.",
             .run = userAddCommand},
            {.words = "import incidents",
             .operands = {"FILE"},
             .options = {},
             .help
             = "Load a ServiceNow incident event log (CSV) onto a desk of its own. Can be stopped "
               "and repeated.",
             .run = importIncidentsCommand},
    };
    return commands;
}

} // namespace Deskbell::Server
