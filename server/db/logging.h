// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace Deskbell::Db {

/// Connections, transactions, migrations and the private cluster. Never values, never passwords.
Q_DECLARE_LOGGING_CATEGORY(lcDb)

} // namespace Deskbell::Db
