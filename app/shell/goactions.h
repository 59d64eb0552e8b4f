// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Deskbell::App {

class MainWindow;

/// G and then a letter: to the views that one needs most.
void addGoActions(MainWindow &window);

} // namespace Deskbell::App
