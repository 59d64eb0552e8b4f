// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketlistview.h"

#include "app/tickets/ticketcolumns.h"
#include "app/tickets/ticketrowdelegate.h"
#include "app/widgets/timetext.h"

#include <QKeyEvent>

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
    QListView::keyPressEvent(event);
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

} // namespace Deskbell::App
