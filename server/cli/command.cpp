// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/command.h"

#include "server/cli/migratecommand.h"
#include "server/cli/servecommand.h"

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
    };
    return commands;
}

} // namespace Deskbell::Server
