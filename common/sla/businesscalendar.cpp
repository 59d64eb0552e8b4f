// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sla/businesscalendar.h"

#include <QStringList>

#include <algorithm>
#include <bitset>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::minutes;

namespace Deskbell {

namespace {

constexpr qint64 dayLength = milliseconds(std::chrono::days(1)).count();
/// 1 January 1970 was a Thursday.
constexpr qint64 epochWeekday = 3;
const QDate epochDay(1970, 1, 1);
constexpr qint64 century = 36525 * dayLength;

qint64 floorDivide(qint64 number, qint64 divisor)
{
    return number / divisor - (number % divisor < 0 ? 1 : 0);
}

/// How long the day is open until `time` of it has passed, in milliseconds.
qint64 openUntilTime(const QList<OpenHours> &hours, qint64 time)
{
    qint64 open = 0;
    for (const OpenHours &period : hours) {
        const qint64 opens = milliseconds(period.opens).count();
        open += std::clamp(time - opens, qint64(0), milliseconds(period.closes).count() - opens);
    }
    return open;
}

/// How long it was open since the beginning of 1970 on a clock that shows `local` now, as if there
/// were no holidays. Only differences between two such times mean something.
qint64 openUntil(const BusinessCalendar &calendar, qint64 local)
{
    const qint64 epochDays = floorDivide(local, dayLength);
    const qint64 day = epochDays + epochWeekday;
    const qint64 weeks = floorDivide(day, 7);
    const auto weekday = size_t(day - 7 * weeks);
    qint64 open = 0;
    qint64 openEachWeek = 0;
    for (size_t i = 0; i < calendar.week.size(); ++i) {
        const qint64 openThatDay = openUntilTime(calendar.week[i], dayLength);
        openEachWeek += openThatDay;
        if (i < weekday)
            open += openThatDay;
    }
    return weeks * openEachWeek + open
           + openUntilTime(calendar.week[weekday], local - epochDays * dayLength);
}

/// What openUntil() counts of one day, of the part of it between two times of the clock.
qint64 openOnDay(const BusinessCalendar &calendar, const QDate &date, qint64 from, qint64 to)
{
    const qint64 begin = epochDay.daysTo(date) * dayLength;
    const QList<OpenHours> &hours = calendar.week[size_t(date.dayOfWeek() - 1)];
    return openUntilTime(hours, to - begin) - openUntilTime(hours, from - begin);
}

/// What openUntil() counts too much between two times of the clock, because of holidays.
qint64 lostToHolidays(const BusinessCalendar &calendar, qint64 from, qint64 to)
{
    if (calendar.holidays.isEmpty() && calendar.yearlyHolidays.isEmpty())
        return 0;
    const QDate first = epochDay.addDays(floorDivide(from, dayLength));
    const QDate last = epochDay.addDays(floorDivide(to, dayLength));
    qint64 lost = 0;
    auto holiday = std::lower_bound(calendar.holidays.cbegin(), calendar.holidays.cend(), first);
    for (; holiday != calendar.holidays.cend() && *holiday <= last; ++holiday)
        lost += openOnDay(calendar, *holiday, from, to);
    for (int year = first.year(); year <= last.year(); ++year) {
        for (const YearlyDay &yearly : calendar.yearlyHolidays) {
            const QDate date(year, yearly.month, yearly.day); // the 29th of February may not be
            const bool counts = date.isValid() && date >= first && date <= last
                                && !std::binary_search(calendar.holidays.cbegin(),
                                                       calendar.holidays.cend(), date);
            if (counts)
                lost += openOnDay(calendar, date, from, to);
        }
    }
    return lost;
}

/// How long it is open between two times of one clock that runs evenly.
qint64 openBetween(const BusinessCalendar &calendar, qint64 from, qint64 to)
{
    return openUntil(calendar, to) - openUntil(calendar, from) - lostToHolidays(calendar, from, to);
}

/// Until when the clocks of the zone run evenly, at most until `end`, and how they go meanwhile.
struct Stretch
{
    qint64 offset = 0;
    qint64 end = 0;
};

Stretch stretchFrom(const QTimeZone &zone, qint64 begin, qint64 end)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(begin, Qt::UTC);
    Stretch stretch{.offset = qint64(zone.offsetFromUtc(moment)) * 1000, .end = end};
    const QDateTime change = zone.nextTransition(moment).atUtc;
    if (change.isValid())
        stretch.end = std::min(change.toMSecsSinceEpoch(), end);
    return stretch;
}

bool neverOpens(const BusinessCalendar &calendar)
{
    return std::all_of(calendar.week.begin(), calendar.week.end(),
                       [](const QList<OpenHours> &hours) { return hours.isEmpty(); });
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

} // namespace

std::optional<minutes> timeOfDayFromText(const QString &text)
{
    if (text == "24:00"_L1)
        return minutes(24 * 60);
    const QTime time = QTime::fromString(text, u"HH:mm"_s);
    if (!time.isValid())
        return std::nullopt;
    return minutes(time.hour() * 60 + time.minute());
}

QString timeOfDayToText(minutes time)
{
    return u"%1:%2"_s.arg(time.count() / 60, 2, 10, QChar(u'0'))
            .arg(time.count() % 60, 2, 10, QChar(u'0'));
}

std::optional<BusinessCalendar> businessCalendarFromText(const QString &hours, const QString &zone)
{
    BusinessCalendar calendar;
    calendar.zone = zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(zone.toLatin1());
    const QStringList parts = hours.simplified().split(u' ');
    if (!calendar.zone.isValid() || parts.size() != 2)
        return std::nullopt;
    const QStringList times = parts[1].split(u'-');
    const auto days = daysFromText(parts[0]);
    const auto opens = timeOfDayFromText(times.first());
    const auto closes = timeOfDayFromText(times.last());
    if (!days || times.size() != 2 || !opens || !closes || *opens >= *closes)
        return std::nullopt;
    for (size_t day = 0; day < calendar.week.size(); ++day) {
        calendar.week[day].clear();
        if (days->test(day))
            calendar.week[day].append({.opens = *opens, .closes = *closes});
    }
    return calendar;
}

milliseconds businessTime(const BusinessCalendar &calendar, const QDateTime &from,
                          const QDateTime &to)
{
    const qint64 end = to.toMSecsSinceEpoch();
    qint64 open = 0;
    for (qint64 begin = from.toMSecsSinceEpoch(); begin < end;) {
        const Stretch stretch = stretchFrom(calendar.zone, begin, end);
        open += openBetween(calendar, begin + stretch.offset, stretch.end + stretch.offset);
        begin = stretch.end;
    }
    return milliseconds(open);
}

QDateTime businessTimeLater(const BusinessCalendar &calendar, milliseconds time,
                            const QDateTime &from)
{
    qint64 remaining = time.count();
    if (remaining <= 0)
        return from;
    if (neverOpens(calendar))
        return {};
    const qint64 horizon = from.toMSecsSinceEpoch() + century;
    for (qint64 begin = from.toMSecsSinceEpoch(); begin < horizon;) {
        const Stretch stretch = stretchFrom(calendar.zone, begin, horizon);
        // In ever longer strides, then halving the last one: not enough has passed until `early`.
        const auto passed = [&](qint64 moment) {
            return openBetween(calendar, begin + stretch.offset, moment + stretch.offset);
        };
        qint64 early = begin;
        qint64 late = std::min(begin + std::max(remaining, dayLength), stretch.end);
        while (passed(late) < remaining && late < stretch.end) {
            early = late;
            late = std::min(begin + 2 * (late - begin), stretch.end);
        }
        if (const qint64 open = passed(late); open < remaining) {
            remaining -= open;
            begin = stretch.end;
            continue;
        }
        while (late - early > 1) {
            const qint64 middle = early + (late - early) / 2;
            (passed(middle) >= remaining ? late : early) = middle;
        }
        return QDateTime::fromMSecsSinceEpoch(late, Qt::UTC);
    }
    return {};
}

QDateTime businessTimeAgo(const BusinessCalendar &calendar, milliseconds time, const QDateTime &now)
{
    if (time <= milliseconds(0))
        return now;
    if (neverOpens(calendar))
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
