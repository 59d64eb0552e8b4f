// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/clients.h"

#include "tests/bench/interrupt.h"

#include <QUuid>

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Deskbell::Bench {

namespace {

using SteadyClock = std::chrono::steady_clock;

/// Of a status line and a body.
constexpr qsizetype quoted = 400;

class Client
{
public:
    explicit Client(quint16 port)
        : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int on = 1;
        ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address)
            != 0)
            close();
    }
    ~Client() { close(); }
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    int descriptor() const { return m_descriptor; }
    bool isOpen() const { return m_descriptor >= 0; }
    void close()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }

    /// Small enough for the socket's buffer, which is empty.
    void send(const QByteArray &request)
    {
        m_answer.resize(0);
        m_size = -1;
        m_sent = SteadyClock::now();
        if (::send(m_descriptor, request.constData(), size_t(request.size()), MSG_NOSIGNAL)
            != request.size())
            close();
    }

    /// Takes what has come; true when the answer is complete.
    bool receive()
    {
        std::array<char, 64 * 1024> buffer;
        const auto got = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return false;
        if (got <= 0) {
            close();
            return false;
        }
        m_answer.append(buffer.data(), got);
        if (m_size < 0)
            findSize();
        return m_size >= 0 && m_answer.size() >= m_size;
    }

    int status() const { return m_answer.mid(9, 3).toInt(); }
    const QByteArray &answer() const { return m_answer; }
    double age() const
    {
        return std::chrono::duration<double, std::milli>(SteadyClock::now() - m_sent).count();
    }

private:
    void findSize()
    {
        const qsizetype end = m_answer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = m_answer.first(end).toLower();
        const qsizetype length = head.indexOf("\r\ncontent-length:");
        const qsizetype value = length + 17;
        m_size = end + 4;
        if (length >= 0)
            m_size += head.mid(value, head.indexOf('\r', value) - value).trimmed().toLongLong();
    }

    int m_descriptor;
    QByteArray m_answer;
    qsizetype m_size = -1; ///< of the whole answer, -1 while it is not known
    SteadyClock::time_point m_sent;
};

} // namespace

QByteArray makeRequest(QByteArrayView method, QByteArrayView target, QByteArrayView token,
                       QByteArrayView json)
{
    QByteArray request;
    request.reserve(512 + json.size());
    request.append(method).append(" /api/v1").append(target);
    request += " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nUser-Agent: "
               "deskbell_bench\r\nAuthorization: Bearer ";
    request.append(token);
    if (method == QByteArrayView("POST"))
        request += "\r\nIdempotency-Key: " + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    if (!json.isEmpty())
        request += "\r\nContent-Type: application/json\r\nContent-Length: "
                   + QByteArray::number(json.size());
    request += "\r\n\r\n";
    return request.append(json);
}

Burst press(quint16 port, int connections, std::chrono::milliseconds time, int status,
            const NextRequest &next)
{
    Burst burst;
    std::vector<std::unique_ptr<Client>> clients;
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    const auto begin = SteadyClock::now();
    for (int i = 0; i < connections; ++i) {
        auto client = std::make_unique<Client>(port);
        epoll_event event = {.events = EPOLLIN, .data = {.u32 = uint32_t(i)}};
        ::epoll_ctl(poll, EPOLL_CTL_ADD, client->descriptor(), &event);
        client->send(next(i));
        clients.push_back(std::move(client));
    }
    int busy = connections;
    while (busy > 0) {
        std::array<epoll_event, 64> events;
        const int ready = ::epoll_wait(poll, events.data(), int(events.size()), 60'000);
        if (ready == 0 || Interrupt::requested())
            break;
        const bool over = SteadyClock::now() - begin >= time;
        for (int i = 0; i < ready; ++i) {
            const int index = int(events[size_t(i)].data.u32);
            Client &client = *clients[size_t(index)];
            const bool complete = client.receive();
            if (complete && client.status() == status)
                burst.ms.push_back(client.age());
            else if (complete || !client.isOpen())
                ++burst.wrong;
            if (burst.wrong == 1 && burst.firstWrong.isEmpty())
                burst.firstWrong = "\"" + client.answer().left(quoted) + "\"";
            if (complete && !over)
                client.send(next(index));
            else if (complete || !client.isOpen())
                --busy;
        }
    }
    burst.wrong += busy;
    burst.seconds = std::chrono::duration<double>(SteadyClock::now() - begin).count();
    ::close(poll);
    return burst;
}

} // namespace Deskbell::Bench
