// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QList>
#include <QString>

#include <sys/types.h>

namespace Deskbell::Db {

/// The PostgreSQL processes whose data folder this is: each has it as its working folder, which
/// survives what a pid file does not (a killed postmaster, a pid given to somebody else).
QList<pid_t> postgresProcesses(const QString &dataFolder);

/// Ends what a former run left behind in `dataFolder`, a whole server or backends whose postmaster
/// was killed, and removes its lock files (the other one is in `socketFolder`) where their process
/// number belongs to somebody else now. Only for who holds the lock of the data folder. Waits;
/// Unavailable ("database.in_use") if something cannot be ended.
[[nodiscard]] Result<> clearLeftovers(const QString &dataFolder, const QString &socketFolder);

} // namespace Deskbell::Db
