// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "app/notifications/notificationsmodel.h"
#include "common/notifications/notificationsettings.h"

#include <QSet>
#include <QTimer>

#include <functional>

namespace Deskbell {
class Clock;
struct Event;
} // namespace Deskbell

namespace Deskbell::App {

namespace Api {
class Client;
struct Request;
} // namespace Api
class EventStream;
class Session;

/// What the person who is signed in was told, how much of it is unread, and how they want to be
/// told. One for the program: bell, tray and desktop show the same.
class NotificationCenter : public QObject
{
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };

    NotificationCenter(Api::Client &client, EventStream &events, Session &session,
                       const Clock &clock, QObject *parent = nullptr);

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    /// In all, not only of those that were read from the server.
    int unread() const { return m_unread; }
    NotificationsModel &model() { return m_model; }
    bool hasOlder() const { return !m_olderCursor.isEmpty(); }
    void fetchOlder();
    /// Reads the newest again.
    void refresh();

    /// The person looks at the ticket: what was told of it is read.
    void markRead(TicketId ticket);
    void markAllRead();

    const NotificationSettings &settings() const { return m_settings; }
    using SettingsDone = std::function<void(const Result<NotificationSettings> &)>;
    void loadSettings(QObject *guard, const SettingsDone &done);
    void changeSettings(const NotificationSettingsPatch &patch, QObject *guard,
                        const SettingsDone &done);
    /// Whether nothing is to be shown on the desktop now, by the clocks of the person.
    bool isQuiet() const;

Q_SIGNALS:
    void stateChanged();
    void unreadChanged(int unread);
    /// It has just come.
    void arrived(const Deskbell::Notification &notification);
    void settingsChanged();
    /// What was marked could not be marked.
    void markingFailed(const Deskbell::Error &error);

private:
    void sessionChanged();
    void eventReceived(const Event &event);
    void arrivedPage(const Result<NotificationPage> &answer);
    void setUnread(int unread);
    void setState(State state);
    void sendMark(const NotificationsRead &request);
    void takeSettings(const NotificationSettings &settings);

    Api::Client &m_client;
    Session &m_session;
    const Clock &m_clock;
    NotificationsModel m_model;
    State m_state = State::Loading;
    Error m_error;
    int m_unread = 0;
    QString m_olderCursor;
    QSet<qint64> m_announced; ///< ids that an event told of and that were not read yet
    NotificationSettings m_settings;
    QTimer m_pause; ///< events that come together are one question
    Api::ScopedCall m_newestCall;
    Api::ScopedCall m_olderCall;
};

} // namespace Deskbell::App
