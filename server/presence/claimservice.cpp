// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/presence/claimservice.h"

#include "server/base/environment.h"
#include "server/db/transaction.h"
#include "server/tickets/ticketchange.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::ClaimService {

Result<TicketClaim> claim(Context &context, TicketId id)
{
    return Db::inTransaction<TicketClaim>(context.db, [&]() -> Result<TicketClaim> {
        // One after the other: the ticket is locked by whoever claims or answers it.
        auto ticket = lockTicket(context, id);
        if (!ticket)
            return fail(ticket.error());
        if (!context.principal.grants.holds(Permission::TicketReply, ticket->desk.id))
            return fail(Error::forbidden(codeOf(Permission::TicketReply)));
        const QDateTime until
                = context.now().addSecs(context.environment.settings.claimLease.count());
        auto rows
                = context.db.run("presence/upsert_claim", {{":ticket", id},
                                                           {":account", context.principal.account},
                                                           {":now", context.now()},
                                                           {":until", until}});
        if (!rows)
            return fail(rows.error());
        if (!rows->next())
            return fail(claimedBy(ticket->claimedBy.value_or(PersonRef())));
        if (!ticket->claimedBy)
            context.presenceChanged.append(id);
        return TicketClaim{.person = {.id = context.principal.account,
                                      .displayName = context.principal.displayName},
                           .expiresAt = until};
    });
}

Result<> release(Context &context, TicketId id)
{
    return Db::inTransaction(context.db, [&]() -> Result<> {
        auto ticket = lockTicket(context, id);
        if (!ticket)
            return fail(ticket.error());
        return dropOwn(context, id);
    });
}

Result<> dropOwn(Context &context, TicketId ticket)
{
    auto rows = context.db.run("presence/delete_claim",
                               {{":ticket", ticket}, {":account", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    if (rows->affected() > 0)
        context.presenceChanged.append(ticket);
    return {};
}

Error claimedBy(const PersonRef &holder)
{
    return {.code = ErrorCode::Conflict,
            .key = "ticket.claimed",
            .detail = u"Somebody else is answering the ticket."_s,
            .params = {{u"person"_s, holder.id.value()}, {u"displayName"_s, holder.displayName}}};
}

Result<QHash<TicketId, TicketClaim>> claims(Db::Connection &db, const QList<TicketId> &tickets,
                                            const QDateTime &now)
{
    auto rows = db.run("presence/select_claims", {{":tickets", tickets}, {":now", now}});
    if (!rows)
        return fail(rows.error());
    QHash<TicketId, TicketClaim> claims;
    while (rows->next())
        claims[rows->id<TicketId>(0)]
                = {.person = {.id = rows->id<AccountId>(1), .displayName = rows->text(2)},
                   .expiresAt = rows->time(3)};
    return claims;
}

} // namespace Deskbell::Server::ClaimService
