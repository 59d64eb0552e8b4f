// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/figuretile.h"

#include "app/shell/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int tileWidth = 116;

} // namespace

FigureTile::FigureTile(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(name);
    setAttribute(Qt::WA_Hover);
    setLeadsOn(false);
}

void FigureTile::setFigure(int figure)
{
    m_figure = figure;
    setAccessibleName(u"%1: %2"_s.arg(text(), QLocale().toString(figure)));
    update();
}

void FigureTile::setAlarming(bool alarming)
{
    m_alarming = alarming;
    update();
}

void FigureTile::setLeadsOn(bool leads)
{
    m_leadsOn = leads;
    setFocusPolicy(leads ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize FigureTile::sizeHint() const
{
    const int lines = QFontMetrics(Fonts::title()).height() + QFontMetrics(Fonts::small()).height();
    const int words = QFontMetrics(Fonts::small()).horizontalAdvance(text());
    return {std::max(tileWidth, words + 2 * Metrics::margin),
            lines + Metrics::unit + 2 * Metrics::margin};
}

void FigureTile::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isFocused = hasFocus();
    painter.setPen(QPen(isFocused ? tokens.accent : tokens.border, isFocused ? 2 : 1));
    painter.setBrush(m_leadsOn && underMouse() ? tokens.hover : tokens.base);
    const double inset = isFocused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset),
                            Metrics::cardRadius, Metrics::cardRadius);

    const QRect inner
            = rect().adjusted(Metrics::margin, Metrics::margin, -Metrics::margin, -Metrics::margin);
    painter.setFont(Fonts::tabular(Fonts::title()));
    painter.setPen(m_alarming && m_figure > 0 ? tokens.danger : tokens.text);
    painter.drawText(inner, Qt::AlignTop | Qt::AlignLeading, QLocale().toString(m_figure));
    painter.setFont(Fonts::small());
    painter.setPen(tokens.muted);
    painter.drawText(inner, Qt::AlignBottom | Qt::AlignLeading, text());
}

void FigureTile::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setFigure(m_figure);
    QAbstractButton::changeEvent(event);
}

} // namespace Deskbell::App
