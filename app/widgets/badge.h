// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tokens.h"

#include <QWidget>

class QPainter;

namespace Deskbell::App {

/// A word on a tinted ground: status, priority, tag. Never colour alone.
struct BadgeText
{
    QString text;
    Tone tone = Tone::Slate;
};

namespace BadgePainter {
/// The size a badge takes in rows painted by delegates.
QSize sizeOf(const QString &text);
/// Paints it at `topLeft` and returns the rectangle it took. Elided when wider than `maxWidth`.
QRect paint(QPainter *painter, const QPoint &topLeft, const BadgeText &badge,
            int maxWidth = QWIDGETSIZE_MAX);
} // namespace BadgePainter

/// The same as a widget, for headers and forms.
class Badge : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);
    explicit Badge(const BadgeText &badge, QWidget *parent = nullptr);

    void setBadge(const BadgeText &badge);
    const BadgeText &badge() const { return m_badge; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    BadgeText m_badge;
};

} // namespace Deskbell::App
