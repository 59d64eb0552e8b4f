// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketlist.h"

#include "server/tickets/ticketmatches.h"
#include "server/tickets/ticketquery.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Result<qint64> runCount(Context &context, const TicketFilter &filter, const TicketViewer &viewer,
                        const TicketSearch &search)
{
    const TicketQuery query = ticketCountQuery(filter, viewer, search);
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

/// What is read of the tickets of a page.
enum class Part { Whole, Ids };

Result<Db::Rows> runPage(Context &context, const TicketFilter &filter, const TicketViewer &viewer,
                         const TicketSearch &search, Part part)
{
    auto query = ticketPageQuery(filter, viewer, search);
    if (!query)
        return fail(query.error());
    if (part == Part::Ids)
        query->sql = u"SELECT page.id FROM ("_s + query->sql + u") page (body, id)"_s;
    auto rows = context.db.runText(query->sql, query->binds, query->planning);
    // Only the values of a cursor come as text that PostgreSQL has yet to read.
    if (!rows && filter.page.byCursor && rows.error().key == "database.value")
        return fail(Error::invalidField(u"cursor"_s, "invalid"));
    return rows;
}

/// The page; where nothing has the words, perhaps they were mistyped, and `search` has those too
/// that are like them.
Result<Db::Rows> findPage(Context &context, const TicketFilter &filter, const TicketViewer &viewer,
                          TicketSearch &search, Part part)
{
    auto rows = runPage(context, filter, viewer, search, part);
    if (!rows || rows->count() > 0)
        return rows;
    auto similar = addSimilarWords(context, search);
    if (!similar)
        return fail(similar.error());
    return *similar ? runPage(context, filter, viewer, search, part) : std::move(rows);
}

/// Says in each row why it is there. The bodies are whole JSON objects.
Result<> addMatches(Context &context, const TicketSearch &search, const QList<TicketId> &ids,
                    const QList<qint64> &scores, QByteArrayList &bodies)
{
    auto matches = findMatches(context, search, ids);
    if (!matches)
        return fail(matches.error());
    for (qsizetype i = 0; i < ids.size(); ++i) {
        TicketMatch match = matches->value(ids[i]);
        match.score = scores[i];
        QByteArray &body = bodies[i];
        body.chop(1);
        body += ",\"match\":" + QJsonDocument(toJson(match)).toJson(QJsonDocument::Compact) + '}';
    }
    return {};
}

} // namespace

Result<Listed> listTickets(Context &context, const TicketFilter &filter)
{
    const TicketViewer viewer
            = TicketViewer::of(context.principal.account, context.principal.grants, context.now());
    auto search = prepareSearch(context, filter.search);
    if (!search)
        return fail(search.error());
    auto rows = findPage(context, filter, viewer, *search, Part::Whole);
    if (!rows)
        return fail(rows.error());

    Listed list{.pagination = {.pageSize = filter.page.pageSize}};
    const int placeSize = ticketPlaceSize(filter, *search);
    const bool ranked = filter.sort == TicketSort::Relevance && search->query.hasWords();
    QList<TicketId> ids;
    QList<qint64> scores;
    QString cursor;
    while (rows->next()) {
        if (list.data.size() == filter.page.pageSize) {
            list.pagination.nextCursor = cursor;
            break;
        }
        list.data.append(rows->utf8(0));
        ids.append(rows->id<TicketId>(1));
        scores.append(ranked ? rows->number(2) : 0);
        if (list.data.size() == filter.page.pageSize)
            cursor = ticketCursor(filter, ids.last(), placeIn(*rows, placeSize));
    }
    if (search->query.hasWords()) {
        if (auto added = addMatches(context, *search, ids, scores, list.data); !added)
            return fail(added.error());
    }
    if (filter.page.byCursor)
        return list;
    auto total = runCount(context, filter, viewer, *search);
    if (!total)
        return fail(total.error());
    list.pagination = numberedPagination(filter.page, *total, list.pagination.nextCursor);
    return list;
}

Result<QList<TicketId>> findTicketIds(Context &context, TicketFilter filter, int most)
{
    filter.page = {.pageSize = most};
    const TicketViewer viewer
            = TicketViewer::of(context.principal.account, context.principal.grants, context.now());
    auto search = prepareSearch(context, filter.search);
    if (!search)
        return fail(search.error());
    auto rows = findPage(context, filter, viewer, *search, Part::Ids);
    if (!rows)
        return fail(rows.error());
    QList<TicketId> tickets;
    tickets.reserve(rows->count());
    while (rows->next())
        tickets.append(rows->id<TicketId>(0));
    return tickets;
}

Result<qint64> countTickets(Context &context, TicketFilter filter, int upTo)
{
    filter.countUpTo = upTo;
    const TicketViewer viewer
            = TicketViewer::of(context.principal.account, context.principal.grants, context.now());
    auto search = prepareSearch(context, filter.search);
    if (!search)
        return fail(search.error());
    auto counted = runCount(context, filter, viewer, *search);
    if (!counted || *counted > 0)
        return counted;
    auto similar = addSimilarWords(context, *search);
    if (!similar)
        return fail(similar.error());
    return *similar ? runCount(context, filter, viewer, *search) : counted;
}

} // namespace Deskbell::Server
