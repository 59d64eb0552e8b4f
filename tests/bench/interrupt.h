// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Ctrl-C and SIGTERM end the bench in order: what runs looks here, and the server and its files go
/// with the objects that hold them. A second one ends it at once.
namespace Deskbell::Bench::Interrupt {

void install();
bool requested();

} // namespace Deskbell::Bench::Interrupt
