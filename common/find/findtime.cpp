// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/find/findtime.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace {

constexpr qsizetype maxAgeDigits = 4;

struct Age
{
    int count = 0;
    char16_t unit = 'd';

    /// So long after `moment`; before it with a negative sign.
    QDateTime from(const QDateTime &moment, int sign) const
    {
        constexpr int secondsOfAnHour = 3600;
        constexpr int daysOfAWeek = 7;
        const int steps = sign * count;
        switch (unit) {
        case 'h': return moment.addSecs(qint64(steps) * secondsOfAnHour);
        case 'w': return moment.addDays(qint64(steps) * daysOfAWeek);
        case 'm': return moment.addMonths(steps);
        case 'y': return moment.addYears(steps);
        default: return moment.addDays(steps);
        }
    }
};

std::optional<int> digits(QStringView text)
{
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

std::optional<Age> ageFrom(QStringView text)
{
    if (text.size() < 2 || text.size() > maxAgeDigits + 1
        || !QStringView(u"hdwmy").contains(text.back()))
        return std::nullopt;
    const auto count = digits(text.chopped(1));
    if (!count)
        return std::nullopt;
    return Age{.count = *count, .unit = text.back().unicode()};
}

/// The days of a date of that form, from its first until after its last.
std::optional<std::pair<QDate, QDate>> daysFrom(QStringView text, QDate today)
{
    if (text == "today"_L1)
        return std::pair(today, today.addDays(1));
    if (text == "yesterday"_L1)
        return std::pair(today.addDays(-1), today);
    if (text == "tomorrow"_L1)
        return std::pair(today.addDays(1), today.addDays(2));
    constexpr qsizetype yearSize = 4;
    constexpr qsizetype monthSize = 7;
    constexpr qsizetype daySize = 10;
    const auto isDash = [&](qsizetype at) {
        return text.size() <= at || text[at] == u'-';
    };
    if ((text.size() != yearSize && text.size() != monthSize && text.size() != daySize)
        || !isDash(yearSize) || !isDash(monthSize))
        return std::nullopt;
    const auto year = digits(text.first(yearSize));
    const auto month = text.size() < monthSize ? 1 : digits(text.sliced(yearSize + 1, 2));
    const auto day = text.size() < daySize ? 1 : digits(text.sliced(monthSize + 1, 2));
    if (!year || !month || !day || *year < 1)
        return std::nullopt;
    const QDate first(*year, *month, *day);
    if (!first.isValid())
        return std::nullopt;
    const QDate after = text.size() == yearSize    ? first.addYears(1)
                        : text.size() == monthSize ? first.addMonths(1)
                                                   : first.addDays(1);
    return std::pair(first, after);
}

} // namespace

std::optional<FindRange> findRange(FindField field, QStringView value, const QDateTime &now,
                                   const QTimeZone &zone)
{
    const QDateTime here = now.toTimeZone(zone);
    if (const auto age = ageFrom(value)) {
        switch (field) {
        case FindField::Older: return FindRange{.until = age->from(here, -1)};
        case FindField::Due: return FindRange{.from = here, .until = age->from(here, 1)};
        default: return FindRange{.from = age->from(here, -1)};
        }
    }
    if (field == FindField::Older || field == FindField::Newer)
        return std::nullopt;

    const auto days = [&](QStringView text) {
        return daysFrom(text, here.date());
    };
    const auto start = [&](QDate day) {
        return day.startOfDay(zone);
    };
    if (value.startsWith(u'>') || value.startsWith(u'<')) {
        const auto one = days(value.sliced(1));
        if (!one)
            return std::nullopt;
        return value.startsWith(u'>') ? FindRange{.from = start(one->second)}
                                      : FindRange{.until = start(one->first)};
    }
    if (const qsizetype dots = value.indexOf(".."_L1); dots >= 0) {
        const auto first = days(value.first(dots));
        const auto last = days(value.sliced(dots + 2));
        if (!first || !last || last->first < first->first)
            return std::nullopt;
        return FindRange{.from = start(first->first), .until = start(last->second)};
    }
    const auto one = days(value);
    if (!one)
        return std::nullopt;
    return FindRange{.from = start(one->first), .until = start(one->second)};
}

} // namespace Deskbell
