// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/statusdot.h"

#include "app/shell/theme.h"

#include <QPainter>

namespace Deskbell::App {

StatusDot::StatusDot(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(8, 8);
}

void StatusDot::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void StatusDot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::tokens().tone(m_tone).text);
    painter.drawEllipse(rect());
}

} // namespace Deskbell::App
