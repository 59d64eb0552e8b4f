// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/repeatedjob.h"

namespace Deskbell::Server {

RepeatedJob::RepeatedJob(std::chrono::milliseconds pause, std::function<void()> work)
    : m_pause(pause)
    , m_work(std::move(work))
{}

RepeatedJob::~RepeatedJob()
{
    stop();
}

void RepeatedJob::start()
{
    m_thread = std::thread([this] { run(); });
}

void RepeatedJob::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void RepeatedJob::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_changed.wait_for(lock, m_pause, [this] { return m_stopping; })) {
        lock.unlock();
        m_work();
        lock.lock();
    }
}

} // namespace Deskbell::Server
