// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/personfield.h"
#include "app/approvals/approvalpanel.h"
#include "app/approvals/approvaltext.h"
#include "app/approvals/reassigndialog.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"
#include "tests/support/app/workplace.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestApprovalPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void hidesWhereNothingIsToBeApproved();
    void showsWhoIsAskedAndWhoDecided();
    void saysWhyItIsStuck();
    void offersOnlyWhatOneMay();
    void approvesWithAComment();
    void rejectsWithAReason();
    void showsHowThingsAreWhenRefused_data();
    void showsHowThingsAreWhenRefused();
    void saysWhatFailedAndTriesAgain();
    void keepsEarlierOnesFolded();
    void asksSomebodyElse();
    void putsTheServersFaultsAtTheirFields();
    void asksOverTheWindow();
    void speaksGerman();

private:
    void open(const ApprovalProcess &process);
    QStringList texts(const QString &name) const;
    QPushButton *button(const QString &name) const
    {
        return m_panel->findChild<QPushButton *>(name);
    }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<QWidget> m_window;
    ApprovalPanel *m_panel = nullptr;
    const QString m_vote = u"/tickets/1/approvals/decision"_s;
};

void TestApprovalPanel::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_place->desk.put(FakeDesk::ticket(1));
    m_window = std::make_unique<QWidget>();
    m_panel = new ApprovalPanel(m_place->context);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_panel);
    layout->addStretch();
    m_window->resize(300, 600);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestApprovalPanel::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_window.reset();
    m_place.reset();
}

void TestApprovalPanel::open(const ApprovalProcess &process)
{
    m_place->desk.approvals[TicketId(1)] = {process};
    m_panel->setTicket(FakeDesk::ticket(1));
    QTRY_VERIFY(m_panel->isVisible());
}

QStringList TestApprovalPanel::texts(const QString &name) const
{
    QStringList found;
    for (const QLabel *label : m_panel->findChildren<QLabel *>(name))
        found.append(label->text());
    return found;
}

void TestApprovalPanel::hidesWhereNothingIsToBeApproved()
{
    m_panel->setTicket(FakeDesk::ticket(1));
    QTRY_COMPARE(m_place->desk.api.requests("GET", u"/tickets/1/approvals"_s).size(), 1);
    QVERIFY(!m_panel->isVisible());
}

void TestApprovalPanel::showsWhoIsAskedAndWhoDecided()
{
    open(FakeDesk::approval(1));
    QCOMPARE(texts(u"currentApprovalStep"_s), QStringList{u"●  Purchasing (any)"_s});
    QCOMPARE(texts(u"approvalStep"_s),
             (QStringList{u"✓  Manager (all)"_s, u"○  Board (2 of them)"_s}));
    QCOMPARE(texts(u"approver"_s),
             (QStringList{u"✓  Ann Other: approved 12:01 PM, by Jane Doe"_s,
                          u"…  John Smith: waiting"_s, u"…  Ann Other: waiting"_s}));
    QCOMPARE(texts(u"approverComment"_s), QStringList{u"“Within the budget”"_s});
    ApprovalProcess process = FakeDesk::approval(1);
    process.steps[1].mode = ApprovalMode::Count;
    process.steps[1].count = 1;
    QCOMPARE(ApprovalText::mode(process.steps[1]), u"1 of 2"_s);
}

void TestApprovalPanel::saysWhyItIsStuck()
{
    ApprovalProcess process = FakeDesk::approval(1);
    process.stuck = ApprovalStuck::NoApprovers;
    process.mayDecide = false;
    process.steps[1].approvers[0].available = false;
    process.steps[1].approvers[1].replacedAt = FakeDesk::noon();
    open(process);
    QCOMPARE(texts(u"approvalStuck"_s), QStringList{u"Stuck: nobody is there to decide."_s});
    QCOMPARE(texts(u"approver"_s).mid(1),
             (QStringList{u"–  John Smith: cannot decide any more"_s,
                          u"–  Ann Other: somebody else was asked instead"_s}));
}

void TestApprovalPanel::offersOnlyWhatOneMay()
{
    ApprovalProcess process = FakeDesk::approval(1);
    process.mayDecide = false;
    open(process);
    QVERIFY(!button(u"approvalApprove"_s));
    QVERIFY(button(u"approvalReassign"_s)); // John manages approvals
    process.state = ApprovalState::Approved;
    process.mayDecide = true;
    m_place->desk.approvals[TicketId(1)] = {process};
    m_panel->refresh();
    QTRY_VERIFY(!button(u"approvalReassign"_s));
    QVERIFY(!button(u"approvalApprove"_s));
}

