// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/connectionmonitor.h"
#include "app/shell/mainwindow.h"
#include "app/tickets/tagsdialog.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/ticketpane.h"
#include "app/widgets/popups.h"
#include "common/bulk/bulk.h"
#include "tests/support/app/workplace.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// The keys of the list against a server that is slow, refuses, or is not there.
class TestTriage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsAtOnceAndMarks();
    void takesBackAtOnceAndSaysWhy();
    void sendsInOrder();
    void selectsTheNextAfterResolving();
    void knowsWhatTicketsLikeItAllow();
    void undoesNewestFirst();
    void undoesWhatIsNotAnsweredYet();
    void worksWithoutAConnection();
    void saysWhatCannotBeUndone();
    void saysWhyAKeyDoesNothing_data();
    void saysWhyAKeyDoesNothing();
    void marksAndKeepsMarks();
    void makesOneOperationOfMany();
    void changesManyOneByOneWithoutTheRight();
    void changesTags();

private:
    QListView *list() const { return m_window->findChild<QListView *>(u"ticketList"_s); }
    TicketPane *pane() const { return m_window->findChild<TicketPane *>(u"ticketPane"_s); }
    Ticket at(int row) const
    {
        return list()->model()->index(row, 0).data(TicketListModel::TicketRole).value<Ticket>();
    }
    bool isPending(int row) const
    {
        return list()->model()->index(row, 0).data(TicketListModel::PendingRole).toBool();
    }
    QStringList popups() const { return Popups::of(m_window).texts(); }
    void begin(const Me &me);
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key(key), modifiers);
    }
    void waitForOpen(qint64 id)
    {
        QTRY_VERIFY(pane()->ticket() && pane()->ticket()->id == TicketId(id)
                    && pane()->ticket()->details);
    }
    QList<FakeApi::Request> asked(const QByteArray &method, const QString &path) const
    {
        return m_place->desk.api.requests(method, path);
    }

    std::unique_ptr<Workplace> m_place;
    MainWindow *m_window = nullptr;
};

void TestTriage::begin(const Me &me)
{
    m_place.reset(); // there is one theme in a process
    m_place = std::make_unique<Workplace>();
    for (qint64 id = 1; id <= 3; ++id)
        m_place->desk.put(FakeDesk::ticket(id));
    QVERIFY(m_place->signIn(me));
    m_window = m_place->openWindow();
    m_window->showEntry(u"tickets.open"_s);
    QTRY_COMPARE(list()->model()->rowCount(), 3);
    QTRY_VERIFY(pane()->ticket() && pane()->ticket()->details);
}

void TestTriage::init()
{
    begin(FakeDesk::johnHimself());
}

void TestTriage::cleanup()
{
    m_place.reset();
}

void TestTriage::showsAtOnceAndMarks()
{
    const Ticket before = at(0);
    QVERIFY(!before.assignee);
    Ticket mine = before;
    mine.assignee = FakeDesk::john();
    m_place->desk.api.on("POST", u"/tickets/%1/assign"_s.arg(before.id.value()),
                         FakeApi::Reply::json(toJson(mine)));
    press(Qt::Key_A);
    // Before any answer can have come: nothing ran since the key.
    QVERIFY(at(0).assignee && at(0).assignee->id == FakeDesk::john().id);
    QVERIFY(isPending(0));
    QTRY_VERIFY(!isPending(0));
    QTRY_COMPARE(popups(), QStringList{u"You took %1"_s.arg(before.number)});
}

void TestTriage::takesBackAtOnceAndSaysWhy()
{
    const qint64 id = at(0).id.value();
    m_place->desk.api.on("POST", u"/tickets/%1/assign"_s.arg(id),
                         FakeApi::Reply::problem(403, "access.denied"));
    // It cannot be read again either: the old state needs no word from the server.
    m_place->desk.api.on("GET", u"/tickets"_s, FakeApi::Reply::problem(500, "internal"));
    press(Qt::Key_A);
    QVERIFY(at(0).assignee);
    QTRY_VERIFY(!isPending(0));
    QVERIFY(!at(0).assignee);
    QVERIFY(popups().first().startsWith(u"The assignee of HD-%1 could not be changed"_s.arg(id)));
}

