// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/presence/presenceservice.h"

#include "server/base/environment.h"
#include "server/presence/claimservice.h"
#include "server/presence/presenceboard.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::PresenceService {

namespace {

Result<> requireSight(Context &context, TicketId ticket)
{
    auto rows = context.db.run("presence/select_presence_ticket",
                               {{":viewer", context.principal.account}, {":ticket", ticket}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::notFound(u"ticket"_s));
    return {};
}

} // namespace

Result<> report(Context &context, TicketId ticket, const PresenceReport &report)
{
    if (auto seen = requireSight(context, ticket); !seen)
        return seen;
    const QDateTime until
            = context.now().addSecs(context.environment.settings.presenceLease.count());
    const PresentPerson present{.person = {.id = context.principal.account,
                                           .displayName = context.principal.displayName},
                                .state = report.state};
    if (context.environment.presence->report(ticket, present, until))
        context.presenceChanged.append(ticket);
    return {};
}

Result<> leave(Context &context, TicketId ticket)
{
    // Whoever is there may go, even when they do not see the ticket any more.
    if (context.environment.presence->leave(ticket, context.principal.account)) {
        context.presenceChanged.append(ticket);
        return {};
    }
    return requireSight(context, ticket);
}

Result<QList<TicketPresence>> list(Context &context)
{
    const PresenceBoard &board = *context.environment.presence;
    auto claims = ClaimService::claims(context.db, {}, context.now());
    if (!claims)
        return fail(claims.error());
    QList<TicketId> tickets = board.tickets();
    for (auto claim = claims->cbegin(); claim != claims->cend(); ++claim) {
        if (!tickets.contains(claim.key()))
            tickets.append(claim.key());
    }
    auto rows = context.db.run("presence/select_attended",
                               {{":tickets", tickets}, {":viewer", context.principal.account}});
    if (!rows)
        return fail(rows.error());
    QList<TicketPresence> presences;
    while (rows->next()) {
        const auto ticket = rows->id<TicketId>(0);
        TicketPresence presence{.ticketId = ticket, .people = board.people(ticket)};
        if (const auto claim = claims->constFind(ticket); claim != claims->cend())
            presence.claim = *claim;
        presences.append(presence);
    }
    return presences;
}

} // namespace Deskbell::Server::PresenceService
