// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPainter;

namespace Deskbell::App {

namespace AvatarPainter {
/// "Jane Doe" → "JD", "müller" → "M", "" → "?".
QString initials(const QString &displayName);
/// The round initials of a person in `rect` (a square).
void paint(QPainter *painter, const QRect &rect, const QString &displayName);
} // namespace AvatarPainter

/// A person's round initials. Decoration: the name itself stands beside it.
class Avatar : public QWidget
{
    Q_OBJECT

public:
    explicit Avatar(int diameter, QWidget *parent = nullptr);
    void setPerson(const QString &displayName);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
};

} // namespace Deskbell::App
