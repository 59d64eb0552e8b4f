// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/base/result.h"

#include <QObject>

#include <memory>

namespace Deskbell::App {

class FileReader;
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
    enum class State { Idle, Running, Paused, Waiting, Done, Failed, Cancelled };

    static constexpr qint64 pieceSize = 4 * 1024 * 1024;

    UploadTransfer(Api::Client &client, const QString &filePath, QObject *parent = nullptr);
    /// Bytes from the clipboard under a name.
    UploadTransfer(Api::Client &client, const QByteArray &bytes, const QString &fileName,
                   QObject *parent = nullptr);
    ~UploadTransfer() override;

    void start();
    void pause();
    /// After pause() or a failure: asks the server how far it got and goes on from there.
    void resume();
    /// Ends it and removes what the server has of it. finished() is not emitted.
    void cancel();

    State state() const { return m_state; }
    QString fileName() const { return m_fileName; }
    qint64 size() const { return m_size; }
    qint64 sent() const { return m_sent; }
    const Error &error() const { return m_error; }
    /// The id for attachmentIds; set when Done.
    QString uploadId() const { return m_uploadId; }

Q_SIGNALS:
    void progressChanged(qint64 sent, qint64 size);
    void stateChanged(Deskbell::App::UploadTransfer::State state);
    /// Once, with the id for attachmentIds, or with what went wrong (resume() may still help).
    void finished(const Deskbell::Result<QString> &uploadId);

private:
    void create();
    void askOffset();
    void sendPiece();
    void sendBytes(const QByteArray &piece, const QByteArray &checksum);
    void failed(const Error &error);
    void setState(State state);
    void setSent(qint64 sent);

    Api::Client &m_client;
    std::unique_ptr<FileReader> m_reader;
    QString m_fileName;
    QString m_uploadId;
    qint64 m_size = 0;
    qint64 m_offset = 0; ///< what the server has confirmed
    qint64 m_sent = 0;   ///< m_offset and what is on the wire
    Error m_error;
    State m_state = State::Idle;
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
