// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/uploadroutes.h"

#include "common/attachments/uploadmetadata.h"
#include "server/api/responses.h"
#include "server/attachments/tus.h"
#include "server/attachments/uploadservice.h"
#include "server/attachments/uploadsink.h"
#include "server/base/environment.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// Gives one answer without taking the body: a refusal that this protocol wants headers with.
class AnswerSink final : public Http::BodySink
{
public:
    explicit AnswerSink(Http::Response response)
        : m_response(std::move(response))
    {}

    bool write(QByteArrayView) override { return false; }
    Http::Response finish() override { return m_response; }
    void abandon() override {}

private:
    const Http::Response m_response;
};

/// What went wrong inside is answered and logged as everywhere; refusals speak tus.
bool isRefusal(const Error &error)
{
    return error.code != ErrorCode::Internal;
}

Handler tus(const Handler &handler)
{
    return [handler](Context &context, const Input &input) -> Result<Http::Response> {
        auto spoken = Tus::checkVersion(input.head());
        Result<Http::Response> response
                = spoken ? handler(context, input) : Result<Http::Response>(fail(spoken.error()));
        if (!response && isRefusal(response.error()))
            return Tus::problem(response.error(), input.head());
        return response;
    };
}

SinkOpener tus(const SinkOpener &opener)
{
    using Sink = Result<std::unique_ptr<Http::BodySink>>;
    return [opener](Context &context, const Input &input) -> Sink {
        auto spoken = Tus::checkVersion(input.head());
        Sink sink = spoken ? opener(context, input) : Sink(fail(spoken.error()));
        if (!sink && isRefusal(sink.error()))
            return std::make_unique<AnswerSink>(Tus::problem(sink.error(), input.head()));
        return sink;
    };
}

Result<Http::Response> tellCapabilities(Context &context, const Input &)
{
    Http::Response response = Tus::answer(204);
    response.headers.set("Tus-Version"_ba, Tus::version);
    response.headers.set("Tus-Extension"_ba, Tus::extensions);
    response.headers.set("Tus-Checksum-Algorithm"_ba, Tus::checksumAlgorithms);
    response.headers.set("Tus-Max-Size"_ba,
                         QByteArray::number(context.environment.settings.uploadLimit));
    return response;
}

Result<Http::Response> beginUpload(Context &context, const Input &input)
{
    auto length = Tus::number(input.head(), "Upload-Length");
    if (!length)
        return fail(length.error());
    auto metadata = uploadMetadataFromHeader(input.head().headers.value("Upload-Metadata"));
    if (!metadata)
        return fail(metadata.error());
    auto upload = createUpload(context, metadata->fileName, *length);
    if (!upload)
        return fail(upload.error());
    Http::Response response = Tus::answer(201);
    response.headers.set("Location"_ba,
                         "/api/v1/uploads/" + upload->id.toByteArray(QUuid::WithoutBraces));
    response.headers.set("Upload-Expires"_ba, Tus::httpDate(upload->expiresAt));
    return response;
}

Result<Http::Response> tellOffset(Context &context, const Input &input)
{
    auto upload = findUpload(context, QUuid::fromString(input.pathValues.value(0)));
    if (!upload)
        return fail(upload.error());
    const qint64 offset = resumeOffset(context, *upload);
    if (offset == upload->length && !upload->isComplete()) {
        // The server ended between the last byte and the rest; the client will send nothing more.
        auto completed = completeInterrupted(context, *upload);
        if (!completed && completed.error().code != ErrorCode::Locked)
            return fail(completed.error());
    }
    Http::Response response = Tus::answer(200);
    response.headers.set("Upload-Offset"_ba, QByteArray::number(offset));
    response.headers.set("Upload-Length"_ba, QByteArray::number(upload->length));
    response.headers.set("Upload-Metadata"_ba,
                         toHeader(UploadMetadata{.fileName = upload->fileName}));
    response.headers.set("Upload-Expires"_ba, Tus::httpDate(upload->expiresAt));
    return response;
}

Result<Http::Response> deleteUpload(Context &context, const Input &input)
{
    if (auto removed = removeUpload(context, QUuid::fromString(input.pathValues.value(0)));
        !removed)
        return fail(removed.error());
    return Tus::answer(204);
}

/// The headers of tus that a request carries, Tus-Resumable among them.
QJsonArray tusHeaders(const QStringList &names)
{
    QJsonArray parameters;
    for (const QString &name : QStringList{u"Tus-Resumable"_s} + names) {
        parameters.append(QJsonObject{
                {u"name"_s, name},
                {u"in"_s, u"header"_s},
                {u"required"_s, !name.endsWith("Metadata"_L1) && !name.endsWith("Checksum"_L1)},
                {u"schema"_s, JsonShapes::text()}});
    }
    return parameters;
}

} // namespace

Routes uploadRoutes()
{
    using Http::Method;
    return {
            {.method = Method::Options,
             .path = "/uploads",
             .summary = "What this server knows of tus",
             .access = Route::Access::Public,
             .handler = &tellCapabilities},
            {.method = Method::Post,
             .path = "/uploads",
             .summary = "Begin a resumable upload",
             .handler = tus(Handler(&beginUpload)),
             .parameters =
                     [] {
                         return tusHeaders({u"Upload-Length"_s, u"Upload-Metadata"_s});
                     }},
            {.method = Method::Head,
             .path = "/uploads/{id}",
             .summary = "How far an upload is",
             .handler = tus(Handler(&tellOffset)),
             .parameters =
                     [] {
                         return tusHeaders({});
                     }},
            {.method = Method::Patch,
             .path = "/uploads/{id}",
             .summary = "The next bytes of an upload",
             .body = Route::Body::Stream,
             .openSink = tus(SinkOpener(&UploadSink::open)),
             .parameters =
                     [] {
                         return tusHeaders({u"Upload-Offset"_s, u"Upload-Checksum"_s});
                     },
             .takes = {.mediaType = "application/offset+octet-stream"_ba}},
            {.method = Method::Delete,
             .path = "/uploads/{id}",
             .summary = "Give an upload up",
             .handler = tus(Handler(&deleteUpload)),
             .parameters =
                     [] {
                         return tusHeaders({});
                     }},
    };
}

} // namespace Deskbell::Server
