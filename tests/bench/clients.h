// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <functional>
#include <vector>

/// Our own load generator and not wrk: it must send a new Idempotency-Key with each POST, look at
/// every answer, follow cursors and hold a thousand event streams, which in wrk would be a program
/// in Lua and a parser of its text; and it costs as little of the two cores as that does.
namespace Deskbell::Bench {

/// A whole request. POSTs get an Idempotency-Key of their own, as the app's do.
QByteArray makeRequest(QByteArrayView method, QByteArrayView target, QByteArrayView token,
                       QByteArrayView json = {});

/// What a number of connections got in a time.
struct Burst
{
    std::vector<double> ms
            = {}; ///< of each right answer, from its first byte sent to its last read
    double seconds = 0;
    qint64 wrong = 0;           ///< answers of another status, and connections that broke
    QByteArray firstWrong = {}; ///< the beginning of the first one

    double rate() const { return seconds > 0 ? double(ms.size()) / seconds : 0; }
};

/// The next request of a connection.
using NextRequest = std::function<QByteArray(int connection)>;

/// Each of the connections, kept alive, sends one request after the other for that long; `status`
/// is the right answer. One thread.
Burst press(quint16 port, int connections, std::chrono::milliseconds time, int status,
            const NextRequest &next);

} // namespace Deskbell::Bench
