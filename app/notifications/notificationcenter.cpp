// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationcenter.h"

#include "app/net/client.h"
#include "app/net/eventstream.h"
#include "app/net/session.h"
#include "common/base/clock.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

namespace {

constexpr int notificationPageSize = 30;
constexpr auto notificationBundling = std::chrono::milliseconds(150);

Api::Request listOf(const QString &cursor)
{
    Api::Request request = Api::Request::get(u"/notifications"_s);
    request.query = {{u"pageSize"_s, QString::number(notificationPageSize)}, {u"cursor"_s, cursor}};
    return request;
}

const QString settingsPath = u"/me/notification-settings"_s;

} // namespace

NotificationCenter::NotificationCenter(Api::Client &client, EventStream &events, Session &session,
                                       const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_session(session)
    , m_clock(clock)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(notificationBundling);
    connect(&m_pause, &QTimer::timeout, this, &NotificationCenter::refresh);
    connect(&events, &EventStream::received, this, &NotificationCenter::eventReceived);
    connect(&events, &EventStream::resetRequired, &m_pause, qOverload<>(&QTimer::start));
    connect(&session, &Session::stateChanged, this, &NotificationCenter::sessionChanged);
}

void NotificationCenter::sessionChanged()
{
    switch (m_session.state()) {
    case Session::State::SignedIn:
        refresh();
        loadSettings(this, [](const Result<NotificationSettings> &) {});
        break;
    case Session::State::SignedOut:
        m_newestCall = {};
        m_olderCall = {};
        m_pause.stop();
        m_announced.clear();
        m_olderCursor.clear();
        m_model.setNotifications({});
        setUnread(0);
        setState(State::Loading);
        break;
    case Session::State::SigningIn:
    case Session::State::Expired: break;
    }
}

void NotificationCenter::eventReceived(const Event &event)
{
    switch (event.type) {
    case EventType::NotificationCreated:
        m_announced.insert(event.id.value());
        m_pause.start();
        break;
    case EventType::NotificationUpdated: // read elsewhere, or the settings were changed there
        m_pause.start();
        loadSettings(this, [](const Result<NotificationSettings> &) {});
        break;
    case EventType::TicketHidden:
    case EventType::TicketDeleted: m_pause.start(); break;
    default: break;
    }
}

void NotificationCenter::refresh()
{
    if (m_session.state() != Session::State::SignedIn)
        return;
    if (m_state == State::Failed)
        setState(State::Loading);
    m_newestCall = m_client.fetch<NotificationPage>(
            listOf({}), this,
            [this](const Result<NotificationPage> &answer) { arrivedPage(answer); });
}

void NotificationCenter::arrivedPage(const Result<NotificationPage> &answer)
{
    if (!answer) {
        m_error = answer.error();
        // What is shown stays.
        if (m_model.rowCount() == 0)
            setState(State::Failed);
        return;
    }
    // Older ones that were read before stay, unless more has come than a page holds.
    QList<Notification> all = answer->data;
    const auto isThere = [&](const Notification &one) {
        return std::any_of(all.cbegin(), all.cend(),
                           [&](const Notification &other) { return other.id == one.id; });
    };
    const bool isAll = answer->pagination.nextCursor.isEmpty();
    const bool overlaps = !isAll
                          && std::any_of(m_model.notifications().cbegin(),
                                         m_model.notifications().cend(), isThere);
    if (overlaps) {
        const QDateTime oldest = answer->data.last().createdAt;
        for (const Notification &one : m_model.notifications()) {
            if (one.createdAt < oldest && !isThere(one))
                all.append(one);
        }
    }
    if (!overlaps || all.size() == answer->data.size())
        m_olderCursor = answer->pagination.nextCursor;
    m_model.setNotifications(all);
    setUnread(answer->unread);
    setState(State::Ready);
    const QSet<qint64> announced = std::exchange(m_announced, {});
    for (const Notification &one : answer->data) {
        if (announced.contains(one.id.value()) && !one.readAt.isValid())
            Q_EMIT arrived(one);
    }
}

void NotificationCenter::fetchOlder()
{
    if (!hasOlder() || m_olderCall->isRunning())
        return;
    m_olderCall = m_client.fetch<NotificationPage>(
            listOf(m_olderCursor), this, [this](const Result<NotificationPage> &answer) {
                if (!answer)
                    return; // asked for again as soon as one scrolls on
                m_olderCursor = answer->pagination.nextCursor;
                m_model.setNotifications(m_model.notifications() + answer->data);
                Q_EMIT stateChanged();
            });
}

void NotificationCenter::markRead(TicketId ticket)
{
    QList<Notification> list = m_model.notifications();
    int known = 0;
    int read = 0;
    for (Notification &one : list) {
        known += one.readAt.isValid() ? 0 : 1;
        if (one.ticket.id == ticket && !one.readAt.isValid()) {
            one.readAt = m_clock.now();
            ++read;
        }
    }
    // What is older than what was read from the server may be about it, too.
    if (read == 0 && known >= m_unread)
        return;
    m_model.setNotifications(list);
    setUnread(m_unread - read);
    sendMark({.ticket = ticket});
}

void NotificationCenter::markAllRead()
{
    QList<Notification> list = m_model.notifications();
    for (Notification &one : list) {
        if (!one.readAt.isValid())
            one.readAt = m_clock.now();
    }
    m_model.setNotifications(list);
    setUnread(0);
    sendMark({});
}

void NotificationCenter::sendMark(const NotificationsRead &request)
{
    m_client.send(Api::Request::patch(u"/notifications"_s, toJson(request)), this,
                  [this](const Result<Api::Answer> &answer) {
                      if (answer)
                          return;
                      refresh();
                      Q_EMIT markingFailed(answer.error());
                  });
}

void NotificationCenter::loadSettings(QObject *guard, const SettingsDone &done)
{
    m_client.get<NotificationSettings>(settingsPath, guard,
                                       [this, done](const Result<NotificationSettings> &answer) {
                                           if (answer)
                                               takeSettings(*answer);
                                           done(answer);
                                       });
}

void NotificationCenter::changeSettings(const NotificationSettingsPatch &patch, QObject *guard,
                                        const SettingsDone &done)
{
    m_client.fetch<NotificationSettings>(Api::Request::patch(settingsPath, toJson(patch)), guard,
                                         [this, done](const Result<NotificationSettings> &answer) {
                                             if (answer)
                                                 takeSettings(*answer);
                                             done(answer);
                                         });
}

void NotificationCenter::takeSettings(const NotificationSettings &settings)
{
    if (m_settings == settings)
        return;
    m_settings = settings;
    Q_EMIT settingsChanged();
}

bool NotificationCenter::isQuiet() const
{
    const QTimeZone chosen(m_session.me().account.timeZone.toLatin1());
    return m_settings.isQuiet(m_clock.now(),
                              chosen.isValid() ? chosen : QTimeZone::systemTimeZone());
}

void NotificationCenter::setUnread(int unread)
{
    if (std::exchange(m_unread, std::max(0, unread)) != m_unread)
        Q_EMIT unreadChanged(m_unread);
}

void NotificationCenter::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Deskbell::App
