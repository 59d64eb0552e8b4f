// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/paging.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

Pagination numberedPagination(const PageRequest &request, qint64 total, const QString &nextCursor)
{
    return {.total = total,
            .page = request.page,
            .pageSize = request.pageSize,
            .totalPages = int((total + request.pageSize - 1) / request.pageSize),
            .nextCursor = nextCursor};
}

void read(JsonReader &reader, Pagination &pagination)
{
    reader.bigInteger("total"_L1, pagination.total, Presence::Optional);
    reader.integer("page"_L1, pagination.page, Presence::Optional, 1);
    reader.integer("pageSize"_L1, pagination.pageSize, Presence::Required, 1, maxPageSize);
    reader.integer("totalPages"_L1, pagination.totalPages, Presence::Optional, 0);
    reader.text("nextCursor"_L1, pagination.nextCursor, Presence::RequiredNullable);
}

QJsonObject toJson(const Pagination &pagination)
{
    QJsonObject object{{u"pageSize"_s, pagination.pageSize}};
    if (pagination.total)
        object[u"total"_s] = *pagination.total;
    if (pagination.page)
        object[u"page"_s] = *pagination.page;
    if (pagination.totalPages)
        object[u"totalPages"_s] = *pagination.totalPages;
    object[u"nextCursor"_s] = pagination.nextCursor.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                              : QJsonValue(pagination.nextCursor);
    return object;
}

} // namespace Deskbell
