// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <bitset>
#include <chrono>
#include <optional>

namespace Deskbell {

/// When people work: the same hours on each of its days, by the clocks of one time zone. The time
/// inside them is business time; promises such as "40 business hours" are measured in it.
struct BusinessCalendar
{
    QTimeZone zone = QTimeZone::utc();
    std::bitset<7> days{0b0011111};       ///< Monday is bit 0
    std::chrono::minutes opens{9 * 60};   ///< after midnight
    std::chrono::minutes closes{17 * 60}; ///< at most 24 hours, later than it opens

    friend bool operator==(const BusinessCalendar &, const BusinessCalendar &) = default;
};

/// "Mon-Fri 09:00-17:00", "Mon-Thu,Sat 00:00-24:00"; `zone` is an IANA name, empty for the zone of
/// this machine. Nothing when one of them cannot be read.
std::optional<BusinessCalendar> businessCalendarFromText(const QString &hours, const QString &zone);

/// How much business time lies between two moments; none when `to` is not later. Counts what clocks
/// of the zone show: an hour that comes twice counts twice, one that is left out does not count.
std::chrono::milliseconds businessTime(const BusinessCalendar &calendar, const QDateTime &from,
                                       const QDateTime &to);

/// The latest moment from which that much business time has passed until `now`; invalid when there
/// is none, for a calendar without a day.
QDateTime businessTimeAgo(const BusinessCalendar &calendar, std::chrono::milliseconds time,
                          const QDateTime &now);

} // namespace Deskbell
