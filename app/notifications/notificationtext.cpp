// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationtext.h"

#include "app/tickets/tickettext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Deskbell::App::NotificationText {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NotificationText)
};

} // namespace

QString sentence(const Notification &notification)
{
    const QString who
            = notification.actor ? notification.actor->displayName : Words::tr("The system");
    const QString status
            = notification.status.isEmpty()
                      ? QString()
                      : TicketText::status(notification.status, notification.statusLabel);
    switch (notification.kind) {
    case NotificationKind::ApprovalWanted: return Words::tr("You are asked to approve");
    case NotificationKind::ApprovalStuck: return Words::tr("Nobody can decide on the approval");
    case NotificationKind::AccessRequested: return Words::tr("%1 asks to see the ticket").arg(who);
    case NotificationKind::Mentioned:
        return notification.isInternal ? Words::tr("%1 mentioned you in a note").arg(who)
                                       : Words::tr("%1 mentioned you").arg(who);
    case NotificationKind::SlaBreached: return Words::tr("A service level was missed");
    case NotificationKind::SlaWarning: return Words::tr("A service level is about to be missed");
    case NotificationKind::Assigned: return Words::tr("%1 assigned it to you").arg(who);
    case NotificationKind::ApprovalDecided: return Words::tr("The approval was decided on");
    case NotificationKind::Requested: return Words::tr("%1 made a request in your name").arg(who);
    case NotificationKind::WatcherAdded: return Words::tr("%1 added you to the watchers").arg(who);
    case NotificationKind::Workflow:
    case NotificationKind::StatusChanged:
        return status.isEmpty() ? Words::tr("%1 changed the status").arg(who)
                                : Words::tr("Now “%1”").arg(status);
    case NotificationKind::ClosingSoon: return Words::tr("It is about to be closed");
    case NotificationKind::Replied: return Words::tr("%1 answered").arg(who);
    case NotificationKind::Noted: return Words::tr("%1 added a note").arg(who);
    case NotificationKind::Changed: return Words::tr("%1 changed something").arg(who);
    }
    Q_UNREACHABLE();
}

QString subject(const Notification &notification)
{
    return notification.ticket.number + u" · "_s + notification.ticket.title;
}

QString kind(NotificationKind kind)
{
    return QCoreApplication::translate("NotificationKind",
                                       descriptionOf(kind).toLatin1().constData());
}

QString icon(NotificationKind kind)
{
    switch (kind) {
    case NotificationKind::ApprovalWanted:
    case NotificationKind::ApprovalStuck:
    case NotificationKind::ApprovalDecided: return u"check"_s;
    case NotificationKind::AccessRequested: return u"lock"_s;
    case NotificationKind::Mentioned: return u"user"_s;
    case NotificationKind::SlaBreached:
    case NotificationKind::SlaWarning:
    case NotificationKind::ClosingSoon: return u"clock"_s;
    case NotificationKind::Assigned: return u"take"_s;
    case NotificationKind::Requested: return u"ticket"_s;
    case NotificationKind::WatcherAdded: return u"watch"_s;
    case NotificationKind::Replied: return u"reply"_s;
    case NotificationKind::Noted: return u"note"_s;
    case NotificationKind::Workflow:
    case NotificationKind::StatusChanged:
    case NotificationKind::Changed: return u"refresh"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Deskbell::App::NotificationText
