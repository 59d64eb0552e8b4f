// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approvals/approvalspage.h"
#include "app/approvals/approvaltasksmodel.h"
#include "app/shell/mainwindow.h"
#include "app/shell/navigationmodel.h"
#include "app/shell/navigationpane.h"
#include "app/tickets/ticketpane.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"
#include "app/widgets/stateview.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestApprovalsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void isThereForThoseWhoDecide();
    void listsWhatWaits();
    void listsWhatWasDecided();
    void saysWhenNothingWaits();
    void saysWhatFailedAndTriesAgain();
    void approvesByKeyAtOnce();
    void rejectsWithAReason();
    void takesItBackWhenRefused_data();
    void takesItBackWhenRefused();
    void opensTheTicket();
    void followsEvents();
    void letsInAndRefuses();
    void putsARequestBackWhenRefused();
    void speaksGerman();

private:
    bool show();
    QTableView *table(const char *of = "approvalTasks") const
    {
        return m_page->findChild<QWidget *>(QLatin1StringView(of))
                ->findChild<QTableView *>(u"pageTable"_s);
    }
    StateView *state() const
    {
        return m_page->findChild<QWidget *>(u"approvalTasks"_s)->findChild<StateView *>();
    }
    QPushButton *button(const char *name) const
    {
        return m_page->findChild<QPushButton *>(QLatin1StringView(name));
    }
    QStringList column(int column, const char *of = "approvalTasks") const;
    int counter() const;
    void accept(const QString &reason = {});

    std::unique_ptr<Workplace> m_place;
    MainWindow *m_window = nullptr;
    ApprovalsPage *m_page = nullptr;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QAbstractItemModelTester> m_accessTester;
    const QString m_vote = u"/tickets/1/approvals/decision"_s;
};

void TestApprovalsPage::init()
{
    m_place = std::make_unique<Workplace>();
    m_place->desk.approvalTasks = {FakeDesk::approvalTask(1), FakeDesk::approvalTask(2)};
    m_place->desk.approvalTasks[1].approvers = {FakeDesk::jane()};
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = m_place->openWindow();
    QVERIFY(m_window);
}

void TestApprovalsPage::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_tester.reset();
    m_accessTester.reset();
    m_place.reset();
}

bool TestApprovalsPage::show()
{
    m_window->showEntry(u"approvals"_s);
    m_page = qobject_cast<ApprovalsPage *>(m_window->currentPage());
    if (!m_page)
        return false;
    m_tester
            = std::make_unique<QAbstractItemModelTester>(m_page->findChild<ApprovalTasksModel *>());
    m_accessTester = std::make_unique<QAbstractItemModelTester>(
            m_page->findChild<AccessRequestsModel *>());
    return QTest::qWaitFor([this] { return state()->state() != StateView::State::Loading; });
}

QStringList TestApprovalsPage::column(int column, const char *of) const
{
    QStringList found;
    for (int row = 0; row < table(of)->model()->rowCount(); ++row)
        found.append(table(of)->model()->index(row, column).data().toString());
    return found;
}

int TestApprovalsPage::counter() const
{
    return m_window->navigation().findChild<NavigationModel *>()->counter(u"approvals"_s);
}

void TestApprovalsPage::accept(const QString &reason)
{
    ConfirmDialog::setAnswerer([reason](const Question &) -> Decision {
        return {.accepted = true, .reason = reason};
    });
}

void TestApprovalsPage::isThereForThoseWhoDecide()
{
    QTRY_COMPARE(counter(), 2);
    const Visible visible = [this] {
        for (const EntrySpec &entry : m_place->context.registry.entries()) {
            if (entry.id == "approvals"_L1)
                return entry.visible;
        }
        return Visible();
    }();
    QVERIFY(visible(m_place->session));
    m_place.reset(); // one at a time
    Workplace other;
    QVERIFY(other.signIn(FakeDesk::janeHerself()));
    QVERIFY(!visible(other.session));
}

void TestApprovalsPage::listsWhatWaits()
{
    QVERIFY(show());
    QCOMPARE(column(ApprovalTasksModel::TicketColumn), (QStringList{u"HD-1"_s, u"HD-2"_s}));
    QCOMPARE(column(ApprovalTasksModel::StepColumn).first(), u"Purchase · Manager"_s);
    QCOMPARE(column(ApprovalTasksModel::ForColumn), (QStringList{QString(), u"Jane Doe"_s}));
    QCOMPARE(column(ApprovalTasksModel::StateColumn).first(), u"Asked 3 h ago"_s);
    QVERIFY(!m_page->findChild<QWidget *>(u"accessRequests"_s)->isVisible());
}

