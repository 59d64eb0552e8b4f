// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include "server/http/front.h"
#include "server/http/responsehead.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace Deskbell::Http {

namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

/// What a client may send ahead before TCP makes it wait.
constexpr qint64 readBuffer = 64 * 1024;
/// The same while a body is streamed: one trip to a worker takes as much.
constexpr qint64 streamBuffer = 256 * 1024;
/// A body up to this size is copied behind its head, to leave in one packet; a larger one is
/// shared.
constexpr qsizetype joinLimit = 64 * 1024;
/// What an idle connection may keep of its input buffer.
constexpr qsizetype keptInput = 4 * 1024;

constexpr std::chrono::milliseconds forever = std::chrono::hours(24 * 365);

void tune(QTcpSocket &socket, const HttpLimits &limits)
{
    socket.setReadBufferSize(readBuffer);
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const auto descriptor = static_cast<int>(socket.socketDescriptor());
    // A client that vanished without a word is noticed when it does not acknowledge. Later than our
    // own limit, which tells one that is still there.
    const auto timeout = static_cast<unsigned>(2 * limits.writeTime.count());
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, &timeout, sizeof timeout);
    // The kernel keeps little that is not under way: less memory for each slow reader, and it tells
    // of progress often enough to see that a slow one is still reading.
    const int unsent = static_cast<int>(streamBuffer);
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsent, sizeof unsent);
}

void increase(HttpMetrics::Count &count, qint64 by = 1)
{
    count.fetch_add(by, std::memory_order_relaxed);
}

std::chrono::microseconds age(const Exchange &exchange)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now()
                                                                 - exchange.started);
}

/// Without the clothes that an IPv4 address wears on a socket that listens for both.
QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

} // namespace

Connection::Connection(quint64 id, QTcpSocket *socket, Front &front)
    : QObject(&front)
    , m_id(id)
    , m_front(front)
    , m_socket(socket)
    , m_sslSocket(qobject_cast<QSslSocket *>(socket))
    , m_peer(plainAddress(socket->peerAddress()))
{
    m_socket->setParent(this);
    tune(*m_socket, limits());
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::readable);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::abort);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &Connection::abort);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::written);
    if (m_sslSocket)
        connect(m_sslSocket, &QSslSocket::encryptedBytesWritten, this, &Connection::written);
}

Connection::~Connection() = default;

const HttpLimits &Connection::limits() const
{
    return m_front.limits();
}

void Connection::wait(State state, std::chrono::milliseconds time)
{
    m_state = state;
    m_deadline = SteadyClock::now() + time;
}

void Connection::start()
{
    m_parser.emplace(limits());
    if (!m_sslSocket) {
        wait(State::Head, limits().headerTime);
        return readable();
    }
    wait(State::Handshake, limits().headerTime);
    connect(m_sslSocket, &QSslSocket::encrypted, this, [this] {
        m_state = State::Head; // the header's time goes on
        readable();
    });
    m_sslSocket->setSslConfiguration(*m_front.settings().tls);
    m_sslSocket->startServerEncryption();
}

// ------------------------------------------------------------------------------------- reading

void Connection::readable()
{
    switch (m_state) {
    case State::Head:
    case State::Body:
        readInput();
        process();
        break;
    case State::Events:
    case State::Lingering: increase(m_front.metrics().bytesIn, m_socket->readAll().size()); break;
    default: break; // waits in the socket
    }
}

void Connection::readInput()
{
    const qint64 available = m_socket->bytesAvailable();
    if (available <= 0)
        return;
    const qsizetype size = m_input.size();
    if (m_state == State::Head && size == 0)
        m_deadline = SteadyClock::now() + limits().headerTime;
    m_input.resize(size + available);
    const qint64 read = std::max<qint64>(m_socket->read(m_input.data() + size, available), 0);
    m_input.resize(size + read);
    increase(m_front.metrics().bytesIn, read);
}

void Connection::process()
{
    while ((m_state == State::Head && takeHead()) || (m_state == State::Body && takeBody())) {
    }
}

