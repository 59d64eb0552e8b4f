// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/accessrequestservice.h"

#include "server/access/grantservice.h"
#include "server/activity/activitylog.h"
#include "server/api/namedpage.h"
#include "server/db/transaction.h"
#include "server/desks/managedentity.h"
#include "server/events/eventlog.h"
#include "server/tickets/ticketservice.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::AccessRequestService {

Result<> create(Context &context, const AccessRequestDraft &draft)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto ticket = TicketService::resolve(context, draft.ticket);
        if (!ticket && ticket.error().code == ErrorCode::NotFound)
            return {};
        if (!ticket)
            return fail(ticket.error());
        auto made = context.db.run("access/insert_access_request",
                                   {{":ticket", *ticket},
                                    {":account", context.principal.account},
                                    {":reason", draft.reason},
                                    {":now", context.now()}});
        if (!made)
            return fail(made.error());
        if (!made->next())
            return {};
        const qint64 id = made->number(0);
        auto recorded = recordActivity(context, {.entity = "access_request",
                                                 .action = "create",
                                                 .entityId = id,
                                                 .ticket = *ticket,
                                                 .newValue = {{u"reason"_s, draft.reason}}});
        if (!recorded)
            return recorded;
        auto rows = context.db.run("access/select_granters", {{":ticket", *ticket}});
        if (!rows)
            return fail(rows.error());
        QList<AccountId> granters;
        while (rows->next())
            granters.append(rows->id<AccountId>(0));
        if (granters.isEmpty())
            return {};
        return appendEvent(context, {.type = EventType::AccessRequested,
                                     .ticket = *ticket,
                                     .data = {{u"id"_s, id}},
                                     .recipients = granters});
    });
}

Result<Listed> list(Context &context, const PageRequest &page)
{
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows
            = context.db.run("access/list_access_requests", {{":viewer", context.principal.account},
                                                             {":after_name", start->name},
                                                             {":after_id", start->id},
                                                             {":skipped", start->skipped},
                                                             {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, page, [&] {
        return countIn(context.db.run("access/count_access_requests",
                                      {{":viewer", context.principal.account}}));
    });
}

Result<> decide(Context &context, AccessRequestId id, const AccessDecision &decision)
{
    const auto select = [&] {
        return context.db.run("access/select_access_request", {{":request", id}});
    };
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto found = select();
        if (!found)
            return fail(found.error());
        if (!found->next())
            return fail(Error::notFound(u"access request"_s));
        const auto person = found->id<AccountId>(1);
        auto ticket = GrantService::lockForGranting(context, found->id<TicketId>(0));
        if (!ticket)
            return fail(ticket.error());
        // As it is now that the ticket is locked.
        auto current = select();
        if (!current)
            return fail(current.error());
        if (!current->next() || current->flag(2)) {
            return fail({.code = ErrorCode::Conflict,
                         .key = "access_request.decided",
                         .detail = u"Somebody has decided on it already."_s});
        }
        auto stored = context.db.run("access/update_access_request",
                                     {{":request", id},
                                      {":decision", toWire(decision.decision)},
                                      {":comment", decision.comment},
                                      {":account", context.principal.account},
                                      {":now", context.now()}});
        if (!stored)
            return fail(stored.error());
        const bool approved = decision.decision == ApprovalDecision::Approve;
        auto recorded = recordActivity(context, {.entity = "access_request",
                                                 .action = approved ? "approve" : "reject",
                                                 .entityId = id.value(),
                                                 .ticket = ticket->id,
                                                 .desk = ticket->desk.id,
                                                 .newValue = toJson(decision)});
        if (!recorded || !approved)
            return recorded;
        auto grant = GrantService::letIn(context, *ticket, person, {});
        if (!grant)
            return fail(grant.error());
        return {};
    });
}

} // namespace Deskbell::Server::AccessRequestService
