// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/application.h"
#include "server/http/filereader.h"
#include "server/http/refusal.h"

#include <chrono>
#include <memory>

namespace Deskbell::Http {

/// One request and its answer, from the head of the one to the last byte of the other. It is handed
/// back and forth between the I/O thread and the workers; only the one that has it may touch it.
struct Exchange
{
    quint64 connection = 0; ///< where the answer goes, if that is still there
    std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
    std::chrono::microseconds duration{
            0}; ///< until the answer began; of an event stream, to its end

    Request request;
    bool isKnown = false;    ///< the head could be read; else only the peer and the id are right
    bool keepsAlive = false; ///< as far as the client is concerned
    qint64 bytesIn = 0;      ///< of the body

    Response response;
    bool isAnswered = false; ///< response is one
    bool isBegun = false;    ///< its head has been written
    qint64 bytesOut = 0;     ///< of the body

    std::shared_ptr<BodySink> sink; ///< destroyed on a worker, see giveUpSink()
    QByteArray piece;         ///< of the streamed body to be written, or of the file to be sent
    bool isLastPiece = false; ///< the request's body ends with this piece

    std::unique_ptr<FileReader> file;      ///< of an answer that is a file, while it is being sent
    std::shared_ptr<EventChannel> channel; ///< of an answer that is an event stream
};

/// One visit of an exchange to a worker.
using Step = void (*)(Application &, Exchange &);

namespace Steps {

/// Answers a request whose body is there.
void handle(Application &application, Exchange &exchange);
/// Opens the sink if that has not been done, and gives it the piece; answers with the last one.
void feedSink(Application &application, Exchange &exchange);
/// Sets the channel, or answers.
void subscribe(Application &application, Exchange &exchange);
/// Sets the piece to the next one of the file.
void readFile(Application &application, Exchange &exchange);

} // namespace Steps

/// The application's words for a refusal.
Response refusalResponse(const Application &application, Refusal refusal,
                         const QByteArray &requestId);

} // namespace Deskbell::Http
