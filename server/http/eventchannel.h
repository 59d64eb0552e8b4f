// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <atomic>
#include <functional>
#include <mutex>

namespace Deskbell::Http {

/// One client's event stream, between the thread that produces events and the I/O thread that owns
/// the socket. The producer calls send() and close(); the front takes what is pending and writes
/// it. Bounded: a client that does not read is cut off rather than buffered without end.
/// Thread-safe.
class EventChannel
{
public:
    /// `limit`: bytes that may wait for a slow client.
    explicit EventChannel(qsizetype limit = 256 * 1024);
    virtual ~EventChannel() = default;

    /// Queues one complete event-stream block (ending in a blank line). False: closed or overflown;
    /// the producer then forgets the channel.
    bool send(const QByteArray &block);
    void close();
    /// Bytes that nobody has taken yet, for a producer that has much to tell and can wait.
    qsizetype pendingSize() const;
    bool isClosed() const { return m_closed.load(std::memory_order_acquire); }
    /// Closed because the client did not read fast enough.
    bool isOverflown() const { return m_overflown.load(std::memory_order_acquire); }

    /// Front only: what waits, and whom to wake when something new does (called from the producer's
    /// thread; must only post).
    QByteArray takePending();
    void setWaker(std::function<void()> waker);

private:
    const qsizetype m_limit;
    mutable std::mutex m_mutex;
    QByteArray m_pending;
    std::function<void()> m_waker;
    std::atomic<bool> m_closed = false;
    std::atomic<bool> m_overflown = false;
};

} // namespace Deskbell::Http
