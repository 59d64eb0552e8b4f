// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/rawhttp.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace Deskbell::Testing {

namespace {

bool waitFor(int descriptor, short events)
{
    if (descriptor < 0)
        return false; // poll() would wait for nothing
    pollfd waiting = {.fd = descriptor, .events = events, .revents = 0};
    return ::poll(&waiting, 1, RawHttp::patience) > 0;
}

} // namespace

QList<QByteArray> RawAnswer::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    const auto lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon == name.size()
            && QByteArrayView(line).first(colon).compare(name, Qt::CaseInsensitive) == 0)
            found.append(line.sliced(colon + 1).trimmed());
    }
    return found;
}

QByteArray RawAnswer::value(QByteArrayView name) const
{
    return values(name).value(0);
}

RawHttp::RawHttp(quint16 port)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        close();
}

RawHttp::~RawHttp()
{
    close();
}

bool RawHttp::send(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 sent = sendSome(bytes);
        if (sent < 0 || (sent == 0 && !waitFor(m_descriptor, POLLOUT)))
            return false;
        bytes = bytes.sliced(sent);
    }
    return true;
}

qint64 RawHttp::sendSome(QByteArrayView bytes)
{
    const auto sent = ::send(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()),
                             MSG_NOSIGNAL | MSG_DONTWAIT);
    return sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? 0 : sent;
}

/// False at the end.
bool RawHttp::receive()
{
    std::array<char, 64 * 1024> buffer;
    if (!waitFor(m_descriptor, POLLIN))
        return false;
    const auto got = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (got <= 0)
        return false;
    m_received.append(buffer.data(), got);
    return true;
}

QByteArray RawHttp::readTo(QByteArrayView end)
{
    while (true) {
        const qsizetype found = m_received.indexOf(end);
        if (found >= 0)
            return readBytes(found + end.size());
        if (!receive())
            return {};
    }
}

QByteArray RawHttp::readBytes(qint64 size)
{
    while (m_received.size() < size && receive()) {
    }
    const QByteArray bytes = m_received.first(std::min<qsizetype>(size, m_received.size()));
    m_received.remove(0, bytes.size());
    return bytes;
}

RawAnswer RawHttp::read(bool isHead)
{
    RawAnswer answer;
    answer.head = readTo("\r\n\r\n");
    if (!answer.head.startsWith("HTTP/1.1 "))
        return answer;
    answer.status = answer.head.mid(9, 3).toInt();
    if (!isHead)
        answer.body = readBytes(answer.value("Content-Length").toLongLong());
    return answer;
}

RawAnswer RawHttp::ask(QByteArrayView bytes)
{
    send(bytes);
    return read(bytes.startsWith("HEAD "));
}

std::optional<QByteArray> RawHttp::readToEnd()
{
    if (m_descriptor < 0)
        return QByteArray();
    std::array<char, 64 * 1024> buffer;
    while (waitFor(m_descriptor, POLLIN)) {
        const auto got = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            return std::exchange(m_received, {});
        m_received.append(buffer.data(), got);
    }
    return std::nullopt;
}

void RawHttp::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

void RawHttp::reset()
{
    const linger hard = {.l_onoff = 1, .l_linger = 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close();
}

} // namespace Deskbell::Testing