void TestApprovalsPage::listsWhatWasDecided()
{
    ApprovalTask &task = m_place->desk.approvalTasks[1];
    task.decision = ApprovalDecision::Reject;
    task.decidedBy = FakeDesk::john();
    task.decidedAt = FakeDesk::noon();
    QVERIFY(show());
    auto *choice = m_page->findChild<QComboBox *>(u"approvalsState"_s);
    choice->setCurrentIndex(1);
    Q_EMIT choice->activated(1);
    QTRY_COMPARE(column(ApprovalTasksModel::StateColumn), QStringList{u"Rejected 12:00 PM"_s});
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY(button("approvalsOpen")->isEnabled());
    QVERIFY(!button("approvalsApprove")->isEnabled());
}

void TestApprovalsPage::saysWhenNothingWaits()
{
    m_place->desk.approvalTasks.clear();
    QVERIFY(show());
    QCOMPARE(state()->state(), StateView::State::Empty);
    QVERIFY(!button("approvalsApprove")->isEnabled());
}

void TestApprovalsPage::saysWhatFailedAndTriesAgain()
{
    QTRY_COMPARE(counter(), 2); // asks for the same path
    m_place->desk.api.once("GET", u"/approvals"_s, FakeApi::Reply::problem(503, "unavailable"));
    QVERIFY(show());
    QCOMPARE(state()->state(), StateView::State::Failed);
    state()->findChild<QPushButton *>(u"stateAction"_s)->click();
    QTRY_COMPARE(state()->state(), StateView::State::Content);
}

void TestApprovalsPage::approvesByKeyAtOnce()
{
    QVERIFY(show());
    QTRY_COMPARE(counter(), 2);
    m_place->desk.api.on("POST", m_vote, [this](const FakeApi::Request &) {
        m_place->desk.approvalTasks[0].decision = ApprovalDecision::Approve;
        return FakeApi::Reply::json(toJson(FakeDesk::approval(1)))
                .after(std::chrono::milliseconds(50));
    });
    accept();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_A);
    QTRY_COMPARE(column(ApprovalTasksModel::TicketColumn), QStringList{u"HD-2"_s});
    QVERIFY(Popups::of(m_page).texts().isEmpty()); // before the server has answered
    QTRY_COMPARE(Popups::of(m_page).texts(), QStringList{u"You approved HD-1"_s});
    QTRY_COMPARE(counter(), 1);
    QCOMPARE(column(ApprovalTasksModel::TicketColumn), QStringList{u"HD-2"_s});
}

void TestApprovalsPage::rejectsWithAReason()
{
    QVERIFY(show());
    m_place->desk.api.on("POST", m_vote, [this](const FakeApi::Request &) {
        m_place->desk.approvalTasks.removeFirst();
        return FakeApi::Reply::json(toJson(FakeDesk::approval(1)));
    });
    accept(u"Too dear"_s);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_X);
    QTRY_COMPARE(Popups::of(m_page).texts(), QStringList{u"You rejected HD-1"_s});
    QCOMPARE(m_place->desk.api.requests("POST", m_vote).first().json()[u"reason"].toString(),
             u"Too dear"_s);
}

void TestApprovalsPage::takesItBackWhenRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("not asked") << 403 << "approval.not_approver"_ba;
    QTest::newRow("over") << 409 << "approval.not_pending"_ba;
    QTest::newRow("faulty") << 422 << "validation.failed"_ba;
    QTest::newRow("no connection") << 0 << ""_ba;
}

void TestApprovalsPage::takesItBackWhenRefused()
{
    QFETCH(int, status);
    QFETCH(QByteArray, key);
    QVERIFY(show());
    m_place->desk.api.on("POST", m_vote,
                         status == 0 ? FakeApi::Reply::drop()
                                     : FakeApi::Reply::problem(status, key));
    accept();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    button("approvalsApprove")->click();
    QTRY_VERIFY(Popups::of(m_page).texts().value(0).startsWith(u"HD-1 could not be approved"_s));
    QCOMPARE(column(ApprovalTasksModel::TicketColumn), (QStringList{u"HD-1"_s, u"HD-2"_s}));
}

void TestApprovalsPage::opensTheTicket()
{
    m_place->desk.put(FakeDesk::ticket(1));
    QVERIFY(show());
    table()->setCurrentIndex(table()->model()->index(0, 0));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    auto *pane = m_window->findChild<TicketPane *>();
    QTRY_VERIFY(pane && pane->ticket() && pane->ticket()->number == "HD-1"_L1);
    QVERIFY(!m_page->isVisible());
}

