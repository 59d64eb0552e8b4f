// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/bell.h"
#include "app/notifications/notificationpanel.h"
#include "app/notifications/notificationsettingsform.h"
#include "app/notifications/notificationtext.h"
#include "app/notifications/trayicon.h"
#include "app/shell/mainwindow.h"
#include "app/tickets/ticketpane.h"
#include "app/widgets/popups.h"
#include "app/widgets/stateview.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeEdit>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void gathersByTicketAndDay();
    void rowsMoveOneByOne();
    void bellCounts();
    void tellsWhatHasJustCome();
    void marksAll();
    void opensTheTicket();
    void saysWhatIsMissing();
    void everyKindHasWords();
    void choicesAreStoredAtOnce();
    void whatIsRefusedGoesBack();
    void trayShowsTheNewest();

private:
    void announce(qint64 id)
    {
        m_place->desk.api.pushEvent(
                "notification.created",
                {{u"id"_s, id}, {u"ticketId"_s, 1}, {u"at"_s, u"2026-11-21T12:00:00.000Z"_s}});
    }
    NotificationCenter &center() { return m_place->notifications; }

    std::unique_ptr<Workplace> m_place;
};

void TestNotifications::init()
{
    m_place = std::make_unique<Workplace>();
    m_place->desk.put(FakeDesk::ticket(1));
    m_place->desk.notifications = {FakeDesk::notification(3, 1, 30),
                                   FakeDesk::notification(2, 2, 20, NotificationKind::Mentioned),
                                   FakeDesk::notification(1, 1, 10)};
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    QTRY_COMPARE(center().state(), NotificationCenter::State::Ready);
}

void TestNotifications::cleanup()
{
    m_place->windows.closeAll();
    m_place.reset();
}

void TestNotifications::gathersByTicketAndDay()
{
    NotificationsModel &model = center().model();
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex first = model.index(0);
    QCOMPARE(first.data(NotificationsModel::CountRole).toInt(), 2);
    QCOMPARE(first.data(NotificationsModel::UnreadRole).toInt(), 2);
    QVERIFY(first.data(NotificationsModel::DayRole).toDate().isValid());
    QVERIFY(!model.index(1).data(NotificationsModel::DayRole).toDate().isValid());
    QCOMPARE(first.data().toString(), u"John Smith answered, HD-1 · The printer is broken"_s);
    QCOMPARE(first.data(Qt::AccessibleDescriptionRole).toString(), u"Unread"_s);
}

