// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/scrollpane.h"

#include "app/shell/theme.h"

#include <QEvent>
#include <QPainter>

namespace Deskbell::App {

namespace {

constexpr int edgeWidth = 2;

} // namespace

ScrollPane::ScrollPane(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    // The edge is painted beside the content, which would cover it.
    setViewportMargins(edgeWidth, edgeWidth, edgeWidth, edgeWidth);
}

bool ScrollPane::event(QEvent *event)
{
    const bool handled = QScrollArea::event(event);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::Paint && hasFocus()) {
        QPainter painter(this);
        painter.setPen(QPen(Theme::tokens().accent, edgeWidth));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    return handled;
}

} // namespace Deskbell::App
