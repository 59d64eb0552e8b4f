// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/uploadtransfer.h"

#include "app/net/background.h"
#include "app/net/client.h"
#include "app/net/connectionmonitor.h"
#include "common/attachments/uploadmetadata.h"

#include <QMimeDatabase>

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestPause = 30s;
/// Damaged or misplaced pieces in a row; then it is not chance.
constexpr int maxOddities = 3;

const Api::Header tusVersion{"Tus-Resumable"_ba, "1.0.0"_ba};

bool comesBack(const Error &error)
{
    return error.code == ErrorCode::Network || error.code == ErrorCode::Timeout
           || error.code == ErrorCode::Unavailable || error.code == ErrorCode::Locked
           || error.code == ErrorCode::TooManyRequests;
}

} // namespace

UploadTransfer::UploadTransfer(Api::Client &client, const FileSource &source, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_source(source)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &UploadTransfer::resume);
    connect(&client.connection(), &ConnectionMonitor::stateChanged, this,
            [this](ConnectionMonitor::State state) {
                if (state == ConnectionMonitor::State::Online && m_state == State::Waiting)
                    resume();
            });
}

UploadTransfer::UploadTransfer(Api::Client &client, const FileSource &source, const QUuid &uploadId,
                               QObject *parent)
    : UploadTransfer(client, source, parent)
{
    m_uploadId = uploadId;
    m_offset = m_sent = source.size();
    m_state = State::Done;
}

UploadTransfer::~UploadTransfer() = default;

QString UploadTransfer::path() const
{
    return u"/uploads/"_s + m_uploadId.toString(QUuid::WithoutBraces);
}

void UploadTransfer::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void UploadTransfer::setSent(qint64 sent)
{
    if (m_sent == sent)
        return;
    m_sent = sent;
    Q_EMIT progressChanged(m_sent, size());
}

void UploadTransfer::start()
{
    if (m_state == State::Idle)
        resume();
}

void UploadTransfer::resume()
{
    if (m_state == State::Running || m_state == State::Done || m_state == State::Cancelled)
        return;
    m_retry.stop();
    m_error = {};
    setState(State::Running);
    if (m_uploadId.isNull())
        create();
    else
        askOffset();
}

void UploadTransfer::pause()
{
    if (m_state != State::Running && m_state != State::Waiting)
        return;
    ++m_run;
    m_retry.stop();
    m_call = {};
    setState(State::Paused);
}

void UploadTransfer::cancel()
{
    if (m_state == State::Cancelled)
        return;
    ++m_run;
    m_retry.stop();
    m_call = {};
    if (!m_uploadId.isNull()) {
        // Guarded by the client, not by this: it goes on when this is deleted.
        Api::Request request = Api::Request::remove(path());
        request.headers.append(tusVersion);
        m_client.send(request, &m_client, [](const Result<Api::Answer> &) {});
    }
    setState(State::Cancelled);
}

void UploadTransfer::create()
{
    Api::Request request{.method = Api::Method::Post, .path = u"/uploads"_s};
    const QString type
            = QMimeDatabase().mimeTypeForFile(fileName(), QMimeDatabase::MatchExtension).name();
    request.headers
            = {tusVersion,
               {"Upload-Length"_ba, QByteArray::number(size())},
               {"Upload-Metadata"_ba, toHeader({.fileName = fileName(), .fileType = type})}};
    m_call = m_client.send(request, this, [this](const Result<Api::Answer> &answer) {
        if (!answer) {
            failed(answer.error());
            return;
        }
        const QByteArray location = answer->header("Location");
        m_uploadId = QUuid::fromString(
                QString::fromLatin1(location.sliced(location.lastIndexOf('/') + 1)));
        if (m_uploadId.isNull())
            failed(Api::unreadable(u"An upload without a location."_s));
        else if (size() == 0)
            askOffset(); // there is no piece whose arrival would complete it
        else
            continueFrom(0);
    });
}

void UploadTransfer::askOffset()
{
    Api::Request request{.method = Api::Method::Head, .path = path()};
    request.headers.append(tusVersion);
    m_call = m_client.send(request, this,
                           [this](const Result<Api::Answer> &answer) { answered(answer); });
}

void UploadTransfer::continueFrom(qint64 offset)
{
    m_offset = offset;
    setSent(offset);
    if (offset == size()) {
        setState(State::Done);
        Q_EMIT finished();
        return;
    }
    inBackground(
            this, [source = m_source, offset] { return source.read(offset, pieceSize); },
            [this, run = m_run](const Result<FileSource::Piece> &piece) {
                if (run != m_run || m_state != State::Running)
                    return;
                if (piece)
                    sendPiece(*piece);
                else
                    failed(piece.error());
            });
}

void UploadTransfer::sendPiece(const FileSource::Piece &piece)
{
    Api::Request request{.method = Api::Method::Patch,
                         .path = path(),
                         .body = piece.bytes,
                         .contentType = "application/offset+octet-stream"_ba};
    request.headers = {tusVersion,
                       {"Upload-Offset"_ba, QByteArray::number(m_offset)},
                       {"Upload-Checksum"_ba, "sha256 " + piece.sha256.toBase64()}};
    request.uploadProgress = [this](qint64 sent, qint64) {
        setSent(m_offset + sent);
    };
    m_call = m_client.send(request, this,
                           [this](const Result<Api::Answer> &answer) { answered(answer); });
}

void UploadTransfer::answered(const Result<Api::Answer> &answer)
{
    if (!answer) {
        failed(answer.error());
        return;
    }
    bool ok = false;
    const qint64 offset = answer->header("Upload-Offset").toLongLong(&ok);
    if (!ok || offset < 0 || offset > size()) {
        failed(Api::unreadable(u"An upload without an offset."_s));
        return;
    }
    if (offset > m_offset)
        m_failures = 0;
    continueFrom(offset);
}

void UploadTransfer::failed(const Error &error)
{
    ++m_run;
    m_error = error;
    const bool isGone = error.code == ErrorCode::Gone || error.code == ErrorCode::NotFound;
    const bool isOdd = error.key == "upload.offset_mismatch"
                       || error.key == "upload.checksum_mismatch"
                       || (isGone && !m_uploadId.isNull());
    if (comesBack(error)) {
        waitForServer();
    } else if (isOdd && !error.key.startsWith("file.") && ++m_failures <= maxOddities) {
        if (isGone)
            m_uploadId = {}; // expired while it was paused: from the start
        setState(State::Waiting);
        resume();
    } else {
        setState(State::Failed);
        Q_EMIT finished();
    }
}

void UploadTransfer::waitForServer()
{
    const auto grown = m_firstPause * (1 << std::min(m_failures++, 8));
    m_retry.start(std::min<std::chrono::milliseconds>(grown, longestPause));
    setSent(m_offset);
    setState(State::Waiting);
}

} // namespace Deskbell::App
