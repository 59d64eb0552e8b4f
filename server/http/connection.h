// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/exchange.h"
#include "server/http/requestparser.h"

#include <QHostAddress>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

class QSslSocket;
class QTcpSocket;

namespace Deskbell::Http {

class Front;
struct HttpLimits;

/// One client's connection: reads one request at a time, sends it to the workers, writes the
/// answer, and starts again. While a request is being worked on nothing is read, so that what a
/// client sends on waits in the socket's bounded buffer and then with the client. Lives on the I/O
/// thread; deletes itself through Front::forget().
class Connection final : public QObject
{
public:
    /// Takes the socket.
    Connection(quint64 id, QTcpSocket *socket, Front &front);
    ~Connection() override;

    quint64 id() const { return m_id; }
    const QHostAddress &peer() const { return m_peer; }

    void start();
    /// The exchange is back from a worker.
    void resume();
    /// The event channel has something.
    void wake();
    /// Looks whether the time of what it waits for is up.
    void look(std::chrono::steady_clock::time_point now);
    /// Ends as soon as what runs is answered.
    void stop();
    /// Ends at once.
    void abort();
    /// Ends at once, for a client that does not take what it is sent.
    void cutOff();

private:
    enum class State {
        Handshake, ///< of TLS
        Head,      ///< waits for a request, or for the rest of its head
        Body,      ///< waits for more of the body
        Working,   ///< a worker has the exchange
        Sending,   ///< the answer is on its way; a worker may have the exchange to read a file
        Events,    ///< an event stream
        Lingering, ///< all is said; waits for the client to close
        Closed,
    };

    const HttpLimits &limits() const;
    void wait(State state, std::chrono::milliseconds time);

    // Reading
    void readable();
    void readInput();
    void process();
    bool takeHead();
    bool takeBody();
    void acceptHead();
    void sendToWorker(Step step);
    void proceedOnWorker(Step step);
    void awaitBody();
    void refuse(Refusal refusal);

    // Writing
    void answer();
    void sendFilePiece();
    void continueSending();
    void finishAnswer();
    void openEvents();
    void putAway();
    void linger();
    void write(const QByteArray &first, const QByteArray &second = {});
    void written();
    qint64 backlog() const;

    const quint64 m_id;
    Front &m_front;
    QTcpSocket *const m_socket;    ///< a child
    QSslSocket *const m_sslSocket; ///< the same, or null without TLS
    const QHostAddress m_peer;

    State m_state = State::Handshake;
    std::chrono::steady_clock::time_point m_deadline;
    QByteArray m_input; ///< read from the socket and not used yet
    std::optional<RequestParser> m_parser;
    BodyPlan::Kind m_kind = BodyPlan::Kind::Buffered;
    std::shared_ptr<Exchange> m_exchange;
    bool m_isAway = false;       ///< a worker has the exchange
    bool m_bodyIsRead = false;   ///< the request is read to its end
    bool m_owesContinue = false; ///< the client waits for "100 Continue"
    bool m_closesAfter = false;  ///< this answer is the last
    bool m_isStopping = false;
    bool m_isWriting = false; ///< inside write(), which the socket may call back from
};

} // namespace Deskbell::Http
