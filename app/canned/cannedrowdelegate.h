// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Deskbell::App {

/// A row of the list behind "/": the name, what it says, and, where it is a macro, what it does.
class CannedRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        WordsRole = Qt::UserRole + 1,
        ActionsRole,
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Deskbell::App
