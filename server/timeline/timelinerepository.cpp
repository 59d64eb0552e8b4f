// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/timeline/timelinerepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TimelineRepository {

Result<TimelineEntryId> insert(Db::Connection &db, const NewEntry &entry)
{
    auto rows = db.run("timeline/insert_entry",
                       {{":ticket", entry.ticket},
                        {":kind", toWire(entry.kind)},
                        {":event_type", entry.event ? QString(toWire(*entry.event)) : QString()},
                        {":internal", entry.internal},
                        {":author", entry.author},
                        {":body", entry.message},
                        {":is_solution", entry.isSolution},
                        {":details", entry.details},
                        {":now", entry.at}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    return rows->id<TimelineEntryId>(0);
}

Result<QList<AccountId>> insertMentions(Db::Connection &db, TicketId ticket, TimelineEntryId entry,
                                        AccountId author, bool internal,
                                        const QList<AccountId> &people)
{
    auto rows = db.run("timeline/insert_mentions", {{":ticket", ticket},
                                                    {":entry", entry},
                                                    {":author", author},
                                                    {":internal", internal},
                                                    {":people", people}});
    if (!rows)
        return fail(rows.error());
    QList<AccountId> mentioned;
    while (rows->next())
        mentioned.append(rows->id<AccountId>(0));
    return mentioned;
}

Result<Entity> selectAnswer(Db::Connection &db, TimelineEntryId entry)
{
    auto rows = db.run("timeline/select_entry_answer", {{":entry", entry}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(u"reply"_s));
    return Entity{.json = rows->utf8(0), .version = int(rows->number(1))};
}

Result<std::optional<Comment>> selectComment(Db::Connection &db, TicketId ticket,
                                             TimelineEntryId entry, bool seesNotes)
{
    auto rows = db.run("timeline/select_comment",
                       {{":ticket", ticket}, {":entry", entry}, {":sees_notes", seesNotes}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<Comment>();
    return std::optional(Comment{.id = entry,
                                 .internal = rows->flag(0),
                                 .author = rows->id<AccountId>(1),
                                 .message = rows->text(2),
                                 .isSolution = rows->flag(3),
                                 .version = int(rows->number(4)),
                                 .createdAt = rows->time(5),
                                 .deletedAt = rows->time(6)});
}

Result<> updateComment(Db::Connection &db, const Comment &before, const Comment &after,
                       AccountId account, const QDateTime &now)
{
    if (before.message != after.message) {
        auto kept = db.run("timeline/insert_revision",
                           {{":entry", before.id}, {":account", account}, {":now", now}});
        if (!kept)
            return fail(kept.error());
    }
    auto rows = db.run("timeline/update_comment", {{":entry", after.id},
                                                   {":body", after.message},
                                                   {":is_solution", after.isSolution},
                                                   {":account", account},
                                                   {":now", now}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<> removeComment(Db::Connection &db, TimelineEntryId entry, AccountId account,
                       const QDateTime &now)
{
    for (const char *statement : {"timeline/insert_revision", "timeline/delete_comment",
                                  "timeline/delete_comment_attachments"}) {
        auto rows = db.run(statement, {{":entry", entry}, {":account", account}, {":now", now}});
        if (!rows)
            return fail(rows.error());
    }
    return {};
}

Result<QList<std::pair<TimelineEntryId, int>>> clearSolutions(Db::Connection &db, TicketId ticket,
                                                              TimelineEntryId except)
{
    auto rows = db.run("timeline/clear_solutions", {{":ticket", ticket}, {":entry", except}});
    if (!rows)
        return fail(rows.error());
    QList<std::pair<TimelineEntryId, int>> cleared;
    while (rows->next())
        cleared.append({rows->id<TimelineEntryId>(0), int(rows->number(1))});
    return cleared;
}

} // namespace Deskbell::Server::TimelineRepository
