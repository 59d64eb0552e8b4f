// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/time.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Deskbell {

QString timeToWire(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz'Z'");
}

QJsonValue timeToJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(timeToWire(time)) : QJsonValue(QJsonValue::Null);
}

namespace {

/// So many ASCII digits as a number; nothing when another character is among them.
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

} // namespace

std::optional<QDateTime> timeFromWire(QStringView text)
{
    // 0123456789012345678
    // 2026-11-21T09:30:00.123Z
    constexpr qsizetype wholeSeconds = 19;
    constexpr qsizetype maxFraction = 9;
    if (text.size() < wholeSeconds + 1 || !text.endsWith(u'Z') || text[4] != u'-' || text[7] != u'-'
        || text[10] != u'T' || text[13] != u':' || text[16] != u':')
        return std::nullopt;

    int milliseconds = 0;
    const QStringView fraction = text.sliced(wholeSeconds).chopped(1);
    if (!fraction.isEmpty()) {
        if (fraction[0] != u'.' || fraction.size() < 2 || fraction.size() > maxFraction + 1
            || !digits(fraction.sliced(1)))
            return std::nullopt;
        const QString padded = (fraction.sliced(1).toString() + u"00"_s).left(3);
        milliseconds = *digits(padded);
    }

    const auto part = [text](qsizetype from, qsizetype length) {
        return digits(text.sliced(from, length));
    };
    const auto year = part(0, 4), month = part(5, 2), day = part(8, 2);
    const auto hour = part(11, 2), minute = part(14, 2), second = part(17, 2);
    if (!year || !month || !day || !hour || !minute || !second || *year == 0)
        return std::nullopt;

    const QDate date(*year, *month, *day);
    const QTime time(*hour, *minute, *second, milliseconds);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(date, time, Qt::UTC);
}

} // namespace Deskbell
