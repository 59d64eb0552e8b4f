// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/durationfield.h"

#include "app/widgets/timetext.h"

#include <QRegularExpression>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

/// "8 h", but not "1 d": a day of business time is not a day.
QString durationText(int minutes)
{
    if (minutes < 60)
        return TimeText::duration(std::chrono::minutes(minutes));
    const int rest = minutes % 60;
    const QString hours = DurationField::tr("%1 h").arg(minutes / 60);
    return rest == 0 ? hours : u"%1 %2"_s.arg(hours, DurationField::tr("%1 min").arg(rest));
}

} // namespace

DurationField::DurationField(const std::optional<int> &minutes, int most, QWidget *parent)
    : QSpinBox(parent)
{
    setRange(0, most);
    setSingleStep(30);
    setSpecialValueText(tr("Nothing is promised"));
    setValue(minutes.value_or(0));
    setToolTip(tr("Business time, such as “8 h” or “1 h 30 min”"));
}

std::optional<int> DurationField::minutes() const
{
    return value() > 0 ? std::optional(value()) : std::nullopt;
}

std::optional<int> DurationField::minutesFromText(const QString &text)
{
    static const QRegularExpression form(
            uR"(^\s*(?:(\d{1,5})\s*(?:h|std\.?|:)\s*)?(?:(\d{1,6})\s*(?:m|min\.?)?\s*)?$)"_s,
            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || text.trimmed().isEmpty())
        return std::nullopt;
    return match.captured(1).toInt() * 60 + match.captured(2).toInt();
}

QString DurationField::textFromValue(int minutes) const
{
    return durationText(minutes);
}

int DurationField::valueFromText(const QString &text) const
{
    return text == specialValueText() ? 0 : minutesFromText(text).value_or(value());
}

QValidator::State DurationField::validate(QString &text, int &) const
{
    if (text == specialValueText())
        return QValidator::Acceptable;
    const auto minutes = minutesFromText(text);
    return minutes && *minutes <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
}

} // namespace Deskbell::App
