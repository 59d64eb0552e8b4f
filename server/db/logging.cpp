// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/logging.h"

namespace Deskbell::Db {

Q_LOGGING_CATEGORY(lcDb, "deskbell.db")

} // namespace Deskbell::Db
