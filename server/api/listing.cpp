// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/listing.h"

#include "server/api/responses.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

Http::Response listResponse(const Listed &list)
{
    return jsonResponse("{\"data\":[" + list.data.join(',') + "],\"pagination\":"
                        + QJsonDocument(toJson(list.pagination)).toJson(QJsonDocument::Compact)
                        + '}');
}

Http::Response wholeListResponse(const QByteArrayList &data)
{
    return listResponse({.data = data,
                         .pagination = {.total = data.size(),
                                        .page = 1,
                                        .pageSize = std::clamp(int(data.size()), 1, maxPageSize),
                                        .totalPages = 1}});
}

QString encodeCursor(const QJsonArray &key)
{
    const QByteArray text = QJsonDocument(key).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(
            text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<QJsonArray> decodeCursor(const QString &cursor, qsizetype size)
{
    const auto decoded = QByteArray::fromBase64Encoding(
            cursor.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
                                       | QByteArray::AbortOnBase64DecodingErrors);
    const QJsonDocument document = QJsonDocument::fromJson(*decoded);
    if (!decoded || !document.isArray() || document.array().size() != size)
        return fail(Error::invalidField(u"cursor"_s, "invalid"));
    return document.array();
}

} // namespace Deskbell::Server
