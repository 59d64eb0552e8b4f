// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace Deskbell::Server {

/// Does the same thing again and again, on a thread of its own, with a pause before each time.
class RepeatedJob
{
public:
    RepeatedJob(std::chrono::milliseconds pause, std::function<void()> work);
    ~RepeatedJob(); ///< stops
    RepeatedJob(const RepeatedJob &) = delete;
    RepeatedJob &operator=(const RepeatedJob &) = delete;

    void start();
    /// Waits for what runs; it is not started again.
    void stop();

private:
    void run();

    const std::chrono::milliseconds m_pause;
    const std::function<void()> m_work;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopping = false;
};

} // namespace Deskbell::Server
