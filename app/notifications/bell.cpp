// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/bell.h"

#include "app/notifications/notificationcenter.h"
#include "app/notifications/notificationpanel.h"
#include "app/notifications/notificationsettingsform.h"
#include "app/shell/appcontext.h"
#include "app/shell/icons.h"
#include "app/shell/mainwindow.h"
#include "app/shell/registry.h"
#include "app/shell/settingsdialog.h"
#include "app/shell/theme.h"
#include "app/shell/toolrow.h"
#include "app/widgets/popups.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int mostShown = 99;

} // namespace

Bell::Bell(AppContext &context, MainWindow &window)
    : m_context(context)
    , m_window(window)
    , m_panel(new NotificationPanel(context, &window))
{
    setObjectName(u"bell"_s);
    setIcon(Icons::icon(u"bell"));
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(Metrics::controlHeight + Metrics::gap, Metrics::controlHeight);
    connect(this, &QToolButton::clicked, this, &Bell::openPanel);
    connect(m_panel, &NotificationPanel::ticketChosen, &window,
            [&window](const QString &number) { window.open(u"ticket"_s, number); });
    connect(m_panel, &NotificationPanel::settingsRequested, &window, [&context, &window] {
        SettingsDialog::open(context, window.actions(), &window, notificationSettingsPage);
    });
    connect(&context.notifications, &NotificationCenter::unreadChanged, this, &Bell::showUnread);
    showUnread();
}

void Bell::openPanel()
{
    // Below the bell, with its edge at the bell's, and inside the window.
    const int across = m_window.mapFromGlobal(mapToGlobal(QPoint(0, height()))).x() + width()
                       - m_panel->width();
    const int down = m_window.mapFromGlobal(mapToGlobal(QPoint(0, height()))).y() + Metrics::unit;
    m_panel->setMaximumHeight(m_window.height() - down - Metrics::gap);
    m_panel->move(m_window.mapToGlobal(QPoint(std::max(Metrics::gap, across), down)));
    m_panel->show();
}

void Bell::showUnread()
{
    const int unread = m_context.notifications.unread();
    const QString text
            = unread == 0 ? tr("Notifications") : tr("Notifications: %n unread", nullptr, unread);
    setAccessibleName(text);
    setToolTip(text);
    update();
}

void Bell::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showUnread();
    QToolButton::changeEvent(event);
}

void Bell::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    const int unread = m_context.notifications.unread();
    if (unread == 0)
        return;
    const QString text = unread > mostShown ? u"99+"_s : QString::number(unread);
    const QFont font = Fonts::tabular(Fonts::caption());
    const QFontMetrics metrics(font);
    const int high = metrics.height();
    const int wide = std::max(high, metrics.horizontalAdvance(text) + Metrics::gap);
    const QRect place
            = QStyle::visualRect(layoutDirection(), rect(), QRect(width() - wide, 0, wide, high));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::tokens().accent);
    painter.drawRoundedRect(place, high / 2.0, high / 2.0);
    painter.setPen(Theme::tokens().onAccent);
    painter.setFont(font);
    painter.drawText(place, Qt::AlignCenter, text);
}

void installNotifications(Registry &registry)
{
    registry.registerSettingsPage({.id = notificationSettingsPage,
                                   .title = [] { return Bell::tr("Notifications"); },
                                   .create = [](AppContext &context) -> QWidget * {
                                       return new NotificationSettingsForm(context);
                                   }});
    registry.onWindow([](AppContext &context, MainWindow &window) {
        auto *bell = new Bell(context, window);
        window.toolRow().addTool(bell);
        window.actions().add({.id = u"go.notifications"_s,
                              .text = [] { return Bell::tr("N&otifications"); },
                              .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_B)},
                              .menu = MenuPlace::Go,
                              .section = 8,
                              .icon = u"bell"_s},
                             bell, [bell] { bell->openPanel(); });
        QObject::connect(&context.notifications, &NotificationCenter::markingFailed, &window,
                         [&window](const Error &error) {
                             Popups::of(&window).error(
                                     Bell::tr("The notifications could not be marked as read"),
                                     error);
                         });
    });
}

} // namespace Deskbell::App
