// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cli/command.h"

namespace Deskbell::Server {

/// `deskbelld user add USERNAME EMAIL`: an account with a role, its password from standard input.
/// How the first administrator of an empty database comes to be.
ExitCode userAddCommand(const Invocation &invocation);

} // namespace Deskbell::Server
