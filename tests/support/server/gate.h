// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>

namespace Deskbell::Testing {

/// Stops worker threads where a test wants them, and lets them go on.
class Gate
{
public:
    /// Worker: says that it is here, and waits.
    void pass()
    {
        m_arrived.release();
        m_open.acquire();
    }
    /// Test: waits until `count` more have come. False when they do not.
    bool waitFor(int count = 1) { return m_arrived.tryAcquire(count, 20'000); }
    /// Test: lets `count` go on, now or when they come.
    void open(int count = 1) { m_open.release(count); }

private:
    QSemaphore m_arrived;
    QSemaphore m_open;
};

} // namespace Deskbell::Testing
