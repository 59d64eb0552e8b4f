// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/context.h"

namespace Deskbell::Server {

/// Gives the demo desk texts that its agents write often, and macros.
Result<> addCannedReplies(Context &context, DeskId desk);

} // namespace Deskbell::Server