/// Two things are done to a ticket faster than the server answers: it hears of them in order.
void TestTriage::sendsInOrder()
{
    const qint64 id = at(0).id.value();
    m_place->desk.api.on("POST", u"/tickets/%1/assign"_s.arg(id),
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(id))));
    m_place->desk.api.on("PUT", u"/tickets/%1/status"_s.arg(id),
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(id))));
    press(Qt::Key_A);
    press(Qt::Key_E);
    QVERIFY(asked("PUT", u"/tickets/%1/status"_s.arg(id)).isEmpty());
    QTRY_COMPARE(asked("PUT", u"/tickets/%1/status"_s.arg(id)).size(), 1);
    QCOMPARE(asked("POST", u"/tickets/%1/assign"_s.arg(id)).size(), 1);
}

void TestTriage::selectsTheNextAfterResolving()
{
    const qint64 first = at(0).id.value();
    const qint64 second = at(1).id.value();
    m_place->desk.api.on("PUT", u"/tickets/%1/status"_s.arg(first),
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(first))));
    press(Qt::Key_E);
    QCOMPARE(at(list()->currentIndex().row()).id, TicketId(second));
    QCOMPARE(at(0).statusCategory, StatusCategory::Resolved);
    waitForOpen(second);
}

/// The next ticket is not open yet, and its keys work all the same.
void TestTriage::knowsWhatTicketsLikeItAllow()
{
    const qint64 first = at(0).id.value();
    const qint64 second = at(1).id.value();
    for (const qint64 id : {first, second}) {
        m_place->desk.api.on("PUT", u"/tickets/%1/status"_s.arg(id),
                             FakeApi::Reply::json(toJson(FakeDesk::ticket(id))));
    }
    press(Qt::Key_E);
    QVERIFY(!pane()->ticket());
    press(Qt::Key_E);
    QCOMPARE(at(1).statusCategory, StatusCategory::Resolved);
    QTRY_COMPARE(asked("PUT", u"/tickets/%1/status"_s.arg(second)).size(), 1);
}

void TestTriage::undoesNewestFirst()
{
    const qint64 first = at(0).id.value();
    const qint64 second = at(1).id.value();
    for (const qint64 id : {first, second}) {
        Ticket answer = FakeDesk::ticket(id);
        answer.version = int(10 + id);
        m_place->desk.api.on("PUT", u"/tickets/%1/status"_s.arg(id),
                             FakeApi::Reply::json(toJson(answer)));
        m_place->desk.api.on("POST", u"/tickets/%1/undo"_s.arg(id),
                             FakeApi::Reply::json(toJson(FakeDesk::ticket(id))));
    }
    press(Qt::Key_E);
    press(Qt::Key_E);
    QTRY_COMPARE(asked("PUT", u"/tickets/%1/status"_s.arg(first)).size(), 1);
    QTRY_COMPARE(asked("PUT", u"/tickets/%1/status"_s.arg(second)).size(), 1);
    press(Qt::Key_Z);
    QTRY_COMPARE(asked("POST", u"/tickets/%1/undo"_s.arg(second)).size(), 1);
    QCOMPARE(asked("POST", u"/tickets/%1/undo"_s.arg(second)).first().header("If-Match"),
             '"' + QByteArray::number(10 + second) + '"');
    press(Qt::Key_Z, Qt::ControlModifier); // the same
    QTRY_COMPARE(asked("POST", u"/tickets/%1/undo"_s.arg(first)).size(), 1);
    press(Qt::Key_Z);
    QTRY_VERIFY(popups().contains(u"There is nothing to undo"_s));
}

void TestTriage::undoesWhatIsNotAnsweredYet()
{
    const qint64 id = at(0).id.value();
    const QString before = at(0).status;
    m_place->desk.api.on("PUT", u"/tickets/%1/status"_s.arg(id),
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(id)))
                                 .after(std::chrono::milliseconds(100)));
    m_place->desk.api.on("POST", u"/tickets/%1/undo"_s.arg(id),
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(id))));
    press(Qt::Key_E);
    QVERIFY(at(0).status != before);
    QTRY_COMPARE(asked("PUT", u"/tickets/%1/status"_s.arg(id)).size(), 1);
    press(Qt::Key_Z);
    QCOMPARE(at(0).status, before); // at once
    QTRY_COMPARE(asked("POST", u"/tickets/%1/undo"_s.arg(id)).size(), 1);
    QTRY_VERIFY(!isPending(0));
}

