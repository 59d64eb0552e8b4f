// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/stylepaint.h"

#include "app/shell/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyleOption>

namespace Deskbell::App {

namespace {

constexpr char lookProperty[] = "deskbellLook";

} // namespace

void setButtonLook(QAbstractButton *button, ButtonLook look)
{
    button->setProperty(lookProperty, int(look));
    button->update();
}

namespace StylePaint {

bool hasLook(const QWidget *widget)
{
    return widget && widget->property(lookProperty).isValid();
}

ButtonLook lookOf(const QWidget *widget, const QStyleOption *option)
{
    if (hasLook(widget))
        return ButtonLook(widget->property(lookProperty).toInt());
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && (button->features & QStyleOptionButton::DefaultButton) ? ButtonLook::Primary
                                                                            : ButtonLook::Normal;
}

bool isEnabled(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled;
}

QColor mixed(const QColor &from, const QColor &to, qreal part)
{
    const auto mix = [part](float a, float b) {
        return float(a + (b - a) * part);
    };
    return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()),
                            mix(from.blueF(), to.blueF()));
}

Paint buttonPaint(const QStyleOption *option, ButtonLook look)
{
    const Tokens &t = Theme::tokens();
    if (!isEnabled(option))
        return look == ButtonLook::Quiet ? Paint{Qt::transparent, Qt::transparent, t.faint}
                                         : Paint{t.window, t.border, t.faint};
    const bool hover = option->state & QStyle::State_MouseOver;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const auto strong = [&](const QColor &fill, const QColor &text) {
        const QColor shown = down    ? mixed(fill, t.text, 0.22)
                             : hover ? mixed(fill, t.text, 0.1)
                                     : fill;
        return Paint{shown, shown, text};
    };
    switch (look) {
    case ButtonLook::Primary: return strong(t.accent, t.onAccent);
    case ButtonLook::Danger: return strong(t.danger, t.onDanger);
    case ButtonLook::Note: {
        const QColor fill = down    ? mixed(t.noteBackground, t.noteBorder, 0.5)
                            : hover ? mixed(t.noteBackground, t.noteBorder, 0.25)
                                    : t.noteBackground;
        return {fill, t.noteBorder, t.noteText};
    }
    case ButtonLook::Quiet:
        return {down    ? t.selection
                : hover ? mixed(t.window, t.text, 0.07)
                        : QColor(Qt::transparent),
                Qt::transparent, t.text};
    case ButtonLook::Normal: break;
    }
    return {down ? t.selection : hover ? t.hover : t.base, t.control, t.text};
}

void roundedBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
                const QColor &line, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.alpha() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.alpha() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = width / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void focusRing(QPainter *painter, const QRectF &rect, qreal radius)
{
    roundedBox(painter, rect, radius, Qt::transparent, Theme::tokens().accent, 2);
}

void buttonFocus(const QStyleOption *option, QPainter *painter, ButtonLook look)
{
    if (look != ButtonLook::Primary && look != ButtonLook::Danger) {
        focusRing(painter, option->rect, Metrics::radius);
        return;
    }
    roundedBox(painter, QRectF(option->rect).adjusted(3, 3, -3, -3), Metrics::radius - 2,
               Qt::transparent, buttonPaint(option, look).text, 1.5);
}

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Paint paint = buttonPaint(option, lookOf(widget, option));
    roundedBox(painter, option->rect, Metrics::radius, paint.fill, paint.line);
}

void drawField(const QStyleOption *option, QPainter *painter, bool faulty)
{
    const Tokens &t = Theme::tokens();
    const bool focus = option->state & QStyle::State_HasFocus;
    const QColor line = faulty ? t.danger : focus ? t.accent : t.control;
    roundedBox(painter, option->rect, Metrics::radius, isEnabled(option) ? t.base : t.window, line,
               focus || faulty ? 1.5 : 1);
}

void drawCheck(const QStyleOption *option, QPainter *painter, bool round)
{
    const Tokens &t = Theme::tokens();
    const bool on = option->state & QStyle::State_On;
    const bool partly = option->state & QStyle::State_NoChange;
    const bool enabled = isEnabled(option);
    const QColor fill = (on || partly) ? (enabled ? t.accent : t.faint)
                        : enabled      ? t.base
                                       : t.window;
    const QRectF box = option->rect;
    const qreal radius = round ? box.height() / 2 : 4;
    roundedBox(painter, box, radius, fill, (on || partly) ? fill : enabled ? t.muted : t.control);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(t.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = box.center();
    if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.onAccent);
        painter->drawEllipse(c, 3, 3);
    } else if (on) {
        painter->drawPolyline(QPolygonF{
                {c.x() - 3.6, c.y() + 0.2}, {c.x() - 1, c.y() + 2.8}, {c.x() + 3.8, c.y() - 2.8}});
    } else if (partly) {
        painter->drawLine(QPointF(c.x() - 3, c.y()), QPointF(c.x() + 3, c.y()));
    }
    painter->restore();
}

void chevron(QPainter *painter, const QPointF &centre, Qt::ArrowType direction, const QColor &ink)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(centre);
    switch (direction) {
    case Qt::UpArrow: painter->rotate(180); break;
    case Qt::LeftArrow: painter->rotate(90); break;
    case Qt::RightArrow: painter->rotate(-90); break;
    default: break;
    }
    painter->setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{{-3.5, -1.8}, {0, 1.8}, {3.5, -1.8}});
    painter->restore();
}

} // namespace StylePaint

} // namespace Deskbell::App
