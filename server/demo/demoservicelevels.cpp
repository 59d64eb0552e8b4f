// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demoservicelevels.h"

#include "server/sla/calendarservice.h"
#include "server/sla/slapolicyservice.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Deskbell::Server {

namespace {

CalendarDraft officeHours(DeskId desk)
{
    CalendarDraft draft{.desk = desk, .name = u"Office hours"_s, .timeZone = u"Europe/Berlin"_s};
    for (const Weekday day : {Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday,
                              Weekday::Thursday, Weekday::Friday}) {
        draft.periods.append({.day = day, .hours = {.opens = 8h, .closes = 12h + 30min}});
        draft.periods.append({.day = day, .hours = {.opens = 13h, .closes = 18h}});
    }
    const auto holiday = [&](int month, int day, const QString &name) {
        draft.holidays.append({.date = QDate(2026, month, day), .name = name, .yearly = true});
    };
    holiday(1, 1, u"New Year's Day"_s);
    holiday(5, 1, u"Labour Day"_s);
    holiday(10, 3, u"Day of German Unity"_s);
    holiday(12, 25, u"Christmas Day"_s);
    holiday(12, 26, u"Boxing Day"_s);
    draft.holidays.append({.date = QDate(2027, 3, 26), .name = u"Good Friday"_s});
    draft.holidays.append({.date = QDate(2027, 3, 29), .name = u"Easter Monday"_s});
    return draft;
}

} // namespace

Result<> addServiceLevels(Context &context, DeskId desk)
{
    auto made = CalendarService::create(context, officeHours(desk));
    if (!made)
        return fail(made.error());
    const CalendarId calendar(
            QJsonDocument::fromJson(made->json).object().value("id"_L1).toInteger());
    const QList<SlaPolicyDraft> policies{
            {.name = u"Standard"_s, .firstResponseMinutes = 8 * 60, .resolutionMinutes = 60 * 60},
            {.name = u"Important"_s,
             .priority = Priority::High,
             .firstResponseMinutes = 4 * 60,
             .resolutionMinutes = 24 * 60},
            {.name = u"Urgent"_s,
             .priority = Priority::Urgent,
             .firstResponseMinutes = 60,
             .resolutionMinutes = 8 * 60,
             .warnPercent = 50,
             .escalates = true},
    };
    for (SlaPolicyDraft policy : policies) {
        policy.desk = desk;
        policy.calendar = calendar;
        if (auto promised = SlaPolicyService::create(context, policy); !promised)
            return fail(promised.error());
    }
    return {};
}

} // namespace Deskbell::Server
