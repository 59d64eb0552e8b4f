// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/net/session.h"
#include "app/net/truststore.h"
#include "app/notifications/notificationcenter.h"
#include "app/presence/presencefeed.h"
#include "app/shell/appcontext.h"
#include "app/shell/language.h"
#include "app/shell/registry.h"
#include "app/shell/settings.h"
#include "app/shell/theme.h"
#include "app/shell/windows.h"
#include "app/store/diskqueue.h"
#include "app/store/outbox.h"
#include "app/tickets/requestdrafts.h"
#include "app/timeline/replydrafts.h"
#include "common/base/clock.h"
#include "tests/support/app/fakedesk.h"
#include "tests/support/app/fakesecretstore.h"

#include <QTemporaryDir>

namespace Deskbell::App {

class MainWindow;

/// Everything that the parts of the program share, in front of a fake desk, with a clock that
/// stands still. Speaks English until told otherwise.
class Workplace
{
public:
    Workplace();
    ~Workplace();
    Workplace(const Workplace &) = delete;
    Workplace &operator=(const Workplace &) = delete;

    /// Signs in and listens to events; returns when that is done.
    [[nodiscard]] bool signIn(const Me &me);
    /// A main window with all features, shown; after signIn().
    MainWindow *openWindow();
    /// As the settings dialog does it: every window is told.
    void speak(const QString &language);
    /// The same for the theme. A program that runs tells its widgets by itself; a test does not
    /// run.
    void look(ThemeMode mode);

    DiskQueue &disk() { return m_disk; }
    /// What the program keeps on the disk.
    QString folder() const { return m_folder.path(); }

    FakeDesk desk;
    FakeSecretStore secrets;

private:
    class StandingClock : public Clock
    {
    public:
        QDateTime now() const override { return FakeDesk::noon().addSecs(3 * 3600); }
    };
    QTemporaryDir m_folder;
    DiskQueue m_disk;
    StandingClock m_clock;
    Language m_language;
    Registry m_registry;

public:
    Settings settings;
    Theme theme;
    TrustStore trust;
    Api::Client client;
    Session session;
    EventStream events;
    RequestDrafts drafts;
    Outbox outbox;
    ReplyDrafts replies;
    Windows windows;
    NotificationCenter notifications;
    PresenceFeed presence;
    AppContext context;
};

} // namespace Deskbell::App
