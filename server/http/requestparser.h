// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/headscanner.h"
#include "server/http/message.h"

#include <memory>

namespace Deskbell::Http {

struct HttpLimits;

/// Reads one HTTP/1 request from bytes, by Boost.Beast's parser behind a HeadScanner. Knows no
/// socket. Stricter than Beast where two readers of the same bytes might disagree about where a
/// request ends: one Content-Length of digits only, or Transfer-Encoding of exactly "chunked".
class RequestParser
{
public:
    enum class Step { NeedMore, Complete, Refused };

    explicit RequestParser(const HttpLimits &limits);
    ~RequestParser();

    /// `input` begins with the first byte behind the last request, and is longer each time.
    /// Complete: headSize() bytes of it are used up, and what follows is the body.
    Step parseHead(QByteArrayView input);
    qsizetype headSize() const { return m_scanner.end(); }

    /// After the head is complete; without peer and without a request id of our own.
    RequestHead &head() { return m_head; }
    bool hasBody() const;
    bool keepsAlive() const;
    /// The client waits for "100 Continue" before it sends the body.
    bool awaitsContinue() const { return m_awaitsContinue; }

    /// Before the first parseBody(). Refused with 413 at once when the length is known and larger.
    Step setBodyLimit(qint64 bytes);
    /// Appends to `body` what `input` holds of it; `used` says how many bytes of `input` are used
    /// up, the others come again with more behind them. Complete: the request ends here.
    Step parseBody(QByteArrayView input, qsizetype &used, QByteArray &body);

    Refusal refusal() const { return m_refusal; }

private:
    class Beast;

    Step refuse(Refusal refusal);
    Step checkHead();

    const HttpLimits &m_limits;
    HeadScanner m_scanner;
    std::unique_ptr<Beast> m_beast;
    RequestHead m_head;
    Refusal m_refusal;
    bool m_awaitsContinue = false;
};

/// "GET" for Method::Get, and so on.
QByteArrayView methodToken(Method method);

} // namespace Deskbell::Http
