// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cli/command.h"

namespace Deskbell::Server {

/// `deskbelld import incidents FILE`: loads an incident log, shows how far it is, and ends with
/// what it did held against the file. Can be stopped and repeated. Failure when something was
/// refused.
ExitCode importIncidentsCommand(const Invocation &invocation);

} // namespace Deskbell::Server
