// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notifications/notification.h"

#include <QHash>
#include <QObject>

namespace Deskbell::App {

struct AppContext;

/// Shows what has just come on the desktop, through the notification service of the session bus,
/// and does there what was chosen there: open, take, approve, reject, answer. One message for a
/// ticket: the next takes its place. Without such a service, or in quiet hours, nothing is shown;
/// the list has it all the same.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifier(AppContext &context, QObject *parent = nullptr);
    ~DesktopNotifier() override;

Q_SIGNALS:
    /// To be shown in a window.
    void ticketChosen(const QString &number);

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void replied(uint id, const QString &text);
    void closed(uint id, uint reason);

private:
    void askCapabilities();
    void arrived(const Notification &notification);
    void show(const Notification &notification);
    QStringList actionsFor(const Notification &notification) const;
    QString bodyOf(const Notification &notification) const;
    void failed(const Notification &notification, const Error &error);

    AppContext &m_context;
    bool m_isThere = false;
    QList<Notification> m_waiting; ///< until it is known what the service can
    QStringList m_capabilities;
    QHash<uint, Notification> m_shown; ///< by the service's number
    QHash<TicketId, uint> m_ofTicket;
};

} // namespace Deskbell::App
