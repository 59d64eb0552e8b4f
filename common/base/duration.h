// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Deskbell {

/// Minutes of a time as people write it: "8 h", "1 h 30", "45 min", "90m", "1:30"; a bare number is
/// minutes. Behind a colon there are two digits of less than an hour. Nothing when it cannot be
/// read.
std::optional<int> minutesFromText(QStringView text);

} // namespace Deskbell
