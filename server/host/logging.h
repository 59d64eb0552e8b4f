// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace Deskbell::Server {

/// Start, stop and what is in between.
Q_DECLARE_LOGGING_CATEGORY(lcHost)
/// One line a request; debug, as there are many.
Q_DECLARE_LOGGING_CATEGORY(lcAccess)

} // namespace Deskbell::Server
