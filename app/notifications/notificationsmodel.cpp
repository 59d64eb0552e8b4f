// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationsmodel.h"

#include "app/notifications/notificationtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

NotificationsModel::NotificationsModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int NotificationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant NotificationsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const auto unread
            = std::count_if(row.items.begin(), row.items.end(),
                            [](const Notification &one) { return !one.readAt.isValid(); });
    switch (role) {
    case Qt::DisplayRole:
        return NotificationText::sentence(row.items.first()) + u", "_s
               + NotificationText::subject(row.items.first());
    case Qt::AccessibleDescriptionRole: return unread > 0 ? tr("Unread") : tr("Read");
    case NotificationRole: return QVariant::fromValue(row.items.first());
    case CountRole: return int(row.items.size());
    case UnreadRole: return int(unread);
    case DayRole:
        return index.row() == 0 || m_rows[index.row() - 1].day != row.day ? row.day : QDate();
    default: return {};
    }
}

QList<NotificationsModel::Row>
NotificationsModel::gathered(const QList<Notification> &notifications)
{
    QList<Row> rows;
    for (const Notification &one : notifications) {
        const Row row{
                .ticket = one.ticket.id, .day = one.createdAt.toLocalTime().date(), .items = {one}};
        const auto found = std::find_if(rows.begin(), rows.end(),
                                        [&](const Row &other) { return other.isSame(row); });
        if (found == rows.end())
            rows.append(row);
        else
            found->items.append(one);
    }
    return rows;
}

void NotificationsModel::setNotifications(const QList<Notification> &notifications)
{
    if (m_notifications == notifications)
        return;
    m_notifications = notifications;
    const QList<Row> wanted = gathered(notifications);
    const auto rowIn = [](const QList<Row> &rows, const Row &row, int from) {
        for (int i = from; i < rows.size(); ++i) {
            if (rows[i].isSame(row))
                return i;
        }
        return -1;
    };
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (rowIn(wanted, m_rows[row], 0) >= 0)
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < wanted.size(); ++row) {
        const int there = rowIn(m_rows, wanted[row], row);
        if (there < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, wanted[row]);
            endInsertRows();
            continue;
        }
        if (there != row) {
            beginMoveRows({}, there, there, {}, row);
            m_rows.move(there, row);
            endMoveRows();
        }
        m_rows[row] = wanted[row];
    }
    // Which row is the first of its day may have changed anywhere.
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

} // namespace Deskbell::App
