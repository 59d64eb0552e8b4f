// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/style.h"

#include <QColor>

class QPainter;
class QStyleOption;

/// The shapes that Style is made of.
namespace Deskbell::App::StylePaint {

/// The colours of a button as it is now.
struct Paint
{
    QColor fill;
    QColor line;
    QColor text;
};

/// Whether setButtonLook() was called for it.
bool hasLook(const QWidget *widget);
/// The look it was given; without one a default button is Primary.
ButtonLook lookOf(const QWidget *widget, const QStyleOption *option);
bool isEnabled(const QStyleOption *option);
/// `part` (0 to 1) of the way from one colour to the other.
QColor mixed(const QColor &from, const QColor &to, qreal part);
Paint buttonPaint(const QStyleOption *option, ButtonLook look);

/// A transparent fill or line is not drawn.
void roundedBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
                const QColor &line, qreal width = 1);
void focusRing(QPainter *painter, const QRectF &rect, qreal radius);
/// On a filled button the ring stands inside, in the colour of its text.
void buttonFocus(const QStyleOption *option, QPainter *painter, ButtonLook look);
void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void drawField(const QStyleOption *option, QPainter *painter, bool faulty);
void drawCheck(const QStyleOption *option, QPainter *painter, bool round);
void chevron(QPainter *painter, const QPointF &centre, Qt::ArrowType direction, const QColor &ink);

} // namespace Deskbell::App::StylePaint
