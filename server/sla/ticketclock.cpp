// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sla/ticketclock.h"

#include "server/base/environment.h"
#include "server/events/eventlog.h"
#include "server/sla/servicealerts.h"
#include "server/sla/servicehistory.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server::TicketClock {

namespace {

ServiceMoment presentOf(const StoredTicket &ticket)
{
    return {.status = ticket.statusCategory,
            .priority = ticket.priority,
            .category = ticket.category ? ticket.category->id : CategoryId()};
}

StoredClock reckonFrom(const ServiceHistory &history, const DeskRules &rules, const QDateTime &now)
{
    StoredClock clock{.revision = rules.revision};
    if (rules.rules.isEmpty())
        return clock;
    const ServiceClocks clocks = reckonClocks(history, rules.rules, now);
    clock.level = serviceLevel(clocks);
    if (!clock.level)
        return clock;
    clock.clocks = toJson(clocks);
    clock.alertAt = nextAlertAt(clocks, {});
    return clock;
}

Result<ServiceHistory> historyUntilNow(Context &context, const StoredTicket &ticket)
{
    auto histories = serviceHistories(context.db, {{.ticket = ticket.id,
                                                    .createdAt = ticket.createdAt,
                                                    .firstResponseAt = ticket.firstResponseAt,
                                                    .present = presentOf(ticket)}});
    if (!histories)
        return fail(histories.error());
    return histories->value(ticket.id);
}

Result<std::shared_ptr<const DeskRules>> rulesFor(Context &context, const StoredTicket &ticket)
{
    return context.environment.serviceRules->rulesOf(context.db, ticket.desk.id,
                                                     ticket.deskRevision);
}

} // namespace

Result<> begin(Context &context, StoredTicket &ticket)
{
    auto rules = rulesFor(context, ticket);
    if (!rules)
        return fail(rules.error());
    ServiceMoment moment = presentOf(ticket);
    moment.at = ticket.createdAt;
    ticket.clock = reckonFrom({.moments = {moment}}, **rules, context.now());
    return {};
}

Result<> follow(Context &context, const StoredTicket &before, StoredTicket &after)
{
    const bool counts = presentOf(before) != presentOf(after)
                        || before.firstResponseAt != after.firstResponseAt;
    if (!counts)
        return {};
    auto rules = rulesFor(context, after);
    if (!rules)
        return fail(rules.error());
    ServiceHistory history;
    if (!(*rules)->rules.isEmpty()) {
        auto until = historyUntilNow(context, before);
        if (!until)
            return fail(until.error());
        history = std::move(*until);
        history.firstResponseAt = after.firstResponseAt;
        ServiceMoment moment = presentOf(after);
        moment.at = context.now();
        history.moments.append(moment);
    }
    after.clock = reckonFrom(history, **rules, context.now());
    return {};
}

Result<StoredClock> reckon(Context &context, const StoredTicket &ticket)
{
    auto rules = rulesFor(context, ticket);
    if (!rules)
        return fail(rules.error());
    auto history = historyUntilNow(context, ticket);
    if (!history)
        return fail(history.error());
    return reckonFrom(*history, **rules, context.now());
}

Result<> store(Context &context, const StoredTicket &ticket, const StoredClock &clock)
{
    auto rows = context.db.run("sla/update_clock", {{":ticket", ticket.id},
                                                    {":clocks", clock.clocks},
                                                    {":target", clock.target()},
                                                    {":state", clock.state()},
                                                    {":warn_at", clock.warnAt()},
                                                    {":due_at", clock.dueAt()},
                                                    {":alert_at", clock.alertAt},
                                                    {":revision", clock.revision}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next() || !rows->flag(0))
        return {};
    return appendEvent(context,
                       {.type = EventType::TicketUpdated,
                        .ticket = ticket.id,
                        .data = {{u"id"_s, ticket.id.value()}, {u"version"_s, ticket.version}}});
}

} // namespace Deskbell::Server::TicketClock
