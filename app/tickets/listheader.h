// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/views/savedview.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace Deskbell::App {

/// The head of the ticket list: which view it is, how many tickets, how sorted, and what is
/// filtered beyond the view.
class ListHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ListHeader(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// -1: unknown, says nothing.
    void setTotal(qint64 total);
    /// Shows these as chosen; emits nothing.
    void setFilter(const TicketFilter &filter);
    const TicketFilter &filter() const { return m_filter; }
    /// Whether there is something that could be kept as a view.
    void setSavable(bool savable);
    /// Shows these as chosen; emits nothing.
    void setColumns(const QList<ViewColumn> &columns) { m_columns = columns; }
    /// As if the person had chosen it from the menu.
    void chooseOrder(const TicketOrder &order);

Q_SIGNALS:
    /// The person chose another order or filter; the rest of the filter is as it was set.
    void filterChosen(const Deskbell::TicketFilter &filter);
    /// Which columns there are, or none for rows of two lines.
    void columnsChosen(const QList<Deskbell::ViewColumn> &columns);
    void saveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildSortMenu();
    void buildFilterMenu();
    void buildColumnMenu();
    void retranslate();
    void showChoice();

    TicketFilter m_filter;
    TicketFilter m_view; ///< as setFilter() gave it: "Clear filters" goes back there
    qint64 m_total = -1;
    QLabel *m_title;
    QLabel *m_count;
    QToolButton *m_sort;
    QToolButton *m_filters;
    QToolButton *m_columnChoice;
    QToolButton *m_save;
    QMenu *m_sortMenu;
    QMenu *m_filterMenu;
    QMenu *m_columnMenu;
    QList<ViewColumn> m_columns;
};

} // namespace Deskbell::App
