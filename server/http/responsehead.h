// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

namespace Deskbell::Http {

/// What the front knows about an answer and the application does not.
struct ResponseFrame
{
    Method method = Method::Get; ///< of the request
    QByteArray requestId;
    QByteArray date; ///< see httpDate()
    bool closes = false;
};

/// Length of the answer's body in bytes, as Content-Length tells it (also for HEAD).
qint64 contentLength(const Response &response);
/// Whether body or file follow the head.
bool sendsContent(const Response &response, Method method);

/// Status line, header lines and the empty line. Date, Server, Connection, Content-Length,
/// X-Request-Id and X-Content-Type-Options are the front's; what the application says about them is
/// left out. Control characters never get into a header line. `room`: bytes that the caller will
/// append.
QByteArray responseHead(const Response &response, const ResponseFrame &frame, qsizetype room);

/// The head of an event stream, which ends when the connection does.
QByteArray eventStreamHead(const ResponseFrame &frame);

/// "Sun, 06 Nov 1994 08:49:37 GMT" for seconds since 1970.
QByteArray httpDate(qint64 secondsSinceEpoch);

} // namespace Deskbell::Http
