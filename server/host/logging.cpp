// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/logging.h"

namespace Deskbell::Server {

Q_LOGGING_CATEGORY(lcHost, "deskbell.host")
Q_LOGGING_CATEGORY(lcAccess, "deskbell.access")

} // namespace Deskbell::Server
