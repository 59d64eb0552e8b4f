// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/attachmentsink.h"

#include "common/base/text.h"
#include "server/api/idempotency.h"
#include "server/api/responses.h"
#include "server/attachments/attachmentservice.h"
#include "server/attachments/blobstore.h"
#include "server/attachments/contentdisposition.h"
#include "server/attachments/mediatype.h"
#include "server/events/eventpump.h"
#include "server/tickets/ticketservice.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(attachmentLog, "deskbell.attachments")

namespace Deskbell::Server {

Result<std::unique_ptr<Http::BodySink>> AttachmentSink::open(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    if (auto may = checkMayAttach(context, *ticket); !may)
        return fail(may.error());
    const auto name = fileNameOf(input.head().headers.value("Content-Disposition"));
    if (!name)
        return fail(Error::invalidField(u"fileName"_s, "required"));

    const QUuid id = QUuid::createUuid();
    auto file = context.environment.blobs.uploads().open(id);
    if (!file)
        return fail(file.error());
    return std::unique_ptr<Http::BodySink>(new AttachmentSink(context, input.head(),
                                                              {.ticket = *ticket,
                                                               .fileName = cleanFileName(*name),
                                                               .id = id,
                                                               .file = std::move(*file)}));
}

AttachmentSink::AttachmentSink(const Context &context, const Http::RequestHead &head, Target target)
    : m_caller(context)
    , m_head(head)
    , m_target(std::move(target))
{}

AttachmentSink::~AttachmentSink()
{
    if (auto removed = m_caller.environment().blobs.uploads().remove(m_target.id); !removed)
        qCWarning(attachmentLog).noquote() << removed.error().detail;
}

bool AttachmentSink::write(QByteArrayView piece)
{
    if (m_state) {
        m_state = m_target.file.append(piece);
        m_sum.add(piece);
        m_size += piece.size();
    }
    return m_state.has_value();
}

Result<Http::Response> AttachmentSink::add(Context &context)
{
    if (!m_state)
        return fail(m_state.error());
    if (auto synced = m_target.file.sync(); !synced)
        return fail(synced.error());
    const QString path = context.environment.blobs.uploads().path(m_target.id);
    const StoredContent content{
            .sha256 = m_sum.result(), .size = m_size, .mediaType = mediaTypeOf(path)};
    // Whether two requests are the same is asked of the sum, which stands for the bytes.
    const Http::Request request{.head = m_head, .body = content.sha256};
    return runOnce(context, request, [&]() -> Result<Http::Response> {
        auto id = addAttachment(context, m_target.ticket, m_target.fileName, path, content);
        if (!id)
            return fail(id.error());
        auto json = selectAttachmentAnswer(context.db, *id);
        if (!json)
            return fail(json.error());
        Http::Response response = jsonResponse(*json, 201);
        response.headers.set("Location"_ba,
                             "/api/v1/attachments/" + QByteArray::number(id->value()));
        return response;
    });
}

Http::Response AttachmentSink::finish()
{
    Context context = m_caller.context();
    auto response = add(context);
    if (!response) {
        if (response.error().code == ErrorCode::Internal)
            qCCritical(attachmentLog).noquote() << m_head.requestId << response.error().detail;
        return problemResponse(response.error(), m_head.requestId);
    }
    if (context.wroteEvents)
        context.environment.events.wake();
    return std::move(*response);
}

} // namespace Deskbell::Server
