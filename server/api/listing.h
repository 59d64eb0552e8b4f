// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/paging.h"
#include "server/http/message.h"

#include <QJsonArray>

/// Answers that are lists: `{"data":[…],"pagination":{…}}`.
namespace Deskbell::Server {

/// A part of a list, ready to be answered.
struct Listed
{
    QByteArrayList data = {}; ///< the JSON text of each entry
    Pagination pagination = {};
};

Http::Response listResponse(const Listed &list);

/// A list that is always answered whole, because it is short by nature.
Http::Response wholeListResponse(const QByteArrayList &data);

/// An opaque place in a list: what its entries are ordered by, of the last one that was answered.
QString encodeCursor(const QJsonArray &key);
/// Invalid (field "cursor") when it is not such a text of `size` parts.
Result<QJsonArray> decodeCursor(const QString &cursor, qsizetype size);

} // namespace Deskbell::Server
