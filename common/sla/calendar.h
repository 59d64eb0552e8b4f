// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"
#include "common/desks/deskref.h"
#include "common/sla/businesscalendar.h"

namespace Deskbell {

enum class Weekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

template <>
struct WireEnum<Weekday>
{
    static constexpr auto names = std::to_array<WireName<Weekday>>({
            {Weekday::Monday, "mon"},
            {Weekday::Tuesday, "tue"},
            {Weekday::Wednesday, "wed"},
            {Weekday::Thursday, "thu"},
            {Weekday::Friday, "fri"},
            {Weekday::Saturday, "sat"},
            {Weekday::Sunday, "sun"},
    });
};

/// One of the times at which a desk works: `{"day":"mon","from":"09:00","to":"12:30"}`.
struct CalendarPeriod
{
    Weekday day = Weekday::Monday;
    OpenHours hours = {};

    friend bool operator==(const CalendarPeriod &, const CalendarPeriod &) = default;
};

void read(JsonReader &reader, CalendarPeriod &value);
QJsonObject toJson(const CalendarPeriod &value);

/// A day without work.
struct Holiday
{
    QDate date = {};
    QString name = {};
    bool yearly = false; ///< on the same day of every year

    friend bool operator==(const Holiday &, const Holiday &) = default;
};

void read(JsonReader &reader, Holiday &value);
QJsonObject toJson(const Holiday &value);

/// When a desk works: what its service levels are measured in.
struct Calendar
{
    CalendarId id = {};
    DeskRef desk = {};
    QString name = {};
    QString timeZone = {}; ///< an IANA name
    QList<CalendarPeriod> periods = {};
    QList<Holiday> holidays = {};
    int version = 1;

    friend bool operator==(const Calendar &, const Calendar &) = default;
};

void read(JsonReader &reader, Calendar &value);
QJsonObject toJson(const Calendar &value);

/// The same as arithmetic needs it.
BusinessCalendar businessCalendar(const QString &timeZone, const QList<CalendarPeriod> &periods,
                                  const QList<Holiday> &holidays);

constexpr int maxCalendarPeriods = 70;
constexpr int maxHolidays = 500;

/// POST /calendars.
struct CalendarDraft
{
    DeskId desk = {};
    QString name = {};
    QString timeZone = {};
    QList<CalendarPeriod> periods = {};
    QList<Holiday> holidays = {};

    friend bool operator==(const CalendarDraft &, const CalendarDraft &) = default;
};

void read(JsonReader &reader, CalendarDraft &value);
QJsonObject toJson(const CalendarDraft &value);
QList<FieldError> validate(const CalendarDraft &value);

/// PATCH /calendars/{id}; what is not given stays.
struct CalendarPatch
{
    Given<QString> name = {};
    Given<QString> timeZone = {};
    Given<QList<CalendarPeriod>> periods = {}; ///< replaces all of them
    Given<QList<Holiday>> holidays = {};       ///< replaces all of them

    friend bool operator==(const CalendarPatch &, const CalendarPatch &) = default;
};

void read(JsonReader &reader, CalendarPatch &value);
QJsonObject toJson(const CalendarPatch &value);
QList<FieldError> validate(const CalendarPatch &value);

} // namespace Deskbell
