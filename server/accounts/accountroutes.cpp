// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/accountroutes.h"

namespace Deskbell::Server {

Routes accountRoutes()
{
    return authRoutes() + meRoutes() + userRoutes();
}

} // namespace Deskbell::Server
