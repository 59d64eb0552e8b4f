// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/watchservice.h"

#include "server/access/grantservice.h"
#include "server/activity/activitylog.h"
#include "server/db/transaction.h"
#include "server/events/eventlog.h"
#include "server/tickets/ticketchange.h"
#include "server/tickets/ticketrepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::WatchService {

namespace {

/// The ticket, locked, for who wants to say whether somebody follows it.
Result<StoredTicket> lockForWatching(Context &context, TicketId id, AccountId person)
{
    auto ticket = lockTicket(context, id);
    if (!ticket || person == context.principal.account)
        return ticket;
    if (auto allowed = requireAction(context, *ticket, TicketAction::EditAll); !allowed)
        return fail(allowed.error());
    if (ticket->visibility == Visibility::Restricted)
        return GrantService::lockForGranting(context, id);
    return ticket;
}

Result<> recordWatch(Context &context, const StoredTicket &ticket, AccountId person,
                     const char *action)
{
    return recordActivity(context, {.entity = "watcher",
                                    .action = action,
                                    .entityId = person.value(),
                                    .ticket = ticket.id,
                                    .desk = ticket.desk.id});
}

/// Somebody who was added sees the ticket, whatever else they may.
Result<> letWatcherIn(Context &context, const StoredTicket &ticket, AccountId person)
{
    auto made = context.db.run(
            "notifications/insert_watching_participant",
            {{":ticket", ticket.id}, {":person", person}, {":now", context.now()}});
    if (!made)
        return fail(made.error());
    if (made->affected() == 0)
        return {};
    auto told = appendEvent(context, {.type = EventType::WatcherAdded,
                                      .ticket = ticket.id,
                                      .data = {{u"id"_s, person.value()}},
                                      .recipients = {person}});
    if (!told)
        return told;
    // A new version: who could not see the ticket before hears of it.
    StoredTicket after = ticket;
    return saveTicket(context, ticket, after, {}, Touch::Always);
}

Result<Watcher> selectWatcher(Context &context, TicketId ticket, AccountId person)
{
    auto rows = context.db.run("notifications/list_watchers",
                               {{":ticket", ticket}, {":person", person}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(u"person"_s));
    return fromJsonBytes<Watcher>(rows->view(0));
}

} // namespace

Result<QByteArrayList> list(Context &context, TicketId id)
{
    auto ticket
            = TicketRepository::select(context.db, id, context.principal.account, context.now());
    if (!ticket)
        return fail(ticket.error());
    if (!*ticket)
        return fail(Error::notFound(u"ticket"_s));
    const bool seesAll = context.principal.grants.holds(Permission::TicketEdit, (*ticket)->desk.id);
    auto rows = context.db.run(
            "notifications/list_watchers",
            {{":ticket", id}, {":person", seesAll ? AccountId() : context.principal.account}});
    if (!rows)
        return fail(rows.error());
    QByteArrayList watchers;
    while (rows->next())
        watchers.append(rows->utf8(0));
    return watchers;
}

Result<Watcher> watch(Context &context, TicketId id, AccountId person, WatchMode mode)
{
    const bool isOther = person != context.principal.account;
    return Db::inTransaction<Watcher>(context.db, [&]() -> Result<Watcher> {
        auto ticket = lockForWatching(context, id, person);
        if (!ticket)
            return fail(ticket.error());
        if (isOther && mode != WatchMode::All)
            return fail(Error::invalidField(u"mode"_s, "invalid"));
        if (isOther) {
            auto found = TicketRepository::selectPerson(context.db, person, {});
            if (!found)
                return fail(found.error());
            if (!*found)
                return fail(Error::notFound(u"person"_s));
        }
        // Somebody who follows it already keeps how they do when others add them.
        auto stored = context.db.run(isOther ? "notifications/insert_watcher"
                                             : "notifications/upsert_watcher",
                                     {{":ticket", id},
                                      {":person", person},
                                      {":mode", toWire(mode)},
                                      {":account", context.principal.account},
                                      {":now", context.now()}});
        if (!stored)
            return fail(stored.error());
        if (stored->affected() > 0) {
            if (auto recorded = recordWatch(context, *ticket, person, "create"); !recorded)
                return fail(recorded.error());
        }
        if (isOther) {
            if (auto admitted = letWatcherIn(context, *ticket, person); !admitted)
                return fail(admitted.error());
        }
        return selectWatcher(context, id, person);
    });
}

Result<> unwatch(Context &context, TicketId id, AccountId person)
{
    const bool isOther = person != context.principal.account;
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto ticket = lockForWatching(context, id, person);
        if (!ticket)
            return fail(ticket.error());
        auto saw = TicketRepository::selectSeers(context.db, id, {person});
        if (!saw)
            return fail(saw.error());
        auto gone = context.db.run("notifications/delete_watcher",
                                   {{":ticket", id}, {":person", person}});
        if (!gone)
            return fail(gone.error());
        if (gone->affected() > 0) {
            if (auto recorded = recordWatch(context, *ticket, person, "delete"); !recorded)
                return recorded;
        }
        if (!isOther)
            return {};
        auto out = context.db.run("notifications/delete_watching_participant",
                                  {{":ticket", id}, {":person", person}});
        if (!out)
            return fail(out.error());
        return saw->isEmpty() ? Result<>() : hideFrom(context, id, *saw);
    });
}

} // namespace Deskbell::Server::WatchService
