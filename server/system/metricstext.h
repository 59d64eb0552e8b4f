// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/system/systemstate.h"

#include <QByteArray>

namespace Deskbell::Server {

/// Everything that is counted, as Prometheus reads it.
QByteArray metricsText(const SystemState &state);

} // namespace Deskbell::Server
