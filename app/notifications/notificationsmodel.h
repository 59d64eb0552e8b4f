// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notifications/notification.h"

#include <QAbstractListModel>

namespace Deskbell::App {

/// What somebody was told, newest first, gathered by ticket and day: what happened to one ticket on
/// one day is one row. Owns its values; what is read and when is the NotificationCenter's business.
class NotificationsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NotificationRole = Qt::UserRole, ///< QVariant of the newest Notification of the row
        CountRole,                       ///< int: how many the row gathers
        UnreadRole,                      ///< int: how many of them are unread
        DayRole,                         ///< QDate in the first row of a day, else invalid
    };

    explicit NotificationsModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// All that were read so far, newest first. Rows come, go and move one by one.
    void setNotifications(const QList<Notification> &notifications);
    const QList<Notification> &notifications() const { return m_notifications; }
    const Notification &newestAt(int row) const { return m_rows[row].items.first(); }

private:
    struct Row
    {
        TicketId ticket;
        QDate day;
        QList<Notification> items; ///< newest first

        bool isSame(const Row &other) const { return ticket == other.ticket && day == other.day; }
    };
    static QList<Row> gathered(const QList<Notification> &notifications);

    QList<Notification> m_notifications;
    QList<Row> m_rows;
};

} // namespace Deskbell::App
