// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/desktopnotifier.h"
#include "tests/support/app/workplace.h"

#include <QDBusConnection>
#include <QSignalSpy>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// A notification service as desktops have one, on a connection of its own to the session bus.
class FakeService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Message
    {
        uint id;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    explicit FakeService(const QStringList &capabilities)
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"service"_s))
        , m_capabilities(capabilities)
    {
        if (!m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
                                  QDBusConnection::ExportAllSlots
                                          | QDBusConnection::ExportAllSignals)
            || !m_bus.registerService(u"org.freedesktop.Notifications"_s))
            qFatal("the bus does not take the service");
    }
    ~FakeService() override
    {
        m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
        QDBusConnection::disconnectFromBus(u"service"_s);
    }

    const QList<Message> &messages() const { return m_messages; }
    int questions() const { return m_questions; }

public Q_SLOTS:
    QStringList GetCapabilities()
    {
        ++m_questions;
        return m_capabilities;
    }
    uint Notify(const QString &, uint replaces, const QString &, const QString &summary,
                const QString &body, const QStringList &actions, const QVariantMap &hints, int)
    {
        const uint id = replaces == 0 ? ++m_lastId : replaces;
        m_messages.append({id, summary, body, actions, hints});
        return id;
    }
    void CloseNotification(uint) {}

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationReplied(uint id, const QString &text);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QStringList m_capabilities;
    QList<Message> m_messages;
    uint m_lastId = 0;
    int m_questions = 0;
};

/// What is shown on the desktop, and what can be done there.
class TestDesktopNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsWhatHasJustCome();
    void oneMessageForATicket();
    void opensTheTicket();
    void approves();
    void answersInPlace();
    void offersOnlyWhatTheServiceKnows();
    void showsWordsAsWords();
    void staysQuiet();
    void theKindWasNotWanted();
    void worksWithoutAService();
    void saysWhatCouldNotBeDone();

private:
    void start(const QStringList &capabilities
               = {u"actions"_s, u"body"_s, u"inline-reply"_s, u"body-markup"_s});
    /// Something has come, and the program has heard of it.
    void bring(const Notification &notification);
    uint shown(qsizetype count)
    {
        return QTest::qWaitFor([&] { return m_service->messages().size() >= count; })
                       ? m_service->messages().last().id
                       : 0;
    }

    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<DesktopNotifier> m_notifier;
};

void TestDesktopNotifications::init()
{
    m_place = std::make_unique<Workplace>();
    m_place->desk.put(FakeDesk::ticket(1));
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    QTRY_COMPARE(m_place->notifications.state(), NotificationCenter::State::Ready);
}

void TestDesktopNotifications::cleanup()
{
    m_notifier.reset();
    m_place.reset();
    m_service.reset();
}

void TestDesktopNotifications::start(const QStringList &capabilities)
{
    m_service = std::make_unique<FakeService>(capabilities);
    m_notifier = std::make_unique<DesktopNotifier>(m_place->context);
    QTRY_COMPARE(m_service->questions(), 1);
}

void TestDesktopNotifications::bring(const Notification &notification)
{
    m_place->desk.notifications.prepend(notification);
    QSignalSpy arrived(&m_place->notifications, &NotificationCenter::arrived);
    m_place->desk.api.pushEvent("notification.created",
                                {{u"id"_s, notification.id.value()},
                                 {u"ticketId"_s, notification.ticket.id.value()},
                                 {u"at"_s, u"2026-11-21T12:00:00.000Z"_s}});
    QTRY_COMPARE(arrived.size(), 1);
}

void TestDesktopNotifications::showsWhatHasJustCome()
{
    start();
    bring(FakeDesk::notification(1, 1, 10));
    QVERIFY(shown(1));
    const FakeService::Message message = m_service->messages().first();
    QCOMPARE(message.summary, u"John Smith answered"_s);
    QCOMPARE(message.body, u"HD-1 · The printer is broken\nPlease try again"_s);
    QCOMPARE(message.hints["desktop-entry"_L1].toString(), u"deskbell"_s);
    QVERIFY(message.actions.contains(u"take"_s));
    QVERIFY(message.actions.contains(u"inline-reply"_s));
}

void TestDesktopNotifications::oneMessageForATicket()
{
    start();
    bring(FakeDesk::notification(1, 1, 10));
    const uint first = shown(1);
    // Its number is known when its answer has come, a moment later.
    qint64 id = 1;
    QTRY_VERIFY((bring(FakeDesk::notification(++id, 1, 20)),
                 shown(id) == m_service->messages()[id - 2].id));
    QVERIFY(first > 0);
    const qsizetype so = m_service->messages().size();
    bring(FakeDesk::notification(50, 2, 30));
    QTRY_COMPARE(m_service->messages().size(), so + 1);
    QVERIFY(m_service->messages().last().id != m_service->messages()[so - 1].id);
}

void TestDesktopNotifications::opensTheTicket()
{
    start();
    bring(FakeDesk::notification(1, 1, 10));
    const uint id = shown(1);
    QSignalSpy chosen(m_notifier.get(), &DesktopNotifier::ticketChosen);
    // Somebody else's message is nothing to us.
    Q_EMIT m_service->ActionInvoked(id + 1000, u"default"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
            (Q_EMIT m_service->ActionInvoked(id, u"default"_s), chosen.size() > 0), true, 5000);
    QCOMPARE(chosen[0][0].toString(), u"HD-1"_s);
}

