// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tickets/ticketmatches.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

QList<Needle> needlesOf(const TicketSearch &search)
{
    QList<Needle> needles;
    for (const SearchTerm &term : search.wanted()) {
        Needle needle{.words = term.lexemes, .stems = term.stems};
        if (term.prefix)
            needle.prefixes = term.lexemes;
        needles.append(needle);
    }
    return needles;
}

} // namespace

Result<QHash<TicketId, TicketMatch>> findMatches(Context &context, const TicketSearch &search,
                                                 const QList<TicketId> &tickets)
{
    QHash<TicketId, TicketMatch> matches;
    if (tickets.isEmpty())
        return matches;
    const QList<Needle> needles = needlesOf(search);
    auto rows = context.db.run("tickets/list_match_texts",
                               {{":viewer", context.principal.account}, {":ids", tickets}});
    if (!rows)
        return fail(rows.error());
    QHash<TicketId, int> best; // how many needles the snippet of a ticket has
    while (rows->next()) {
        const auto ticket = rows->id<TicketId>(0);
        const QString source = rows->text(1);
        const QString text = rows->text(3);
        const Highlights found = findHighlights(text, needles);
        TicketMatch &match = matches[ticket];
        if (source == "title"_L1) {
            match.titleRanges = found.ranges;
        } else if (found.needles > best.value(ticket, 0)) {
            // The first of those that have the most.
            best[ticket] = found.needles;
            match.source = fromWire<MatchSource>(source);
            match.entryId = rows->isNull(2) ? TimelineEntryId() : rows->id<TimelineEntryId>(2);
            const Snippet snippet = makeSnippet(text, needles);
            match.snippet = snippet.text;
            match.ranges = snippet.ranges;
        }
    }
    return matches;
}

} // namespace Deskbell::Server
