// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/tus.h"

#include "server/api/responses.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::Tus {

namespace {

constexpr char mismatchKey[] = "upload.checksum_mismatch";

Error malformed(const char *name)
{
    return {.code = ErrorCode::Malformed,
            .key = "upload.header_malformed",
            .detail = u"The header %1 cannot be read."_s.arg(QLatin1StringView(name))};
}

std::optional<QByteArray> fromBase64(const QByteArray &text)
{
    auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return std::move(decoded.decoded);
}

} // namespace

Result<> checkVersion(const Http::RequestHead &head)
{
    if (head.headers.value("Tus-Resumable").trimmed() == version)
        return {};
    return fail(
            {.code = ErrorCode::VersionMismatch,
             .key = "upload.tus_version",
             .detail = u"The header Tus-Resumable must be %1."_s.arg(QLatin1StringView(version))});
}

Result<qint64> number(const Http::RequestHead &head, const char *name)
{
    const QByteArray text = head.headers.value(name).trimmed();
    bool ok = !text.isEmpty()
              && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const qint64 value = ok ? text.toLongLong(&ok) : 0;
    if (!ok)
        return fail(malformed(name));
    return value;
}

Result<std::optional<Checksum>> checksum(const Http::RequestHead &head)
{
    constexpr char name[] = "Upload-Checksum";
    const QByteArray header = head.headers.value(name).trimmed();
    if (header.isEmpty())
        return std::nullopt;
    const qsizetype space = header.indexOf(' ');
    const QByteArray algorithm = space < 0 ? header : header.first(space);
    Checksum result{.algorithm = QCryptographicHash::Sha256};
    if (algorithm == "sha1")
        result.algorithm = QCryptographicHash::Sha1;
    else if (algorithm != "sha256")
        return fail(malformed(name));
    const auto sum = fromBase64(space < 0 ? QByteArray() : header.sliced(space + 1).trimmed());
    if (!sum || sum->size() != QCryptographicHash::hashLength(result.algorithm))
        return fail(malformed(name));
    result.sum = *sum;
    return std::optional(result);
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

Http::Response answer(int status)
{
    Http::Response response{.status = status};
    response.headers.set("Tus-Resumable"_ba, version);
    // An offset of yesterday must not be believed.
    response.headers.set("Cache-Control"_ba, "no-store"_ba);
    return response;
}

Http::Response problem(const Error &error, const Http::RequestHead &head)
{
    // The protocol has a status of its own for this.
    const int status = error.key == mismatchKey ? 460 : httpStatus(error.code);
    Http::Response response = problemResponse(error, head.requestId, status);
    response.headers.set("Tus-Resumable"_ba, version);
    response.headers.set("Cache-Control"_ba, "no-store"_ba);
    if (response.status == 412)
        response.headers.set("Tus-Version"_ba, version);
    if (const QJsonValue limit = error.params.value("max"_L1);
        response.status == 413 && !limit.isUndefined())
        response.headers.set("Tus-Max-Size"_ba, QByteArray::number(limit.toInteger()));
    if (const QJsonValue offset = error.params.value("offset"_L1); !offset.isUndefined())
        response.headers.set("Upload-Offset"_ba, QByteArray::number(offset.toInteger()));
    return response;
}

Error checksumMismatch()
{
    return {.code = ErrorCode::Malformed,
            .key = mismatchKey,
            .detail = u"The piece is not what its checksum says; it was discarded."_s};
}

} // namespace Deskbell::Server::Tus
