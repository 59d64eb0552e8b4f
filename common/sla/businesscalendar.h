// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QTimeZone>

#include <array>
#include <chrono>
#include <optional>

namespace Deskbell {

/// A time of a day in which people work; after midnight, at most 24 hours, and it closes later than
/// it opens.
struct OpenHours
{
    std::chrono::minutes opens{9 * 60};
    std::chrono::minutes closes{17 * 60};

    friend bool operator==(const OpenHours &, const OpenHours &) = default;
};

/// A day that comes every year.
struct YearlyDay
{
    int month = 1;
    int day = 1;

    friend auto operator<=>(const YearlyDay &, const YearlyDay &) = default;
};

/// When people work, by the clocks of one time zone. The time inside its hours is business time;
/// promises such as "40 business hours" are measured in it.
struct BusinessCalendar
{
    /// Of each day, Monday first; in order, without overlap.
    using Week = std::array<QList<OpenHours>, 7>;

    QTimeZone zone = QTimeZone::utc();
    Week week = {QList<OpenHours>{{}}, {{}}, {{}}, {{}}, {{}}, {}, {}};
    QList<QDate> holidays = {};           ///< days without hours; in order, each once
    QList<YearlyDay> yearlyHolidays = {}; ///< the same each year

    friend bool operator==(const BusinessCalendar &, const BusinessCalendar &) = default;
};

/// "Mon-Fri 09:00-17:00", "Mon-Thu,Sat 00:00-24:00"; `zone` is an IANA name, empty for the zone of
/// this machine. Nothing when one of them cannot be read.
std::optional<BusinessCalendar> businessCalendarFromText(const QString &hours, const QString &zone);

/// "09:00" to "24:00", after midnight; nothing for anything else.
std::optional<std::chrono::minutes> timeOfDayFromText(const QString &text);
QString timeOfDayToText(std::chrono::minutes time);

/// How much business time lies between two moments; none when `to` is not later. Counts what clocks
/// of the zone show: an hour that comes twice counts twice, one that is left out does not count.
/// Costs the same for years as for hours, but for the changes of clocks and holidays between.
std::chrono::milliseconds businessTime(const BusinessCalendar &calendar, const QDateTime &from,
                                       const QDateTime &to);

/// The first moment at which that much business time has passed since `from`; invalid when there is
/// none within a century.
QDateTime businessTimeLater(const BusinessCalendar &calendar, std::chrono::milliseconds time,
                            const QDateTime &from);

/// The latest moment from which that much business time has passed until `now`; invalid when there
/// is none, for a calendar without hours.
QDateTime businessTimeAgo(const BusinessCalendar &calendar, std::chrono::milliseconds time,
                          const QDateTime &now);

} // namespace Deskbell
