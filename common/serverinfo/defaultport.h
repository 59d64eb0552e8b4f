// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Deskbell {

/// Where a server listens, and where the app looks for one, unless somebody says otherwise.
constexpr quint16 defaultPort = 8420;

} // namespace Deskbell
