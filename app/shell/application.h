// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/net/secretstore.h"
#include "app/net/session.h"
#include "app/net/truststore.h"
#include "app/notifications/notificationcenter.h"
#include "app/presence/presencefeed.h"
#include "app/shell/appcontext.h"
#include "app/shell/applink.h"
#include "app/shell/language.h"
#include "app/shell/registry.h"
#include "app/shell/settings.h"
#include "app/shell/systemtheme.h"
#include "app/shell/theme.h"
#include "app/shell/windows.h"
#include "app/store/diskqueue.h"
#include "app/store/outbox.h"
#include "app/tickets/requestdrafts.h"
#include "app/timeline/replydrafts.h"

#include <QPointer>

#include <memory>
#include <optional>

namespace Deskbell::App {

class DesktopNotifier;
class ReauthDialog;
class SignInWindow;
class TrayIcon;

/// The program: owns everything that lives as long as it, and leads from sign-in to the windows and
/// back. Made after QApplication, on its thread.
class Application : public QObject
{
    Q_OBJECT

public:
    /// What tests and the tour put in the place of the system's.
    struct Setup
    {
        QString settingsFile = {}; ///< what else is kept on the disk is kept beside it
        std::unique_ptr<SecretStore> secrets = SecretStore::system();
    };

    explicit Application(Setup setup);
    ~Application() override;

    /// What features put themselves into, before start().
    Registry &registry() { return m_registry; }
    AppContext &context() { return m_context; }

    /// Resumes the last session or shows the sign-in window. `arguments` may hold a link.
    void start(const QStringList &arguments);
    /// Another start of the program handed these over.
    void receive(const QStringList &arguments);
    void open(const AppLink &link);

private:
    void applySetting(const QByteArray &key);
    void sessionChanged(Session::State state);
    void showSignIn();
    void showWindows();
    void askAgain();
    void tellNotRemembered();
    void openPending();
    void openTicket(const QString &number);
    void keepRunning();

    Settings m_settings;
    Language m_language;
    Theme m_theme;
    SystemTheme m_systemTheme;
    std::unique_ptr<SecretStore> m_secrets;
    TrustStore m_trust;
    Api::Client m_client;
    Session m_session;
    EventStream m_events;
    DiskQueue m_disk;
    RequestDrafts m_drafts;
    Outbox m_outbox;
    ReplyDrafts m_replies;
    Registry m_registry;
    Windows m_windows;
    NotificationCenter m_notifications;
    PresenceFeed m_presence;
    AppContext m_context;
    std::unique_ptr<DesktopNotifier> m_desktop;
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<SignInWindow> m_signIn;
    QPointer<ReauthDialog> m_reauth;
    bool m_staysInTray = false; ///< the last window may close without the end of the program
    std::optional<AppLink> m_pending;
    std::optional<Error> m_notRemembered; ///< to be told as soon as there is a window
};

} // namespace Deskbell::App