void TestNotifications::rowsMoveOneByOne()
{
    NotificationsModel model;
    const QAbstractItemModelTester tester(&model);
    const auto make = [](qint64 id, qint64 ticket, int minute) {
        return FakeDesk::notification(id, ticket, minute);
    };
    model.setNotifications({make(2, 2, 20), make(1, 1, 10)});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setNotifications({make(3, 1, 30), make(2, 2, 20), make(1, 1, 10)});
    QCOMPARE(moved.size(), 1);
    QCOMPARE(inserted.size(), 0);
    model.setNotifications({make(4, 3, 40), make(3, 1, 30), make(2, 2, 20), make(1, 1, 10)});
    QCOMPARE(inserted.size(), 1);
    model.setNotifications({make(2, 2, 20)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(reset.size(), 0);
}

void TestNotifications::bellCounts()
{
    MainWindow *window = m_place->openWindow();
    auto *bell = window->findChild<Bell *>();
    QCOMPARE(bell->accessibleName(), u"Notifications: 3 unread"_s);
    center().markAllRead();
    QCOMPARE(bell->accessibleName(), u"Notifications"_s);
}

void TestNotifications::tellsWhatHasJustCome()
{
    QSignalSpy arrived(&center(), &NotificationCenter::arrived);
    m_place->desk.notifications.prepend(FakeDesk::notification(9, 1, 60));
    announce(9);
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(arrived[0][0].value<Notification>().id, NotificationId(9));
    QCOMPARE(center().unread(), 4);
    // Once: what was read again is no news.
    center().refresh();
    QTRY_COMPARE(center().state(), NotificationCenter::State::Ready);
    QCOMPARE(arrived.size(), 1);
}

void TestNotifications::marksAll()
{
    MainWindow *window = m_place->openWindow();
    auto *panel = window->findChild<NotificationPanel *>();
    window->findChild<Bell *>()->openPanel();
    QTRY_VERIFY(panel->isVisible());
    auto *button = panel->findChild<QPushButton *>(u"markAllRead"_s);
    QVERIFY(button->isEnabled());
    button->click();
    QCOMPARE(center().unread(), 0);
    QVERIFY(!button->isEnabled());
    QTRY_COMPARE(m_place->desk.api.requests("PATCH", u"/notifications"_s).size(), 1);
    // What the server refuses is unread again, and said.
    m_place->desk.api.on("PATCH", u"/notifications"_s, FakeApi::Reply::problem(503, "overload"));
    center().markAllRead();
    QTRY_COMPARE(center().unread(), 3);
    QTRY_COMPARE(Popups::of(window).count(), 1);
}

void TestNotifications::opensTheTicket()
{
    MainWindow *window = m_place->openWindow();
    auto *panel = window->findChild<NotificationPanel *>();
    window->findChild<Bell *>()->openPanel();
    QTRY_VERIFY(panel->isVisible());
    QTest::keyClick(panel->findChild<QListView *>(), Qt::Key_Return);
    QTRY_VERIFY(!panel->isVisible());
    window->activateWindow(); // as desktops do by themselves
    auto *pane = window->findChild<TicketPane *>();
    QTRY_VERIFY(pane->ticket());
    QCOMPARE(pane->ticket()->id, TicketId(1));
    // Seen is read: both of this ticket, not the other.
    QTRY_COMPARE(center().unread(), 1);
    QTRY_VERIFY(!m_place->desk.api.requests("PATCH", u"/notifications"_s).isEmpty());
    QCOMPARE(m_place->desk.api.requests("PATCH", u"/notifications"_s).last().json()["ticket"_L1],
             QJsonValue(1));
}

void TestNotifications::saysWhatIsMissing()
{
    MainWindow *window = m_place->openWindow();
    auto *panel = window->findChild<NotificationPanel *>();
    auto *state = panel->findChild<StateView *>();
    m_place->desk.notifications.clear();
    center().refresh();
    QTRY_COMPARE(state->state(), StateView::State::Empty);
    m_place->desk.api.on("GET", u"/notifications"_s, FakeApi::Reply::problem(500, "internal"));
    center().refresh();
    QTRY_COMPARE(state->state(), StateView::State::Failed);
}

void TestNotifications::everyKindHasWords()
{
    QSet<QString> seen;
    for (const NotificationRow &row : WireEnum<NotificationKind>::names) {
        const Notification one = FakeDesk::notification(1, 1, 0, row.value);
        QVERIFY2(!NotificationText::sentence(one).isEmpty(), row.name.data());
        QVERIFY2(!NotificationText::icon(row.value).isEmpty(), row.name.data());
        seen.insert(NotificationText::kind(row.value));
    }
    QCOMPARE(seen.size(), qsizetype(WireEnum<NotificationKind>::names.size()));
}

void TestNotifications::choicesAreStoredAtOnce()
{
    NotificationSettings stored;
    m_place->desk.api.on("PATCH", u"/me/notification-settings"_s,
                         [&](const FakeApi::Request &request) {
                             const auto patch = fromJson<NotificationSettingsPatch>(request.json());
                             if (!patch)
                                 return FakeApi::Reply::problem(422, "invalid");
                             stored.choices += patch->choices;
                             stored.quietHours = patch->quietHours.value_or(stored.quietHours);
                             return FakeApi::Reply::json(toJson(stored));
                         });
    NotificationSettingsForm form(m_place->context);
    form.show();
    auto *state = form.findChild<StateView *>();
    QTRY_COMPARE(state->state(), StateView::State::Content);
    auto *inApp = form.findChild<QCheckBox *>(u"inApp.replied"_s);
    auto *onDesktop = form.findChild<QCheckBox *>(u"onDesktop.replied"_s);
    QVERIFY(inApp->isChecked() && onDesktop->isChecked());
    // What is not in the list is not on the desktop either.
    inApp->click();
    QTRY_VERIFY(!onDesktop->isEnabled());
    QVERIFY(!onDesktop->isChecked());
    QCOMPARE(stored.choice(NotificationKind::Replied).onDesktop, false);
    form.findChild<QCheckBox *>(u"quietHours"_s)->click();
    QTRY_VERIFY(stored.quietHours.enabled);
    QTRY_VERIFY(form.findChild<QTimeEdit *>(u"quietFrom"_s)->isEnabled());
}

void TestNotifications::whatIsRefusedGoesBack()
{
    m_place->desk.api.on("PATCH", u"/me/notification-settings"_s,
                         FakeApi::Reply::problem(503, "overload"));
    NotificationSettingsForm form(m_place->context);
    form.show();
    QTRY_COMPARE(form.findChild<StateView *>()->state(), StateView::State::Content);
    auto *box = form.findChild<QCheckBox *>(u"inApp.mentioned"_s);
    box->click();
    QTRY_VERIFY(box->isChecked());
}

void TestNotifications::trayShowsTheNewest()
{
    TrayIcon tray(m_place->context);
    QSignalSpy chosen(&tray, &TrayIcon::ticketChosen);
    Q_EMIT tray.menu().aboutToShow();
    QAction *newest = tray.menu().actions().constFirst();
    QVERIFY(newest->text().contains(u"HD-1"_s));
    QVERIFY(newest->font().bold());
    newest->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"HD-1"_s);
    // A number on the icon, and none without.
    const auto picture = [](int unread) {
        return TrayIcon::badged(unread).pixmap(32, 32).toImage();
    };
    QVERIFY(picture(0) != picture(1));
    QVERIFY(picture(1) != picture(12));
    QVERIFY(!tray.isShown()); // there is no tray here
}

QTEST_MAIN(TestNotifications)
#include "tst_notifications.moc"
