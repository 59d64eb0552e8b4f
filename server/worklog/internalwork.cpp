// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worklog/internalwork.h"

#include "common/access/ticketactions.h"
#include "server/activity/activitylog.h"
#include "server/tickets/ticketchange.h"
#include "server/tickets/ticketrepository.h"
#include "server/timeline/timelinerepository.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::InternalWork {

namespace {

Result<> requireNotes(const Context &context, const StoredTicket &ticket)
{
    if (seesNotes(context.principal.grants, ticket.desk.id))
        return {};
    return fail(Error::forbidden(codeOf(Permission::TicketNote)));
}

} // namespace

Result<QByteArrayList> list(Context &context, TicketId id, const char *statement)
{
    const AccountId viewer = context.principal.account;
    auto ticket = TicketRepository::select(context.db, id, viewer, context.now());
    if (!ticket)
        return fail(ticket.error());
    if (!*ticket)
        return fail(Error::notFound(u"ticket"_s));
    if (auto may = requireNotes(context, **ticket); !may)
        return fail(may.error());
    auto rows = context.db.run(statement, {{":ticket", id}, {":viewer", viewer}});
    if (!rows)
        return fail(rows.error());
    QByteArrayList listed;
    while (rows->next())
        listed.append(rows->utf8(0));
    return listed;
}

Result<StoredTicket> lock(Context &context, TicketId id)
{
    auto ticket = lockTicket(context, id);
    if (!ticket)
        return ticket;
    if (auto may = requireNotes(context, *ticket); !may)
        return fail(may.error());
    if (auto may = requireAction(context, *ticket, TicketAction::EditAll); !may)
        return fail(may.error());
    return ticket;
}

Result<> tell(Context &context, const StoredTicket &ticket, const Change &change)
{
    auto recorded = recordActivity(context, {.entity = change.entity,
                                             .action = change.action,
                                             .entityId = change.id,
                                             .ticket = ticket.id,
                                             .desk = ticket.desk.id,
                                             .internal = true,
                                             .oldValue = change.oldValue,
                                             .newValue = change.newValue});
    if (!recorded)
        return recorded;
    if (change.line) {
        auto written = TimelineRepository::insert(context.db, {.ticket = ticket.id,
                                                               .event = change.line,
                                                               .internal = true,
                                                               .author = context.principal.account,
                                                               .details = change.details,
                                                               .at = context.now()});
        if (!written)
            return fail(written.error());
    }
    return appendEvent(context, {.type = change.event,
                                 .ticket = ticket.id,
                                 .data = {{u"id"_s, change.id}},
                                 .internal = true,
                                 .concernsOthers = false});
}

Error full(const char *key, int most)
{
    return {.code = ErrorCode::Conflict,
            .key = key,
            .detail = u"There are as many as there can be."_s,
            .params = {{u"max"_s, most}}};
}

} // namespace Deskbell::Server::InternalWork
