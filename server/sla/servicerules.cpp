// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sla/servicerules.h"

#include "server/sla/calendarservice.h"

namespace Deskbell::Server {

namespace {

enum RuleColumn {
    Revision,
    PolicyId,
    PolicyName,
    OfCategory,
    OfPriority,
    FirstResponseMinutes,
    ResolutionMinutes,
    WarnPercent,
    Escalates,
    OfCalendar,
    TimeZone,
    Periods,
    Holidays,
};

std::optional<int> minutesIn(const Db::Rows &rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(int(rows.number(column)));
}

Result<std::shared_ptr<const DeskRules>> loadRules(Db::Connection &db, DeskId desk)
{
    auto rows = db.run("sla/list_rules", {{":desk", desk}});
    if (!rows)
        return fail(rows.error());
    auto loaded = std::make_shared<DeskRules>();
    QHash<CalendarId, std::shared_ptr<const BusinessCalendar>> calendars;
    while (rows->next()) {
        loaded->revision = int(rows->number(Revision));
        if (rows->isNull(PolicyId))
            continue;
        auto &calendar = calendars[rows->id<CalendarId>(OfCalendar)];
        if (!calendar) {
            auto read = CalendarService::fromColumns(rows->text(TimeZone), rows->utf8(Periods),
                                                     rows->utf8(Holidays));
            if (!read)
                return fail(read.error());
            calendar = std::make_shared<const BusinessCalendar>(std::move(*read));
        }
        loaded->rules.append({.id = rows->id<SlaPolicyId>(PolicyId),
                              .name = rows->text(PolicyName),
                              .category = rows->id<CategoryId>(OfCategory),
                              .priority = fromWire<Priority>(rows->text(OfPriority)),
                              .firstResponseMinutes = minutesIn(*rows, FirstResponseMinutes),
                              .resolutionMinutes = minutesIn(*rows, ResolutionMinutes),
                              .warnPercent = int(rows->number(WarnPercent)),
                              .escalates = rows->flag(Escalates),
                              .calendar = calendar});
    }
    return std::shared_ptr<const DeskRules>(std::move(loaded));
}

} // namespace

Result<std::shared_ptr<const DeskRules>> ServiceRulesCache::rulesOf(Db::Connection &db, DeskId desk,
                                                                    int revision)
{
    if (revision == 0) { // it has never promised anything
        static const auto nothing = std::make_shared<const DeskRules>();
        return nothing;
    }
    {
        const QReadLocker locker(&m_lock);
        const auto known = m_rules.constFind(desk);
        if (known != m_rules.cend() && (*known)->revision == revision)
            return *known;
    }
    auto loaded = loadRules(db, desk);
    if (!loaded)
        return loaded;
    const QWriteLocker locker(&m_lock);
    return m_rules.insert(desk, *loaded).value();
}

} // namespace Deskbell::Server
