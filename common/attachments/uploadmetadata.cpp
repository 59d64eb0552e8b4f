// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/attachments/uploadmetadata.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

Error malformed()
{
    return {.code = ErrorCode::Malformed,
            .key = "upload.metadata_malformed",
            .detail = u"The header Upload-Metadata is not readable."_s};
}

} // namespace

Result<UploadMetadata> uploadMetadataFromHeader(QByteArrayView header)
{
    UploadMetadata metadata;
    if (header.trimmed().isEmpty())
        return metadata;

    QSet<QByteArray> seen;
    for (const QByteArray &part : header.toByteArray().split(',')) {
        const QByteArray pair = part.trimmed();
        const qsizetype space = pair.indexOf(' ');
        const QByteArray key = space < 0 ? pair : pair.first(space);
        if (key.isEmpty() || seen.contains(key))
            return fail(malformed());
        seen.insert(key);

        const auto decoded
                = QByteArray::fromBase64Encoding(space < 0 ? QByteArray() : pair.sliced(space + 1),
                                                 QByteArray::AbortOnBase64DecodingErrors);
        const QByteArray value = decoded ? *decoded : QByteArray();
        if (!decoded || value.contains('\0') || !QByteArrayView(value).isValidUtf8())
            return fail(malformed());
        if (key == "filename")
            metadata.fileName = QString::fromUtf8(value);
        else if (key == "filetype")
            metadata.fileType = QString::fromUtf8(value);
    }
    return metadata;
}

QByteArray toHeader(const UploadMetadata &metadata)
{
    QByteArray header = "filename " + metadata.fileName.toUtf8().toBase64();
    if (!metadata.fileType.isEmpty())
        header += ",filetype " + metadata.fileType.toUtf8().toBase64();
    return header;
}

} // namespace Deskbell
