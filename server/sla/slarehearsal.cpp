// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/environment.h"
#include "server/sla/calendarservice.h"
#include "server/sla/servicehistory.h"
#include "server/sla/slapolicyservice.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::SlaPolicyService {

namespace {

/// So many are reckoned in some tens of milliseconds.
constexpr int rehearsalBatch = 200;

/// The desk's rules with the rehearsed one in its place.
Result<ServiceRules> rehearsedRules(Context &context, const SlaRehearsalRequest &request,
                                    ServiceRules rules)
{
    const SlaPolicyDraft &policy = request.policy;
    auto calendar = CalendarService::choose(context, policy.calendar, policy.desk);
    if (!calendar) {
        return fail(calendar.error().fields.isEmpty()
                            ? calendar.error()
                            : Error::invalidField(u"policy.calendar"_s, "unknown"));
    }
    // Of what says the same of the same tickets, the rehearsed one holds.
    rules.removeIf([&](const ServiceRule &rule) {
        return rule.id == request.replaces
               || (rule.category == policy.category && rule.priority == policy.priority);
    });
    rules.append({.id = request.replaces,
                  .name = policy.name,
                  .category = policy.category,
                  .priority = policy.priority,
                  .firstResponseMinutes = policy.firstResponseMinutes,
                  .resolutionMinutes = policy.resolutionMinutes,
                  .warnPercent = policy.warnPercent,
                  .calendar = std::make_shared<const BusinessCalendar>(std::move(*calendar))});
    return rules;
}

Result<QList<ServiceSubject>> listRehearsed(Context &context, DeskId desk, const QDateTime &since,
                                            qint64 before)
{
    auto rows
            = context.db.run("sla/list_rehearsed_tickets", {{":viewer", context.principal.account},
                                                            {":desk", desk},
                                                            {":since", since},
                                                            {":before", before},
                                                            {":limit", rehearsalBatch}});
    if (!rows)
        return fail(rows.error());
    QList<ServiceSubject> subjects;
    while (rows->next()) {
        // The database has the same names as types, so there are no others.
        subjects.append({.ticket = rows->id<TicketId>(0),
                         .createdAt = rows->time(1),
                         .firstResponseAt = rows->time(2),
                         .present = {.status = fromWire<StatusCategory>(rows->text(3)).value(),
                                     .priority = fromWire<Priority>(rows->text(4)).value(),
                                     .category = rows->id<CategoryId>(5)}});
    }
    return subjects;
}

void count(const std::optional<TargetClock> &clock, TargetOutcome &outcome)
{
    if (clock)
        ++(clock->state == SlaState::Breached ? outcome.missed : outcome.met);
}

void count(const ServiceClocks &clocks, SlaOutcome &outcome)
{
    count(clocks.firstResponse, outcome.firstResponse);
    count(clocks.resolution, outcome.resolution);
}

/// The id before which the part begins; Invalid (field "cursor") for one that is not of this list.
Result<qint64> placeIn(const QString &cursor)
{
    if (cursor.isEmpty())
        return std::numeric_limits<qint64>::max();
    return decodeCursor(cursor, 1).and_then([](const QJsonArray &key) -> Result<qint64> {
        bool isId = false;
        const qint64 id = key.first().toString().toLongLong(&isId);
        if (!isId)
            return fail(Error::invalidField(u"cursor"_s, "invalid"));
        return id;
    });
}

Result<std::shared_ptr<const DeskRules>> rulesNow(Context &context, DeskId desk)
{
    // Nobody has read the count of its changes: read what it promises.
    return context.environment.serviceRules->rulesOf(context.db, desk, -1);
}

} // namespace

Result<SlaRehearsal> rehearse(Context &context, const SlaRehearsalRequest &request)
{
    const DeskId desk = request.policy.desk;
    if (auto allowed = requireOnNamedDesk(context, Permission::SlaManage, desk); !allowed) {
        return fail(allowed.error().fields.isEmpty()
                            ? allowed.error()
                            : Error::invalidField(u"policy.desk"_s, "unknown"));
    }
    auto before = placeIn(request.cursor);
    if (!before)
        return fail(before.error());
    auto rules = rulesNow(context, desk);
    if (!rules)
        return fail(rules.error());
    auto rehearsed = rehearsedRules(context, request, (*rules)->rules);
    if (!rehearsed)
        return fail(rehearsed.error());
    const QDateTime since = context.now().addDays(-request.days);
    auto subjects = listRehearsed(context, desk, since, *before);
    if (!subjects)
        return fail(subjects.error());
    auto histories = serviceHistories(context.db, *subjects);
    if (!histories)
        return fail(histories.error());

    SlaRehearsal rehearsal{.tickets = int(subjects->size())};
    for (const ServiceHistory &history : std::as_const(*histories)) {
        count(reckonClocks(history, (*rules)->rules, context.now()), rehearsal.before);
        count(reckonClocks(history, *rehearsed, context.now()), rehearsal.after);
    }
    if (subjects->size() == rehearsalBatch) {
        const qint64 last = subjects->constLast().ticket.value();
        rehearsal.nextCursor = encodeCursor(QJsonArray{QString::number(last)});
    }
    if (request.cursor.isEmpty()) {
        auto total = countIn(context.db.run(
                "sla/count_rehearsed_tickets",
                {{":viewer", context.principal.account}, {":desk", desk}, {":since", since}}));
        if (!total)
            return fail(total.error());
        rehearsal.total = int(*total);
    }
    return rehearsal;
}

} // namespace Deskbell::Server::SlaPolicyService
