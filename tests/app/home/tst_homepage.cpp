// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/home/homepage.h"
#include "app/home/requestcard.h"
#include "app/home/requestsmodel.h"
#include "app/home/requestwords.h"
#include "app/shell/mainwindow.h"
#include "app/shell/toolrow.h"
#include "app/tickets/newrequestdialog.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/ticketpane.h"
#include "app/widgets/badge.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"
#include "app/widgets/stateview.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QCommandLinkButton>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// Where a requester begins: before a server that answers, refuses, and is not there.
class TestHomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void speaksPlainly_data();
    void speaksPlainly();
    void doesNotAskForWhatCannotBeConfirmed();
    void listsWhatWasAskedFor();
    void saysWhenThereIsNothing();
    void saysWhatFailedAndTriesAgain();
    void offersTheCategoriesOfAllDesks();
    void theOffersFailAndComeBack();
    void beginsARequestOfACategory();
    void offersOnlyWhatTheServerAllows();
    void withdrawsWithAReason();
    void confirmsOrSendsBack();
    void aRefusalTakesItBack();
    void rates();
    void followsEvents();
    void opensTheConversation();
    void worksByKeysAlone();
    void staffBeginsElsewhere();

private:
    void open();
    /// A request of Jane's as she sees it.
    static Ticket request(qint64 id, const QString &status, StatusCategory category,
                          const QList<AllowedTransition> &steps = {});
    FakeApi &api() { return m_place->desk.api; }
    QListView *list() const { return m_window->findChild<QListView *>(u"requestList"_s); }
    RequestCard *card() const { return m_window->findChild<RequestCard *>(); }
    QStringList steps() const;
    QPushButton *step(const QString &text) const;
    template <class T>
    T *find(const char *name) const
    {
        return m_window->findChild<HomePage *>()->findChild<T *>(QLatin1StringView(name));
    }

    std::unique_ptr<Workplace> m_place;
    MainWindow *m_window = nullptr;
};

const AllowedTransition withdraw{.to = u"withdrawn"_s,
                                 .label = u"Withdraw"_s,
                                 .requirements = {{.kind = RequirementKind::Reason}}};
const AllowedTransition confirm{.to = u"closed"_s, .label = u"Close"_s};
const AllowedTransition reopen{.to = u"in_progress"_s, .label = u"Reopen"_s};

void TestHomePage::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::janeHerself()));
}

void TestHomePage::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_place.reset();
}

void TestHomePage::open()
{
    m_window = m_place->openWindow();
    QVERIFY(m_window);
    QCOMPARE(m_window->currentEntry(), u"home"_s);
    QTRY_VERIFY(m_window->findChild<QCommandLinkButton *>(u"offer"_s));
}

Ticket TestHomePage::request(qint64 id, const QString &status, StatusCategory category,
                             const QList<AllowedTransition> &steps)
{
    Ticket ticket = FakeDesk::ticket(id);
    ticket.status = status;
    ticket.statusCategory = category;
    ticket.details->allowedTransitions = steps;
    ticket.details->allowedActions = {TicketAction::Edit, TicketAction::Reply};
    return ticket;
}

QStringList TestHomePage::steps() const
{
    QStringList found;
    for (const auto *button : card()->findChildren<QPushButton *>(u"requestStep"_s))
        found.append(button->text());
    return found;
}