void TestApprovalPanel::approvesWithAComment()
{
    open(FakeDesk::approval(1));
    m_place->desk.api.on("POST", m_vote, [this](const FakeApi::Request &) {
        ApprovalProcess &process = m_place->desk.approvals[TicketId(1)].first();
        process.mayDecide = false;
        process.steps[1].state = ApprovalState::Approved;
        return FakeApi::Reply::json(toJson(process));
    });
    ConfirmDialog::setAnswerer([](const Question &question) -> Decision {
        return {.accepted = question.title == "Approve HD-1?"_L1 && !question.reasonNeeded,
                .reason = u"Fine"_s};
    });
    QSignalSpy changed(m_panel, &ApprovalPanel::changed);
    button(u"approvalApprove"_s)->click();
    QTRY_VERIFY(button(u"approvalApprove"_s) && !button(u"approvalApprove"_s)->isEnabled());
    QTRY_VERIFY(!button(u"approvalApprove"_s));
    QCOMPARE(changed.size(), 1);
    const QJsonObject sent = m_place->desk.api.requests("POST", m_vote).first().json();
    QCOMPARE(sent[u"decision"].toString(), u"approve"_s);
    QCOMPARE(sent[u"comment"].toString(), u"Fine"_s);
    QCOMPARE(Popups::of(m_panel).texts(), QStringList{u"HD-1 is approved by you"_s});
}

void TestApprovalPanel::rejectsWithAReason()
{
    open(FakeDesk::approval(1));
    m_place->desk.api.on("POST", m_vote, [this](const FakeApi::Request &) {
        ApprovalProcess &process = m_place->desk.approvals[TicketId(1)].first();
        process.state = ApprovalState::Rejected;
        return FakeApi::Reply::json(toJson(process));
    });
    ConfirmDialog::setAnswerer([](const Question &question) -> Decision {
        return {.accepted = question.reasonNeeded && question.destructive, .reason = u"Too dear"_s};
    });
    button(u"approvalReject"_s)->click();
    QTRY_VERIFY(!button(u"approvalReject"_s));
    const QJsonObject sent = m_place->desk.api.requests("POST", m_vote).first().json();
    QCOMPARE(sent[u"decision"].toString(), u"reject"_s);
    QCOMPARE(sent[u"reason"].toString(), u"Too dear"_s);
}

void TestApprovalPanel::showsHowThingsAreWhenRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("says");
    QTest::newRow("not asked") << 403 << "approval.not_approver"_ba
                               << u"HD-1 could not be approved"_s;
    QTest::newRow("over") << 409 << "approval.not_pending"_ba << u"HD-1 could not be approved"_s;
    QTest::newRow("no connection") << 0 << ""_ba << u"HD-1 could not be approved"_s;
}

void TestApprovalPanel::showsHowThingsAreWhenRefused()
{
    QFETCH(int, status);
    QFETCH(QByteArray, key);
    QFETCH(QString, says);
    open(FakeDesk::approval(1));
    m_place->desk.api.on("POST", m_vote,
                         status == 0 ? FakeApi::Reply::drop()
                                     : FakeApi::Reply::problem(status, key));
    if (status != 0)
        m_place->desk.approvals[TicketId(1)].first().mayDecide = false;
    ConfirmDialog::setAnswerer([](const Question &) -> Decision { return {.accepted = true}; });
    button(u"approvalApprove"_s)->click();
    QTRY_VERIFY(Popups::of(m_panel).texts().value(0).startsWith(says));
    if (status == 0)
        QTRY_VERIFY(button(u"approvalApprove"_s)->isEnabled());
    else
        QTRY_VERIFY(!button(u"approvalApprove"_s));
}

void TestApprovalPanel::saysWhatFailedAndTriesAgain()
{
    m_place->desk.approvals[TicketId(1)] = {FakeDesk::approval(1)};
    m_place->desk.api.once("GET", u"/tickets/1/approvals"_s,
                           FakeApi::Reply::problem(500, "internal"));
    m_panel->setTicket(FakeDesk::ticket(1));
    QTRY_VERIFY(button(u"approvalRetry"_s));
    button(u"approvalRetry"_s)->click();
    QTRY_VERIFY(button(u"approvalApprove"_s));
    // What is shown stays when it cannot be read again.
    m_place->desk.api.once("GET", u"/tickets/1/approvals"_s,
                           FakeApi::Reply::problem(503, "unavailable"));
    m_panel->refresh();
    QTRY_COMPARE(m_place->desk.api.requests("GET", u"/tickets/1/approvals"_s).size(), 3);
    QVERIFY(button(u"approvalApprove"_s));
    QVERIFY(!button(u"approvalRetry"_s));
}