/// Without a connection all goes on, and what is taken back was never done.
void TestTriage::worksWithoutAConnection()
{
    const qint64 first = at(0).id.value();
    const qint64 second = at(1).id.value();
    const QString before = at(1).status;
    for (const qint64 id : {first, second})
        m_place->desk.api.on("PUT", u"/tickets/%1/status"_s.arg(id),
                             FakeApi::Reply::json(toJson(FakeDesk::ticket(id))));
    m_place->desk.api.goAway();
    QTRY_COMPARE(m_place->client.connection().state(), ConnectionMonitor::State::Offline);
    press(Qt::Key_E);
    press(Qt::Key_E);
    QCOMPARE(m_place->outbox.entries().size(), 2);
    QVERIFY(isPending(0) && isPending(1));
    QVERIFY(at(1).status != before);
    press(Qt::Key_Z);
    QCOMPARE(at(1).status, before);
    QVERIFY(!isPending(1));
    QVERIFY(popups().join(u' ').contains(u"Undone:"_s));
    QCOMPARE(m_place->outbox.entries().size(), 1);
    m_place->desk.api.comeBack();
    m_place->client.connection().retryNow();
    QTRY_VERIFY(!isPending(0));
    QCOMPARE(asked("PUT", u"/tickets/%1/status"_s.arg(first)).size(), 1);
    QCOMPARE(asked("PUT", u"/tickets/%1/status"_s.arg(second)).size(), 0);
}

void TestTriage::saysWhatCannotBeUndone()
{
    const qint64 id = at(0).id.value();
    m_place->desk.api.on("PUT", u"/tickets/%1/status"_s.arg(id),
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(id))));
    m_place->desk.api.on("POST", u"/tickets/%1/undo"_s.arg(id),
                         FakeApi::Reply::problem(409, "ticket.changed_since"));
    press(Qt::Key_E);
    QTRY_COMPARE(asked("PUT", u"/tickets/%1/status"_s.arg(id)).size(), 1);
    press(Qt::Key_Z);
    QTRY_VERIFY(popups().join(u' ').contains(u"could not be undone"_s));
    QVERIFY(popups().join(u' ').contains(u"was changed since"_s));
}

void TestTriage::saysWhyAKeyDoesNothing_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QString>("text");

    const Qt::KeyboardModifiers none;
    QTest::newRow("take") << int(Qt::Key_A) << none << u"HD-3 cannot be taken"_s;
    QTest::newRow("assign") << int(Qt::Key_A) << Qt::KeyboardModifiers(Qt::ShiftModifier)
                            << u"HD-3 cannot be assigned"_s;
    QTest::newRow("status") << int(Qt::Key_S) << none << u"The status of HD-3 cannot be changed"_s;
    QTest::newRow("priority") << int(Qt::Key_P) << none
                              << u"The priority of HD-3 cannot be changed"_s;
    QTest::newRow("tags") << int(Qt::Key_T) << none << u"HD-3 cannot be edited"_s;
    QTest::newRow("reply") << int(Qt::Key_R) << none << u"HD-3 cannot be replied to"_s;
    QTest::newRow("note") << int(Qt::Key_N) << none << u"HD-3 cannot get a note"_s;
    QTest::newRow("resolve") << int(Qt::Key_E) << none
                             << u"HD-3 can be neither resolved nor closed now"_s;
    QTest::newRow("merge") << int(Qt::Key_M) << none << u"HD-3 can be neither merged nor split"_s;
    QTest::newRow("edit") << int(Qt::Key_F2) << none << u"HD-3 cannot be edited"_s;
    QTest::newRow("transfer") << int(Qt::Key_T) << Qt::KeyboardModifiers(Qt::ShiftModifier)
                              << u"HD-3 cannot be transferred"_s;
    QTest::newRow("delete") << int(Qt::Key_Delete) << none << u"HD-3 cannot be deleted"_s;
}

void TestTriage::saysWhyAKeyDoesNothing()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(QString, text);
    Ticket nothing = FakeDesk::ticket(3);
    nothing.status = u"frozen"_s;
    nothing.details->allowedActions.clear();
    nothing.details->allowedTransitions.clear();
    m_place->desk.put(nothing);
    m_window->open(u"ticket"_s, u"HD-3"_s);
    list()->setCurrentIndex(list()->model()->index(0, 0));
    m_window->showEntry(u"tickets.all"_s);
    QTRY_COMPARE(list()->model()->rowCount(), 3);
    for (int row = 0; row < 3; ++row) {
        if (at(row).id == TicketId(3))
            list()->setCurrentIndex(list()->model()->index(row, 0));
    }
    QTRY_VERIFY(pane()->ticket() && pane()->ticket()->id == TicketId(3) && pane()->ticket()->details
                && pane()->ticket()->details->allowedActions.isEmpty());
    press(key, modifiers);
    QTRY_VERIFY2(popups().join(u' ').contains(text), qPrintable(popups().join(u' ')));
}

