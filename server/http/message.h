// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <utility>

/// The HTTP front knows bytes, limits and threads; it knows nothing of tickets or accounts.
namespace Deskbell::Http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

/// Header lines in the order they came. Names compare without case.
class Headers
{
public:
    /// The first value of that name, or an empty array.
    QByteArray value(QByteArrayView name) const;
    bool contains(QByteArrayView name) const;
    /// Replaces every line of that name.
    void set(const QByteArray &name, const QByteArray &value);
    void add(const QByteArray &name, const QByteArray &value);
    const QList<std::pair<QByteArray, QByteArray>> &all() const { return m_lines; }

private:
    QList<std::pair<QByteArray, QByteArray>> m_lines;
};

/// A parsed request head: everything but the body. The path is percent-decoded and split by the
/// receiver; the front has checked that it is valid UTF-8 without NUL.
struct RequestHead
{
    Method method = Method::Get;
    QByteArray target; ///< as sent, for the log
    QString path;      ///< decoded, without query
    QByteArray query;  ///< as sent, without '?'
    Headers headers;
    QHostAddress peer;
    QByteArray requestId;      ///< the client's X-Request-Id if it is well formed, else a fresh one
    qint64 contentLength = -1; ///< -1: none given (no body, or chunked)
};

struct Request
{
    RequestHead head;
    QByteArray body; ///< whole; empty where the route streams its body
};

/// A part of a file to send. The front reads it in pieces, off the I/O thread.
struct FileBody
{
    QString path;
    qint64 offset = 0;
    qint64 length = 0;
};

struct Response
{
    int status = 200;
    Headers headers;
    QByteArray body;
    std::optional<FileBody> file = {}; ///< in place of body
    bool close = false;                ///< close the connection after this answer
};

} // namespace Deskbell::Http
