// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Deskbell::App {

class Registry;

/// What the program consists of: each feature registers its pages, entries and actions. The only
/// place that names them all.
void registerFeatures(Registry &registry);

} // namespace Deskbell::App
