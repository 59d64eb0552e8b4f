// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/badge.h"
#include "common/tickets/ticket.h"

#include <QStyledItemDelegate>

namespace Deskbell {
class Clock;
}

namespace Deskbell::App {

class TicketColumnHeader;

/// Paints a ticket as two lines: number, title, age; then status, priority, people, due time and
/// the assignee's initials; or as one line of columns. Below, where words were looked for, a line
/// about where they stand. What stands where is decided here alone.
class TicketRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TicketRowDelegate(const Clock &clock, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    void setShowsMatches(bool shows) { m_showsMatches = shows; }
    /// Where the columns are, which outlives this; null: two lines.
    void setColumns(const TicketColumnHeader *columns) { m_columns = columns; }

protected:
    /// What a row says beside number, title, age, priority and due time.
    struct Words
    {
        BadgeText status;
        QStringList facts;         ///< muted, behind the badges
        bool standsOut;            ///< a bold title
        bool tellsPromises = true; ///< when what the desk has promised is due
    };
    virtual Words wordsFor(const Ticket &ticket) const;

private:
    const Clock &m_clock;
    const TicketColumnHeader *m_columns = nullptr;
    bool m_showsMatches = false;
};

} // namespace Deskbell::App
