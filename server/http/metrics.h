// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <chrono>

namespace Deskbell::Http {

/// What the front counts. Owned by whoever starts the server, written by the front, read by anybody
/// at any time; single numbers are exact, together they are not a snapshot.
struct HttpMetrics
{
    using Count = std::atomic<qint64>;

    /// Upper bounds of the duration buckets in seconds; one more bucket takes what is slower.
    static constexpr std::array<double, 12> durationBounds
            = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};

    std::array<Count, 6> requestsByClass
            = {}; ///< [2] is 2xx, ...; [0]: client gone before the answer
    std::array<Count, durationBounds.size() + 1> durations
            = {};                   ///< not cumulative; no event streams
    Count durationMicroseconds = 0; ///< sum of all durations

    Count connectionsOpen = 0;
    Count connectionsAccepted = 0;
    Count connectionsRefused = 0; ///< too many, in all or of one address
    Count connectionsTimedOut = 0;
    Count eventStreamsOpen = 0;
    Count eventStreamsCutOff = 0; ///< did not read, or overflowed

    Count queueLength = 0;  ///< requests waiting for a worker now
    Count queueRefused = 0; ///< answered 503 because the queue was full

    Count bytesIn = 0; ///< as HTTP, without TLS
    Count bytesOut = 0;

    void countRequest(int status);
    void countDuration(std::chrono::microseconds duration);
};

} // namespace Deskbell::Http
