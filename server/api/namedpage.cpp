// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/namedpage.h"

namespace Deskbell::Server {

Result<NameStart> nameStart(const PageRequest &page)
{
    if (!page.byCursor)
        return NameStart{.skipped = qint64(page.page - 1) * page.pageSize};
    if (page.cursor.isEmpty())
        return NameStart{};
    return decodeCursor(page.cursor, 2).map([](const QJsonArray &key) {
        return NameStart{.name = key[0].toString(), .id = key[1].toInteger()};
    });
}

Result<Listed> readNamedPage(Db::Rows &rows, const PageRequest &page,
                             const std::function<Result<qint64>()> &count)
{
    Listed listed;
    QString nextCursor;
    while (listed.data.size() < page.pageSize && rows.next()) {
        listed.data.append(rows.utf8(0));
        if (listed.data.size() == page.pageSize && rows.count() > page.pageSize)
            nextCursor = encodeCursor({rows.text(1), rows.number(2)});
    }
    if (page.byCursor) {
        listed.pagination = {.pageSize = page.pageSize, .nextCursor = nextCursor};
        return listed;
    }
    return count().map([&](qint64 total) {
        listed.pagination = numberedPagination(page, total, nextCursor);
        return listed;
    });
}

} // namespace Deskbell::Server
