// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sla/businesscalendar.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::minutes;

namespace Deskbell {

namespace {

constexpr qint64 dayLength = milliseconds(std::chrono::days(1)).count();
/// 1 January 1970 was a Thursday.
constexpr qint64 epochWeekday = 3;

qint64 floorDivide(qint64 number, qint64 divisor)
{
    return number / divisor - (number % divisor < 0 ? 1 : 0);
}

/// How long it was open since the beginning of 1970 on a clock that shows `local` now, in
/// milliseconds. Only differences between two such times mean something.
qint64 openUntil(const BusinessCalendar &calendar, qint64 local)
{
    const qint64 opens = milliseconds(calendar.opens).count();
    const qint64 openEachDay = milliseconds(calendar.closes).count() - opens;
    const qint64 day = floorDivide(local, dayLength) + epochWeekday;
    const qint64 weeks = floorDivide(day, 7);
    const auto weekday = size_t(day - 7 * weeks);

    const std::bitset<7> earlier(calendar.days.to_ulong() & ((1UL << weekday) - 1));
    qint64 open = (weeks * qint64(calendar.days.count()) + qint64(earlier.count())) * openEachDay;
    if (calendar.days.test(weekday)) {
        const qint64 today = local - floorDivide(local, dayLength) * dayLength;
        open += std::clamp(today - opens, qint64(0), openEachDay);
    }
    return open;
}

std::optional<int> weekdayOf(const QString &name)
{
    static const QStringList names{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s,
                                   u"fri"_s, u"sat"_s, u"sun"_s};
    const qsizetype found = names.indexOf(name.toLower());
    return found < 0 ? std::nullopt : std::optional(int(found));
}

std::optional<std::bitset<7>> daysFromText(const QString &text)
{
    std::bitset<7> days;
    for (const QString &part : text.split(u',')) {
        const QStringList ends = part.split(u'-');
        const auto first = weekdayOf(ends.first());
        const auto last = weekdayOf(ends.last());
        if (!first || !last || ends.size() > 2 || *first > *last)
            return std::nullopt;
        for (int day = *first; day <= *last; ++day)
            days.set(size_t(day));
    }
    return days;
}

std::optional<minutes> timeOfDay(const QString &text)
{
    if (text == "24:00"_L1)
        return minutes(24 * 60);
    const QTime time = QTime::fromString(text, u"HH:mm"_s);
    if (!time.isValid())
        return std::nullopt;
    return minutes(time.hour() * 60 + time.minute());
}

} // namespace

std::optional<BusinessCalendar> businessCalendarFromText(const QString &hours, const QString &zone)
{
    BusinessCalendar calendar;
    calendar.zone = zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(zone.toLatin1());
    const QStringList parts = hours.simplified().split(u' ');
    if (!calendar.zone.isValid() || parts.size() != 2)
        return std::nullopt;
    const QStringList times = parts[1].split(u'-');
    const auto days = daysFromText(parts[0]);
    const auto opens = timeOfDay(times.first());
    const auto closes = timeOfDay(times.last());
    if (!days || times.size() != 2 || !opens || !closes || *opens >= *closes)
        return std::nullopt;
    calendar.days = *days;
    calendar.opens = *opens;
    calendar.closes = *closes;
    return calendar;
}

milliseconds businessTime(const BusinessCalendar &calendar, const QDateTime &from,
                          const QDateTime &to)
{
    const qint64 end = to.toMSecsSinceEpoch();
    qint64 open = 0;
    // Between two changes of the zone's clocks they run evenly.
    for (QDateTime begin = from.toUTC(); begin.toMSecsSinceEpoch() < end;) {
        const qint64 offset = qint64(calendar.zone.offsetFromUtc(begin)) * 1000;
        const QDateTime change = calendar.zone.nextTransition(begin).atUtc;
        const qint64 until = change.isValid() ? std::min(change.toMSecsSinceEpoch(), end) : end;
        open += openUntil(calendar, until + offset)
                - openUntil(calendar, begin.toMSecsSinceEpoch() + offset);
        begin = QDateTime::fromMSecsSinceEpoch(until, Qt::UTC);
    }
    return milliseconds(open);
}

QDateTime businessTimeAgo(const BusinessCalendar &calendar, milliseconds time, const QDateTime &now)
{
    if (time <= milliseconds(0))
        return now;
    if (calendar.days.none())
        return {};
    // Going back in ever longer strides, then halving the last one: enough has passed since
    // `early`, not enough since `late`.
    milliseconds stride = time;
    QDateTime early = now.addMSecs(-stride.count());
    while (businessTime(calendar, early, now) < time) {
        stride *= 2;
        early = now.addMSecs(-stride.count());
    }
    QDateTime late = now;
    while (early.msecsTo(late) > 1) {
        const QDateTime middle = early.addMSecs(early.msecsTo(late) / 2);
        (businessTime(calendar, middle, now) >= time ? early : late) = middle;
    }
    return early;
}

} // namespace Deskbell
