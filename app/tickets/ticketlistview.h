// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/views/savedview.h"

#include <QListView>

namespace Deskbell {
class Clock;
}

namespace Deskbell::App {

class TicketColumnHeader;
class TicketRowDelegate;

/// The list itself: rows of two lines or of columns, kept selection, single keys. Emits what the
/// person wants; what it means is decided by the page.
///
/// Rows are chosen as everywhere, by Shift, Ctrl and mouse; or marked one by one with a key: then
/// stepping leaves the marks alone.
class TicketListView : public QListView
{
    Q_OBJECT

public:
    TicketListView(const Clock &clock, QWidget *parent = nullptr);

    /// The row by `step` from the current one, selected and in sight.
    void step(int step);
    /// Marks the current row, or takes its mark away.
    void toggleMark();
    /// Only the current row is chosen.
    void clearMarks();
    /// The chosen rows from top to bottom; the current one, when there is no other.
    QList<int> chosenRows() const;

public Q_SLOTS:
    /// As the Edit menu asks whatever has the focus.
    void undo() { Q_EMIT undoRequested(); }

    /// Rows have a line about why they were found.
    void setShowsMatches(bool shows);
    /// Columns with a header; none: two lines for each ticket.
    void setColumns(const QList<ViewColumn> &columns);
    QList<ViewColumn> columns() const;
    void showOrder(const TicketOrder &order);

Q_SIGNALS:
    void undoRequested();
    void chosenChanged(int count);
    /// Double click: in a window of its own.
    void detachRequested(const QModelIndex &index);
    void currentRowChanged(const QModelIndex &current);
    /// By a click on the title of a column.
    void orderChosen(const Deskbell::TicketOrder &order);
    /// The person moved or sized a column.
    void columnsChanged(const QList<Deskbell::ViewColumn> &columns);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void updateGeometries() override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    TicketRowDelegate *m_rows;
    TicketColumnHeader *m_header;
    bool m_marking = false;
    int m_chosen = 0;
};

} // namespace Deskbell::App
