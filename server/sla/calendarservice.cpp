// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sla/calendarservice.h"

#include "common/base/jsonwriter.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::CalendarService {

namespace {

constexpr ManagedKind calendarKind{.word = "calendar",
                                   .select = "sla/select_calendar",
                                   .lock = "sla/lock_calendar",
                                   .remove = "sla/delete_calendar"};

/// The name is all that can be there twice.
Error explainedCalendar(const Error &error)
{
    if (error.key != "database.duplicate")
        return error;
    return {.code = ErrorCode::Conflict,
            .key = "calendar.name_taken",
            .detail = u"The desk has a calendar of this name."_s,
            .fields = {{.field = u"name"_s, .key = "taken"}}};
}

Authorize authorizeCalendar(Context &context)
{
    return [&context](const Entity &current) -> Result<DeskId> {
        auto calendar = valueOf<Calendar>(current);
        if (!calendar)
            return fail(calendar.error());
        const DeskId desk = calendar->desk.id;
        if (auto allowed = requireOnDesk(context, Permission::SlaManage, desk); !allowed)
            return fail(allowed.error());
        return desk;
    };
}

Result<qint64> insertCalendar(Context &context, const CalendarDraft &draft)
{
    auto rows = context.db.run("sla/insert_calendar", {{":desk", draft.desk},
                                                       {":name", draft.name},
                                                       {":time_zone", draft.timeZone},
                                                       {":periods", listToJson(draft.periods)},
                                                       {":holidays", listToJson(draft.holidays)},
                                                       {":account", context.principal.account},
                                                       {":now", context.now()}});
    if (!rows)
        return fail(explainedCalendar(rows.error()));
    rows->next();
    return rows->number(0);
}

template <class T>
Result<QList<T>> listFrom(const QByteArray &json)
{
    QList<T> values;
    for (const QJsonValue &value : QJsonDocument::fromJson(json).array()) {
        auto one = fromJson<T>(value.toObject(), Unknown::Ignored);
        if (!one)
            return fail(Error::internal(u"A calendar is not as the interface shows it."_s));
        values.append(*one);
    }
    return values;
}

} // namespace

Result<Listed> list(Context &context, const QList<DeskId> &desks, const PageRequest &page)
{
    auto start = nameStart(page);
    if (!start)
        return fail(start.error());
    auto rows = context.db.run("sla/list_calendars", {{":viewer", context.principal.account},
                                                      {":all_desks", desks.isEmpty()},
                                                      {":desks", desks},
                                                      {":after_name", start->name},
                                                      {":after_id", start->id},
                                                      {":skipped", start->skipped},
                                                      {":limit", page.pageSize + 1}});
    if (!rows)
        return fail(rows.error());
    return readNamedPage(*rows, page, [&] {
        return countIn(
                context.db.run("sla/count_calendars", {{":viewer", context.principal.account},
                                                       {":all_desks", desks.isEmpty()},
                                                       {":desks", desks}}));
    });
}

Result<Entity> create(Context &context, const CalendarDraft &draft)
{
    if (auto allowed = requireOnNamedDesk(context, Permission::SlaManage, draft.desk); !allowed)
        return fail(allowed.error());
    return createManaged(context, calendarKind, draft.desk,
                         [&] { return insertCalendar(context, draft); });
}

Result<Entity> change(Context &context, CalendarId id, const CalendarPatch &patch,
                      const std::optional<int> &version)
{
    const auto apply = [&](const Entity &before) -> Result<bool> {
        auto calendar = valueOf<Calendar>(before);
        if (!calendar)
            return fail(calendar.error());
        const Calendar old = *calendar;
        calendar->name = patch.name.value_or(calendar->name);
        calendar->timeZone = patch.timeZone.value_or(calendar->timeZone);
        calendar->periods = patch.periods.value_or(calendar->periods);
        calendar->holidays = patch.holidays.value_or(calendar->holidays);
        if (*calendar == old)
            return false;
        auto rows = context.db.run("sla/update_calendar",
                                   {{":id", id},
                                    {":name", calendar->name},
                                    {":time_zone", calendar->timeZone},
                                    {":periods", listToJson(calendar->periods)},
                                    {":holidays", listToJson(calendar->holidays)},
                                    {":account", context.principal.account},
                                    {":now", context.now()}});
        if (!rows)
            return fail(explainedCalendar(rows.error()));
        if (auto raised = raiseRevision(context, calendar->desk.id); !raised)
            return fail(raised.error());
        return true;
    };
    return changeManaged(context, calendarKind, id.value(), version, authorizeCalendar(context),
                         apply);
}

Result<> remove(Context &context, CalendarId id, const std::optional<int> &version)
{
    const auto refuse = [&](const Entity &) -> Result<> {
        auto used = context.db.run("sla/select_calendar_used", {{":id", id}});
        if (!used)
            return fail(used.error());
        if (used->next() && used->flag(0)) {
            return fail({.code = ErrorCode::Conflict,
                         .key = "calendar.in_use",
                         .detail = u"A policy goes by this calendar."_s});
        }
        return {};
    };
    return removeManaged(context, calendarKind, id.value(), version, authorizeCalendar(context),
                         refuse);
}

Result<BusinessCalendar> choose(Context &context, CalendarId calendar, DeskId desk)
{
    auto rows = context.db.run("sla/select_calendar_of_desk",
                               {{":calendar", calendar}, {":desk", desk}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(Error::invalidField(u"calendar"_s, "unknown"));
    return fromColumns(rows->text(0), rows->utf8(1), rows->utf8(2));
}

Result<BusinessCalendar> fromColumns(const QString &timeZone, const QByteArray &periods,
                                     const QByteArray &holidays)
{
    auto hours = listFrom<CalendarPeriod>(periods);
    if (!hours)
        return fail(hours.error());
    auto days = listFrom<Holiday>(holidays);
    if (!days)
        return fail(days.error());
    return businessCalendar(timeZone, *hours, *days);
}

Result<> raiseRevision(Context &context, DeskId desk)
{
    auto raised = context.db.run("sla/update_revision", {{":desk", desk}});
    if (!raised)
        return fail(raised.error());
    return {};
}

} // namespace Deskbell::Server::CalendarService
