// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/home/requestsmodel.h"

#include "app/home/requestwords.h"
#include "app/tickets/ticketlistmodel.h"
#include "common/base/clock.h"

namespace Deskbell::App {

RequestsModel::RequestsModel(const Clock &clock, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_clock(clock)
{}

QVariant RequestsModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole)
        return QIdentityProxyModel::data(index, role);
    const QVariant ticket = QIdentityProxyModel::data(index, TicketListModel::TicketRole);
    return ticket.isValid() ? RequestWords::spoken(ticket.value<Ticket>(), m_clock.now())
                            : QVariant();
}

} // namespace Deskbell::App
