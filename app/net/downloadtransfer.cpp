// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/downloadtransfer.h"

#include "app/net/background.h"
#include "app/net/client.h"

#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

/// What may wait in memory for the disk.
constexpr qint64 maxQueued = 4 * 1024 * 1024;

} // namespace

DownloadTransfer::DownloadTransfer(Api::Client &client, const QString &path, const QString &target,
                                   QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_path(path)
    , m_target(target)
{}

DownloadTransfer::~DownloadTransfer() = default;

Error DownloadTransfer::unwritable(const QString &detail) const
{
    return {.code = ErrorCode::Internal,
            .key = "file.unwritable",
            .detail = detail,
            .params = {{u"file"_s, QFileInfo(m_target).fileName()}}};
}

void DownloadTransfer::start()
{
    if (m_state != State::Idle)
        return;
    m_state = State::Running;
    Q_EMIT stateChanged(m_state);
    m_file = std::make_shared<QSaveFile>(m_target);

    Api::Request request = Api::Request::get(m_path);
    // Compressed on the way its size would not be known.
    request.headers = {{"Accept"_ba, "*/*"_ba}, {"Accept-Encoding"_ba, "identity"_ba}};
    request.sink.begin = [this](const Api::Answer &answer) {
        begin(answer);
    };
    request.sink.data = [this](QByteArrayView bytes) {
        arrived(bytes);
    };
    request.sink.hungry = [this] {
        return m_queued < maxQueued;
    };
    m_call = m_client.send(request, this, [this](const Result<Api::Answer> &answer) {
        if (!answer) {
            end(State::Failed, answer.error());
            return;
        }
        m_arrivedAll = true;
        writeNext();
    });
}

void DownloadTransfer::cancel()
{
    if (m_state == State::Running)
        end(State::Cancelled, {});
}

void DownloadTransfer::begin(const Api::Answer &answer)
{
    bool ok = false;
    const qint64 size = answer.header("Content-Length").toLongLong(&ok);
    m_size = ok ? size : -1;
    Q_EMIT progressChanged(0, m_size);
}

void DownloadTransfer::arrived(QByteArrayView bytes)
{
    m_queue.append(bytes.toByteArray());
    m_queued += bytes.size();
    m_received += bytes.size();
    writeNext();
    Q_EMIT progressChanged(m_received, m_size);
}

void DownloadTransfer::writeNext()
{
    if (m_writing)
        return;
    if (m_queue.isEmpty() && m_arrivedAll) {
        complete();
        return;
    }
    if (m_queue.isEmpty())
        return;
    m_writing = true;
    inBackground(
            this,
            [file = m_file, bytes = std::exchange(m_queue, {}).join()]() -> Result<qint64> {
                const bool open = file->isOpen() || file->open(QIODevice::WriteOnly);
                if (!open || file->write(bytes) != bytes.size())
                    return fail({.key = "file.unwritable", .detail = file->errorString()});
                return bytes.size();
            },
            [this](const Result<qint64> &written) {
                m_writing = false;
                if (m_state != State::Running)
                    return;
                if (!written) {
                    end(State::Failed, unwritable(written.error().detail));
                    return;
                }
                m_queued -= *written;
                writeNext();
                m_call->pull();
            });
}

void DownloadTransfer::complete()
{
    if (m_size >= 0 && m_received != m_size) {
        end(State::Failed, {.code = ErrorCode::Network,
                            .key = "network.closed",
                            .detail = u"%1 of %2 bytes"_s.arg(m_received).arg(m_size),
                            .params = {{u"server"_s, m_client.server().hostAndPort()}}});
        return;
    }
    m_writing = true;
    inBackground(
            this,
            [file = m_file]() -> Result<> {
                // An empty file has had nothing written to it yet.
                const bool open = file->isOpen() || file->open(QIODevice::WriteOnly);
                if (!open || !file->commit())
                    return fail({.key = "file.unwritable", .detail = file->errorString()});
                return {};
            },
            [this](const Result<> &committed) {
                if (m_state != State::Running)
                    return;
                if (committed)
                    end(State::Done, {});
                else
                    end(State::Failed, unwritable(committed.error().detail));
            });
}

void DownloadTransfer::end(State state, const Error &error)
{
    m_call = {};
    m_error = error;
    m_state = state;
    m_queue.clear();
    // Removes what was written unless it was committed; a job that still runs holds it as long.
    m_file.reset();
    Q_EMIT stateChanged(m_state);
    if (m_state != State::Cancelled)
        Q_EMIT finished();
}

} // namespace Deskbell::App