void TestApprovalsPage::followsEvents()
{
    QVERIFY(show());
    QTRY_COMPARE(counter(), 2);
    m_place->desk.approvalTasks.append(FakeDesk::approvalTask(3));
    m_place->desk.api.pushEvent("approval.requested",
                                toJson(Event{.type = EventType::ApprovalRequested,
                                             .id = AnyEntityId(3),
                                             .ticketId = TicketId(3),
                                             .at = FakeDesk::noon()}),
                                "1-1");
    QTRY_COMPARE(column(ApprovalTasksModel::TicketColumn).size(), 3);
    QTRY_COMPARE(counter(), 3);
}

void TestApprovalsPage::letsInAndRefuses()
{
    const TicketRef ticket{.id = TicketId(5), .number = u"HD-5"_s, .title = u"Salaries"_s};
    m_place->desk.accessRequests = {{.id = AccessRequestId(1),
                                     .ticket = ticket,
                                     .person = FakeDesk::jane(),
                                     .reason = u"I write the report"_s,
                                     .createdAt = FakeDesk::noon()},
                                    {.id = AccessRequestId(2),
                                     .ticket = ticket,
                                     .person = FakeDesk::john(),
                                     .reason = u"Curious"_s,
                                     .createdAt = FakeDesk::noon()}};
    for (const int id : {1, 2}) {
        m_place->desk.api.on("POST", u"/access-requests/%1/decision"_s.arg(id),
                             [this, id](const FakeApi::Request &) {
                                 m_place->desk.accessRequests.removeIf([id](const auto &one) {
                                     return one.id == AccessRequestId(id);
                                 });
                                 return FakeApi::Reply{.status = 204};
                             });
    }
    QVERIFY(show());
    QTRY_COMPARE(counter(), 4);
    QTRY_VERIFY(table("accessRequests")->isVisible());
    QCOMPARE(column(AccessRequestsModel::ReasonColumn, "accessRequests").first(),
             u"I write the report"_s);
    table("accessRequests")->setCurrentIndex(table("accessRequests")->model()->index(0, 0));
    button("accessLetIn")->click();
    QTRY_COMPARE(Popups::of(m_page).texts(), QStringList{u"Jane Doe may see HD-5 now"_s});
    accept(u"No need"_s);
    table("accessRequests")->setCurrentIndex(table("accessRequests")->model()->index(0, 0));
    button("accessRefuse")->click();
    QTRY_VERIFY(!m_page->findChild<QWidget *>(u"accessRequests"_s)->isVisible());
    QTRY_COMPARE(m_place->desk.api.requests("POST", u"/access-requests/2/decision"_s).size(), 1);
    const QJsonObject sent
            = m_place->desk.api.requests("POST", u"/access-requests/2/decision"_s).first().json();
    QCOMPARE(sent[u"decision"].toString(), u"reject"_s);
    QCOMPARE(sent[u"comment"].toString(), u"No need"_s);
}

void TestApprovalsPage::putsARequestBackWhenRefused()
{
    m_place->desk.accessRequests
            = {{.id = AccessRequestId(1),
                .ticket = {.id = TicketId(5), .number = u"HD-5"_s, .title = u"Salaries"_s},
                .person = FakeDesk::jane(),
                .reason = u"I write the report"_s,
                .createdAt = FakeDesk::noon()}};
    m_place->desk.api.on("POST", u"/access-requests/1/decision"_s,
                         FakeApi::Reply::problem(409, "access_request.decided"));
    QVERIFY(show());
    QTRY_VERIFY(table("accessRequests")->isVisible());
    table("accessRequests")->setCurrentIndex(table("accessRequests")->model()->index(0, 0));
    button("accessLetIn")->click();
    QTRY_COMPARE(Popups::of(m_page).count(), 1);
    QCOMPARE(table("accessRequests")->model()->rowCount(), 1);
}

void TestApprovalsPage::speaksGerman()
{
    QVERIFY(show());
    m_place->speak(u"de"_s);
    QTRY_COMPARE(button("approvalsApprove")->text(), u"Freigeben…"_s);
    QCOMPARE(column(ApprovalTasksModel::StateColumn).first(), u"Gefragt vor 3 Std."_s);
}

QTEST_MAIN(TestApprovalsPage)
#include "tst_approvalspage.moc"
