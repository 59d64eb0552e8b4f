// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "app/net/request.h"

#include <QByteArrayList>
#include <QObject>

#include <memory>

class QSaveFile;

namespace Deskbell::App {

namespace Api {
class Client;
}

/// One file on its way from the server to the disk. Written beside its place and moved there when
/// it is complete: a half file never bears the name. Written on another thread; when the disk is
/// slower than the network, the network waits.
class DownloadTransfer : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Running, Done, Failed, Cancelled };

    /// `path` below /api/v1 ("/attachments/7") into the file `target`, which is replaced.
    DownloadTransfer(Api::Client &client, const QString &path, const QString &target,
                     QObject *parent = nullptr);
    ~DownloadTransfer() override;

    void start();
    /// Ends it and removes what was written. finished() is not emitted.
    void cancel();

    State state() const { return m_state; }
    QString target() const { return m_target; }
    const Error &error() const { return m_error; }

Q_SIGNALS:
    /// `size` is -1 while it is not known.
    void progressChanged(qint64 received, qint64 size);
    void stateChanged(Deskbell::App::DownloadTransfer::State state);
    /// Done or Failed.
    void finished();

private:
    void begin(const Api::Answer &answer);
    void arrived(QByteArrayView bytes);
    void writeNext();
    void complete();
    void end(State state, const Error &error);
    Error unwritable(const QString &detail) const;

    Api::Client &m_client;
    QString m_path;
    QString m_target;
    /// Used by one background job at a time, never on the window thread while one runs.
    std::shared_ptr<QSaveFile> m_file;
    QByteArrayList m_queue;
    qint64 m_queued = 0;
    qint64 m_received = 0;
    qint64 m_size = -1;
    bool m_writing = false;
    bool m_arrivedAll = false;
    Error m_error;
    State m_state = State::Idle;
    Api::ScopedCall m_call;
};

} // namespace Deskbell::App
