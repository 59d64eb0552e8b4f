// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/responsehead.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <boost/beast/http/status.hpp>

namespace Deskbell::Http {

namespace {

constexpr std::array<QByteArrayView, 7> ownNames
        = {"Content-Length", "Transfer-Encoding",     "Connection", "Date", "Server",
           "X-Request-Id",   "X-Content-Type-Options"};

bool isOwn(QByteArrayView name)
{
    return std::any_of(ownNames.begin(), ownNames.end(), [name](QByteArrayView own) {
        return own.size() == name.size() && own.compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool isControl(char c)
{
    return (static_cast<uchar>(c) < 0x20 && c != '\t') || c == 0x7f;
}

void appendSafely(QByteArray &out, QByteArrayView text)
{
    if (std::none_of(text.begin(), text.end(), isControl)) {
        out.append(text);
        return;
    }
    for (const char c : text) {
        if (!isControl(c))
            out.append(c);
    }
}

void appendStatusLine(QByteArray &out, int status)
{
    const auto reason = boost::beast::http::obsolete_reason(
            boost::beast::http::int_to_status(static_cast<unsigned>(status)));
    out += "HTTP/1.1 ";
    out += QByteArray::number(status);
    out += ' ';
    out.append(reason.data(), static_cast<qsizetype>(reason.size()));
    out += "\r\n";
}

void appendFrame(QByteArray &out, const ResponseFrame &frame)
{
    out += "Date: ";
    out += frame.date;
    out += frame.closes ? "\r\nServer: deskbell\r\nConnection: close\r\nX-Request-Id: "
                        : "\r\nServer: deskbell\r\nConnection: keep-alive\r\nX-Request-Id: ";
    out += frame.requestId;
    out += "\r\nX-Content-Type-Options: nosniff\r\n";
}

/// Answers that end with their head, whatever the application put into them.
bool hasContent(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

qint64 contentLength(const Response &response)
{
    return response.file ? response.file->length : response.body.size();
}

bool sendsContent(const Response &response, Method method)
{
    return hasContent(response.status) && method != Method::Head;
}

QByteArray responseHead(const Response &response, const ResponseFrame &frame, qsizetype room)
{
    constexpr qsizetype usualSize = 512;
    QByteArray out;
    out.reserve(usualSize + room);
    appendStatusLine(out, response.status);
    appendFrame(out, frame);
    if (hasContent(response.status)) {
        out += "Content-Length: ";
        out += QByteArray::number(contentLength(response));
        out += "\r\n";
    }
    for (const auto &[name, value] : response.headers.all()) {
        if (isOwn(name))
            continue;
        appendSafely(out, name);
        out += ": ";
        appendSafely(out, value);
        out += "\r\n";
    }
    out += "\r\n";
    return out;
}

QByteArray eventStreamHead(const ResponseFrame &frame)
{
    QByteArray out;
    appendStatusLine(out, 200);
    appendFrame(out, frame);
    out += "Content-Type: text/event-stream\r\n"
           "Cache-Control: no-store\r\n"
           "X-Accel-Buffering: no\r\n" // else nginx gathers events before it passes them on
           "\r\n";
    return out;
}

QByteArray httpDate(qint64 secondsSinceEpoch)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(secondsSinceEpoch, Qt::UTC);
    return QLocale::c()
            .toString(time, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
            .toLatin1();
}

} // namespace Deskbell::Http
