// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/trayicon.h"

#include "app/net/session.h"
#include "app/notifications/notificationcenter.h"
#include "app/notifications/notificationtext.h"
#include "app/shell/appcontext.h"
#include "app/shell/theme.h"
#include "app/shell/windows.h"
#include "app/widgets/timetext.h"
#include "common/base/clock.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int newestShown = 5;
constexpr int quietSeconds = 60 * 60;
constexpr int longestLine = 60;
constexpr int trayPixels = 64;

} // namespace

TrayIcon::TrayIcon(AppContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_menu(new QMenu)
    , m_icon(new QSystemTrayIcon(this))
{
    m_menu->setObjectName(u"trayMenu"_s);
    m_icon->setContextMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &TrayIcon::fillMenu);
    connect(m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason != QSystemTrayIcon::Context)
                    Q_EMIT windowWanted();
            });
    connect(&context.notifications, &NotificationCenter::unreadChanged, this,
            &TrayIcon::showUnread);
    connect(&context.session, &Session::stateChanged, this, &TrayIcon::showIfSignedIn);
    fillMenu(); // some desktops show it as it is and ask for nothing
    showUnread();
}

TrayIcon::~TrayIcon()
{
    delete m_menu;
}

bool TrayIcon::isShown() const
{
    return m_icon->isVisible();
}

QIcon TrayIcon::badged(int unread)
{
    const QIcon plain(u":/app/deskbell.svg"_s);
    if (unread == 0)
        return plain;
    QPixmap pixmap = plain.pixmap(trayPixels, trayPixels);
    if (pixmap.isNull())
        return plain;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const int size = trayPixels * 5 / 8;
    const QRect place(trayPixels - size, trayPixels - size, size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::tokens().danger);
    painter.drawEllipse(place);
    QFont font = Fonts::bodyBold();
    font.setPixelSize(unread > 9 ? size / 2 : size * 2 / 3);
    painter.setFont(font);
    painter.setPen(Theme::tokens().onDanger);
    painter.drawText(place, Qt::AlignCenter, unread > 9 ? u"9+"_s : QString::number(unread));
    return {pixmap};
}

void TrayIcon::showUnread()
{
    const int unread = m_context.notifications.unread();
    m_icon->setIcon(badged(unread));
    m_icon->setToolTip(unread == 0 ? u"Deskbell"_s : tr("Deskbell: %n unread", nullptr, unread));
}

void TrayIcon::showIfSignedIn()
{
    const Session::State state = m_context.session.state();
    m_icon->setVisible(QSystemTrayIcon::isSystemTrayAvailable()
                       && (state == Session::State::SignedIn || state == Session::State::Expired));
}

void TrayIcon::fillMenu()
{
    m_menu->clear();
    const QList<Notification> &all = m_context.notifications.model().notifications();
    for (const Notification &one : all.first(std::min<qsizetype>(all.size(), newestShown))) {
        QString text = NotificationText::sentence(one) + u" – "_s + NotificationText::subject(one);
        if (text.size() > longestLine)
            text = text.left(longestLine - 1) + u'…';
        text.replace(u'&', u"&&"_s);
        QAction *line = m_menu->addAction(
                text, this, [this, number = one.ticket.number] { Q_EMIT ticketChosen(number); });
        QFont font = line->font();
        font.setBold(!one.readAt.isValid());
        line->setFont(font);
    }
    if (all.isEmpty())
        m_menu->addAction(tr("Nothing to tell you"))->setEnabled(false);
    m_menu->addSeparator();
    const QDateTime until = m_context.notifications.settings().quietUntil;
    const bool quiet = until.isValid() && until > m_context.clock.now();
    QAction *quietly = m_menu->addAction(
            quiet ? tr("Quiet until %1").arg(TimeText::moment(until, m_context.clock.now()))
                  : tr("Quiet for an hour"));
    quietly->setObjectName(u"trayQuiet"_s);
    quietly->setCheckable(true);
    quietly->setChecked(quiet);
    connect(quietly, &QAction::triggered, this, &TrayIcon::beQuiet);
    m_menu->addAction(tr("Open Deskbell"), this, &TrayIcon::windowWanted);
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, [this] {
        m_context.windows.closeAll();
        QCoreApplication::quit();
    });
}

void TrayIcon::beQuiet(bool quiet)
{
    const QDateTime until = quiet ? m_context.clock.now().addSecs(quietSeconds) : QDateTime();
    m_context.notifications.changeSettings({.quietUntil = until}, this,
                                           [](const Result<NotificationSettings> &) {});
}

} // namespace Deskbell::App
