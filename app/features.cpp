// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/features.h"

#include "app/shell/registry.h"

namespace Deskbell::App {

void registerFeatures(Registry &) {}

} // namespace Deskbell::App
