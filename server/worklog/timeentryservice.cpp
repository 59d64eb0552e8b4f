// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worklog/timeentryservice.h"

#include "server/db/transaction.h"
#include "server/desks/managedentity.h"
#include "server/worklog/internalwork.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TimeEntryService {

namespace {

/// In the far east it is tomorrow already.
Result<> requirePast(const Context &context, QDate day)
{
    if (day <= context.now().date().addDays(1))
        return {};
    return fail(Error::invalidField(u"day"_s, "invalid"));
}

Result<TimeEntry> select(Context &context, TicketId ticket, TimeEntryId entry)
{
    auto rows
            = context.db.run("worklog/select_time_entry", {{":ticket", ticket}, {":entry", entry}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(u"entry"_s));
    return TimeEntry{.id = entry,
                     .person = {.id = rows->id<AccountId>(0)},
                     .minutes = int(rows->number(1)),
                     .day = QDate::fromString(rows->text(2), Qt::ISODate),
                     .note = rows->text(3)};
}

Result<> requireOwn(const Context &context, const StoredTicket &ticket, const TimeEntry &entry,
                    Permission others)
{
    if (entry.person.id == context.principal.account
        || context.principal.grants.holds(others, ticket.desk.id))
        return {};
    return fail(Error::forbidden(codeOf(others)));
}

/// What the log says of it.
QJsonObject valuesOf(const TimeEntry &entry)
{
    return {{u"minutes"_s, entry.minutes}, {u"day"_s, entry.day.toString(Qt::ISODate)}};
}

QJsonObject detailsOf(const TimeEntryDraft &draft)
{
    QJsonObject details{{u"minutes"_s, draft.minutes}};
    if (!draft.note.isEmpty())
        details[u"note"_s] = draft.note;
    return details;
}

} // namespace

Result<QByteArrayList> list(Context &context, TicketId ticket)
{
    return InternalWork::list(context, ticket, "worklog/list_time_entries");
}

Result<QByteArrayList> add(Context &context, TicketId id, const TimeEntryDraft &draft)
{
    return Db::inTransaction<QByteArrayList>(context.db, [&]() -> Result<QByteArrayList> {
        auto ticket = InternalWork::lock(context, id);
        if (!ticket)
            return fail(ticket.error());
        if (auto past = requirePast(context, draft.day); !past)
            return fail(past.error());
        auto count = countIn(context.db.run("worklog/count_time_entries", {{":ticket", id}}));
        if (!count)
            return fail(count.error());
        if (*count >= maxTimeEntries)
            return fail(InternalWork::full("time_entries.full", maxTimeEntries));
        auto rows = context.db.run("worklog/insert_time_entry",
                                   {{":ticket", id},
                                    {":account", context.principal.account},
                                    {":minutes", draft.minutes},
                                    {":day", draft.day},
                                    {":note", draft.note},
                                    {":now", context.now()}});
        if (!rows)
            return fail(rows.error());
        rows->next();
        const TimeEntry entry{.minutes = draft.minutes, .day = draft.day};
        auto told = InternalWork::tell(context, *ticket,
                                       {.event = EventType::TimeSpentChanged,
                                        .entity = "time_entry",
                                        .action = "create",
                                        .id = rows->number(0),
                                        .newValue = valuesOf(entry),
                                        .line = TimelineEvent::TimeSpent,
                                        .details = detailsOf(draft)});
        if (!told)
            return fail(told.error());
        return list(context, id);
    });
}

Result<QByteArrayList> change(Context &context, TicketId id, TimeEntryId entry,
                              const TimeEntryPatch &patch)
{
    return Db::inTransaction<QByteArrayList>(context.db, [&]() -> Result<QByteArrayList> {
        auto ticket = InternalWork::lock(context, id);
        if (!ticket)
            return fail(ticket.error());
        auto before = select(context, id, entry);
        if (!before)
            return fail(before.error());
        if (auto may = requireOwn(context, *ticket, *before, Permission::CommentEditAny); !may)
            return fail(may.error());
        TimeEntry after = *before;
        after.minutes = patch.minutes.value_or(after.minutes);
        after.day = patch.day.value_or(after.day);
        after.note = patch.note.value_or(after.note);
        if (after == *before)
            return list(context, id);
        if (auto past = requirePast(context, after.day); !past)
            return fail(past.error());
        auto rows = context.db.run("worklog/update_time_entry", {{":entry", entry},
                                                                 {":minutes", after.minutes},
                                                                 {":day", after.day},
                                                                 {":note", after.note}});
        if (!rows)
            return fail(rows.error());
        auto told = InternalWork::tell(context, *ticket,
                                       {.event = EventType::TimeSpentChanged,
                                        .entity = "time_entry",
                                        .action = "update",
                                        .id = entry.value(),
                                        .oldValue = valuesOf(*before),
                                        .newValue = valuesOf(after)});
        if (!told)
            return fail(told.error());
        return list(context, id);
    });
}

Result<> remove(Context &context, TicketId id, TimeEntryId entry)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto ticket = InternalWork::lock(context, id);
        if (!ticket)
            return fail(ticket.error());
        auto before = select(context, id, entry);
        if (!before)
            return fail(before.error());
        if (auto may = requireOwn(context, *ticket, *before, Permission::CommentDeleteAny); !may)
            return may;
        auto rows = context.db.run("worklog/delete_time_entry", {{":entry", entry}});
        if (!rows)
            return fail(rows.error());
        return InternalWork::tell(context, *ticket,
                                  {.event = EventType::TimeSpentChanged,
                                   .entity = "time_entry",
                                   .action = "delete",
                                   .id = entry.value(),
                                   .oldValue = valuesOf(*before)});
    });
}

} // namespace Deskbell::Server::TimeEntryService
