// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"

namespace Deskbell::Server {

/// Gives the demo desk office hours with holidays, and promises by priority.
Result<> addServiceLevels(Context &context, DeskId desk);

} // namespace Deskbell::Server