QPushButton *TestHomePage::step(const QString &text) const
{
    for (auto *button : card()->findChildren<QPushButton *>(u"requestStep"_s)) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

void TestHomePage::speaksPlainly_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("label");
    QTest::addColumn<StatusCategory>("category");
    QTest::addColumn<QString>("words");
    using Category = StatusCategory;
    QTest::newRow("new") << u"new"_s << u"New"_s << Category::Open << u"We have received it"_s;
    QTest::newRow("pending") << u"pending"_s << u""_s << Category::Open << u"We have received it"_s;
    QTest::newRow("in progress") << u"in_progress"_s << u"In progress"_s << Category::Open
                                 << u"Somebody is working on it"_s;
    QTest::newRow("a step of a workflow") << u"procurement"_s << u"Procurement"_s << Category::Open
                                          << u"Somebody is working on it: Procurement"_s;
    QTest::newRow("waiting") << u"waiting_for_requester"_s << u"Waiting for requester"_s
                             << Category::Waiting << u"Waiting for your answer"_s;
    QTest::newRow("answered") << u"answered"_s << u"Answered"_s << Category::Waiting
                              << u"We have answered you"_s;
    QTest::newRow("hold") << u"on_hold"_s << u"On hold"_s << Category::Hold
                          << u"It has to rest for now"_s;
    QTest::newRow("approval") << u"waiting_approval"_s << u"Waiting for approval"_s
                              << Category::Approval << u"Waiting for approval"_s;
    QTest::newRow("not approved") << u"rejected"_s << u"Rejected"_s << Category::Draft
                                  << u"Not approved"_s;
    QTest::newRow("solved") << u"resolved"_s << u"Resolved"_s << Category::Resolved
                            << u"Solved: please confirm"_s;
    QTest::newRow("declined") << u"rejected"_s << u"Rejected"_s << Category::Closed
                              << u"Declined"_s;
    QTest::newRow("closed") << u"closed"_s << u"Closed"_s << Category::Closed << u"Closed"_s;
    QTest::newRow("a known key that means something else")
            << u"open"_s << u"Quoted"_s << Category::Open << u"Somebody is working on it: Quoted"_s;
}

void TestHomePage::speaksPlainly()
{
    QFETCH(QString, status);
    QFETCH(QString, label);
    QFETCH(StatusCategory, category);
    QFETCH(QString, words);
    const Ticket ticket{.status = status, .statusCategory = category, .statusLabel = label};
    QCOMPARE(RequestWords::status(ticket), words);
}

void TestHomePage::doesNotAskForWhatCannotBeConfirmed()
{
    Ticket ticket = request(1, u"resolved"_s, StatusCategory::Resolved, {confirm});
    QCOMPARE(RequestWords::status(ticket), u"Solved: please confirm"_s);
    ticket.details->allowedTransitions.clear();
    QCOMPARE(RequestWords::status(ticket), u"Solved"_s);
}