/// False when more input is needed.
bool Connection::takeHead()
{
    if (m_input.isEmpty())
        return false;
    switch (m_parser->parseHead(m_input)) {
    case RequestParser::Step::NeedMore: return false;
    case RequestParser::Step::Refused: refuse(m_parser->refusal()); return true;
    case RequestParser::Step::Complete: break;
    }
    m_input.remove(0, m_parser->headSize());
    acceptHead();
    return true;
}

void Connection::acceptHead()
{
    m_exchange = std::make_shared<Exchange>();
    m_exchange->connection = m_id;
    m_exchange->isKnown = true;
    m_exchange->keepsAlive = m_parser->keepsAlive();
    RequestHead &head = m_exchange->request.head;
    head = std::move(m_parser->head());
    head.peer = m_peer;
    head.requestId = m_front.requestId(head);
    m_bodyIsRead = !m_parser->hasBody();
    m_owesContinue = m_parser->awaitsContinue();

    BodyPlan plan = m_front.application().plan(head);
    m_kind = plan.kind;
    if (m_kind == BodyPlan::Kind::Refused) {
        m_exchange->response = std::move(plan.refusal);
        return answer();
    }
    const qint64 limit = m_kind == BodyPlan::Kind::Events ? 0 : plan.limit;
    if (m_parser->setBodyLimit(limit) == RequestParser::Step::Refused)
        return refuse(m_parser->refusal());
    if (m_kind == BodyPlan::Kind::Events)
        return sendToWorker(Steps::subscribe);
    if (m_kind == BodyPlan::Kind::Streamed) {
        m_socket->setReadBufferSize(streamBuffer);
        m_exchange->isLastPiece = m_bodyIsRead;
        return sendToWorker(Steps::feedSink); // opens the sink before the client is told to go on
    }
    if (m_bodyIsRead)
        return sendToWorker(Steps::handle);
    awaitBody();
}

