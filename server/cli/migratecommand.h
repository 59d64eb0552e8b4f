// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cli/command.h"

namespace Deskbell::Server {

/// `deskbelld migrate`: makes the database if there is none, migrates it, ends.
ExitCode migrateCommand(const Invocation &invocation);

} // namespace Deskbell::Server
