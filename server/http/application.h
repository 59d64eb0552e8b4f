// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/eventchannel.h"
#include "server/http/message.h"

#include <memory>
#include <variant>

namespace Deskbell::Http {

/// Takes a request body piece by piece. Made, called and destroyed on worker threads, one call at a
/// time, never two at once; the front stops reading the socket while a call runs.
class BodySink
{
public:
    virtual ~BodySink() = default;
    /// False ends the request: the front then asks finish() for the answer and closes.
    virtual bool write(QByteArrayView piece) = 0;
    /// The body is complete (or write() refused); the answer.
    virtual Response finish() = 0;
    /// The client went away in the middle. What has been written may be kept.
    virtual void abandon() = 0;
};

/// How the front shall treat the body of a request, decided from its head alone.
struct BodyPlan
{
    enum class Kind {
        Buffered, ///< read whole (up to limit), then handle()
        Streamed, ///< openSink(), then pieces
        Events,   ///< no body; subscribe() answers with an endless event stream
        Refused,  ///< `refusal` is the answer, sent before the body is read
    };
    Kind kind = Kind::Buffered;
    qint64 limit = 0; ///< bytes; one more is 413
    Response refusal = {};
};

/// What a request for an event stream is answered with: a channel that the front keeps open, or a
/// plain answer (401, 400 for a bad resume token, ...).
using Subscription = std::variant<Response, std::shared_ptr<EventChannel>>;

/// What the HTTP front serves. server/api implements it.
class Application
{
public:
    virtual ~Application() = default;

    /// I/O thread; must not block. Unknown paths, wrong methods and bodies that are too large by
    /// their Content-Length are refused here.
    virtual BodyPlan plan(const RequestHead &head) const = 0;

    /// Worker thread. Never throws; every failure is an answer.
    virtual Response handle(const Request &request) = 0;

    /// Worker thread. The sink, or the refusal.
    virtual std::variant<Response, std::unique_ptr<BodySink>> openSink(const RequestHead &head) = 0;

    /// Worker thread.
    virtual Subscription subscribe(const RequestHead &head) = 0;

    /// An answer for what the front itself refuses (400, 408, 413, 431, 503): any thread, no I/O.
    virtual Response refusal(int status, const QByteArray &key,
                             const QByteArray &requestId) const = 0;
};

} // namespace Deskbell::Http
