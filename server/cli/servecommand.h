// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cli/command.h"

namespace Deskbell::Server {

/// `deskbelld serve`: database, schema, server; runs until it is told to stop, then finishes what
/// runs. Needs the application object and its event loop.
ExitCode serveCommand(const Invocation &invocation);

} // namespace Deskbell::Server
