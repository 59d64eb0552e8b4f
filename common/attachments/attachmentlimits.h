// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"

namespace Deskbell {

/// What may be uploaded; the server's settings, told in GET /server, known to the app before it
/// starts.
struct AttachmentLimits
{
    qint64 maxBytes = qint64(2) * 1024 * 1024 * 1024;
    QStringList refusedTypes = {}; ///< media types, "application/x-msdownload" or "video/*"

    friend bool operator==(const AttachmentLimits &, const AttachmentLimits &) = default;
};

/// What is wrong with a file of this size and type, or nothing. TooLarge (`upload.too_large` with
/// max), UnsupportedMedia (`upload.type_refused`), Invalid for a negative size.
[[nodiscard]] Result<> checkUpload(const AttachmentLimits &limits, qint64 size,
                                   const QString &mediaType);

} // namespace Deskbell
