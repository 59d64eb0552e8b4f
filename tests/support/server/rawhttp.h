// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace Deskbell::Testing {

/// One HTTP answer as it came.
struct RawAnswer
{
    int status = 0; ///< 0: none came
    QByteArray head;
    QByteArray body;

    /// The values of all header lines of that name.
    QList<QByteArray> values(QByteArrayView name) const;
    QByteArray value(QByteArrayView name) const;
};

/// A client that sends exactly the bytes it is told to, over a plain blocking socket, so that a
/// test can be as rude as it likes. Nothing waits longer than `patience`.
class RawHttp
{
public:
    static constexpr int patience = 20'000; ///< ms

    explicit RawHttp(quint16 port);
    ~RawHttp();
    RawHttp(const RawHttp &) = delete;
    RawHttp &operator=(const RawHttp &) = delete;

    /// False when the server has closed, or does not take it within `patience`.
    bool send(QByteArrayView bytes);
    /// What the kernel takes without waiting.
    qint64 sendSome(QByteArrayView bytes);
    /// The next answer with the body that its Content-Length says (none for `head` requests).
    RawAnswer read(bool isHead = false);
    /// Sends and reads.
    RawAnswer ask(QByteArrayView bytes);
    /// Everything up to and including `end`; empty when that does not come.
    QByteArray readTo(QByteArrayView end);
    /// At least `size` bytes unless the server closes before.
    QByteArray readBytes(qint64 size);
    /// Everything until the server closes; nothing when it does not.
    std::optional<QByteArray> readToEnd();
    /// The server closes (with or without saying more).
    bool isClosedByServer() { return readToEnd().has_value(); }

    void close();
    /// Closes with a TCP reset.
    void reset();

private:
    bool receive();

    int m_descriptor = -1;
    QByteArray m_received;
};

} // namespace Deskbell::Testing
