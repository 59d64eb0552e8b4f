// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/bulk/bulkservice.h"

#include "server/activity/activitylog.h"
#include "server/api/namedpage.h"
#include "server/db/transaction.h"
#include "server/desks/managedentity.h"
#include "server/events/eventlog.h"
#include "server/tickets/ticketlist.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::BulkService {

namespace {

/// The tickets that a list with this filter shows, in its order.
Result<QList<TicketId>> ticketsOf(Context &context, const QString &text)
{
    const auto named = [](const Error &error) {
        return Error::invalidField(u"filter"_s, "invalid", {{u"detail"_s, error.detail}});
    };
    auto filter = parseQuery(text.toUtf8()).and_then(fromQuery<TicketFilter>);
    if (!filter)
        return fail(named(filter.error()));
    auto tickets = findTicketIds(context, *filter, maxBulkTickets);
    if (!tickets)
        return fail(tickets.error().code == ErrorCode::Invalid ? named(tickets.error())
                                                               : tickets.error());
    if (tickets->size() > maxBulkTickets)
        return fail(Error::invalidField(u"filter"_s, "too_many", {{u"max"_s, maxBulkTickets}}));
    return tickets;
}

Result<BulkId> insert(Context &context, const BulkRequest &request, const QList<TicketId> &tickets)
{
    const BulkState state = request.rehearse ? BulkState::Rehearsing : BulkState::Running;
    auto rows = context.db.run("bulk/insert_bulk",
                               {{":account", context.principal.account},
                                {":state", QString(toWire(state))},
                                {":change", toJson(request.change)},
                                {":peer", context.peer},
                                {":request_id", QString::fromLatin1(context.requestId)},
                                {":now", context.now()}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    const auto bulk = rows->id<BulkId>(0);
    if (auto stored
        = context.db.run("bulk/insert_bulk_tickets", {{":bulk", bulk}, {":tickets", tickets}});
        !stored)
        return fail(stored.error());
    return bulk;
}

Result<> tell(Context &context, BulkId bulk)
{
    return appendEvent(context, {.type = EventType::BulkUpdated,
                                 .data = {{u"id"_s, bulk.value()}},
                                 .recipients = {context.principal.account}});
}

Result<> log(Context &context, BulkId bulk, const char *action, const QJsonObject &value = {})
{
    return recordActivity(
            context,
            {.entity = "bulk", .action = action, .entityId = bulk.value(), .newValue = value});
}

/// A state that one may order from `allowed` states, else Conflict with the key.
struct Order
{
    QList<BulkState> allowed;
    BulkState next;
    const char *action;
    const char *refusal;
};

Result<Bulk> order(Context &context, BulkId bulk, const Order &order)
{
    return Db::inTransaction<Bulk>(context.db, [&]() -> Result<Bulk> {
        auto rows = context.db.run("bulk/lock_bulk",
                                   {{":bulk", bulk}, {":viewer", context.principal.account}});
        if (!rows)
            return fail(rows.error());
        if (!rows->next())
            return fail(Error::notFound(u"bulk"_s));
        const auto state = fromWire<BulkState>(rows->text(0));
        if (!state || !order.allowed.contains(*state)) {
            return fail({.code = ErrorCode::Conflict,
                         .key = order.refusal,
                         .detail = u"The operation is "_s + rows->text(0),
                         .params = {{u"state"_s, rows->text(0)}}});
        }
        // What a rehearsal found is not what happened.
        if (*state == BulkState::Rehearsing || *state == BulkState::Rehearsed) {
            auto reset = context.db.run("bulk/reset_bulk_tickets", {{":bulk", bulk}});
            if (!reset)
                return fail(reset.error());
        }
        auto updated
                = context.db.run("bulk/update_bulk_state", {{":bulk", bulk},
                                                            {":state", QString(toWire(order.next))},
                                                            {":at_work", isAtWork(order.next)},
                                                            {":now", context.now()}});
        if (!updated)
            return fail(updated.error());
        if (auto logged = log(context, bulk, order.action); !logged)
            return fail(logged.error());
        if (auto told = tell(context, bulk); !told)
            return fail(told.error());
        return show(context, bulk);
    });
}

QStringList wordsOf(const QList<BulkOutcome> &outcomes)
{
    QStringList words;
    for (const BulkOutcome outcome : outcomes)
        words.append(QString(toWire(outcome)));
    return words;
}

} // namespace

void read(QueryReader &reader, TicketsQuery &query)
{
    reader.enumValues("outcome"_L1, query.outcomes);
    reader.paging(query.page);
}

Result<Bulk> begin(Context &context, const BulkRequest &request)
{
    if (!context.principal.grants.holdsAnywhere(Permission::TicketBulk))
        return fail(Error::forbidden(codeOf(Permission::TicketBulk)));
    return Db::inTransaction<Bulk>(context.db, [&]() -> Result<Bulk> {
        QList<TicketId> tickets = request.ids;
        if (request.filter) {
            auto found = ticketsOf(context, *request.filter);
            if (!found)
                return fail(found.error());
            tickets = *found;
        }
        auto bulk = insert(context, request, tickets);
        if (!bulk)
            return fail(bulk.error());
        QJsonObject value{{u"change"_s, toJson(request.change)}, {u"tickets"_s, tickets.size()}};
        if (request.filter)
            value[u"filter"_s] = *request.filter;
        const char *action = request.rehearse ? "rehearse" : "run";
        if (auto logged = log(context, *bulk, action, value); !logged)
            return fail(logged.error());
        return show(context, *bulk);
    });
}

Result<Listed> list(Context &context, const PageRequest &page)
{
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows = context.db.run("bulk/list_bulks", {{":viewer", context.principal.account},
                                                   {":after_id", start->id},
                                                   {":skipped", start->skipped},
                                                   {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, page, [&] {
        return countIn(
                context.db.run("bulk/count_bulks", {{":viewer", context.principal.account}}));
    });
}

Result<Bulk> show(Context &context, BulkId bulk)
{
    auto rows = context.db.run("bulk/select_bulk",
                               {{":bulk", bulk}, {":viewer", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(u"bulk"_s));
    return valueOf<Bulk>({.json = rows->utf8(0)});
}

Result<Listed> listTickets(Context &context, BulkId bulk, const TicketsQuery &query)
{
    if (auto there = show(context, bulk); !there)
        return fail(there.error());
    auto start = nameStart(query.page);
    if (!start)
        return fail(start.error());
    const QStringList outcomes = wordsOf(query.outcomes);
    auto rows = context.db.run("bulk/list_bulk_tickets", {{":bulk", bulk},
                                                          {":viewer", context.principal.account},
                                                          {":outcomes", outcomes},
                                                          {":after_id", start->id},
                                                          {":skipped", start->skipped},
                                                          {":limit", query.page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, query.page, [&] {
        return countIn(
                context.db.run("bulk/count_bulk_tickets", {{":bulk", bulk},
                                                           {":viewer", context.principal.account},
                                                           {":outcomes", outcomes}}));
    });
}

Result<Bulk> run(Context &context, BulkId bulk)
{
    return order(context, bulk,
                 {.allowed = {BulkState::Rehearsed},
                  .next = BulkState::Running,
                  .action = "run",
                  .refusal = "bulk.not_rehearsed"});
}

Result<Bulk> cancel(Context &context, BulkId bulk)
{
    return order(context, bulk,
                 {.allowed = {BulkState::Rehearsing, BulkState::Rehearsed, BulkState::Running,
                              BulkState::Undoing},
                  .next = BulkState::Cancelled,
                  .action = "cancel",
                  .refusal = "bulk.over"});
}

Result<Bulk> undo(Context &context, BulkId bulk)
{
    return order(context, bulk,
                 {.allowed = {BulkState::Done, BulkState::Cancelled},
                  .next = BulkState::Undoing,
                  .action = "undo",
                  .refusal = "bulk.not_done"});
}

} // namespace Deskbell::Server::BulkService
