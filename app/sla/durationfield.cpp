// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sla/durationfield.h"

#include "app/widgets/timetext.h"
#include "common/base/duration.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App {

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

QString DurationField::textFromValue(int minutes) const
{
    return TimeText::workingTime(minutes);
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
