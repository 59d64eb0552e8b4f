// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/metrics.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

class QThread;

namespace Deskbell::Http {

/// A fixed number of threads that run jobs from one bounded queue, first come first served. The
/// thread that became idle last is woken first: its database connection and caches are the warmest.
/// All functions may be called from any thread, stop() and waitIdle() not from a worker.
class WorkerPool
{
public:
    using Job = std::function<void()>;

    struct Settings
    {
        int threads = 16;
        int queue = 512;        ///< jobs that may wait; see tryPost()
        Job threadStarted = {}; ///< first thing on each thread
        Job threadEnding = {};  ///< last thing on each thread
    };

    /// `metrics` outlives the pool and learns the length of the queue.
    WorkerPool(Settings settings, HttpMetrics &metrics);
    ~WorkerPool(); ///< stops
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// False when the queue is full or the pool has stopped: the job will not run.
    [[nodiscard]] bool tryPost(Job job);
    /// For the next step of what tryPost() let in (a piece of a body or file): never refused, and
    /// bounded by the number of connections, each of which has at most one.
    void post(Job job);

    /// Waits until nothing is queued and nothing runs.
    void waitIdle();
    /// Runs what is queued, then ends and joins the threads. Jobs posted later are dropped.
    void stop();

private:
    struct Worker
    {
        std::unique_ptr<QThread> thread;
        std::condition_variable wake;
        bool woken = false;
    };

    void run(Worker &self);
    void enqueue(Job job);

    const Settings m_settings;
    HttpMetrics &m_metrics;
    std::mutex m_mutex;
    std::deque<Job> m_jobs;
    std::vector<std::unique_ptr<Worker>> m_workers; ///< unchanged between constructor and stop()
    std::vector<Worker *> m_idle;                   ///< the last one became idle last
    std::condition_variable m_becameIdle;
    int m_busy = 0;
    bool m_stopping = false;
};

} // namespace Deskbell::Http
