// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Deskbell {
class Clock;
}

namespace Deskbell::App {

/// Paints a ticket as two lines: number, title, age; then status, priority, people, due time and
/// the assignee's initials. What stands where is decided here alone.
class TicketRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TicketRowDelegate(const Clock &clock, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

} // namespace Deskbell::App
