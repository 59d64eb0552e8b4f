// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QString>

namespace Deskbell::Server {

/// A new password from standard input: its first line, or, at a terminal, asked for twice without
/// showing it. Never from the command line, which other users of the machine can read. Invalid
/// (password.missing, password.differs, password.unreadable).
Result<QString> readNewPassword();

} // namespace Deskbell::Server
