// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/ticketcolumns.h"

#include "app/sla/slatext.h"
#include "app/tickets/tickettext.h"
#include "app/widgets/timetext.h"

#include <QCoreApplication>
#include <QScopedValueRollback>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int leastWidth = 40;

} // namespace

QString TicketColumns::title(TicketField field)
{
    switch (field) {
    case TicketField::Number: return QCoreApplication::translate("TicketColumns", "Number");
    case TicketField::Title: return QCoreApplication::translate("TicketColumns", "Title");
    case TicketField::Status: return QCoreApplication::translate("TicketColumns", "Status");
    case TicketField::Priority: return QCoreApplication::translate("TicketColumns", "Priority");
    case TicketField::Requester: return QCoreApplication::translate("TicketColumns", "Requester");
    case TicketField::Assignee: return QCoreApplication::translate("TicketColumns", "Assignee");
    case TicketField::Team: return QCoreApplication::translate("TicketColumns", "Team");
    case TicketField::Desk: return QCoreApplication::translate("TicketColumns", "Desk");
    case TicketField::Category: return QCoreApplication::translate("TicketColumns", "Category");
    case TicketField::Tags: return QCoreApplication::translate("TicketColumns", "Tags");
    case TicketField::CreatedAt: return QCoreApplication::translate("TicketColumns", "Created");
    case TicketField::UpdatedAt: return QCoreApplication::translate("TicketColumns", "Updated");
    case TicketField::DueAt: return QCoreApplication::translate("TicketColumns", "Due");
    case TicketField::ClosedAt: return QCoreApplication::translate("TicketColumns", "Closed");
    }
    Q_UNREACHABLE();
}

QList<ViewColumn> TicketColumns::usual()
{
    QList<ViewColumn> columns;
    for (const TicketField field :
         {TicketField::Number, TicketField::Title, TicketField::Status, TicketField::Priority,
          TicketField::Assignee, TicketField::UpdatedAt})
        columns.append({.field = field});
    return columns;
}

int TicketColumns::usualWidth(TicketField field)
{
    switch (field) {
    case TicketField::Title: return 220;
    case TicketField::Requester:
    case TicketField::Assignee:
    case TicketField::Team:
    case TicketField::Category:
    case TicketField::Tags:
    case TicketField::Status:
    case TicketField::DueAt: return 120;
    case TicketField::Number:
    case TicketField::Priority: return 84;
    case TicketField::Desk: return 60;
    default: return 76;
    }
}

std::optional<TicketSort> TicketColumns::sortOf(TicketField field)
{
    switch (field) {
    case TicketField::Number: return TicketSort::Number;
    case TicketField::Title: return TicketSort::Title;
    case TicketField::Status: return TicketSort::Status;
    case TicketField::Priority: return TicketSort::Priority;
    case TicketField::Requester: return TicketSort::Requester;
    case TicketField::Assignee: return TicketSort::Assignee;
    case TicketField::CreatedAt: return TicketSort::CreatedAt;
    case TicketField::UpdatedAt: return TicketSort::UpdatedAt;
    case TicketField::DueAt: return TicketSort::DueAt;
    case TicketField::ClosedAt: return TicketSort::ClosedAt;
    default: return std::nullopt;
    }
}

QString TicketColumns::text(TicketField field, const Ticket &ticket, const QDateTime &now)
{
    const auto age = [&](const QDateTime &time) {
        return time.isValid() ? TimeText::age(time, now) : QString();
    };
    switch (field) {
    case TicketField::Number: return ticket.number;
    case TicketField::Title: return ticket.title;
    case TicketField::Status: return TicketText::statusBadge(ticket).text;
    case TicketField::Priority: return TicketText::priority(ticket.priority);
    case TicketField::Requester: return ticket.requester.displayName;
    case TicketField::Assignee: return ticket.assignee ? ticket.assignee->displayName : QString();
    case TicketField::Team: return ticket.team ? ticket.team->name : QString();
    case TicketField::Desk: return ticket.desk.key;
    case TicketField::Category: return ticket.category ? ticket.category->name : QString();
    case TicketField::Tags: return ticket.tags.join(u", "_s);
    case TicketField::CreatedAt: return age(ticket.createdAt);
    case TicketField::UpdatedAt: return age(ticket.updatedAt);
    case TicketField::DueAt: return SlaText::countdown(ticket, now).text;
    case TicketField::ClosedAt: return age(ticket.closedAt);
    }
    Q_UNREACHABLE();
}

