// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketlistview.h"

#include "app/tickets/ticketcolumns.h"
#include "app/tickets/ticketrowdelegate.h"
#include "app/widgets/timetext.h"

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

TicketListView::TicketListView(const Clock &clock, QWidget *parent)
    : QListView(parent)
    , m_rows(new TicketRowDelegate(clock, this))
    , m_header(new TicketColumnHeader(this))
{
    setObjectName(u"ticketList"_s);
    setAccessibleName(tr("Tickets"));
    setItemDelegate(m_rows);
    m_header->hide();
    connect(m_header, &TicketColumnHeader::orderChosen, this, &TicketListView::orderChosen);
    connect(m_header, &TicketColumnHeader::columnsChanged, this, [this] {
        viewport()->update();
        Q_EMIT columnsChanged(columns());
    });
    connect(m_header, &QHeaderView::geometriesChanged, viewport(), qOverload<>(&QWidget::update));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(this, &QListView::doubleClicked, this, &TicketListView::detachRequested);
    connect(&Ticker::instance(), &Ticker::minutePassed, viewport(), qOverload<>(&QWidget::update));
}

void TicketListView::step(int step)
{
    if (!model() || model()->rowCount() == 0)
        return;
    const int row = currentIndex().isValid() ? currentIndex().row() + step : 0;
    const QModelIndex target = model()->index(qBound(0, row, model()->rowCount() - 1), 0);
    if (m_marking)
        selectionModel()->setCurrentIndex(target, QItemSelectionModel::NoUpdate);
    else
        setCurrentIndex(target);
    scrollTo(target);
}

void TicketListView::setShowsMatches(bool shows)
{
    m_rows->setShowsMatches(shows);
    scheduleDelayedItemsLayout();
}

void TicketListView::setColumns(const QList<ViewColumn> &wanted)
{
    m_header->setColumns(wanted);
    m_header->setVisible(!wanted.isEmpty());
    m_rows->setColumns(wanted.isEmpty() ? nullptr : m_header);
    updateGeometries();
    scheduleDelayedItemsLayout();
}

QList<ViewColumn> TicketListView::columns() const
{
    return m_header->columns();
}

void TicketListView::showOrder(const TicketOrder &order)
{
    m_header->showOrder(order);
}

/// The titles stand above the rows and do not scroll with them.
void TicketListView::updateGeometries()
{
    const int height = m_header->isHidden() ? 0 : m_header->sizeHint().height();
    if (viewportMargins().top() != height)
        setViewportMargins(0, height, 0, 0);
    const QRect rows = viewport()->geometry();
    m_header->setGeometry(rows.left(), rows.top() - height, rows.width(), height);
    QListView::updateGeometries();
}

void TicketListView::toggleMark()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    // The row that one is on is chosen anyway: its first mark says that it stays so.
    if (std::exchange(m_marking, true))
        selectionModel()->select(current, QItemSelectionModel::Toggle);
    else
        selectionModel()->select(current, QItemSelectionModel::Select);
    if (selectionModel()->selectedRows().isEmpty())
        clearMarks();
    Q_EMIT chosenChanged(int(chosenRows().size()));
}

void TicketListView::clearMarks()
{
    m_marking = false;
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
}

QList<int> TicketListView::chosenRows() const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        rows.append(index.row());
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex().row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void TicketListView::focusInEvent(QFocusEvent *event)
{
    // Which row is the first to be chosen is for the page to say; the base would take any and so
    // open it in place of the ticket that is on its way.
    if (currentIndex().isValid()) {
        QListView::focusInEvent(event);
        return;
    }
    viewport()->update(); // the frame of the focus
}

void TicketListView::keyPressEvent(QKeyEvent *event)
{
    // Letters are actions here, not a search as one types.
    if (event->text().size() == 1 && event->text().front().isLetterOrNumber()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Escape && selectionModel()->selectedIndexes().size() > 1)
        return clearMarks();
    QListView::keyPressEvent(event);
}

void TicketListView::mousePressEvent(QMouseEvent *event)
{
    if (event->modifiers() == Qt::NoModifier)
        m_marking = false;
    QListView::mousePressEvent(event);
}

void TicketListView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Tickets"));
        m_header->retranslate();
        viewport()->update();
    }
    QListView::changeEvent(event);
}

void TicketListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(current);
}

void TicketListView::selectionChanged(const QItemSelection &selected,
                                      const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    const int count = int(selectionModel()->selectedIndexes().size());
    m_marking = m_marking && count > 0;
    if (std::exchange(m_chosen, count) != count)
        Q_EMIT chosenChanged(count);
}

} // namespace Deskbell::App
