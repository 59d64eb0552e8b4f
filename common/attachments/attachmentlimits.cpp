// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/attachments/attachmentlimits.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

bool matches(const QString &pattern, const QString &mediaType)
{
    if (pattern.endsWith("/*"_L1))
        return mediaType.startsWith(pattern.chopped(1), Qt::CaseInsensitive);
    return mediaType.compare(pattern, Qt::CaseInsensitive) == 0;
}

} // namespace

Result<> checkUpload(const AttachmentLimits &limits, qint64 size, const QString &mediaType)
{
    if (size < 0)
        return fail(Error::invalidField(u"size"_s, "out_of_range",
                                        {{u"min"_s, 0}, {u"max"_s, limits.maxBytes}}));
    if (size > limits.maxBytes)
        return fail({.code = ErrorCode::TooLarge,
                     .key = "upload.too_large",
                     .detail = u"The file is larger than the server takes."_s,
                     .params = {{u"max"_s, limits.maxBytes}}});
    // Parameters ("; charset=utf-8") say nothing about the type.
    const QString type = mediaType.section(u';', 0, 0).trimmed();
    for (const QString &pattern : limits.refusedTypes) {
        if (matches(pattern, type))
            return fail({.code = ErrorCode::UnsupportedMedia,
                         .key = "upload.type_refused",
                         .detail = u"The server does not take files of this type."_s,
                         .params = {{u"type"_s, type}}});
    }
    return {};
}

} // namespace Deskbell
