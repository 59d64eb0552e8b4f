// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Deskbell {
class Clock;
}

namespace Deskbell::App {

/// Paints a row of the NotificationsModel: the day above the first of it, then what happened and
/// when, then to which ticket and in which words.
class NotificationRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    NotificationRowDelegate(const Clock &clock, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

} // namespace Deskbell::App
