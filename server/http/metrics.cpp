// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/metrics.h"

#include <algorithm>

namespace Deskbell::Http {

void HttpMetrics::countRequest(int status)
{
    const auto index = static_cast<std::size_t>(std::clamp(status / 100, 0, 5));
    requestsByClass[index].fetch_add(1, std::memory_order_relaxed);
}

void HttpMetrics::countDuration(std::chrono::microseconds duration)
{
    const double seconds = std::chrono::duration<double>(duration).count();
    const auto bucket = std::lower_bound(durationBounds.begin(), durationBounds.end(), seconds);
    durations[static_cast<std::size_t>(bucket - durationBounds.begin())].fetch_add(
            1, std::memory_order_relaxed);
    durationMicroseconds.fetch_add(duration.count(), std::memory_order_relaxed);
}

} // namespace Deskbell::Http
