// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/timeline/timelinelist.h"

#include "common/access/ticketactions.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

constexpr auto ascending = "asc"_L1;
constexpr auto descending = "desc"_L1;

/// Between which entries a page begins.
struct Place
{
    QString time;
    qint64 id = 0;
};

Place startOf(Qt::SortOrder order)
{
    if (order == Qt::AscendingOrder)
        return {u"-infinity"_s, 0};
    return {u"infinity"_s, std::numeric_limits<qint64>::max()};
}

Result<Place> placeOf(const TimelineQuery &query)
{
    if (!query.page.byCursor || query.page.cursor.isEmpty())
        return startOf(query.order);
    auto key = decodeCursor(query.page.cursor, 2);
    if (!key)
        return fail(key.error());
    bool isId = false;
    const Place place{key->at(0).toString(), key->at(1).toString().toLongLong(&isId)};
    if (!isId)
        return fail(Error::invalidField(u"cursor"_s, "invalid"));
    return place;
}

QStringList namesOf(const QList<TimelineKind> &kinds)
{
    QStringList names;
    for (const TimelineKind kind : kinds)
        names.append(QString(toWire(kind)));
    return names;
}

} // namespace

void read(QueryReader &reader, TimelineQuery &query)
{
    const QJsonArray orders{QString(ascending), QString(descending)};
    reader.describe("order"_L1, JsonShapes::oneOf(orders));
    QString order;
    reader.text("order"_L1, order, 10);
    if (order == descending)
        query.order = Qt::DescendingOrder;
    else if (!order.isEmpty() && order != ascending)
        reader.fault("order"_L1, "unknown_value", {{u"allowed"_s, orders}});
    const QJsonArray offered = QJsonArray::fromStringList(namesOf(query.kinds));
    reader.describe("kind"_L1, JsonShapes::list(JsonShapes::oneOf(offered)));
    QList<TimelineKind> kinds;
    reader.enumValues("kind"_L1, kinds);
    for (const TimelineKind kind : std::as_const(kinds)) {
        if (!query.kinds.contains(kind))
            reader.fault("kind"_L1, "unknown_value", {{u"allowed"_s, offered}});
    }
    if (!kinds.isEmpty())
        query.kinds = kinds;
    reader.paging(query.page);
}

Result<Listed> listTimeline(Context &context, TicketId ticket, const TimelineQuery &query)
{
    auto sight = context.db.run("timeline/select_sight",
                                {{":ticket", ticket}, {":viewer", context.principal.account}});
    if (!sight)
        return fail(sight.error());
    if (!sight->next())
        return fail(Error::notFound(u"ticket"_s));
    const bool notes = seesNotes(context.principal.grants, sight->id<DeskId>(0));
    auto place = placeOf(query);
    if (!place)
        return fail(place.error());

    const PageRequest &page = query.page;
    const QStringList kinds = namesOf(query.kinds);
    auto rows = context.db.run(
            query.order == Qt::AscendingOrder ? "timeline/list_entries"
                                              : "timeline/list_entries_backwards",
            {{":ticket", ticket},
             {":kinds", kinds},
             {":sees_notes", notes},
             {":place_time", place->time},
             {":place_id", place->id},
             {":limit", page.pageSize + 1},
             {":offset", page.byCursor ? 0 : qint64(page.page - 1) * page.pageSize}});
    // Only the time of a cursor comes as text that PostgreSQL has yet to read.
    if (!rows && page.byCursor && rows.error().key == "database.value")
        return fail(Error::invalidField(u"cursor"_s, "invalid"));
    if (!rows)
        return fail(rows.error());

    Listed list{.pagination = {.pageSize = page.pageSize}};
    QString cursor;
    while (rows->next()) {
        if (list.data.size() == page.pageSize) {
            list.pagination.nextCursor = cursor;
            break;
        }
        list.data.append(rows->utf8(0));
        cursor = encodeCursor({rows->text(1), QString::number(rows->number(2))});
    }
    if (page.byCursor)
        return list;
    auto count = context.db.run("timeline/count_entries",
                                {{":ticket", ticket}, {":kinds", kinds}, {":sees_notes", notes}});
    if (!count)
        return fail(count.error());
    count->next();
    list.pagination = numberedPagination(page, count->number(0), list.pagination.nextCursor);
    return list;
}

} // namespace Deskbell::Server
