// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/base/result.h"

#include <QObject>

#include <memory>

namespace Deskbell::App {

class FileWriter;
namespace Api {
class Client;
}

/// One file on its way from the server to the disk. Written beside its place and moved there when
/// it is complete: a half file never bears the name. Writes on another thread.
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
    void finished(const Deskbell::Result<QString> &target);

private:
    void setState(State state);
    void failed(const Error &error);

    Api::Client &m_client;
    QString m_path;
    QString m_target;
    std::unique_ptr<FileWriter> m_writer;
    Api::ScopedCall m_call;
    Error m_error;
    qint64 m_received = 0;
    qint64 m_size = -1;
    State m_state = State::Idle;
};

} // namespace Deskbell::App
