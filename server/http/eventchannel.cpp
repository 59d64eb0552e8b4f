// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/eventchannel.h"

#include <utility>

namespace Deskbell::Http {

EventChannel::EventChannel(qsizetype limit)
    : m_limit(limit)
{}

bool EventChannel::send(const QByteArray &block)
{
    std::function<void()> waker;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed.load(std::memory_order_relaxed))
            return false;
        if (m_pending.size() + block.size() > m_limit) {
            m_overflown.store(true, std::memory_order_release);
            m_closed.store(true, std::memory_order_release);
        } else {
            const bool wasEmpty = m_pending.isEmpty();
            m_pending += block;
            if (!wasEmpty)
                return true;
        }
        waker = m_waker;
    }
    if (waker)
        waker();
    return !isClosed();
}

void EventChannel::close()
{
    std::function<void()> waker;
    {
        const std::lock_guard lock(m_mutex);
        m_closed.store(true, std::memory_order_release);
        waker = m_waker;
    }
    if (waker)
        waker();
}

qsizetype EventChannel::pendingSize() const
{
    const std::lock_guard lock(m_mutex);
    return m_pending.size();
}

QByteArray EventChannel::takePending()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_pending, {});
}

void EventChannel::setWaker(std::function<void()> waker)
{
    const std::lock_guard lock(m_mutex);
    m_waker = std::move(waker);
}

} // namespace Deskbell::Http
