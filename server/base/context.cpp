// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/context.h"

#include "server/base/environment.h"

namespace Deskbell::Server {

QDateTime Context::now() const
{
    return environment.clock.now();
}

} // namespace Deskbell::Server