void TestDesktopNotifications::approves()
{
    start();
    m_place->desk.api.on("POST", u"/tickets/1/approvals/decision"_s, FakeApi::Reply::json({}));
    bring(FakeDesk::notification(1, 1, 10, NotificationKind::ApprovalWanted));
    const uint id = shown(1);
    const QStringList actions = m_service->messages().last().actions;
    QVERIFY(actions.contains(u"approve"_s) && actions.contains(u"reject"_s));
    QTRY_COMPARE(m_place->notifications.unread(), 1);
    QTRY_VERIFY(
            (Q_EMIT m_service->ActionInvoked(id, u"approve"_s),
             !m_place->desk.api.requests("POST", u"/tickets/1/approvals/decision"_s).isEmpty()));
    QCOMPARE(m_place->desk.api.requests("POST", u"/tickets/1/approvals/decision"_s)
                     .first()
                     .json()["decision"_L1],
             QJsonValue(u"approve"_s));
    QTRY_COMPARE(m_place->notifications.unread(), 0);
    // To reject one says why: that is for the window.
    QSignalSpy chosen(m_notifier.get(), &DesktopNotifier::ticketChosen);
    Q_EMIT m_service->ActionInvoked(id, u"reject"_s);
    QTRY_COMPARE(chosen.size(), 1);
}

void TestDesktopNotifications::answersInPlace()
{
    start();
    m_place->desk.api.on("POST", u"/tickets/1/replies"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::reply(1, 0, u"x"_s)), 201));
    bring(FakeDesk::notification(1, 1, 10));
    const uint id = shown(1);
    QTRY_VERIFY((Q_EMIT m_service->NotificationReplied(id, u"On my way"_s),
                 !m_place->desk.api.requests("POST", u"/tickets/1/replies"_s).isEmpty()));
    QCOMPARE(m_place->desk.api.requests("POST", u"/tickets/1/replies"_s)
                     .first()
                     .json()["message"_L1],
             QJsonValue(u"On my way"_s));
}

void TestDesktopNotifications::offersOnlyWhatTheServiceKnows()
{
    start({u"body"_s});
    bring(FakeDesk::notification(1, 1, 10));
    QVERIFY(shown(1));
    QCOMPARE(m_service->messages().first().actions, QStringList());
}

void TestDesktopNotifications::showsWordsAsWords()
{
    start();
    Notification one = FakeDesk::notification(1, 1, 10);
    one.ticket.title = u"<b>No</b> & never"_s;
    one.excerpt.clear();
    bring(one);
    QVERIFY(shown(1));
    QCOMPARE(m_service->messages().first().body, u"HD-1 · &lt;b&gt;No&lt;/b&gt; &amp; never"_s);
}

void TestDesktopNotifications::staysQuiet()
{
    start();
    m_place->desk.notificationSettings.quietUntil = m_place->context.clock.now().addSecs(60);
    m_place->desk.api.pushEvent("notification.updated", {{u"at"_s, u"2026-11-21T12:00:00.000Z"_s}});
    QTRY_VERIFY(m_place->notifications.isQuiet());
    bring(FakeDesk::notification(1, 1, 10));
    QCOMPARE(m_place->notifications.unread(), 1); // the list has it
    m_place->desk.notificationSettings.quietUntil = {};
    m_place->desk.api.pushEvent("notification.updated", {{u"at"_s, u"2026-11-21T12:00:00.000Z"_s}});
    QTRY_VERIFY(!m_place->notifications.isQuiet());
    bring(FakeDesk::notification(2, 2, 20));
    QVERIFY(shown(1));
    QVERIFY(m_service->messages().first().body.startsWith("HD-2"_L1));
}

void TestDesktopNotifications::theKindWasNotWanted()
{
    start();
    bring(FakeDesk::notification(1, 1, 10, NotificationKind::Changed)); // not by default
    bring(FakeDesk::notification(2, 2, 20));
    QVERIFY(shown(1));
    QVERIFY(m_service->messages().first().body.startsWith("HD-2"_L1));
}

void TestDesktopNotifications::worksWithoutAService()
{
    m_notifier = std::make_unique<DesktopNotifier>(m_place->context);
    bring(FakeDesk::notification(1, 1, 10));
    QCOMPARE(m_place->notifications.unread(), 1);
    // One that comes later is found.
    m_service = std::make_unique<FakeService>(QStringList{u"body"_s});
    bring(FakeDesk::notification(2, 2, 20));
    QVERIFY(shown(1));
}

void TestDesktopNotifications::saysWhatCouldNotBeDone()
{
    start();
    m_place->desk.api.on("POST", u"/tickets/1/assign"_s,
                         FakeApi::Reply::problem(409, "ticket.deleted"));
    bring(FakeDesk::notification(1, 1, 10));
    const uint id = shown(1);
    QSignalSpy chosen(m_notifier.get(), &DesktopNotifier::ticketChosen);
    QTRY_VERIFY((Q_EMIT m_service->ActionInvoked(id, u"take"_s), chosen.size() > 0));
    QCOMPARE(m_place->notifications.unread(), 1);
}

QTEST_MAIN(TestDesktopNotifications)
#include "tst_notifications.moc"
