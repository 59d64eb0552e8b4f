// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/badge.h"
#include "common/tickets/ticket.h"
#include "common/views/savedview.h"

#include <QHeaderView>

#include <optional>

class QStandardItemModel;

namespace Deskbell::App {

/// What the columns of a list of tickets say.
namespace TicketColumns {
QString title(TicketField field);
/// What a list of columns begins with.
QList<ViewColumn> usual();
int usualWidth(TicketField field);
/// By what a click on the title sorts; nothing where that makes no sense.
std::optional<TicketSort> sortOf(TicketField field);
/// The text of a cell; where it is shown as a badge, in the badge.
QString text(TicketField field, const Ticket &ticket, const QDateTime &now);
std::optional<BadgeText> badge(TicketField field, const Ticket &ticket, const QDateTime &now);
} // namespace TicketColumns

/// The titles above a list of tickets: moved, sized and clicked. Knows where each column is; the
/// rows are painted below by it.
class TicketColumnHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TicketColumnHeader(QWidget *parent);

    void setColumns(const QList<ViewColumn> &columns);
    /// As they are now, from left to right.
    QList<ViewColumn> columns() const;
    void showOrder(const TicketOrder &order);
    void retranslate();

    /// A column where it is painted, in the coordinates of the list.
    struct Place
    {
        TicketField field = TicketField::Number;
        int left = 0;
        int width = 0;
    };
    QList<Place> places() const;

Q_SIGNALS:
    /// The person moved or sized one.
    void columnsChanged();
    void orderChosen(const Deskbell::TicketOrder &order);

private:
    void sortBy(int section);

    QStandardItemModel *m_titles;
    QList<TicketField> m_fields; ///< by section
    TicketOrder m_order;
    bool m_quiet = false; ///< the program changes it, not the person
};

} // namespace Deskbell::App
