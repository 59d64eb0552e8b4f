// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/db/connectionsettings.h"

#include <QString>

namespace Deskbell::Db {

/// Dumps the database with pg_dump (custom format, for pg_restore) to `path`, which is there only
/// when the dump is complete and on the disk. `pgDump` is the program. Blocks as long as it takes.
/// Unavailable, "database.backup_failed".
[[nodiscard]] Result<> backUp(const ConnectionSettings &settings, const QString &pgDump,
                              const QString &path);

} // namespace Deskbell::Db
