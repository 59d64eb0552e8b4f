// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/front.h"

#include "server/http/connection.h"
#include "server/http/responsehead.h"

#include <QDateTime>
#include <QEvent>
#include <QLoggingCategory>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(frontLog, "deskbell.http")

namespace Deskbell::Http {

namespace {

using namespace std::chrono_literals;

/// How often connections are looked at: fine enough for the shortest limit, and seldom.
std::chrono::milliseconds clockInterval(const HttpLimits &limits)
{
    const auto shortest
            = std::min({limits.headerTime, limits.bodyTime, limits.writeTime, limits.idleTime,
                        limits.lingerTime, limits.heartbeat, limits.stopTime});
    return std::clamp(shortest / 8, 5ms, 250ms);
}

/// Who counts as one client: an IPv4 address, or the /64 that an IPv6 address is from.
QHostAddress clientOf(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QHostAddress(ipv4);
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(std::begin(bytes.c) + 8, std::end(bytes.c), 0);
    return QHostAddress(bytes);
}

bool isPlainId(QByteArrayView id)
{
    constexpr qsizetype longest = 64;
    return !id.isEmpty() && id.size() <= longest && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || c == '-' || c == '_' || c == '.';
    });
}

} // namespace

Front::Front(Application &application, HttpMetrics &metrics, const HttpSettings &settings,
             WorkerPool &workers, std::shared_ptr<Mailbox> mailbox)
    : m_application(application)
    , m_metrics(metrics)
    , m_settings(settings)
    , m_workers(workers)
    , m_mailbox(std::move(mailbox))
    , m_random(QRandomGenerator::securelySeeded())
{
    m_mailbox->open(this);
    m_clock.setInterval(clockInterval(limits()));
    connect(&m_clock, &QTimer::timeout, this, &Front::look);
    m_clock.start();
}

Front::~Front()
{
    m_mailbox->close();
    const auto connections = m_connections.values();
    for (Connection *connection : connections)
        connection->abort();
}

Result<> Front::start()
{
    constexpr int backlog = 1024;
    setListenBacklogSize(backlog);
    if (listen(m_settings.address, m_settings.port))
        return {};
    return fail({.code = ErrorCode::Unavailable,
                 .key = "http.cannot_listen"_ba,
                 .detail = u"Cannot listen on %1 port %2: %3"_s.arg(m_settings.address.toString())
                                   .arg(m_settings.port)
                                   .arg(errorString())});
}

void Front::stop(std::function<void()> ended)
{
    m_ended = std::move(ended);
    m_stopDeadline = std::chrono::steady_clock::now() + limits().stopTime;
    close();
    const auto connections = m_connections.values();
    for (Connection *connection : connections)
        connection->stop();
    endIfEmpty();
}

void Front::endIfEmpty()
{
    if (m_ended && m_connections.isEmpty())
        std::exchange(m_ended, {})();
}

void Front::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = m_settings.tls ? new QSslSocket : new QTcpSocket;
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    const QHostAddress client = clientOf(socket->peerAddress());
    int &ofClient = m_perAddress[client];
    if (m_connections.size() >= limits().connections
        || ofClient >= limits().connectionsPerAddress) {
        m_metrics.connectionsRefused.fetch_add(1, std::memory_order_relaxed);
        if (ofClient == 0)
            m_perAddress.remove(client);
        delete socket;
        return;
    }
    ++ofClient;
    m_metrics.connectionsAccepted.fetch_add(1, std::memory_order_relaxed);
    m_metrics.connectionsOpen.fetch_add(1, std::memory_order_relaxed);
    auto *connection = new Connection(++m_lastId, socket, *this);
    m_connections.insert(connection->id(), connection);
    connection->start();
}

void Front::forget(Connection *connection)
{
    if (m_connections.remove(connection->id()) == 0)
        return;
    m_metrics.connectionsOpen.fetch_sub(1, std::memory_order_relaxed);
    const auto client = m_perAddress.find(clientOf(connection->peer()));
    if (client != m_perAddress.end() && --client.value() == 0)
        m_perAddress.erase(client);
    connection->deleteLater();
    endIfEmpty();
}

bool Front::event(QEvent *event)
{
    if (event->type() != Mailbox::arrival())
        return QTcpServer::event(event);
    m_mailbox->empty();
    return true;
}

WorkerPool::Job Front::job(const std::shared_ptr<Exchange> &exchange, Step step)
{
    // The letter is read on this front's thread or, after the front has gone, not at all.
    return [this, &application = m_application, mailbox = m_mailbox, exchange, step] {
        step(application, *exchange);
        mailbox->post([this, exchange] { returned(exchange); });
    };
}

bool Front::begin(const std::shared_ptr<Exchange> &exchange, Step step)
{
    return m_workers.tryPost(job(exchange, step));
}

void Front::proceed(const std::shared_ptr<Exchange> &exchange, Step step)
{
    m_workers.post(job(exchange, step));
}

void Front::returned(const std::shared_ptr<Exchange> &exchange)
{
    if (Connection *connection = m_connections.value(exchange->connection))
        return connection->resume();
    if (exchange->channel)
        exchange->channel->close();
    giveUpSink(*exchange);
    record(*exchange);
}

void Front::giveUpSink(Exchange &exchange)
{
    if (!exchange.sink)
        return;
    m_workers.post([sink = std::exchange(exchange.sink, {})]() mutable {
        sink->abandon();
        sink.reset();
    });
}

void Front::record(const Exchange &exchange)
{
    const int status = exchange.isBegun ? exchange.response.status : 0;
    m_metrics.countRequest(status);
    if (exchange.isBegun && !exchange.channel)
        m_metrics.countDuration(exchange.duration);
    if (!m_settings.accessLog)
        return;
    const RequestHead &head = exchange.request.head;
    m_settings.accessLog(
            {.requestId = head.requestId,
             .method = exchange.isKnown ? methodToken(head.method).toByteArray() : QByteArray(),
             .path = head.path,
             .status = status,
             .duration = exchange.duration,
             .bytesIn = exchange.bytesIn,
             .bytesOut = exchange.bytesOut,
             .peer = head.peer});
}

void Front::wake(quint64 connection)
{
    if (Connection *found = m_connections.value(connection))
        found->wake();
}

void Front::look()
{
    // Qt stops accepting for good when descriptors have run out.
    if (isListening())
        resumeAccepting();
    const auto now = std::chrono::steady_clock::now();
    const bool isOver = m_ended && now >= m_stopDeadline;
    const auto connections = m_connections.values(); // looking at one may remove it
    for (Connection *connection : connections) {
        if (isOver)
            connection->cutOff();
        else
            connection->look(now);
    }
}

QByteArray Front::requestId(const RequestHead &head)
{
    QByteArray own = head.headers.value("X-Request-Id");
    if (isPlainId(own))
        return own;
    std::array<quint32, 4> random = {};
    m_random.fillRange(random.data(), random.size());
    return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random).toHex();
}

const QByteArray &Front::date()
{
    const qint64 seconds = QDateTime::currentSecsSinceEpoch();
    if (seconds != m_dateSeconds) {
        m_dateSeconds = seconds;
        m_date = httpDate(seconds);
    }
    return m_date;
}

} // namespace Deskbell::Http
