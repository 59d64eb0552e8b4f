// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sla/calendar.h"

#include "common/base/jsonwriter.h"
#include "common/desks/deskrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

void readTime(JsonReader &reader, QLatin1StringView name, std::chrono::minutes &target)
{
    QString text;
    reader.text(name, text, Presence::Required);
    if (reader.isDescribing() || !reader.has(name) || !reader.isSound(name))
        return;
    if (const auto time = timeOfDayFromText(text))
        target = *time;
    else
        reader.fault(name, "invalid");
}

void checkTimeZone(const QString &zone, QList<FieldError> &faults)
{
    if (zone.isEmpty())
        faults.append({.field = u"timeZone"_s, .key = "required"});
    else if (!QTimeZone::isTimeZoneIdAvailable(zone.toLatin1()))
        faults.append({.field = u"timeZone"_s, .key = "unknown"});
}

void checkPeriods(QList<CalendarPeriod> periods, QList<FieldError> &faults)
{
    const auto fault = [&](const QByteArray &key, const QJsonObject &params = {}) {
        faults.append({.field = u"periods"_s, .key = key, .params = params});
    };
    if (periods.isEmpty())
        return fault("required");
    if (periods.size() > maxCalendarPeriods)
        return fault("too_many", {{u"max"_s, maxCalendarPeriods}});
    const bool backwards
            = std::any_of(periods.cbegin(), periods.cend(), [](const CalendarPeriod &period) {
                  return period.hours.opens >= period.hours.closes;
              });
    if (backwards)
        return fault("ends_before_it_begins");
    std::sort(periods.begin(), periods.end(), [](const auto &a, const auto &b) {
        return std::pair(a.day, a.hours.opens) < std::pair(b.day, b.hours.opens);
    });
    const auto overlap = [](const CalendarPeriod &a, const CalendarPeriod &b) {
        return a.day == b.day && a.hours.closes > b.hours.opens;
    };
    if (std::adjacent_find(periods.cbegin(), periods.cend(), overlap) != periods.cend())
        fault("overlapping");
}

void checkHolidays(const QList<Holiday> &holidays, QList<FieldError> &faults)
{
    if (holidays.size() > maxHolidays) {
        faults.append(
                {.field = u"holidays"_s, .key = "too_many", .params = {{u"max"_s, maxHolidays}}});
        return;
    }
    for (qsizetype i = 0; i < holidays.size(); ++i) {
        QList<FieldError> own;
        checkName(holidays[i].name, own);
        for (FieldError &fault : own) {
            fault.field = u"holidays[%1].%2"_s.arg(i).arg(fault.field);
            faults.append(fault);
        }
    }
}

template <class T>
void readGiven(JsonReader &reader, QLatin1StringView name, Given<QList<T>> &target)
{
    QList<T> values;
    reader.children(name, values, Presence::Optional);
    if (reader.has(name) && reader.isSound(name))
        target = values;
}

} // namespace

void read(JsonReader &reader, CalendarPeriod &value)
{
    reader.enumValue("day"_L1, value.day, Presence::Required);
    readTime(reader, "from"_L1, value.hours.opens);
    readTime(reader, "to"_L1, value.hours.closes);
}

QJsonObject toJson(const CalendarPeriod &value)
{
    return {{u"day"_s, QString(toWire(value.day))},
            {u"from"_s, timeOfDayToText(value.hours.opens)},
            {u"to"_s, timeOfDayToText(value.hours.closes)}};
}

void read(JsonReader &reader, Holiday &value)
{
    reader.day("date"_L1, value.date, Presence::Required);
    reader.cleanedText("name"_L1, value.name, Presence::Required);
    reader.flag("yearly"_L1, value.yearly, Presence::Optional);
}

QJsonObject toJson(const Holiday &value)
{
    return {{u"date"_s, value.date.toString(Qt::ISODate)},
            {u"name"_s, value.name},
            {u"yearly"_s, value.yearly}};
}

