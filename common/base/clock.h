// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace Deskbell {

/// Where "now" comes from, so that tests can move it. Always UTC, cut to milliseconds.
/// Implementations may be asked from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;

    /// The machine's clock; lives as long as the process.
    static const Clock &system();
};

} // namespace Deskbell
