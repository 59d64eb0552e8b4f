// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Deskbell::App {

class MainWindow;
class NewRequestDialog;
struct AppContext;

/// Opens the form of a new request over the window, and says when the request is on its way.
NewRequestDialog *askForRequest(AppContext &context, MainWindow &window);

} // namespace Deskbell::App
