// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArrayView>
#include <QString>

namespace Deskbell {

/// The header Upload-Metadata of tus 1.0.0: pairs of a key and a value in Base64, parted by commas.
/// Of the keys we know `filename` and `filetype`; others are ignored, as the protocol allows them.
struct UploadMetadata
{
    QString fileName = {}; ///< as the person's computer calls it; not cleaned
    QString fileType = {};

    friend bool operator==(const UploadMetadata &, const UploadMetadata &) = default;
};

/// Malformed (`upload.metadata_malformed`) for broken Base64, a value that is no UTF-8 or has a
/// NUL, an empty key, or one that stands twice.
[[nodiscard]] Result<UploadMetadata> uploadMetadataFromHeader(QByteArrayView header);

QByteArray toHeader(const UploadMetadata &metadata);

} // namespace Deskbell