void Connection::awaitBody()
{
    wait(State::Body, limits().bodyTime);
    if (std::exchange(m_owesContinue, false) && m_input.isEmpty())
        write(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
}

/// False when more input is needed.
bool Connection::takeBody()
{
    if (m_input.isEmpty())
        return false;
    const bool isStreamed = m_kind == BodyPlan::Kind::Streamed;
    QByteArray &body = isStreamed ? m_exchange->piece : m_exchange->request.body;
    const qsizetype before = body.size();
    qsizetype used = 0;
    const auto step = m_parser->parseBody(m_input, used, body);
    m_input.remove(0, used);
    m_exchange->bytesIn += body.size() - before;
    if (step == RequestParser::Step::Refused) {
        refuse(m_parser->refusal());
        return true;
    }
    m_bodyIsRead = step == RequestParser::Step::Complete;
    m_deadline = SteadyClock::now() + limits().bodyTime;
    if (isStreamed && (m_bodyIsRead || !body.isEmpty())) {
        m_exchange->isLastPiece = m_bodyIsRead;
        proceedOnWorker(Steps::feedSink);
        return true;
    }
    if (m_bodyIsRead)
        sendToWorker(Steps::handle);
    return m_bodyIsRead;
}

void Connection::sendToWorker(Step step)
{
    if (m_front.begin(m_exchange, step)) {
        m_isAway = true;
        return wait(State::Working, forever);
    }
    increase(m_front.metrics().queueRefused);
    m_exchange->response = refusalResponse(m_front.application(), Refusals::overloaded,
                                           m_exchange->request.head.requestId);
    m_exchange->response.headers.set("Retry-After", QByteArray::number(limits().retryAfterSeconds));
    answer();
}

void Connection::proceedOnWorker(Step step)
{
    m_isAway = true;
    m_front.proceed(m_exchange, step);
    if (m_state != State::Sending)
        wait(State::Working, forever);
}

void Connection::refuse(Refusal refusal)
{
    if (!m_exchange) {
        m_exchange = std::make_shared<Exchange>();
        m_exchange->request.head.peer = m_peer;
        m_exchange->request.head.requestId = m_front.requestId({});
    }
    m_front.giveUpSink(*m_exchange);
    m_exchange->keepsAlive = false;
    m_exchange->response
            = refusalResponse(m_front.application(), refusal, m_exchange->request.head.requestId);
    answer();
}

// ------------------------------------------------------------------------------------- writing

void Connection::resume()
{
    m_isAway = false;
    if (m_state == State::Sending)
        sendFilePiece();
    else if (m_exchange->channel)
        openEvents();
    else if (m_exchange->isAnswered)
        answer();
    else
        awaitBody();
    readable();
}

void Connection::answer()
{
    // Kept: the connection may break, and let go of it, while it is being written.
    const std::shared_ptr<Exchange> exchange = m_exchange;
    const Response &response = exchange->response;
    m_closesAfter = response.close || !exchange->keepsAlive || !m_bodyIsRead || m_isStopping;
    exchange->duration = age(*exchange);
    exchange->isBegun = true;

    const ResponseFrame frame = {.method = exchange->request.head.method,
                                 .requestId = exchange->request.head.requestId,
                                 .date = m_front.date(),
                                 .closes = m_closesAfter};
    const bool sends = sendsContent(response, frame.method);
    if (!sends)
        exchange->file.reset();
    const QByteArray content = !sends           ? QByteArray()
                               : exchange->file ? std::exchange(exchange->piece, {})
                                                : response.body;
    exchange->bytesOut += content.size();

    wait(State::Sending, limits().writeTime);
    if (content.size() <= joinLimit)
        write(responseHead(response, frame, content.size()) + content);
    else
        write(responseHead(response, frame, 0), content);
    continueSending();
}

/// The next step of an answer, once there is room: a piece of the file, or the end.
void Connection::continueSending()
{
    if (m_state != State::Sending || m_isAway || m_isWriting)
        return;
    if (m_exchange->file && m_exchange->file->remaining() > 0) {
        if (backlog() <= FileReader::pieceSize)
            proceedOnWorker(Steps::readFile);
    } else if (backlog() == 0) {
        finishAnswer();
    }
}

void Connection::sendFilePiece()
{
    // A file that has become shorter: a broken connection is the only way left to say so.
    if (m_exchange->piece.isEmpty())
        return cutOff();
    m_exchange->bytesOut += m_exchange->piece.size();
    write(std::exchange(m_exchange->piece, {}));
    continueSending();
}

void Connection::finishAnswer()
{
    putAway();
    if (m_closesAfter || m_isStopping)
        return linger();
    m_parser.emplace(limits());
    m_socket->setReadBufferSize(readBuffer);
    if (m_input.isEmpty() && m_input.capacity() > keptInput)
        m_input = {};
    wait(State::Head, m_input.isEmpty() ? limits().idleTime : limits().headerTime);
}

/// The exchange is over, whether it was answered or not.
void Connection::putAway()
{
    const auto exchange = std::exchange(m_exchange, {});
    if (!exchange || m_isAway)
        return; // Front::returned() does it
    if (exchange->channel) {
        exchange->channel->setWaker({});
        exchange->channel->close();
        exchange->duration = age(*exchange);
        increase(m_front.metrics().eventStreamsOpen, -1);
    }
    m_front.giveUpSink(*exchange);
    m_front.record(*exchange);
}

void Connection::openEvents()
{
    const auto exchange = m_exchange;
    exchange->isBegun = true;
    m_parser.reset();
    m_input = {};
    increase(m_front.metrics().eventStreamsOpen);
    wait(State::Events, limits().heartbeat);
    exchange->channel->setWaker([front = &m_front, mailbox = m_front.mailbox(), id = m_id] {
        mailbox->post([front, id] { front->wake(id); });
    });
    write(eventStreamHead({.method = exchange->request.head.method,
                           .requestId = exchange->request.head.requestId,
                           .date = m_front.date(),
                           .closes = true}));
    if (exchange->request.head.method == Method::Head || m_isStopping)
        exchange->channel->close();
    wake(); // takes what came before there was a waker
}

void Connection::wake()
{
    if (m_state != State::Events || m_isWriting)
        return;
    const auto exchange = m_exchange;
    if (exchange->channel->isOverflown()) {
        increase(m_front.metrics().eventStreamsCutOff);
        return cutOff();
    }
    if (backlog() > 0)
        return;                                        // written() comes back here
    const bool isLast = exchange->channel->isClosed(); // asked first: nothing is added afterwards
    const QByteArray blocks = exchange->channel->takePending();
    if (!blocks.isEmpty() && exchange->request.head.method != Method::Head) {
        exchange->bytesOut += blocks.size();
        write(blocks);
    }
    if (isLast && m_state == State::Events && backlog() == 0) {
        putAway();
        linger();
    }
}

/// Ends the connection so that the last answer arrives: closing while the client still sends would
/// make its TCP throw away what it has not read yet.
void Connection::linger()
{
    wait(State::Lingering, limits().lingerTime);
    m_input = {};
    if (!m_sslSocket)
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    else if (m_bodyIsRead)
        m_socket->disconnectFromHost(); // tells the end in TLS, too
    if (m_state == State::Lingering)
        readable();
}

void Connection::write(const QByteArray &first, const QByteArray &second)
{
    increase(m_front.metrics().bytesOut, first.size() + second.size());
    m_isWriting = true;
    m_socket->write(first);
    if (!second.isEmpty())
        m_socket->write(second);
    m_socket->flush();
    m_isWriting = false;
    if (m_state == State::Events)
        m_deadline = SteadyClock::now() + (backlog() > 0 ? limits().writeTime : limits().heartbeat);
}

void Connection::written()
{
    if (m_state == State::Sending)
        m_deadline = SteadyClock::now() + limits().writeTime;
    else if (m_state == State::Events)
        m_deadline = SteadyClock::now() + (backlog() > 0 ? limits().writeTime : limits().heartbeat);
    if (m_isWriting)
        return;
    if (m_state == State::Events)
        return wake();
    continueSending();
    if (m_state == State::Head)
        readable();
}

/// Bytes that wait for the client, as far as they are in our memory.
qint64 Connection::backlog() const
{
    return m_socket->bytesToWrite() + (m_sslSocket ? m_sslSocket->encryptedBytesToWrite() : 0);
}

// -------------------------------------------------------------------------------------- ending

void Connection::look(SteadyClock::time_point now)
{
    if (now < m_deadline)
        return;
    HttpMetrics &metrics = m_front.metrics();
    switch (m_state) {
    case State::Head:
        if (m_input.isEmpty())
            return abort();
        [[fallthrough]];
    case State::Body: increase(metrics.connectionsTimedOut); return refuse(Refusals::timeout);
    case State::Sending:
        if (m_isAway && backlog() == 0)
            return; // waits for the disk, not for the client
        [[fallthrough]];
    case State::Handshake: increase(metrics.connectionsTimedOut); return cutOff();
    case State::Events:
        if (backlog() == 0)
            return write(QByteArrayLiteral(":\n\n"));
        increase(metrics.eventStreamsCutOff);
        return cutOff();
    case State::Lingering: return abort();
    case State::Working:
    case State::Closed: return;
    }
}

void Connection::stop()
{
    m_isStopping = true;
    switch (m_state) {
    case State::Head:
        if (m_input.isEmpty())
            abort();
        break;
    case State::Handshake:
    case State::Lingering: abort(); break;
    case State::Events: m_exchange->channel->close(); break; // wakes us
    default: break;
    }
}

void Connection::cutOff()
{
    // With a reset: else the kernel would keep what the client has not read, and go on trying.
    const ::linger hard = {.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard,
                 sizeof hard);
    abort();
}

void Connection::abort()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    putAway();
    m_socket->disconnect(this);
    m_socket->abort();
    m_front.forget(this);
}

} // namespace Deskbell::Http