std::optional<BadgeText> TicketColumns::badge(TicketField field, const Ticket &ticket,
                                              const QDateTime &now)
{
    switch (field) {
    case TicketField::Status: return TicketText::statusBadge(ticket);
    case TicketField::Priority:
        if (TicketText::isNotable(ticket.priority))
            return TicketText::priorityBadge(ticket.priority);
        return std::nullopt;
    case TicketField::DueAt: {
        const SlaText::Countdown countdown = SlaText::countdown(ticket, now);
        if (countdown.tone)
            return BadgeText{.text = countdown.text, .tone = *countdown.tone};
        return std::nullopt;
    }
    default: return std::nullopt;
    }
}

TicketColumnHeader::TicketColumnHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_titles(new QStandardItemModel(this))
{
    setObjectName(u"ticketColumns"_s);
    setAccessibleName(tr("Columns"));
    setModel(m_titles);
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setMinimumSectionSize(leastWidth);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QHeaderView::sectionMoved, this, [this] {
        if (!m_quiet)
            Q_EMIT columnsChanged();
    });
    connect(this, &QHeaderView::sectionResized, this, [this](int section) {
        // What stretches is sized by the window, not by the person.
        if (!m_quiet && sectionResizeMode(section) != Stretch)
            Q_EMIT columnsChanged();
    });
    connect(this, &QHeaderView::sectionClicked, this, &TicketColumnHeader::sortBy);
}

void TicketColumnHeader::setColumns(const QList<ViewColumn> &wanted)
{
    if (wanted == columns())
        return;
    const QScopedValueRollback quiet(m_quiet, true);
    m_fields.clear();
    m_titles->clear();
    for (const ViewColumn &column : wanted)
        m_fields.append(column.field);
    retranslate();
    for (int section = 0; section < wanted.size(); ++section) {
        const ViewColumn &column = wanted[section];
        const bool stretches = column.field == TicketField::Title;
        setSectionResizeMode(section, stretches ? Stretch : Interactive);
        if (!stretches)
            resizeSection(section, column.width > 0 ? column.width
                                                    : TicketColumns::usualWidth(column.field));
    }
    showOrder(m_order);
}

QList<ViewColumn> TicketColumnHeader::columns() const
{
    QList<ViewColumn> columns;
    for (int visual = 0; visual < count(); ++visual) {
        const int section = logicalIndex(visual);
        const bool stretches = sectionResizeMode(section) == Stretch;
        columns.append({.field = m_fields[section], .width = stretches ? 0 : sectionSize(section)});
    }
    return columns;
}

void TicketColumnHeader::showOrder(const TicketOrder &order)
{
    m_order = order;
    for (int section = 0; section < m_fields.size(); ++section) {
        if (TicketColumns::sortOf(m_fields[section]) == order.sort)
            return setSortIndicator(section, order.order);
    }
    setSortIndicator(-1, order.order);
}

void TicketColumnHeader::retranslate()
{
    QStringList titles;
    for (const TicketField field : std::as_const(m_fields))
        titles.append(TicketColumns::title(field));
    m_titles->setHorizontalHeaderLabels(titles);
}

QList<TicketColumnHeader::Place> TicketColumnHeader::places() const
{
    QList<Place> places;
    for (int visual = 0; visual < count(); ++visual) {
        const int section = logicalIndex(visual);
        places.append({.field = m_fields[section],
                       .left = sectionViewportPosition(section),
                       .width = sectionSize(section)});
    }
    return places;
}

void TicketColumnHeader::sortBy(int section)
{
    const auto sort = TicketColumns::sortOf(m_fields.value(section));
    if (!sort)
        return showOrder(m_order); // the click has moved the arrow
    const bool again = *sort == m_order.sort;
    const auto order = again && m_order.order == Qt::AscendingOrder ? Qt::DescendingOrder
                                                                    : Qt::AscendingOrder;
    Q_EMIT orderChosen({.sort = *sort, .order = order});
}

} // namespace Deskbell::App
