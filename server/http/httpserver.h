// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/http/limits.h"
#include "server/http/metrics.h"

#include <QByteArray>
#include <QHostAddress>
#include <QSslConfiguration>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Deskbell::Http {

class Application;

/// One finished request, for the access log. Without the query, which may hold what does not belong
/// into a log.
struct AccessRecord
{
    QByteArray requestId;
    QByteArray method;
    QString path;
    int status = 0; ///< 0: the client went away before there was an answer
    std::chrono::microseconds duration{0};
    qint64 bytesIn = 0;  ///< of the body
    qint64 bytesOut = 0; ///< of the body
    QHostAddress peer;
};

struct HttpSettings
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0;                          ///< 0: any free one, see HttpServer::port()
    std::optional<QSslConfiguration> tls = {}; ///< see loadTls()
    HttpLimits limits = {};

    /// Called on a worker thread as its first and its last act: the place to open and close what a
    /// thread keeps for itself, such as a database connection.
    std::function<void()> workerStarted = {};
    std::function<void()> workerEnding = {};

    /// Called on the I/O thread once for each request; must not block.
    std::function<void(const AccessRecord &)> accessLog = {};
};

/// Listens and serves one Application. One thread owns every socket, a fixed number of workers runs
/// the requests; both start in start() and have ended when stop() returns. start() and stop() are
/// called from one thread, which needs no event loop.
class HttpServer
{
public:
    /// `application` and `metrics` outlive the server.
    HttpServer(Application &application, HttpMetrics &metrics, HttpSettings settings);
    ~HttpServer(); ///< stops
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Unavailable (key "http.cannot_listen") when the address or port cannot be had.
    [[nodiscard]] Result<> start();
    /// Accepts nothing more, finishes what runs within HttpLimits::stopTime, ends event streams,
    /// then closes what is left. Waits for jobs that already run on workers, however long they
    /// take.
    void stop();
    quint16 port() const { return m_port; }

private:
    struct Parts;

    Application &m_application;
    HttpMetrics &m_metrics;
    const HttpSettings m_settings;
    std::unique_ptr<Parts> m_parts; ///< while running
    quint16 m_port = 0;
};

} // namespace Deskbell::Http
