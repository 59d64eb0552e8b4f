// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sla/servicealerts.h"

#include "server/events/eventlog.h"
#include "server/timeline/timelinerepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

using Kind = ServiceAlert::Kind;

QList<ServiceAlert> allAlerts(const ServiceClocks &clocks)
{
    QList<ServiceAlert> alerts;
    const auto add = [&](ServiceTarget target, const std::optional<TargetClock> &clock) {
        if (!clock || !clock->dueAt.isValid())
            return;
        ServiceAlert alert{.target = target, .dueAt = clock->dueAt, .policy = clock->policy};
        if (clock->isRunning() && clock->warnAt.isValid() && clock->warnAt < clock->dueAt) {
            alert.at = clock->warnAt;
            alerts.append(alert);
        }
        if (clock->isRunning() || clock->state == SlaState::Breached) {
            alert.kind = Kind::Breach;
            alert.at = clock->dueAt;
            alerts.append(alert);
        }
    };
    add(ServiceTarget::FirstResponse, clocks.firstResponse);
    add(ServiceTarget::Resolution, clocks.resolution);
    std::stable_sort(alerts.begin(), alerts.end(),
                     [](const ServiceAlert &a, const ServiceAlert &b) { return a.at < b.at; });
    return alerts;
}

} // namespace

QDateTime nextAlertAt(const ServiceClocks &clocks, const QDateTime &after)
{
    for (const ServiceAlert &alert : allAlerts(clocks)) {
        if (!after.isValid() || alert.at >= after)
            return alert.at;
    }
    return {};
}

QList<ServiceAlert> alertsUntil(const ServiceClocks &clocks, const QDateTime &now)
{
    QList<ServiceAlert> alerts = allAlerts(clocks);
    alerts.removeIf([&](const ServiceAlert &alert) {
        // What is due at this moment is not late.
        return alert.at >= now || (alert.kind == Kind::Warning && alert.dueAt < now);
    });
    return alerts;
}

Result<bool> tellAlert(Context &system, const StoredTicket &ticket, const ServiceAlert &alert)
{
    const bool breach = alert.kind == Kind::Breach;
    auto first = system.db.run("sla/insert_alert", {{":ticket", ticket.id},
                                                    {":target", toWire(alert.target)},
                                                    {":kind", breach ? u"breach"_s : u"warning"_s},
                                                    {":due_at", alert.dueAt},
                                                    {":now", system.now()}});
    if (!first)
        return fail(first.error());
    if (!first->next())
        return false;
    const QString target(toWire(alert.target));
    auto entry = TimelineRepository::insert(
            system.db, {.ticket = ticket.id,
                        .event = breach ? TimelineEvent::SlaBreached : TimelineEvent::SlaWarning,
                        .internal = true,
                        .details = {{u"target"_s, target},
                                    {u"dueAt"_s, timeToJson(alert.dueAt)},
                                    {u"policy"_s, alert.policy.name}},
                        .at = system.now()});
    if (!entry)
        return fail(entry.error());
    auto told = appendEvent(
            system,
            {.type = breach ? EventType::SlaBreached : EventType::SlaWarning,
             .ticket = ticket.id,
             .data
             = {{u"id"_s, ticket.id.value()},
                {u"version"_s, ticket.version},
                {u"changes"_s,
                 QJsonObject{{u"target"_s, QJsonObject{{u"new"_s, target}}},
                             {u"dueAt"_s, QJsonObject{{u"new"_s, timeToJson(alert.dueAt)}}}}}},
             .internal = true});
    if (!told)
        return fail(told.error());
    return true;
}

} // namespace Deskbell::Server
