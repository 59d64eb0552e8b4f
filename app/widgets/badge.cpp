// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/badge.h"

#include "app/shell/theme.h"

#include <QEvent>
#include <QPainter>

namespace Deskbell::App {

namespace {

constexpr int sidePadding = 7;
constexpr int badgeHeight = 18;

QFont badgeFont()
{
    QFont font = Fonts::small();
    font.setPixelSize(11);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QSize BadgePainter::sizeOf(const QString &text)
{
    return {QFontMetrics(badgeFont()).horizontalAdvance(text) + 2 * sidePadding, badgeHeight};
}

QRect BadgePainter::paint(QPainter *painter, const QPoint &topLeft, const BadgeText &badge,
                          int maxWidth)
{
    const QRect rect(topLeft, sizeOf(badge.text).boundedTo({maxWidth, badgeHeight}));
    if (rect.width() <= 2 * sidePadding)
        return {topLeft, QSize()};
    const TonePair &pair = Theme::tokens().tone(badge.tone);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(pair.background);
    painter->drawRoundedRect(rect, Metrics::badgeRadius, Metrics::badgeRadius);
    painter->setFont(badgeFont());
    painter->setPen(pair.text);
    const QRect inner = rect.adjusted(sidePadding, 0, -sidePadding, 0);
    painter->drawText(
            inner, Qt::AlignCenter,
            painter->fontMetrics().elidedText(badge.text, Qt::ElideRight, inner.width() + 1));
    painter->restore();
    return rect;
}

Badge::Badge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Badge::Badge(const BadgeText &badge, QWidget *parent)
    : Badge(parent)
{
    setBadge(badge);
}

void Badge::setBadge(const BadgeText &badge)
{
    m_badge = badge;
    setAccessibleName(badge.text);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return BadgePainter::sizeOf(m_badge.text);
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    BadgePainter::paint(&painter, {0, (height() - sizeHint().height()) / 2}, m_badge, width());
}

void Badge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
