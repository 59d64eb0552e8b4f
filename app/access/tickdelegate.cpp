// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/tickdelegate.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace Deskbell::App {

void TickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const QVariant ticked = index.data(Qt::CheckStateRole);
    if (!ticked.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.features &= ~QStyleOptionViewItem::HasCheckIndicator;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);

    const QSize size(style->pixelMetric(QStyle::PM_IndicatorWidth, &cell, option.widget),
                     style->pixelMetric(QStyle::PM_IndicatorHeight, &cell, option.widget));
    cell.rect = QStyle::alignedRect(option.direction, Qt::AlignCenter, size, option.rect);
    cell.state &= ~(QStyle::State_HasFocus | QStyle::State_On | QStyle::State_Off);
    cell.state |= ticked.toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
    cell.state.setFlag(QStyle::State_Enabled, (option.state & QStyle::State_Enabled)
                                                      && (index.flags() & Qt::ItemIsUserCheckable));
    painter->save();
    if (!(cell.state & QStyle::State_Enabled))
        painter->setOpacity(0.45);
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &cell, painter, option.widget);
    painter->restore();
}

bool TickDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!(index.flags() & Qt::ItemIsUserCheckable) || !(option.state & QStyle::State_Enabled))
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick: return false; // chooses the cell
    case QEvent::MouseButtonRelease: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() != Qt::LeftButton || !option.rect.contains(mouse->position().toPoint()))
            return false;
        break;
    }
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key != Qt::Key_Space && key != Qt::Key_Select)
            return false;
        break;
    }
    default: return false;
    }
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, int(ticked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace Deskbell::App
