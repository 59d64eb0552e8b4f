// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace Deskbell::Http {

/// What a client may ask of the front, and how long it may take. Every one is a setting; the
/// defaults are the product's. The limit of a body is the route's (BodyPlan::limit).
struct HttpLimits
{
    qsizetype headerBytes = 16 * 1024;   ///< request line and header lines together; more is 431
    int headerCount = 100;               ///< header lines; more is 431
    qsizetype chunkLineBytes = 4 * 1024; ///< a chunk's size line, or all trailers; more is 400

    int connections = 4096;           ///< in all; the next one is closed at once
    int connectionsPerAddress = 2048; ///< IPv6: per /64, which is what one customer has

    std::chrono::milliseconds headerTime{10'000}; ///< until the header is complete, TLS included
    std::chrono::milliseconds bodyTime{30'000};   ///< without a byte of the body
    std::chrono::milliseconds writeTime{30'000};  ///< without the client taking a byte
    std::chrono::milliseconds idleTime{60'000};   ///< between two requests
    std::chrono::milliseconds lingerTime{2'000};  ///< reading on after a last answer
    std::chrono::milliseconds heartbeat{15'000};  ///< comment on an event stream that is silent
    std::chrono::milliseconds stopTime{10'000};   ///< for what runs when the server is stopped

    int workers = 16;          ///< threads that run requests
    int queue = 512;           ///< requests that may wait for a worker; one more is 503
    int retryAfterSeconds = 1; ///< told with that 503
};

} // namespace Deskbell::Http
