// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/app/workplace.h"

#include "app/features.h"
#include "app/shell/mainwindow.h"

#include <QApplication>
#include <QTest>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

Workplace::Workplace()
    : settings(m_folder.filePath(u"app.ini"_s))
    , trust(&settings)
    , client(trust)
    , session(client, secrets, settings)
    , events(client)
    , drafts(session, client, m_disk, m_folder.filePath(u"drafts"_s))
    , outbox(session, client, m_clock, m_disk, m_folder.filePath(u"outbox"_s))
    , replies(session, client, outbox, m_disk, m_folder.filePath(u"replies"_s))
    , notifications(client, events, session, m_clock)
    , presence(client, events, session)
    , context{.clock = m_clock,
              .settings = settings,
              .theme = theme,
              .client = client,
              .session = session,
              .events = events,
              .drafts = drafts,
              .outbox = outbox,
              .replies = replies,
              .registry = m_registry,
              .windows = windows,
              .notifications = notifications,
              .presence = presence}
{
    m_language.use(u"en"_s);
    windows.setContext(&context);
    registerFeatures(m_registry);
    settings.set(Keys::holdReplies, 0);
    client.setPatience({.repeats = 0});
    outbox.setPatience({.firstPause = std::chrono::milliseconds(10)});
    events.setTiming({.firstPause = std::chrono::milliseconds(10)});
}

Workplace::~Workplace() = default;

bool Workplace::signIn(const Me &me)
{
    desk.api.acceptSignIn(me);
    session.signIn(desk.api.address(), me.account.username, u"secret"_s, Session::Keep::No,
                   &session, [](const Result<> &) {});
    if (!QTest::qWaitFor([this] { return session.state() == Session::State::SignedIn; }))
        return false;
    events.start();
    return QTest::qWaitFor([this] { return events.state() == EventStream::State::Live; });
}

MainWindow *Workplace::openWindow()
{
    MainWindow *window = windows.openMain();
    window->activateWindow();
    return QTest::qWaitForWindowActive(window) ? window : nullptr;
}

void Workplace::speak(const QString &language)
{
    m_language.use(language);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange); // for each window
}

void Workplace::look(ThemeMode mode)
{
    theme.setMode(mode);
    QEvent event(QEvent::ApplicationPaletteChange);
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets)
        QCoreApplication::sendEvent(widget, &event);
}

} // namespace Deskbell::App
