// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/desktopnotifier.h"

#include "app/net/client.h"
#include "app/net/session.h"
#include "app/notifications/notificationcenter.h"
#include "app/notifications/notificationtext.h"
#include "app/shell/appcontext.h"
#include "app/shell/mainwindow.h"
#include "app/shell/windows.h"
#include "app/widgets/errortext.h"
#include "app/widgets/markdown.h"
#include "app/widgets/popups.h"
#include "common/approvals/approvalrequests.h"
#include "common/tickets/ticketrequests.h"
#include "common/timeline/replydraft.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

const QString notifyService = u"org.freedesktop.Notifications"_s;
const QString notifyPath = u"/org/freedesktop/Notifications"_s;

constexpr auto openAction = "default"_L1;
constexpr auto takeAction = "take"_L1;
constexpr auto approveAction = "approve"_L1;
constexpr auto rejectAction = "reject"_L1;
constexpr auto replyAction = "inline-reply"_L1; // as the service names it

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(notifyService, notifyPath, notifyService, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(AppContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(notifyService, notifyPath, notifyService, u"ActionInvoked"_s, this,
                SLOT(actionInvoked(uint, QString)));
    bus.connect(notifyService, notifyPath, notifyService, u"NotificationReplied"_s, this,
                SLOT(replied(uint, QString)));
    bus.connect(notifyService, notifyPath, notifyService, u"NotificationClosed"_s, this,
                SLOT(closed(uint, uint)));
    connect(&context.notifications, &NotificationCenter::arrived, this, &DesktopNotifier::arrived);
    askCapabilities();
}

DesktopNotifier::~DesktopNotifier() = default;

void DesktopNotifier::askCapabilities()
{
    auto *watcher = new QDBusPendingCallWatcher(
            QDBusConnection::sessionBus().asyncCall(callOf(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        m_isThere = reply.isValid();
        if (m_isThere)
            m_capabilities = reply.value();
        // Without a service they are in the list, and nothing is made up for later.
        for (const Notification &one : std::exchange(m_waiting, {})) {
            if (m_isThere)
                show(one);
        }
    });
}

void DesktopNotifier::arrived(const Notification &notification)
{
    const NotificationCenter &center = m_context.notifications;
    if (!center.settings().choice(notification.kind).onDesktop || center.isQuiet())
        return;
    if (m_isThere)
        return show(notification);
    // It may have come since it was looked for last.
    m_waiting.append(notification);
    if (m_waiting.size() == 1)
        askCapabilities();
}

QStringList DesktopNotifier::actionsFor(const Notification &notification) const
{
    if (!m_capabilities.contains(u"actions"_s))
        return {};
    QStringList actions{QString(openAction), tr("Open")};
    const bool isRequester = !m_context.session.can(Permission::TicketReply);
    switch (notification.kind) {
    case NotificationKind::ApprovalWanted:
        actions += {QString(approveAction), tr("Approve"), QString(rejectAction), tr("Reject…")};
        break;
    case NotificationKind::Replied:
    case NotificationKind::Mentioned:
        if (!isRequester && m_context.session.can(Permission::TicketAssign))
            actions += {QString(takeAction), tr("Take")};
        // A note is not answered by what the requester can read.
        if (!notification.isInternal && m_capabilities.contains(QString(replyAction)))
            actions += {QString(replyAction), tr("Answer")};
        break;
    default: break;
    }
    return actions;
}

QString DesktopNotifier::bodyOf(const Notification &notification) const
{
    QString text = NotificationText::subject(notification);
    if (!notification.excerpt.isEmpty())
        text += u'\n' + Markdown::toPlainText(notification.excerpt);
    // A service that knows markup would read people's words as such.
    return m_capabilities.contains(u"body-markup"_s) ? text.toHtmlEscaped() : text;
}

void DesktopNotifier::show(const Notification &notification)
{
    QVariantMap hints{{u"desktop-entry"_s, u"deskbell"_s}, {u"category"_s, u"im.received"_s}};
    const QStringList actions = actionsFor(notification);
    if (actions.contains(QString(replyAction)))
        hints[u"x-kde-reply-placeholder-text"_s] = tr("Write an answer");
    QDBusMessage call = callOf(u"Notify"_s);
    call << u"Deskbell"_s << m_ofTicket.value(notification.ticket.id) << u"deskbell"_s
         << NotificationText::sentence(notification) << bodyOf(notification) << actions << hints
         << -1;
    auto *watcher
            = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        m_isThere = reply.isValid();
        if (!m_isThere)
            return;
        m_shown.insert(reply.value(), notification);
        m_ofTicket.insert(notification.ticket.id, reply.value());
    });
}

void DesktopNotifier::actionInvoked(uint id, const QString &action)
{
    if (!m_shown.contains(id))
        return; // another program's
    const Notification notification = m_shown.value(id);
    if (action == openAction) {
        Q_EMIT ticketChosen(notification.ticket.number);
    } else if (action == takeAction) {
        m_context.client.send(
                Api::Request::post(u"/tickets/%1/assign"_s.arg(notification.ticket.id.value()),
                                   {{u"assignedTo"_s, u"me"_s}}),
                this, [this, notification](const Result<Api::Answer> &answer) {
                    if (answer)
                        m_context.notifications.markRead(notification.ticket.id);
                    else
                        failed(notification, answer.error());
                });
    } else if (action == approveAction) {
        const ApprovalVote vote{.decision = ApprovalDecision::Approve};
        m_context.client.send(Api::Request::post(u"/tickets/%1/approvals/decision"_s.arg(
                                                         notification.ticket.id.value()),
                                                 toJson(vote)),
                              this, [this, notification](const Result<Api::Answer> &answer) {
                                  if (answer)
                                      m_context.notifications.markRead(notification.ticket.id);
                                  else
                                      failed(notification, answer.error());
                              });
    } else if (action == rejectAction) {
        // Who rejects says why, and for that there is room in the window.
        Q_EMIT ticketChosen(notification.ticket.number);
    }
}

void DesktopNotifier::replied(uint id, const QString &text)
{
    if (!m_shown.contains(id) || text.trimmed().isEmpty())
        return;
    const Notification notification = m_shown.value(id);
    m_context.client.send(
            Api::Request::post(u"/tickets/%1/replies"_s.arg(notification.ticket.id.value()),
                               toJson(ReplyDraft{.message = text})),
            this, [this, notification](const Result<Api::Answer> &answer) {
                if (answer)
                    m_context.notifications.markRead(notification.ticket.id);
                else
                    failed(notification, answer.error());
            });
}

void DesktopNotifier::closed(uint id, uint)
{
    const auto shown = m_shown.constFind(id);
    if (shown == m_shown.cend())
        return;
    m_ofTicket.remove(shown->ticket.id);
    m_shown.erase(shown);
}

/// Says so where it can be seen, with the ticket at hand.
void DesktopNotifier::failed(const Notification &notification, const Error &error)
{
    Q_EMIT ticketChosen(notification.ticket.number);
    if (MainWindow *window = m_context.windows.active())
        Popups::of(window).error(
                tr("%1: that could not be done from the desktop").arg(notification.ticket.number),
                error);
}

} // namespace Deskbell::App
