// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/skeletonrows.h"

#include "app/shell/theme.h"

#include <QPainter>
#include <QTimerEvent>

#include <cmath>

namespace Deskbell::App {

namespace {

constexpr int tickLength = 60; // ms
constexpr int quietTicks = 3;  // what is answered by then shows no rows at all
constexpr int ticksPerBreath = 25;
constexpr int rowHeight = 60;
constexpr double widths[] = {0.62, 0.48, 0.71, 0.55, 0.66, 0.4};

} // namespace

SkeletonRows::SkeletonRows(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Loading…"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void SkeletonRows::showEvent(QShowEvent *)
{
    m_tick = 0;
    m_timer.start(tickLength, this);
}

void SkeletonRows::hideEvent(QHideEvent *)
{
    m_timer.stop();
}

void SkeletonRows::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    if (m_tick >= quietTicks && !isActiveWindow())
        return; // nobody looks
    ++m_tick;
    update();
}

void SkeletonRows::paintEvent(QPaintEvent *)
{
    if (m_tick < quietTicks)
        return;
    const Tokens &t = Theme::tokens();
    const double phase = std::sin(2 * M_PI * m_tick / ticksPerBreath / 2);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int usable = width() - 2 * Metrics::margin;
    int row = 0;
    for (int y = 0; y < height(); y += rowHeight, ++row) {
        painter.setOpacity(0.75 + 0.25 * phase);
        painter.setBrush(t.border);
        const double part = widths[std::size_t(row) % std::size(widths)];
        painter.drawRoundedRect(QRectF(Metrics::margin, y + 14, usable * part, 12), 4, 4);
        painter.drawRoundedRect(QRectF(Metrics::margin, y + 36, usable * part * 0.6, 10), 4, 4);
        painter.setOpacity(1);
        painter.fillRect(0, y + rowHeight - 1, width(), 1, t.border);
    }
}

} // namespace Deskbell::App
