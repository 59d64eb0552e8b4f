// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"

#include <QMutex>

#include <chrono>

namespace Deskbell::Test {

/// A clock that stands still until it is moved. Usable from any thread.
class FakeClock final : public Clock
{
public:
    /// Begins now: tokens and times in the database are compared with the machine's clock, too.
    FakeClock()
        : m_now(Clock::system().now())
    {}

    QDateTime now() const override
    {
        const QMutexLocker lock(&m_mutex);
        return m_now;
    }
    void advance(std::chrono::milliseconds by)
    {
        const QMutexLocker lock(&m_mutex);
        m_now = m_now.addMSecs(by.count());
    }

private:
    mutable QMutex m_mutex;
    QDateTime m_now;
};

} // namespace Deskbell::Test
