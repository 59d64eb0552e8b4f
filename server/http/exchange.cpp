// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/exchange.h"

#include <QLoggingCategory>

#include <exception>

Q_LOGGING_CATEGORY(exchangeLog, "deskbell.http")

namespace Deskbell::Http {

namespace {

void answerFailed(const Application &application, Exchange &exchange)
{
    exchange.response
            = refusalResponse(application, Refusals::failed, exchange.request.head.requestId);
    exchange.isAnswered = true;
}

/// The first piece of a file is read before the head is sent: a file that cannot be had is a 500
/// then, and a small one goes out together with its head.
void answer(const Application &application, Exchange &exchange, Response response)
{
    exchange.response = std::move(response);
    exchange.isAnswered = true;
    if (!exchange.response.file || exchange.request.head.method == Method::Head)
        return;
    exchange.file = std::make_unique<FileReader>(*exchange.response.file);
    if (exchange.file->open()) {
        exchange.piece = exchange.file->next();
    } else {
        qCCritical(exchangeLog).noquote()
                << exchange.request.head.requestId << "cannot read" << exchange.response.file->path;
        exchange.file.reset();
        answerFailed(application, exchange);
    }
}

/// The application promises not to throw. Should it (out of memory), one request fails and not the
/// process.
template <class Body>
void guarded(const Application &application, Exchange &exchange, Body body)
{
    try {
        body();
    } catch (const std::exception &exception) {
        qCCritical(exchangeLog).noquote()
                << exchange.request.head.requestId << "failed:" << exception.what();
        exchange.file.reset();
        exchange.channel.reset();
        answerFailed(application, exchange);
    }
}

} // namespace

void Steps::handle(Application &application, Exchange &exchange)
{
    guarded(application, exchange, [&] {
        answer(application, exchange, application.handle(exchange.request));
        exchange.request.body = {};
    });
}

void Steps::feedSink(Application &application, Exchange &exchange)
{
    guarded(application, exchange, [&] {
        if (!exchange.sink) {
            auto opened = application.openSink(exchange.request.head);
            if (auto *refusal = std::get_if<Response>(&opened))
                return answer(application, exchange, std::move(*refusal));
            exchange.sink = std::move(std::get<std::unique_ptr<BodySink>>(opened));
        }
        const bool goesOn = exchange.piece.isEmpty() || exchange.sink->write(exchange.piece);
        exchange.piece.clear();
        if (goesOn && !exchange.isLastPiece)
            return;
        answer(application, exchange, exchange.sink->finish());
        exchange.sink.reset();
        if (!goesOn)
            exchange.response.close = true;
    });
    if (exchange.isAnswered && exchange.sink) { // failed in the middle
        exchange.sink->abandon();
        exchange.sink.reset();
    }
}

void Steps::subscribe(Application &application, Exchange &exchange)
{
    guarded(application, exchange, [&] {
        auto subscription = application.subscribe(exchange.request.head);
        if (auto *refusal = std::get_if<Response>(&subscription))
            answer(application, exchange, std::move(*refusal));
        else
            exchange.channel = std::get<std::shared_ptr<EventChannel>>(std::move(subscription));
    });
}

void Steps::readFile(Application &, Exchange &exchange)
{
    exchange.piece = exchange.file->next();
}

Response refusalResponse(const Application &application, Refusal refusal,
                         const QByteArray &requestId)
{
    return application.refusal(refusal.status, refusal.key, requestId);
}

} // namespace Deskbell::Http
