// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Deskbell::Server {

/// What `deskbelld --help` says: the commands and the settings from their tables, and the exit
/// codes.
QString helpText();

} // namespace Deskbell::Server
