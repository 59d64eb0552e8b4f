// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/listheader.h"

#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/tickets/ticketcolumns.h"
#include "app/tickets/tickettext.h"
#include "common/find/findquery.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

template <class E>
void addChoices(QMenu *menu, QList<E> &chosen, const QList<E> &values,
                const std::function<QString(E)> &text, const std::function<void()> &changed)
{
    for (const E value : values) {
        QAction *action = menu->addAction(text(value));
        action->setCheckable(true);
        action->setChecked(chosen.contains(value));
        QObject::connect(action, &QAction::toggled, menu, [&chosen, value, changed](bool on) {
            chosen.removeAll(value);
            if (on)
                chosen.append(value);
            changed();
        });
    }
}

} // namespace

ListHeader::ListHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_sort(new QToolButton(this))
    , m_filters(new QToolButton(this))
    , m_columnChoice(new QToolButton(this))
    , m_save(new QToolButton(this))
    , m_sortMenu(new QMenu(this))
    , m_filterMenu(new QMenu(this))
    , m_columnMenu(new QMenu(this))
{
    setObjectName(u"listHeader"_s);
    m_title->setObjectName(u"listTitle"_s);
    m_title->setFont(Fonts::heading());
    m_count->setObjectName(u"listCount"_s);
    m_count->setFont(Fonts::small());
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_sort->setObjectName(u"listSort"_s);
    m_filters->setObjectName(u"listFilter"_s);
    m_columnChoice->setObjectName(u"listColumns"_s);
    m_save->setObjectName(u"listSave"_s);
    for (QToolButton *button : {m_save, m_sort, m_filters, m_columnChoice}) {
        button->setAutoRaise(true);
        button->setPopupMode(QToolButton::InstantPopup);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFont(Fonts::small());
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_sort->setMenu(m_sortMenu);
    m_filters->setMenu(m_filterMenu);
    m_columnChoice->setMenu(m_columnMenu);
    m_columnChoice->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_save->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_save->hide();
    connect(m_save, &QToolButton::clicked, this, &ListHeader::saveRequested);
    // Built when opened: they show what is chosen at that moment, in today's language.
    connect(m_sortMenu, &QMenu::aboutToShow, this, &ListHeader::buildSortMenu);
    connect(m_filterMenu, &QMenu::aboutToShow, this, &ListHeader::buildFilterMenu);
    connect(m_columnMenu, &QMenu::aboutToShow, this, &ListHeader::buildColumnMenu);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::gap, Metrics::gap, Metrics::gap, Metrics::gap);
    layout->setSpacing(Metrics::gap);
    layout->addSpacing(6); // in line with the rows
    layout->addWidget(m_title);
    layout->addWidget(m_count);
    layout->addStretch();
    layout->addWidget(m_save);
    layout->addWidget(m_sort);
    layout->addWidget(m_filters);
    layout->addWidget(m_columnChoice);
    retranslate();
}

void ListHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void ListHeader::setTotal(qint64 total)
{
    m_total = total;
    m_count->setText(total < 0 ? QString() : tr("%n ticket(s)", nullptr, int(total)));
}

void ListHeader::setFilter(const TicketFilter &filter)
{
    m_view = m_filter = filter;
    showChoice();
}

void ListHeader::buildSortMenu()
{
    m_sortMenu->clear();
    auto *fields = new QActionGroup(m_sortMenu);
    const bool hasWords = parseFind(m_filter.search).query.hasWords();
    for (const auto &row : WireEnum<TicketSort>::names) {
        if (row.value == TicketSort::Relevance && !hasWords)
            continue;
        QAction *action = fields->addAction(m_sortMenu->addAction(TicketText::sort(row.value)));
        action->setCheckable(true);
        action->setChecked(m_filter.sort == row.value);
        connect(action, &QAction::triggered, this, [this, sort = row.value] {
            m_filter.sort = sort;
            showChoice();
            Q_EMIT filterChosen(m_filter);
        });
    }
    m_sortMenu->addSeparator();
    auto *orders = new QActionGroup(m_sortMenu);
    for (const auto &[order, text] : {std::pair(Qt::AscendingOrder, tr("Ascending")),
                                      std::pair(Qt::DescendingOrder, tr("Descending"))}) {
        QAction *action = orders->addAction(m_sortMenu->addAction(text));
        action->setCheckable(true);
        action->setChecked(m_filter.order == order);
        connect(action, &QAction::triggered, this, [this, order = order] {
            m_filter.order = order;
            showChoice();
            Q_EMIT filterChosen(m_filter);
        });
    }
}

