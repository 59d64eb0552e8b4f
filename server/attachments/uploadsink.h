// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"
#include "server/attachments/caller.h"
#include "server/attachments/diskfile.h"
#include "server/attachments/sha256.h"
#include "server/attachments/tus.h"
#include "server/attachments/uploadrepository.h"

namespace Deskbell::Server {

/// The body of a PATCH: one piece of an upload on its way to the disk.
///
/// With a checksum the piece counts whole or not at all. Without one, what has arrived counts as
/// soon as it is durable, also when the connection breaks in the middle.
class UploadSink final : public Http::BodySink
{
public:
    /// Checks everything that the head tells and takes the upload's file; refuses with the errors
    /// of tus (server/attachments/tus.h).
    [[nodiscard]] static Result<std::unique_ptr<Http::BodySink>> open(Context &context,
                                                                      const Input &input);

    bool write(QByteArrayView piece) override;
    Http::Response finish() override;
    void abandon() override;

private:
    struct Piece
    {
        Upload upload;
        DiskFile file;
        Sha256 sum;    ///< over the whole upload so far
        qint64 offset; ///< where the piece begins
        std::optional<Tus::Checksum> checksum;
    };

    UploadSink(const Context &context, const Http::RequestHead &head, Piece piece);

    Result<> take(QByteArrayView bytes);
    /// Makes what was taken durable and says so in the table.
    Result<> keep(Context &context);
    /// Back to where the piece began, or to what is durable.
    Result<> discardTo(qint64 size);
    Result<> end(Context &context);
    /// Lets the next piece have the file.
    void release();

    const Caller m_caller;
    const Http::RequestHead m_head;
    Piece m_piece;
    std::optional<QCryptographicHash> m_checksum;
    qint64 m_size;    ///< bytes in the file
    qint64 m_durable; ///< of them, bytes that the table knows of
    Sha256 m_durableSum;
    Result<> m_state; ///< the first thing that went wrong
};

} // namespace Deskbell::Server
