// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

#include <optional>

namespace Deskbell::App {

/// A time in minutes, typed as people say it: "8 h", "1 h 30", "45 min", "1:30". None is a value,
/// too.
class DurationField : public QSpinBox
{
    Q_OBJECT

public:
    DurationField(const std::optional<int> &minutes, int most, QWidget *parent);

    std::optional<int> minutes() const;

protected:
    QString textFromValue(int minutes) const override;
    int valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &position) const override;
};

} // namespace Deskbell::App