void ListHeader::setSavable(bool savable)
{
    m_save->setVisible(savable);
}

void ListHeader::chooseOrder(const TicketOrder &order)
{
    m_filter.sort = order.sort;
    m_filter.order = order.order;
    showChoice();
    Q_EMIT filterChosen(m_filter);
}

void ListHeader::buildColumnMenu()
{
    m_columnMenu->clear();
    QAction *lines = m_columnMenu->addAction(tr("Two lines for each ticket"));
    lines->setCheckable(true);
    lines->setChecked(m_columns.isEmpty());
    connect(lines, &QAction::triggered, this, [this] {
        m_columns.clear();
        Q_EMIT columnsChosen(m_columns);
    });
    m_columnMenu->addSeparator();
    for (const auto &row : WireEnum<TicketField>::names) {
        QAction *action = m_columnMenu->addAction(TicketColumns::title(row.value));
        action->setCheckable(true);
        const auto isIt = [field = row.value](const ViewColumn &column) {
            return column.field == field;
        };
        action->setChecked(std::any_of(m_columns.cbegin(), m_columns.cend(), isIt));
        connect(action, &QAction::triggered, this, [this, field = row.value, isIt](bool on) {
            // The first that is chosen brings along those without which no list makes sense.
            if (on && m_columns.isEmpty())
                m_columns = TicketColumns::usual();
            m_columns.removeIf(isIt);
            if (on)
                m_columns.append({.field = field});
            Q_EMIT columnsChosen(m_columns);
        });
    }
}

void ListHeader::buildFilterMenu()
{
    m_filterMenu->clear();
    // An earlier opening's submenus; clear() leaves them to us.
    qDeleteAll(m_filterMenu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    const auto changed = [this] {
        showChoice();
        Q_EMIT filterChosen(m_filter);
    };
    addChoices<StatusCategory>(m_filterMenu->addMenu(tr("Status")), m_filter.statusCategories,
                               {StatusCategory::Draft, StatusCategory::Approval,
                                StatusCategory::Open, StatusCategory::Waiting, StatusCategory::Hold,
                                StatusCategory::Resolved, StatusCategory::Closed},
                               TicketText::category, changed);
    addChoices<Priority>(m_filterMenu->addMenu(tr("Priority")), m_filter.priorities,
                         {Priority::Urgent, Priority::High, Priority::Medium, Priority::Low},
                         TicketText::priority, changed);
    m_filterMenu->addSeparator();
    QAction *clear = m_filterMenu->addAction(tr("Clear filters"));
    clear->setEnabled(m_filter != m_view);
    connect(clear, &QAction::triggered, this, [this] {
        m_filter = m_view;
        showChoice();
        Q_EMIT filterChosen(m_filter);
    });
}

void ListHeader::showChoice()
{
    const QString arrow = m_filter.order == Qt::AscendingOrder ? u"↑"_s : u"↓"_s;
    m_sort->setText(TicketText::sort(m_filter.sort) + u' ' + arrow);
    const bool narrowed = m_filter.statusCategories != m_view.statusCategories
                          || m_filter.priorities != m_view.priorities;
    m_filters->setText(narrowed ? tr("Filter: on") : tr("Filter"));
}

void ListHeader::retranslate()
{
    m_sort->setAccessibleName(tr("Order of the list"));
    m_sort->setToolTip(tr("Order of the list"));
    m_filters->setAccessibleName(tr("Filter of the list"));
    m_columnChoice->setIcon(Icons::icon(u"columns", Icons::Ink::Muted));
    m_columnChoice->setAccessibleName(tr("Columns of the list"));
    m_columnChoice->setToolTip(tr("Columns of the list"));
    m_save->setIcon(Icons::icon(u"star", Icons::Ink::Muted));
    m_save->setAccessibleName(tr("Keep this search among your views"));
    m_save->setToolTip(tr("Keep this search among your views"));
    setTotal(m_total);
    showChoice();
}

void ListHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
