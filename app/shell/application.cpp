// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/application.h"

#include "app/notifications/desktopnotifier.h"
#include "app/notifications/trayicon.h"
#include "app/shell/mainwindow.h"
#include "app/shell/reauthdialog.h"
#include "app/shell/signinwindow.h"
#include "app/widgets/errortext.h"
#include "app/widgets/popups.h"
#include "common/base/clock.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QStandardPaths>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

QString dataFolder(const Application::Setup &setup)
{
    if (!setup.settingsFile.isEmpty())
        return QFileInfo(setup.settingsFile).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

} // namespace

Application::Application(Setup setup)
    : m_settings(setup.settingsFile)
    , m_secrets(std::move(setup.secrets))
    , m_trust(&m_settings)
    , m_client(m_trust)
    , m_session(m_client, *m_secrets, m_settings)
    , m_events(m_client)
    , m_drafts(m_session, m_client, m_disk, dataFolder(setup) + "/drafts"_L1)
    , m_outbox(m_session, m_client, Clock::system(), m_disk, dataFolder(setup) + "/outbox"_L1)
    , m_replies(m_session, m_client, m_outbox, m_disk, dataFolder(setup) + "/replies"_L1)
    , m_notifications(m_client, m_events, m_session, Clock::system())
    , m_presence(m_client, m_events, m_session)
    , m_context{.clock = Clock::system(),
                .settings = m_settings,
                .theme = m_theme,
                .client = m_client,
                .session = m_session,
                .events = m_events,
                .drafts = m_drafts,
                .outbox = m_outbox,
                .replies = m_replies,
                .registry = m_registry,
                .windows = m_windows,
                .notifications = m_notifications,
                .presence = m_presence}
{
    m_windows.setContext(&m_context);
    m_desktop = std::make_unique<DesktopNotifier>(m_context);
    m_tray = std::make_unique<TrayIcon>(m_context);
    QApplication::setWindowIcon(QIcon(u":/app/deskbell.svg"_s));
    applySetting(Keys::language.key);
    applySetting(Keys::themeMode.key);
    connect(&m_settings, &Settings::changed, this, &Application::applySetting);
    connect(&m_systemTheme, &SystemTheme::prefersDarkChanged, &m_theme,
            &Theme::setSystemPrefersDark);
    connect(&m_session, &Session::stateChanged, this, &Application::sessionChanged);
    connect(&m_session, &Session::notRemembered, this, [this](const Error &error) {
        m_notRemembered = error;
        tellNotRemembered();
    });
    connect(&m_events, &EventStream::received, this, [this](const Event &event) {
        const bool aboutMe = event.id.value() == m_session.me().account.id.value();
        if (event.type == EventType::AccountUpdated && aboutMe)
            m_session.reloadAccount();
    });
    connect(&m_events, &EventStream::resetRequired, &m_session, &Session::reloadAccount);
    connect(&m_session, &Session::grantsChanged, &m_events, &EventStream::reset);
    connect(qGuiApp, &QGuiApplication::lastWindowClosed, this, [this] {
        if (!m_staysInTray)
            m_outbox.finish();
    });
    connect(m_desktop.get(), &DesktopNotifier::ticketChosen, this, &Application::openTicket);
    connect(m_tray.get(), &TrayIcon::ticketChosen, this, &Application::openTicket);
    connect(m_tray.get(), &TrayIcon::windowWanted, this, [this] { receive({}); });
}

Application::~Application() = default;

void Application::applySetting(const QByteArray &key)
{
    if (key == Keys::language.key)
        m_language.use(m_settings.value(Keys::language));
    else if (key == Keys::themeMode.key)
        m_theme.setMode(themeModeFromSetting(m_settings.value(Keys::themeMode)));
    else if (key == Keys::keepInTray.key)
        keepRunning();
}

void Application::start(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        if (const auto link = AppLink::fromUrl(QUrl(argument)))
            m_pending = link;
    }
    // A link to another server needs another sign-in.
    if (m_pending && m_pending->server != m_session.lastServer()) {
        showSignIn();
        return;
    }
    m_session.resume(this, [this](const Result<> &resumed) {
        if (resumed)
            return;
        showSignIn();
        if (resumed.error().key != "session.none_kept")
            m_signIn->showError(resumed.error());
    });
}

