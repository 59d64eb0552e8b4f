// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/settingvalues.h"

#include <QRegularExpression>

#include <limits>
#include <span>

using namespace Qt::StringLiterals;

namespace Deskbell::Server::SettingValues {

namespace {

struct Unit
{
    const char *name;
    qint64 factor;
};

// The largest first, and of those of one size the one that is written first.
constexpr Unit byteUnits[] = {
        {"TiB", Q_INT64_C(1) << 40},
        {"TB", Q_INT64_C(1) << 40},
        {"T", Q_INT64_C(1) << 40},
        {"GiB", Q_INT64_C(1) << 30},
        {"GB", Q_INT64_C(1) << 30},
        {"G", Q_INT64_C(1) << 30},
        {"MiB", Q_INT64_C(1) << 20},
        {"MB", Q_INT64_C(1) << 20},
        {"M", Q_INT64_C(1) << 20},
        {"KiB", Q_INT64_C(1) << 10},
        {"KB", Q_INT64_C(1) << 10},
        {"K", Q_INT64_C(1) << 10},
        {"", 1},
};
constexpr Unit timeUnits[] = {
        {"d", 24 * 60 * 60 * 1000},
        {"h", 60 * 60 * 1000},
        {"min", 60 * 1000},
        {"s", 1000},
        {"ms", 1},
};

std::optional<qint64> read(const QString &text, std::span<const Unit> units)
{
    static const QRegularExpression shape(u"^\\s*(\\d{1,18})\\s*([a-zA-Z]*)\\s*$"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 number = match.captured(1).toLongLong();
    for (const Unit &unit : units)
        if (match.captured(2).compare(QLatin1StringView(unit.name), Qt::CaseInsensitive) == 0)
            return number <= std::numeric_limits<qint64>::max() / unit.factor
                           ? std::optional(number * unit.factor)
                           : std::nullopt;
    return std::nullopt;
}

QString write(qint64 value, std::span<const Unit> units)
{
    for (const Unit &unit : units)
        if (value != 0 && value % unit.factor == 0)
            return QString::number(value / unit.factor) + QLatin1StringView(unit.name);
    return QString::number(value) + QLatin1StringView(units.back().name);
}

} // namespace

std::optional<bool> toSwitch(const QString &text)
{
    const QString word = text.trimmed().toLower();
    if (QStringList{u"on"_s, u"true"_s, u"yes"_s, u"1"_s}.contains(word))
        return true;
    if (QStringList{u"off"_s, u"false"_s, u"no"_s, u"0"_s}.contains(word))
        return false;
    return std::nullopt;
}

std::optional<qint64> toBytes(const QString &text)
{
    return read(text, byteUnits);
}

QString fromBytes(qint64 bytes)
{
    return write(bytes, byteUnits);
}

std::optional<std::chrono::milliseconds> toTime(const QString &text)
{
    const std::optional<qint64> value = read(text, timeUnits);
    return value ? std::optional(std::chrono::milliseconds(*value)) : std::nullopt;
}

QString fromTime(std::chrono::milliseconds time)
{
    return write(time.count(), timeUnits);
}

} // namespace Deskbell::Server::SettingValues
