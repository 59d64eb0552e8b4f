// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cli/exitcode.h"

#include <QStringList>

namespace Deskbell::Server {

/// Reads the command line (the program's name first), loads the configuration, and does what is
/// asked. --help and --version, wherever they stand, come first.
ExitCode runCommandLine(const QStringList &arguments);

} // namespace Deskbell::Server