void Application::receive(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        if (const auto link = AppLink::fromUrl(QUrl(argument))) {
            open(*link);
            return;
        }
    }
    // The last window was closed, and the program stayed in the tray.
    if (!m_signIn && !m_windows.active() && m_staysInTray) {
        m_windows.restore();
        if (m_session.state() == Session::State::Expired)
            askAgain();
    }
    QWidget *window = m_signIn ? static_cast<QWidget *>(m_signIn.get()) : m_windows.active();
    if (window) {
        window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
        window->raise();
        window->activateWindow();
    }
}

void Application::open(const AppLink &link)
{
    m_pending = link;
    if (m_signIn) {
        m_signIn->setServer(link.server);
        receive({});
    } else {
        openPending();
    }
}

void Application::openTicket(const QString &number)
{
    open({.server = m_client.server(), .kind = u"ticket"_s, .id = number});
}

/// Only while there is somewhere to come back from.
void Application::keepRunning()
{
    const bool stays = m_tray->isShown() && m_settings.value(Keys::keepInTray);
    if (std::exchange(m_staysInTray, stays) != stays)
        QGuiApplication::setQuitOnLastWindowClosed(!stays);
}

void Application::openPending()
{
    if (m_pending && !m_windows.active() && m_staysInTray)
        m_windows.restore();
    MainWindow *window = m_windows.active();
    if (!m_pending || !window)
        return;
    const AppLink link = *std::exchange(m_pending, std::nullopt);
    window->raise();
    window->activateWindow();
    if (link.server != m_client.server()) {
        Popups::of(window).show(
                {.kind = Popup::Kind::Warning,
                 .text = tr("The link leads to another server: %1").arg(link.server.display()),
                 .advice = tr("Sign out first, then open the link again.")});
    } else if (!link.kind.isEmpty() && !window->open(link.kind, link.id)) {
        Popups::of(window).show(
                {.kind = Popup::Kind::Warning,
                 .text
                 = tr("The link could not be opened: %1").arg(link.toUrl().toDisplayString())});
    }
}

void Application::sessionChanged(Session::State state)
{
    const bool wasInTray = m_staysInTray && !m_windows.active();
    keepRunning();
    switch (state) {
    case Session::State::SignedIn: showWindows(); break;
    case Session::State::Expired: askAgain(); break;
    case Session::State::SignedOut:
        m_events.stop();
        if (m_windows.active() || wasInTray) {
            showSignIn(); // before the last window goes and takes the program with it
            m_windows.closeAll();
        }
        break;
    case Session::State::SigningIn: break;
    }
}

void Application::showSignIn()
{
    if (!m_signIn)
        m_signIn = std::make_unique<SignInWindow>(m_context);
    if (m_pending)
        m_signIn->setServer(m_pending->server);
    m_signIn->show();
    m_signIn->raise();
    m_signIn->activateWindow();
}

void Application::showWindows()
{
    if (m_events.state() == EventStream::State::Stopped)
        m_events.start(m_session.eventPosition());
    if (!m_windows.active())
        m_windows.restore();
    if (m_signIn) {
        m_signIn->hide();
        // It is its form that tells us: it goes when that is done.
        m_signIn.release()->deleteLater();
    }
    tellNotRemembered();
    openPending();
}

/// The keychain may refuse before the first window is there.
void Application::tellNotRemembered()
{
    MainWindow *window = m_windows.active();
    if (!m_notRemembered || !window)
        return;
    const Error error = *std::exchange(m_notRemembered, std::nullopt);
    Popups::of(window).show({.kind = Popup::Kind::Warning,
                             .text = tr("You will not be remembered on this computer."),
                             .advice = sentence(error),
                             .key = u"session.notRemembered"_s});
}

void Application::askAgain()
{
    if (m_reauth || !m_windows.active())
        return;
    m_reauth = new ReauthDialog(m_session, m_windows.active());
    m_reauth->open();
}

} // namespace Deskbell::App