void read(JsonReader &reader, Calendar &value)
{
    reader.id("id"_L1, value.id, Presence::Required);
    reader.child("desk"_L1, value.desk, Presence::Required);
    reader.text("name"_L1, value.name, Presence::Required);
    reader.text("timeZone"_L1, value.timeZone, Presence::Required);
    reader.children("periods"_L1, value.periods, Presence::Required);
    reader.children("holidays"_L1, value.holidays, Presence::Required);
    reader.integer("version"_L1, value.version, Presence::Required, 1);
}

QJsonObject toJson(const Calendar &value)
{
    return {{u"id"_s, value.id.value()},
            {u"desk"_s, toJson(value.desk)},
            {u"name"_s, value.name},
            {u"timeZone"_s, value.timeZone},
            {u"periods"_s, listToJson(value.periods)},
            {u"holidays"_s, listToJson(value.holidays)},
            {u"version"_s, value.version}};
}

BusinessCalendar businessCalendar(const QString &timeZone, const QList<CalendarPeriod> &periods,
                                  const QList<Holiday> &holidays)
{
    BusinessCalendar calendar{.zone = QTimeZone(timeZone.toLatin1()), .week = {}};
    for (const CalendarPeriod &period : periods)
        calendar.week[size_t(period.day)].append(period.hours);
    for (QList<OpenHours> &hours : calendar.week) {
        std::sort(hours.begin(), hours.end(),
                  [](const OpenHours &a, const OpenHours &b) { return a.opens < b.opens; });
    }
    for (const Holiday &holiday : holidays) {
        if (holiday.yearly)
            calendar.yearlyHolidays.append(
                    {.month = holiday.date.month(), .day = holiday.date.day()});
        else
            calendar.holidays.append(holiday.date);
    }
    const auto sortOnce = [](auto &days) {
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
    };
    sortOnce(calendar.holidays);
    sortOnce(calendar.yearlyHolidays);
    return calendar;
}

void read(JsonReader &reader, CalendarDraft &value)
{
    reader.id("desk"_L1, value.desk, Presence::Required);
    reader.cleanedText("name"_L1, value.name, Presence::Required);
    reader.cleanedText("timeZone"_L1, value.timeZone, Presence::Required);
    reader.children("periods"_L1, value.periods, Presence::Required);
    reader.children("holidays"_L1, value.holidays, Presence::Optional);
}

QJsonObject toJson(const CalendarDraft &value)
{
    return {{u"desk"_s, value.desk.value()},
            {u"name"_s, value.name},
            {u"timeZone"_s, value.timeZone},
            {u"periods"_s, listToJson(value.periods)},
            {u"holidays"_s, listToJson(value.holidays)}};
}

QList<FieldError> validate(const CalendarDraft &value)
{
    QList<FieldError> faults;
    checkName(value.name, faults);
    checkTimeZone(value.timeZone, faults);
    checkPeriods(value.periods, faults);
    checkHolidays(value.holidays, faults);
    return faults;
}

void read(JsonReader &reader, CalendarPatch &value)
{
    reader.cleanedText("name"_L1, value.name, Presence::Optional);
    reader.cleanedText("timeZone"_L1, value.timeZone, Presence::Optional);
    readGiven(reader, "periods"_L1, value.periods);
    readGiven(reader, "holidays"_L1, value.holidays);
}

QJsonObject toJson(const CalendarPatch &value)
{
    QJsonObject object;
    if (value.name)
        object[u"name"_s] = *value.name;
    if (value.timeZone)
        object[u"timeZone"_s] = *value.timeZone;
    if (value.periods)
        object[u"periods"_s] = listToJson(*value.periods);
    if (value.holidays)
        object[u"holidays"_s] = listToJson(*value.holidays);
    return object;
}

QList<FieldError> validate(const CalendarPatch &value)
{
    QList<FieldError> faults;
    if (value.name)
        checkName(*value.name, faults);
    if (value.timeZone)
        checkTimeZone(*value.timeZone, faults);
    if (value.periods)
        checkPeriods(*value.periods, faults);
    if (value.holidays)
        checkHolidays(*value.holidays, faults);
    return faults;
}

} // namespace Deskbell
