// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketlist.h"

#include "server/tickets/ticketquery.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Result<qint64> countTickets(Context &context, const TicketFilter &filter,
                            const TicketViewer &viewer)
{
    const TicketQuery query = ticketCountQuery(filter, viewer);
    auto rows = context.db.runText(query.sql, query.binds, query.planning);
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->number(0);
}

QStringList placeIn(const Db::Rows &rows, int size)
{
    QStringList place;
    for (int i = 0; i < size; ++i)
        place.append(rows.text(i + 2));
    return place;
}

} // namespace

Result<Listed> listTickets(Context &context, const TicketFilter &filter)
{
    const TicketViewer viewer
            = TicketViewer::of(context.principal.account, context.principal.grants, context.now());
    auto query = ticketPageQuery(filter, viewer);
    if (!query)
        return fail(query.error());
    auto rows = context.db.runText(query->sql, query->binds, query->planning);
    // Only the values of a cursor come as text that PostgreSQL has yet to read.
    if (!rows && filter.page.byCursor && rows.error().key == "database.value")
        return fail(Error::invalidField(u"cursor"_s, "invalid"));
    if (!rows)
        return fail(rows.error());

    Listed list{.pagination = {.pageSize = filter.page.pageSize}};
    const int placeSize = ticketPlaceSize(filter);
    QString cursor;
    while (rows->next()) {
        if (list.data.size() == filter.page.pageSize) {
            list.pagination.nextCursor = cursor;
            break;
        }
        list.data.append(rows->utf8(0));
        if (list.data.size() == filter.page.pageSize)
            cursor = ticketCursor(filter, rows->id<TicketId>(1), placeIn(*rows, placeSize));
    }
    if (filter.page.byCursor)
        return list;
    auto total = countTickets(context, filter, viewer);
    if (!total)
        return fail(total.error());
    list.pagination = numberedPagination(filter.page, *total, list.pagination.nextCursor);
    return list;
}

} // namespace Deskbell::Server