void TestApprovalPanel::keepsEarlierOnesFolded()
{
    ApprovalProcess earlier = FakeDesk::approval(1);
    earlier.state = ApprovalState::Rejected;
    m_place->desk.approvals[TicketId(1)] = {FakeDesk::approval(2), earlier};
    m_panel->setTicket(FakeDesk::ticket(1));
    QTRY_VERIFY(m_panel->isVisible());
    QCOMPARE(texts(u"approvalStep"_s).size(), 2);
    auto *more = m_panel->findChild<QToolButton *>(u"approvalEarlier"_s);
    QCOMPARE(more->text(), u"1 earlier approval"_s);
    more->click();
    QTRY_COMPARE(texts(u"approvalStep"_s).size(), 4);
    QCOMPARE(m_panel->findChildren<QPushButton *>(u"approvalApprove"_s).size(), 1);
}

void TestApprovalPanel::asksSomebodyElse()
{
    open(FakeDesk::approval(1));
    m_place->desk.api.on("POST", u"/tickets/1/approvals/reassign"_s,
                         FakeApi::Reply::json(toJson(FakeDesk::approval(1))));
    button(u"approvalReassign"_s)->click();
    auto *dialog = m_panel->findChild<ReassignDialog *>();
    QVERIFY(dialog);
    auto *from = dialog->findChild<QComboBox *>(u"from"_s);
    QCOMPARE(from->count(), 3); // John, Ann, one more
    auto *to = dialog->findChild<PersonField *>(u"to"_s);
    QTRY_COMPARE(to->count(), 2);
    auto *ask = dialog->findChild<QPushButton *>(u"reassignSend"_s);
    ask->click();
    QVERIFY(dialog->findChild<QLabel *>(u"toError"_s)->isVisible());
    to->setEditText(u"jane doe"_s);
    QSignalSpy changed(m_panel, &ApprovalPanel::changed);
    ask->click();
    QTRY_COMPARE(changed.size(), 1);
    const QJsonObject sent
            = m_place->desk.api.requests("POST", u"/tickets/1/approvals/reassign"_s).first().json();
    QCOMPARE(sent[u"from"].toInt(), 2);
    QCOMPARE(sent[u"to"].toInt(), 7);
}

void TestApprovalPanel::putsTheServersFaultsAtTheirFields()
{
    open(FakeDesk::approval(1));
    m_place->desk.api.on(
            "POST", u"/tickets/1/approvals/reassign"_s,
            FakeApi::Reply::problem(
                    422, "validation.failed",
                    {{u"errors"_s,
                      QJsonArray{QJsonObject{{u"field"_s, u"to"_s}, {u"key"_s, u"unknown"_s}}}}}));
    button(u"approvalReassign"_s)->click();
    auto *dialog = m_panel->findChild<ReassignDialog *>();
    auto *to = dialog->findChild<PersonField *>(u"to"_s);
    QTRY_COMPARE(to->count(), 2);
    to->setCurrentIndex(0);
    dialog->findChild<QPushButton *>(u"reassignSend"_s)->click();
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"toError"_s)->isVisible());
    QVERIFY(dialog->findChild<QPushButton *>(u"reassignSend"_s)->isEnabled());
}

void TestApprovalPanel::asksOverTheWindow()
{
    open(FakeDesk::approval(1));
    button(u"approvalApprove"_s)->click();
    auto *dialog = m_panel->findChild<ConfirmDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QPushButton *>(u"confirmAccept"_s)->isEnabled());
    dialog->reject();
    QTRY_VERIFY(!m_panel->findChild<ConfirmDialog *>());
    button(u"approvalReject"_s)->click();
    dialog = m_panel->findChild<ConfirmDialog *>();
    QVERIFY(!dialog->findChild<QPushButton *>(u"confirmAccept"_s)->isEnabled());
    dialog->findChild<QPlainTextEdit *>(u"confirmReason"_s)->setPlainText(u"No"_s);
    QVERIFY(dialog->findChild<QPushButton *>(u"confirmAccept"_s)->isEnabled());
    dialog->reject();
    QVERIFY(m_place->desk.api.requests("POST", m_vote).isEmpty());
}

void TestApprovalPanel::speaksGerman()
{
    open(FakeDesk::approval(1));
    m_place->speak(u"de"_s);
    QTRY_COMPARE(button(u"approvalApprove"_s)->text(), u"Freigeben…"_s);
    QCOMPARE(texts(u"currentApprovalStep"_s), QStringList{u"●  Purchasing (eine Person)"_s});
}

QTEST_MAIN(TestApprovalPanel)
#include "tst_approvalpanel.moc"
