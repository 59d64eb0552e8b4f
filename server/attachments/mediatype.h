// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Deskbell::Server {

/// What kind of file this is by its content alone ("image/png"); what the client claims does not
/// count. "application/octet-stream" when nobody knows. Usable from any thread.
QString mediaTypeOf(const QString &path);

} // namespace Deskbell::Server
