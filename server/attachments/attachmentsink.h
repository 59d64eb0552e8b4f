// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"
#include "server/attachments/caller.h"
#include "server/attachments/diskfile.h"
#include "server/attachments/sha256.h"

#include <QUuid>

namespace Deskbell::Server {

/// The body of POST /tickets/{id}/attachments: a whole file, of any size, in one request. Broken
/// off, nothing of it stays.
class AttachmentSink final : public Http::BodySink
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Http::BodySink>> open(Context &context,
                                                                      const Input &input);
    ~AttachmentSink() override;

    bool write(QByteArrayView piece) override;
    Http::Response finish() override;
    void abandon() override {}

private:
    struct Target
    {
        TicketId ticket;
        QString fileName;
        QUuid id; ///< of the temporary file
        DiskFile file;
    };

    AttachmentSink(const Context &context, const Http::RequestHead &head, Target target);

    Result<Http::Response> add(Context &context);

    const Caller m_caller;
    const Http::RequestHead m_head;
    Target m_target;
    Sha256 m_sum;
    qint64 m_size = 0;
    Result<> m_state;
};

} // namespace Deskbell::Server
