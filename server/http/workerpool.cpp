// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/workerpool.h"

#include <QThread>

#include <utility>

namespace Deskbell::Http {

WorkerPool::WorkerPool(Settings settings, HttpMetrics &metrics)
    : m_settings(std::move(settings))
    , m_metrics(metrics)
{
    m_workers.reserve(static_cast<std::size_t>(m_settings.threads));
    for (int i = 0; i < m_settings.threads; ++i) {
        Worker *worker = m_workers.emplace_back(std::make_unique<Worker>()).get();
        worker->thread.reset(QThread::create([this, worker] { run(*worker); }));
        worker->thread->setObjectName(QStringLiteral("worker-%1").arg(i));
        worker->thread->start();
    }
}

WorkerPool::~WorkerPool()
{
    stop();
}

bool WorkerPool::tryPost(Job job)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping || std::cmp_greater_equal(m_jobs.size(), m_settings.queue))
        return false;
    enqueue(std::move(job));
    return true;
}

void WorkerPool::post(Job job)
{
    const std::lock_guard lock(m_mutex);
    if (!m_stopping)
        enqueue(std::move(job));
}

/// Under the lock.
void WorkerPool::enqueue(Job job)
{
    m_jobs.push_back(std::move(job));
    m_metrics.queueLength.store(static_cast<qint64>(m_jobs.size()), std::memory_order_relaxed);
    if (m_idle.empty())
        return;
    Worker *worker = m_idle.back();
    m_idle.pop_back();
    worker->woken = true;
    worker->wake.notify_one();
}

void WorkerPool::run(Worker &self)
{
    if (m_settings.threadStarted)
        m_settings.threadStarted();
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            if (m_jobs.empty()) {
                if (m_stopping)
                    break;
                self.woken = false;
                m_idle.push_back(&self);
                self.wake.wait(lock, [&self] { return self.woken; });
                continue;
            }
            Job job = std::move(m_jobs.front());
            m_jobs.pop_front();
            m_metrics.queueLength.store(static_cast<qint64>(m_jobs.size()),
                                        std::memory_order_relaxed);
            ++m_busy;
            lock.unlock();
            job();
            job = nullptr; // what it holds is destroyed here, not under the lock
            lock.lock();
            --m_busy;
            if (m_busy == 0 && m_jobs.empty())
                m_becameIdle.notify_all();
        }
    }
    if (m_settings.threadEnding)
        m_settings.threadEnding();
}

void WorkerPool::waitIdle()
{
    std::unique_lock lock(m_mutex);
    m_becameIdle.wait(lock, [this] { return m_busy == 0 && m_jobs.empty(); });
}

void WorkerPool::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        for (Worker *worker : std::exchange(m_idle, {})) {
            worker->woken = true;
            worker->wake.notify_one();
        }
    }
    for (const auto &worker : m_workers)
        worker->thread->wait();
    m_workers.clear();
}

} // namespace Deskbell::Http
