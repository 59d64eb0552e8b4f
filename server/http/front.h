// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/exchange.h"
#include "server/http/httpserver.h"
#include "server/http/mailbox.h"
#include "server/http/workerpool.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTimer>

#include <memory>

namespace Deskbell::Http {

class Connection;

/// What lives on the I/O thread: the listening socket, every connection, their clock, and the desk
/// where exchanges leave for the workers and come back. All functions on the I/O thread.
class Front final : public QTcpServer
{
public:
    /// All of them outlive the front; `mailbox` is opened and closed by it.
    Front(Application &application, HttpMetrics &metrics, const HttpSettings &settings,
          WorkerPool &workers, std::shared_ptr<Mailbox> mailbox);
    ~Front() override;

    [[nodiscard]] Result<> start();
    /// Accepts nothing more and lets what runs end; calls `ended` when no connection is left, or
    /// the time is up and they have been closed.
    void stop(std::function<void()> ended);

    // For connections:

    Application &application() const { return m_application; }
    const HttpSettings &settings() const { return m_settings; }
    const HttpLimits &limits() const { return m_settings.limits; }
    HttpMetrics &metrics() const { return m_metrics; }
    const std::shared_ptr<Mailbox> &mailbox() const { return m_mailbox; }

    /// Hands the exchange to a worker; it comes back through Connection::resume(), or is put away
    /// when the connection is gone by then. False: the queue is full, the exchange stays here.
    [[nodiscard]] bool begin(const std::shared_ptr<Exchange> &exchange, Step step);
    /// The same for the next step of an exchange that has begun: never refused.
    void proceed(const std::shared_ptr<Exchange> &exchange, Step step);
    /// Abandons and destroys the sink, on a worker.
    void giveUpSink(Exchange &exchange);
    /// Counts and logs an exchange that is over.
    void record(const Exchange &exchange);
    void wake(quint64 connection);
    void forget(Connection *connection);

    /// The client's own X-Request-Id if it is short and plain, else a fresh one.
    QByteArray requestId(const RequestHead &head);
    const QByteArray &date();

protected:
    void incomingConnection(qintptr descriptor) override;
    bool event(QEvent *event) override;

private:
    WorkerPool::Job job(const std::shared_ptr<Exchange> &exchange, Step step);
    void returned(const std::shared_ptr<Exchange> &exchange);
    void look();
    void endIfEmpty();

    Application &m_application;
    HttpMetrics &m_metrics;
    const HttpSettings &m_settings;
    WorkerPool &m_workers;
    const std::shared_ptr<Mailbox> m_mailbox;

    QHash<quint64, Connection *> m_connections; ///< children of this
    QHash<QHostAddress, int> m_perAddress;
    quint64 m_lastId = 0;

    QTimer m_clock; ///< looks for connections whose time is up
    QRandomGenerator m_random;
    QByteArray m_date;
    qint64 m_dateSeconds = -1;

    std::function<void()> m_ended; ///< set while stopping
    std::chrono::steady_clock::time_point m_stopDeadline;
};

} // namespace Deskbell::Http
