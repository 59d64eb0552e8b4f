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
    const QJsonArray key = QJsonDocument::fromJson(*decoded).array();
    const bool hasNul = std::any_of(key.begin(), key.end(), [](const QJsonValue &part) {
        return part.toString().contains(QChar::Null);
    });
    if (!decoded || key.size() != size || hasNul)
        return fail(Error::invalidField(u"cursor"_s, "invalid"));
    return key;
}

} // namespace Deskbell::Server
