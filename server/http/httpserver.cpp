// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"

#include "server/http/front.h"
#include "server/http/mailbox.h"
#include "server/http/workerpool.h"

#include <QEventLoop>
#include <QThread>

#include <semaphore>
#include <sys/resource.h>

namespace Deskbell::Http {

namespace {

/// Room for every connection that is allowed; Debian's soft limit is 1024.
void raiseDescriptorLimit(int connections)
{
    constexpr rlim_t others = 512; // database, files, logs
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    const rlim_t wanted = static_cast<rlim_t>(connections) + others;
    if (limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

struct HttpServer::Parts
{
    WorkerPool workers;
    std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>();
    std::unique_ptr<QThread> ioThread = {};
    Front *front = nullptr; ///< on the I/O thread's stack
    QEventLoop *loop = nullptr;
};

HttpServer::HttpServer(Application &application, HttpMetrics &metrics, HttpSettings settings)
    : m_application(application)
    , m_metrics(metrics)
    , m_settings(std::move(settings))
{}

HttpServer::~HttpServer()
{
    stop();
}

Result<> HttpServer::start()
{
    raiseDescriptorLimit(m_settings.limits.connections);
    // An aggregate: make_unique() cannot name its members.
    m_parts = std::unique_ptr<Parts>( // NOLINT(modernize-make-unique)
            new Parts{.workers = WorkerPool({.threads = m_settings.limits.workers,
                                             .queue = m_settings.limits.queue,
                                             .threadStarted = m_settings.workerStarted,
                                             .threadEnding = m_settings.workerEnding},
                                            m_metrics)});
    Parts &parts = *m_parts;
    Result<> result;
    std::binary_semaphore started(0);
    parts.ioThread.reset(QThread::create([&] {
        QEventLoop loop;
        Front front(m_application, m_metrics, m_settings, parts.workers, parts.mailbox);
        parts.front = &front;
        parts.loop = &loop;
        result = front.start();
        m_port = front.serverPort();
        const bool runs = result.has_value();
        started.release(); // from here on, result and started are gone
        if (runs)
            loop.exec();
    }));
    parts.ioThread->setObjectName(QStringLiteral("http"));
    parts.ioThread->start();
    started.acquire();
    if (result)
        return {};
    parts.ioThread->wait();
    m_parts.reset();
    return result;
}

void HttpServer::stop()
{
    if (!m_parts)
        return;
    Parts &parts = *m_parts;
    std::binary_semaphore reached(0);
    parts.mailbox->post([&] { parts.front->stop([&reached] { reached.release(); }); });
    reached.acquire();
    // No connection is left. What workers still had comes back, and may leave a sink to abandon.
    parts.workers.waitIdle();
    parts.mailbox->post([&reached] { reached.release(); });
    reached.acquire();
    parts.workers.stop();
    parts.mailbox->post([&parts] { parts.loop->quit(); });
    parts.ioThread->wait();
    m_parts.reset();
}

} // namespace Deskbell::Http
