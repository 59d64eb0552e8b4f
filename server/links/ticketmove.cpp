// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/links/ticketmove.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TicketMove {

namespace {

Result<QList<qint64>> idsIn(Result<Db::Rows> rows)
{
    if (!rows)
        return fail(rows.error());
    QList<qint64> ids;
    while (rows->next())
        ids.append(rows->number(0));
    return ids;
}

Result<> doneBy(Result<Db::Rows> rows)
{
    if (!rows)
        return fail(rows.error());
    return {};
}

} // namespace

Result<Moved> carry(Context &context, TicketId source, TicketId target,
                    const std::optional<QList<TimelineEntryId>> &entries)
{
    Moved moved{.source = source, .target = target};
    auto solution = idsIn(context.db.run("links/select_solution", {{":ticket", source}}));
    if (!solution)
        return fail(solution.error());
    auto went = idsIn(
            context.db.run("links/move_entries",
                           {{":source", source}, {":target", target}, {":entries", entries}}));
    if (!went)
        return fail(went.error());
    moved.entries = *went;
    if (!solution->isEmpty() && moved.entries.contains(solution->constFirst()))
        moved.solution = TimelineEntryId(solution->constFirst());
    auto files = idsIn(context.db.run("links/move_attachments", {{":source", source},
                                                                 {":target", target},
                                                                 {":entries", moved.entries},
                                                                 {":own", !entries}}));
    if (!files)
        return fail(files.error());
    moved.attachments = *files;
    return moved;
}

Result<> carryBack(Context &context, const Moved &moved)
{
    auto entries
            = doneBy(context.db.run("links/move_entries_back", {{":source", moved.source},
                                                                {":target", moved.target},
                                                                {":entries", moved.entries},
                                                                {":solution", moved.solution}}));
    if (!entries)
        return entries;
    auto files = doneBy(
            context.db.run("links/move_attachments_back", {{":source", moved.source},
                                                           {":target", moved.target},
                                                           {":entries", moved.entries},
                                                           {":attachments", moved.attachments}}));
    if (!files || moved.watchers.isEmpty())
        return files;
    return doneBy(context.db.run("links/delete_watchers",
                                 {{":ticket", moved.target}, {":watchers", moved.watchers}}));
}

Result<> store(Context &context, Kind kind, const Moved &moved)
{
    return doneBy(context.db.run("links/insert_move",
                                 {{":kind", kind == Kind::Merge ? u"merge"_s : u"split"_s},
                                  {":source", moved.source},
                                  {":target", moved.target},
                                  {":entries", moved.entries},
                                  {":attachments", moved.attachments},
                                  {":watchers", moved.watchers},
                                  {":solution", moved.solution},
                                  {":old_value", moved.was},
                                  {":version", moved.version},
                                  {":account", context.principal.account},
                                  {":now", context.now()}}));
}

Result<std::optional<Moved>> lock(Context &context, Kind kind, TicketId ticket)
{
    auto rows = context.db.run(kind == Kind::Merge ? "links/lock_merge" : "links/lock_split",
                               {{":ticket", ticket}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<Moved>();
    auto was = parseObject(rows->utf8(7));
    if (!was)
        return fail(Error::internal(was.error().detail));
    return std::optional(Moved{.id = rows->number(0),
                               .source = rows->id<TicketId>(1),
                               .target = rows->id<TicketId>(2),
                               .entries = rows->numbers(3),
                               .attachments = rows->numbers(4),
                               .watchers = rows->numbers(5),
                               .solution = rows->id<TimelineEntryId>(6),
                               .was = *was,
                               .version = int(rows->number(8))});
}

Result<> noteUndone(Context &context, const Moved &moved)
{
    return doneBy(
            context.db.run("links/update_move_undone", {{":move", moved.id},
                                                        {":account", context.principal.account},
                                                        {":now", context.now()}}));
}

} // namespace Deskbell::Server::TicketMove