void TestTriage::marksAndKeepsMarks()
{
    press(Qt::Key_X);
    press(Qt::Key_J);
    press(Qt::Key_J);
    press(Qt::Key_X);
    QList<int> rows;
    for (const QModelIndex &index : list()->selectionModel()->selectedIndexes())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QCOMPARE(rows, (QList<int>{0, 2}));
    press(Qt::Key_X);
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 1);
    press(Qt::Key_X);
    press(Qt::Key_Escape);
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 1);
    QCOMPARE(list()->currentIndex().row(), 2);
}

void TestTriage::makesOneOperationOfMany()
{
    Bulk bulk{.id = BulkId(5),
              .state = BulkState::Running,
              .total = 3,
              .waiting = 3,
              .createdAt = FakeDesk::noon(),
              .startedAt = FakeDesk::noon()};
    m_place->desk.api.on("POST", u"/bulk"_s, FakeApi::Reply::json(toJson(bulk), 201));
    Bulk done = bulk;
    done.state = BulkState::Done;
    done.waiting = 0;
    done.changed = 2;
    done.refused = 1;
    done.endedAt = FakeDesk::noon();
    m_place->desk.api.on("GET", u"/bulk/5"_s, FakeApi::Reply::json(toJson(done)));
    list()->selectAll();
    press(Qt::Key_A);
    for (int row = 0; row < 3; ++row)
        QVERIFY(at(row).assignee && isPending(row));
    QTRY_COMPARE(asked("POST", u"/bulk"_s).size(), 1);
    const auto request = fromJson<BulkRequest>(asked("POST", u"/bulk"_s).first().json());
    QVERIFY(request);
    QCOMPARE(request->ids.size(), 3);
    QCOMPARE(request->change.assignedTo->account, FakeDesk::john().id);
    auto *bar = m_window->findChild<QWidget *>(u"bulkBar"_s);
    QTRY_VERIFY(bar->isVisible());
    // It goes on by itself when no event comes.
    QTRY_VERIFY_WITH_TIMEOUT(!bar->isVisible(), 10'000);
    QVERIFY(popups().join(u' ').contains(u"1 ticket could not be changed"_s));
    for (int row = 0; row < 3; ++row)
        QVERIFY(!isPending(row));
}

void TestTriage::changesManyOneByOneWithoutTheRight()
{
    Me agent = FakeDesk::johnHimself();
    agent.grants = {};
    agent.grants.addGlobal({Permission::TicketViewAll, Permission::TicketAssign});
    begin(agent);
    for (qint64 id = 1; id <= 3; ++id) {
        m_place->desk.api.on("POST", u"/tickets/%1/assign"_s.arg(id),
                             FakeApi::Reply::json(toJson(FakeDesk::ticket(id))));
    }
    list()->selectAll();
    press(Qt::Key_A);
    for (qint64 id = 1; id <= 3; ++id)
        QTRY_COMPARE(asked("POST", u"/tickets/%1/assign"_s.arg(id)).size(), 1);
    QVERIFY(asked("POST", u"/bulk"_s).isEmpty());
    QTRY_COMPARE(popups(), QStringList{u"You took 3 tickets"_s});
}

void TestTriage::changesTags()
{
    const qint64 id = at(0).id.value();
    m_place->desk.api.on("PATCH", u"/tickets/%1"_s.arg(id),
                         FakeApi::Reply::json(toJson(FakeDesk::ticket(id))));
    press(Qt::Key_T);
    auto *dialog = m_window->findChild<TagsDialog *>();
    QVERIFY(dialog);
    auto *field = dialog->findChild<QLineEdit *>(u"newTags"_s);
    QTest::keyClicks(field, u"vpn, printer"_s);
    dialog->findChild<QPushButton *>(u"changeTags"_s)->click();
    QVERIFY(at(0).tags.contains(u"vpn"_s));
    QTRY_COMPARE(asked("PATCH", u"/tickets/%1"_s.arg(id)).size(), 1);
    const QJsonArray sent
            = asked("PATCH", u"/tickets/%1"_s.arg(id)).first().json()[u"tags"].toArray();
    QVERIFY(sent.contains(u"vpn"_s) && sent.contains(u"printer"_s));
}

QTEST_MAIN(TestTriage)
#include "tst_triage.moc"
