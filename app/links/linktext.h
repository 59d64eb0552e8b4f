// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/links/ticketlink.h"

namespace Deskbell::App {

/// What the other ticket is: "Parent", "Merged into".
QString linkWord(LinkKind kind);

} // namespace Deskbell::App
