// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace Deskbell::Server {

/// Start, stop and what is in between.
Q_DECLARE_LOGGING_CATEGORY(lcHost)

} // namespace Deskbell::Server
