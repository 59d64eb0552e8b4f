// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/attachmentroutes.h"

#include "common/attachments/attachment.h"
#include "common/base/query.h"
#include "server/api/responses.h"
#include "server/attachments/attachmentservice.h"
#include "server/attachments/attachmentsink.h"
#include "server/attachments/blobstore.h"
#include "server/attachments/byterange.h"
#include "server/attachments/contentdisposition.h"
#include "server/attachments/uploadroutes.h"
#include "server/base/environment.h"
#include "server/tickets/ticketservice.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

struct AttachmentQuery
{
    PageRequest page = {};
};

void read(QueryReader &reader, AttachmentQuery &query)
{
    reader.paging(query.page);
}

Result<Http::Response> showAttachments(Context &context, const Input &input)
{
    auto ticket = TicketService::resolve(context, input.pathValues.value(0));
    if (!ticket)
        return fail(ticket.error());
    auto query = parseQuery(input.head().query).and_then(fromQuery<AttachmentQuery>);
    if (!query)
        return fail(query.error());
    return listAttachments(context, *ticket, query->page).map(listResponse);
}

/// The part asked for; If-Range lets it count only while the content is the one already begun.
RangeRequest rangeOf(const Http::RequestHead &head, const QByteArray &tag, qint64 size)
{
    const QByteArray range = head.headers.value("Range");
    const QByteArray condition = head.headers.value("If-Range").trimmed();
    if (range.isEmpty() || (!condition.isEmpty() && condition != tag))
        return {};
    return parseRange(range, size);
}

Http::Response rangeNotSatisfiable(const Input &input, qint64 size)
{
    Http::Response response = problemResponse({.code = ErrorCode::RangeNotSatisfiable,
                                               .key = "request.range_not_satisfiable",
                                               .detail = u"The file has no such part."_s,
                                               .params = {{u"size"_s, size}}},
                                              input.head().requestId);
    response.headers.set("Content-Range"_ba, "bytes */" + QByteArray::number(size));
    return response;
}

/// Whatever the file is, a browser must not run it as part of this site.
void setHarmless(Http::Headers &headers, const StoredAttachment &attachment)
{
    headers.set("Content-Type"_ba, attachment.content.mediaType.toLatin1());
    headers.set("Content-Disposition"_ba, attachmentDisposition(attachment.fileName));
    headers.set("X-Content-Type-Options"_ba, "nosniff"_ba);
    headers.set("Content-Security-Policy"_ba, "sandbox; default-src 'none'"_ba);
}

Result<Http::Response> downloadAttachment(Context &context, const Input &input)
{
    auto id = input.pathId<AttachmentId>();
    if (!id)
        return fail(id.error());
    auto attachment = viewAttachment(context, *id);
    if (!attachment)
        return fail(attachment.error());

    const StoredContent &content = attachment->content;
    const QByteArray tag = '"' + content.sha256.toHex() + '"';
    Http::Response response;
    response.headers.set("ETag"_ba, tag);
    response.headers.set("Cache-Control"_ba, "private, no-cache"_ba);
    if (const QByteArray known = input.head().headers.value("If-None-Match");
        namesTag(known, tag)) {
        response.status = 304;
        return response;
    }
    const RangeRequest range = rangeOf(input.head(), tag, content.size);
    if (range.kind == RangeKind::Unsatisfiable)
        return rangeNotSatisfiable(input, content.size);

    const QString path = context.environment.blobs.path(content.sha256);
    if (QFileInfo(path).size() != content.size)
        return fail(Error::internal(u"the content %1 is missing or damaged"_s.arg(path)));
    setHarmless(response.headers, *attachment);
    response.headers.set("Accept-Ranges"_ba, "bytes"_ba);
    ByteRange part{.offset = 0, .length = content.size};
    if (range.kind == RangeKind::Part) {
        part = range.part;
        response.status = 206;
        response.headers.set("Content-Range"_ba,
                             "bytes " + QByteArray::number(part.offset) + '-'
                                     + QByteArray::number(part.offset + part.length - 1) + '/'
                                     + QByteArray::number(content.size));
    }
    response.file = Http::FileBody{.path = path, .offset = part.offset, .length = part.length};
    return response;
}

Result<Http::Response> deleteAttachment(Context &context, const Input &input)
{
    auto id = input.pathId<AttachmentId>();
    if (!id)
        return fail(id.error());
    if (auto removed = removeAttachment(context, *id); !removed)
        return fail(removed.error());
    return noContent();
}

} // namespace

Routes attachmentRoutes()
{
    using Http::Method;
    using Body = Route::Body;
    return uploadRoutes()
           + Routes{
                   {.method = Method::Post,
                    .path = "/tickets/{id}/attachments",
                    .summary = "Put a file on a ticket; the body is the file",
                    .body = Body::Stream,
                    .openSink = &AttachmentSink::open,
                    .answers = bodyOf<Attachment>()},
                   {.method = Method::Get,
                    .path = "/tickets/{id}/attachments",
                    .summary = "The files of a ticket",
                    .handler = &showAttachments,
                    .parameters = [] { return parametersOf<AttachmentQuery>(); },
                    .answers = pageOf<Attachment>()},
                   {.method = Method::Get,
                    .path = "/attachments/{id}",
                    .summary = "The bytes of a file, whole or a part of them",
                    .handler = &downloadAttachment,
                    .answers = {.mediaType = "application/octet-stream"_ba}},
                   {.method = Method::Delete,
                    .path = "/attachments/{id}",
                    .summary = "Remove a file from its ticket",
                    .handler = &deleteAttachment},
           };
}

} // namespace Deskbell::Server
