// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/uploadsink.h"

#include "server/attachments/blobstore.h"
#include "server/attachments/uploadservice.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(uploadLog, "deskbell.uploads")

namespace Deskbell::Server {

namespace {

/// After so many bytes without a checksum they are made durable: what a crash may cost.
constexpr qint64 keepEvery = 16 * 1024 * 1024;

Error tooLong(const Upload &upload)
{
    return {.code = ErrorCode::TooLarge,
            .key = "upload.too_large",
            .detail = u"There are more bytes than the upload was announced with."_s,
            .params = {{u"max"_s, upload.length}}};
}

Result<> checkOffset(qint64 given, qint64 expected)
{
    if (given == expected)
        return {};
    return fail({.code = ErrorCode::Conflict,
                 .key = "upload.offset_mismatch",
                 .detail = u"The piece does not begin where the upload ends."_s,
                 .params = {{u"offset"_s, expected}}});
}

Result<> checkMediaType(const Http::RequestHead &head)
{
    if (head.headers.value("Content-Type").trimmed() == "application/offset+octet-stream")
        return {};
    return fail({.code = ErrorCode::UnsupportedMedia,
                 .key = "request.unsupported_media_type",
                 .detail = u"The body must be application/offset+octet-stream."_s});
}

} // namespace

Result<std::unique_ptr<Http::BodySink>> UploadSink::open(Context &context, const Input &input)
{
    const Http::RequestHead &head = input.head();
    auto checked = checkMediaType(head);
    if (!checked)
        return fail(checked.error());
    auto offset = Tus::number(head, "Upload-Offset");
    if (!offset)
        return fail(offset.error());
    auto checksum = Tus::checksum(head);
    if (!checksum)
        return fail(checksum.error());

    const QUuid id = QUuid::fromString(input.pathValues.value(0));
    if (auto owned = findUpload(context, id); !owned)
        return fail(owned.error());
    UploadFiles &files = context.environment.blobs.uploads();
    auto file = files.open(id);
    if (!file)
        return fail(file.error());
    // Only now does nobody else move it on, or away.
    auto upload = findUpload(context, id);
    if (!upload || upload->isComplete()) {
        if (auto removed = files.remove(id); !removed)
            return fail(removed.error());
        if (!upload)
            return fail(upload.error());
    }
    const qint64 size = resumeOffset(context, *upload);
    if (checked = checkOffset(*offset, size); !checked)
        return fail(checked.error());
    if (head.contentLength > upload->length - size)
        return fail(tooLong(*upload));
    // Bytes behind that were never confirmed; they may be half of something.
    if (auto cut = file->truncate(upload->isComplete() ? 0 : size); !cut)
        return fail(cut.error());
    auto sum = upload->isComplete() ? Sha256() : files.sum(id, *file, size);
    if (!sum)
        return fail(sum.error());

    return std::unique_ptr<Http::BodySink>(new UploadSink(context, head,
                                                          {.upload = std::move(*upload),
                                                           .file = std::move(*file),
                                                           .sum = *sum,
                                                           .offset = size,
                                                           .checksum = std::move(*checksum)}));
}

UploadSink::UploadSink(const Context &context, const Http::RequestHead &head, Piece piece)
    : m_caller(context)
    , m_head(head)
    , m_piece(std::move(piece))
    , m_size(m_piece.offset)
    , m_durable(m_piece.offset)
    , m_durableSum(m_piece.sum)
{
    if (m_piece.checksum)
        m_checksum.emplace(m_piece.checksum->algorithm);
}

bool UploadSink::write(QByteArrayView piece)
{
    if (m_state)
        m_state = take(piece);
    return m_state.has_value();
}

Result<> UploadSink::take(QByteArrayView bytes)
{
    if (bytes.size() > m_piece.upload.length - m_size)
        return fail(tooLong(m_piece.upload));
    if (auto appended = m_piece.file.append(bytes); !appended)
        return appended;
    m_piece.sum.add(bytes);
    m_size += bytes.size();
    if (m_checksum) {
        m_checksum->addData(bytes);
    } else if (m_size - m_durable >= keepEvery) {
        Context context = m_caller.context();
        return keep(context);
    }
    return {};
}

Result<> UploadSink::keep(Context &context)
{
    if (m_size == m_durable)
        return {};
    if (auto synced = m_piece.file.sync(); !synced)
        return synced;
    auto told = updateReceived(context.db, m_piece.upload.id, m_size, uploadExpiry(context));
    if (!told)
        return told;
    m_durable = m_size;
    m_durableSum = m_piece.sum;
    return {};
}

Result<> UploadSink::discardTo(qint64 size)
{
    m_size = size;
    return m_piece.file.truncate(size);
}

Result<> UploadSink::end(Context &context)
{
    if (m_checksum && (!m_state || m_checksum->result() != m_piece.checksum->sum)) {
        auto cut = discardTo(m_piece.offset);
        if (!cut)
            return cut;
        return m_state ? fail(Tus::checksumMismatch()) : m_state;
    }
    // A full disk may have taken half of the last bytes; those that it took whole are good.
    if (!m_state) {
        if (auto cut = m_piece.file.truncate(m_size); !cut)
            return cut;
    }
    if (auto kept = keep(context); !kept)
        return kept;
    if (!m_state)
        return m_state;
    if (m_size == m_piece.upload.length && !m_piece.upload.isComplete())
        return completeUpload(context, m_piece.upload, m_piece.sum);
    return {};
}

Http::Response UploadSink::finish()
{
    Context context = m_caller.context();
    const Result<> ended = end(context);
    release();
    if (!ended) {
        if (ended.error().code == ErrorCode::Internal)
            qCCritical(uploadLog).noquote() << m_head.requestId << ended.error().detail;
        return Tus::problem(ended.error(), m_head);
    }
    Http::Response response = Tus::answer(204);
    response.headers.set("Upload-Offset"_ba, QByteArray::number(m_size));
    response.headers.set("Upload-Expires"_ba, Tus::httpDate(uploadExpiry(context)));
    return response;
}

void UploadSink::abandon()
{
    Context context = m_caller.context();
    // A piece that has a checksum and no end cannot be checked.
    const Result<> kept = m_checksum ? discardTo(m_piece.offset) : keep(context);
    if (!kept)
        qCWarning(uploadLog).noquote() << m_head.requestId << kept.error().detail;
    release();
}

void UploadSink::release()
{
    if (m_durable < m_piece.upload.length) {
        m_caller.environment().blobs.uploads().rememberSum(m_piece.upload.id, m_durableSum,
                                                           m_durable);
    }
    // Before the answer is on its way: the next piece may be here before this object is gone.
    m_piece.file = DiskFile();
}

} // namespace Deskbell::Server