void TestHomePage::listsWhatWasAskedFor()
{
    Ticket later = request(1, u"new"_s, StatusCategory::Open);
    later.updatedAt = FakeDesk::noon();
    m_place->desk.put(request(2, u"resolved"_s, StatusCategory::Resolved, {confirm}));
    m_place->desk.put(later);
    open();
    QAbstractItemModelTester tester(list()->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    const FakeApi::Request asked = api().requests("GET", u"/tickets"_s).first();
    QCOMPARE(asked.query.queryItemValue(u"requester"_s), u"me"_s);
    // The newest activity stands first, is chosen, and is spoken as it reads.
    const QModelIndex first = list()->model()->index(0, 0);
    QCOMPARE(list()->currentIndex(), first);
    QVERIFY(first.data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith("The printer is broken, We have received it, HD-1"_L1));
    QTRY_VERIFY(card()->isVisible());
    QCOMPARE(card()->findChild<Badge *>()->accessibleName(), u"We have received it"_s);
}

void TestHomePage::saysWhenThereIsNothing()
{
    open();
    auto *state = list()->parentWidget();
    QTRY_COMPARE(qobject_cast<StateView *>(state)->state(), StateView::State::Empty);
    QVERIFY(!card()->isVisible());
}

void TestHomePage::saysWhatFailedAndTriesAgain()
{
    m_place->desk.put(request(1, u"new"_s, StatusCategory::Open));
    api().once("GET", u"/tickets"_s, FakeApi::Reply::problem(500, "internal"));
    open();
    auto *state = qobject_cast<StateView *>(list()->parentWidget());
    QTRY_COMPARE(state->state(), StateView::State::Failed);
    state->findChild<QPushButton *>(u"stateAction"_s)->click();
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QCOMPARE(state->state(), StateView::State::Content);
}

void TestHomePage::offersTheCategoriesOfAllDesks()
{
    Desk second = m_place->desk.desks.first();
    second.id = DeskId(2);
    second.name = u"Facilities"_s;
    m_place->desk.desks.append(second);
    Category chairs = m_place->desk.categories.first();
    chairs.id = CategoryId(9);
    chairs.desk = {.id = DeskId(2), .key = u"FM"_s, .name = u"Facilities"_s};
    chairs.name = u"Chairs"_s;
    m_place->desk.categories.append(chairs);
    open();
    QStringList cards;
    for (const auto *offer : m_window->findChildren<QCommandLinkButton *>(u"offer"_s))
        cards.append(offer->text());
    QCOMPARE(cards, (QStringList{u"Hardware"_s, u"Software"_s, u"Chairs"_s}));
}

void TestHomePage::theOffersFailAndComeBack()
{
    api().once("GET", u"/categories"_s, FakeApi::Reply::problem(500, "internal"));
    m_window = m_place->openWindow();
    auto *offers = find<QWidget>("requestOffers");
    auto *state = offers->findChild<StateView *>();
    QTRY_COMPARE(state->state(), StateView::State::Failed);
    // A request can be written all the same.
    QVERIFY(find<QPushButton>("homeNewRequest")->isEnabled());
    state->findChild<QPushButton *>(u"stateAction"_s)->click();
    QTRY_COMPARE(state->state(), StateView::State::Content);
}

void TestHomePage::beginsARequestOfACategory()
{
    open();
    m_window->findChildren<QCommandLinkButton *>(u"offer"_s).last()->click();
    auto *dialog = m_window->findChild<NewRequestDialog *>();
    QVERIFY(dialog);
    auto *title = dialog->findChild<QLineEdit *>(u"title"_s);
    QVERIFY(title->isVisible()); // the form, without the question what it is about
    QTRY_VERIFY(dialog->findChild<QCommandLinkButton *>()); // which is behind it
    QVERIFY(title->isVisible());
    title->setText(u"It does not start"_s);
    api().on("POST", u"/tickets"_s, FakeApi::Reply::json(toJson(FakeDesk::ticket(5)), 201));
    dialog->findChild<QPushButton *>(u"send"_s)->click();
    QTRY_COMPARE(api().requests("POST", u"/tickets"_s).size(), 1);
    const QJsonObject sent = api().requests("POST", u"/tickets"_s).first().json();
    QCOMPARE(sent["desk"_L1].toInt(), 1);
    QCOMPARE(sent["category"_L1].toInt(), 2);
    QTRY_COMPARE(Popups::of(m_window).texts(), QStringList{u"HD-5 is on its way"_s});
}

void TestHomePage::offersOnlyWhatTheServerAllows()
{
    m_place->desk.put(request(1, u"new"_s, StatusCategory::Open, {withdraw}));
    Ticket other = request(2, u"in_progress"_s, StatusCategory::Open);
    other.assignee = FakeDesk::john();
    m_place->desk.put(other);
    open();
    QTRY_COMPARE(steps(), QStringList{u"Withdraw…"_s});
    QVERIFY(!card()->findChild<QWidget *>(u"ratingForm"_s)->isVisible());
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QTRY_COMPARE(card()->findChild<QLabel *>(u"requestExplanation"_s)->text(),
                 u"John Smith takes care of it."_s);
    QCOMPARE(steps(), QStringList());
}

void TestHomePage::withdrawsWithAReason()
{
    m_place->desk.put(request(1, u"new"_s, StatusCategory::Open, {withdraw}));
    open();
    QTRY_VERIFY(step(u"Withdraw…"_s));
    QVERIFY(step(u"Withdraw…"_s)->accessibleName().contains("HD-1"_L1));
    ConfirmDialog::setAnswerer([](const Question &question) {
        return Decision{.accepted = question.reasonNeeded && !question.reasonLabel.isEmpty(),
                        .reason = u"It works again"_s};
    });
    api().on("PUT", u"/tickets/1/status"_s, [this](const FakeApi::Request &) {
        const Ticket gone = request(1, u"withdrawn"_s, StatusCategory::Closed);
        m_place->desk.put(gone);
        return FakeApi::Reply::json(toJson(gone));
    });
    step(u"Withdraw…"_s)->click();
    QTRY_COMPARE(api().requests("PUT", u"/tickets/1/status"_s).size(), 1);
    const QJsonObject sent = api().requests("PUT", u"/tickets/1/status"_s).first().json();
    QCOMPARE(sent["status"_L1].toString(), u"withdrawn"_s);
    QCOMPARE(sent["reason"_L1].toString(), u"It works again"_s);
    QTRY_COMPARE(card()->findChild<Badge *>()->accessibleName(), u"You have withdrawn it"_s);
    QCOMPARE(steps(), QStringList());
}

void TestHomePage::confirmsOrSendsBack()
{
    m_place->desk.put(request(1, u"resolved"_s, StatusCategory::Resolved, {confirm, reopen}));
    open();
    QTRY_COMPARE(steps(), (QStringList{u"Yes, it is solved"_s, u"It is not solved yet"_s}));
    api().on("PUT", u"/tickets/1/status"_s, [this](const FakeApi::Request &) {
        Ticket closed = request(1, u"closed"_s, StatusCategory::Closed, {reopen});
        closed.details->allowedActions.append(TicketAction::Rate);
        m_place->desk.put(closed);
        return FakeApi::Reply::json(toJson(closed));
    });
    step(u"Yes, it is solved"_s)->click();
    QTRY_COMPARE(steps(), QStringList{u"Reopen"_s});
    QVERIFY(card()->findChild<QWidget *>(u"ratingForm"_s)->isVisible());
    step(u"Reopen"_s)->click();
    QTRY_COMPARE(api().requests("PUT", u"/tickets/1/status"_s).size(), 2);
    QCOMPARE(api().requests("PUT", u"/tickets/1/status"_s).last().json()["status"_L1].toString(),
             u"in_progress"_s);
}

void TestHomePage::aRefusalTakesItBack()
{
    m_place->desk.put(request(1, u"resolved"_s, StatusCategory::Resolved, {confirm}));
    open();
    QTRY_VERIFY(step(u"Yes, it is solved"_s));
    api().on("PUT", u"/tickets/1/status"_s,
             FakeApi::Reply::problem(409, "workflow.transition_not_allowed"));
    step(u"Yes, it is solved"_s)->click();
    QTRY_COMPARE(Popups::of(m_window).count(), 1);
    QTRY_COMPARE(card()->findChild<Badge *>()->accessibleName(), u"Solved: please confirm"_s);
}

void TestHomePage::rates()
{
    Ticket closed = request(1, u"closed"_s, StatusCategory::Closed);
    closed.details->allowedActions.append(TicketAction::Rate);
    m_place->desk.put(closed);
    open();
    auto *form = card()->findChild<QWidget *>(u"ratingForm"_s);
    QTRY_VERIFY(form->isVisible());
    auto *send = form->findChild<QPushButton *>(u"ratingSend"_s);
    QVERIFY(!send->isEnabled());
    auto *four = form->findChild<QToolButton *>(u"star4"_s);
    QCOMPARE(four->accessibleName(), u"4 of 5"_s);
    four->click();
    QCOMPARE(form->findChild<QToolButton *>(u"star3"_s)->text(), u"★"_s);
    QCOMPARE(form->findChild<QToolButton *>(u"star5"_s)->text(), u"☆"_s);
    four->setFocus();
    QTest::keyClick(four, Qt::Key_Right); // arrow keys choose
    QVERIFY(form->findChild<QToolButton *>(u"star5"_s)->isChecked());
    auto *comment = form->findChild<QLineEdit *>(u"ratingComment"_s);
    QTest::keyClicks(comment, u"Quick"_s);
    // It is read again meanwhile: what is typed stays.
    api().pushEvent("ticket.updated",
                    toJson(Event{.type = EventType::TicketUpdated,
                                 .id = AnyEntityId(1),
                                 .ticketId = TicketId(1),
                                 .at = FakeDesk::noon()}),
                    "1-1");
    QTRY_VERIFY(api().requests("GET", u"/tickets/1"_s).size() >= 2);
    QCOMPARE(comment->text(), u"Quick"_s);
    closed.details->rating = Rating{.score = 5, .comment = u"Quick"_s, .ratedAt = FakeDesk::noon()};
    api().on("PUT", u"/tickets/1/rating"_s, [this, closed](const FakeApi::Request &) {
        m_place->desk.put(closed);
        return FakeApi::Reply::json(toJson(*closed.details->rating));
    });
    QTest::keyClick(comment, Qt::Key_Return);
    QTRY_COMPARE(api().requests("PUT", u"/tickets/1/rating"_s).size(), 1);
    QCOMPARE(api().requests("PUT", u"/tickets/1/rating"_s).first().json(),
             (QJsonObject{{u"score"_s, 5}, {u"comment"_s, u"Quick"_s}}));
    QTRY_COMPARE(send->text(), u"Change rating"_s);
    QVERIFY(!send->isEnabled()); // until it is another one
}

void TestHomePage::followsEvents()
{
    m_place->desk.put(request(1, u"new"_s, StatusCategory::Open, {withdraw}));
    open();
    QTRY_COMPARE(steps().size(), 1);
    m_place->desk.put(request(1, u"resolved"_s, StatusCategory::Resolved, {confirm}));
    const Event changed{.type = EventType::TicketUpdated,
                        .id = AnyEntityId(1),
                        .ticketId = TicketId(1),
                        .at = FakeDesk::noon()};
    api().pushEvent("ticket.updated", toJson(changed), "1-1");
    QTRY_COMPARE(steps(), QStringList{u"Yes, it is solved"_s});
    m_place->desk.put(request(2, u"new"_s, StatusCategory::Open));
    Event made = changed;
    made.type = EventType::TicketCreated;
    made.id = AnyEntityId(2);
    made.ticketId = TicketId(2);
    api().pushEvent("ticket.created", toJson(made), "1-2");
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    // The chosen one stays the chosen one.
    QCOMPARE(card()->findChild<QLabel *>(u"requestLine"_s)->text().left(4), u"HD-1"_s);
}

void TestHomePage::opensTheConversation()
{
    m_place->desk.put(request(1, u"new"_s, StatusCategory::Open));
    m_place->desk.put(request(2, u"new"_s, StatusCategory::Open));
    open();
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QTRY_COMPARE(card()->findChild<QLabel *>(u"requestLine"_s)->text().left(4), u"HD-2"_s);
    find<QPushButton>("requestOpen")->click();
    QCOMPARE(m_window->currentEntry(), u"tickets.requested"_s);
    auto *pane = m_window->findChild<TicketPane *>();
    QTRY_VERIFY(pane->ticket() && pane->ticket()->id == TicketId(2));
    auto *all = m_window->findChild<QListView *>(u"ticketList"_s);
    QTRY_COMPARE(all->model()->rowCount(), 2);
    QTRY_COMPARE(all->currentIndex().row(), 1); // the list shows which one is open
    QCOMPARE(pane->ticket()->id, TicketId(2));
}

void TestHomePage::worksByKeysAlone()
{
    m_place->desk.put(request(1, u"new"_s, StatusCategory::Open, {withdraw}));
    m_place->desk.put(request(2, u"new"_s, StatusCategory::Open, {withdraw}));
    open();
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QVERIFY(find<QPushButton>("homeNewRequest")->hasFocus()); // there was no list yet
    m_window->showEntry(u"home"_s);
    QVERIFY(list()->hasFocus());
    QTest::keyClick(list(), Qt::Key_Down);
    QTRY_COMPARE(steps().size(), 1);
    QTest::keyClick(list(), Qt::Key_Tab);
    QVERIFY(find<QPushButton>("requestOpen")->hasFocus());
    QTest::keyClick(find<QPushButton>("requestOpen"), Qt::Key_Tab);
    QVERIFY(step(u"Withdraw…"_s)->hasFocus());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(m_window->currentEntry(), u"tickets.requested"_s);
}

void TestHomePage::staffBeginsElsewhere()
{
    m_place->session.signOut();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = m_place->openWindow();
    QCOMPARE(m_window->currentEntry(), u"tickets.mine"_s);
    m_window->showEntry(u"home"_s); // and has the page all the same
    QCOMPARE(m_window->currentEntry(), u"home"_s);
}

QTEST_MAIN(TestHomePage)
#include "tst_homepage.moc"
