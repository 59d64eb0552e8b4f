// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "app/net/filesource.h"
#include "app/net/request.h"

#include <QObject>
#include <QTimer>
#include <QUuid>

namespace Deskbell::App {

namespace Api {
class Client;
}

/// One file on its way to the server, as tus 1.0.0 defines it: pieces with a checksum each, so that
/// it can pause, survive a lost connection, and go on where the server has it. The file is read and
/// summed on another thread, one piece at a time. Nothing runs before start().
class UploadTransfer : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Running,
        Paused,  ///< by the person
        Waiting, ///< for the server to come back; goes on by itself
        Done,
        Failed,
        Cancelled,
    };

    static constexpr qint64 pieceSize = 4 * 1024 * 1024;

    UploadTransfer(Api::Client &client, const FileSource &source, QObject *parent = nullptr);
    /// One that is Done since some time: the server has it by this id.
    UploadTransfer(Api::Client &client, const FileSource &source, const QUuid &uploadId,
                   QObject *parent = nullptr);
    ~UploadTransfer() override;

    void start();
    void pause();
    /// After pause(), a wait or a failure: asks the server how far it got and goes on from there.
    void resume();
    /// Ends it and removes what the server has of it. finished() is not emitted.
    void cancel();

    State state() const { return m_state; }
    QString fileName() const { return m_source.name(); }
    qint64 size() const { return m_source.size(); }
    /// What the server has, and what is on the wire.
    qint64 sent() const { return m_sent; }
    const Error &error() const { return m_error; }
    /// For attachmentIds, once it is Done.
    const QUuid &uploadId() const { return m_uploadId; }

    /// The first pause before it tries again by itself; tests make it short.
    void setFirstPause(std::chrono::milliseconds pause) { m_firstPause = pause; }

Q_SIGNALS:
    void progressChanged(qint64 sent, qint64 size);
    void stateChanged(Deskbell::App::UploadTransfer::State state);
    /// Done, or Failed (after which resume() may still help).
    void finished();

private:
    void create();
    void askOffset();
    void continueFrom(qint64 offset);
    void sendPiece(const FileSource::Piece &piece);
    void answered(const Result<Api::Answer> &answer);
    void failed(const Error &error);
    void waitForServer();
    void setState(State state);
    void setSent(qint64 sent);
    QString path() const;

    Api::Client &m_client;
    FileSource m_source;
    QUuid m_uploadId;
    qint64 m_offset = 0; ///< what the server has confirmed
    qint64 m_sent = 0;
    int m_failures = 0; ///< in a row, without a piece that arrived
    int m_run = 0;      ///< a piece read for an earlier run is dropped
    std::chrono::milliseconds m_firstPause{1000};
    Error m_error;
    State m_state = State::Idle;
    QTimer m_retry;
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
