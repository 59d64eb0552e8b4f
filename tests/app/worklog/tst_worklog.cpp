// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/confirmdialog.h"
#include "app/widgets/popups.h"
#include "app/worklog/checklistpanel.h"
#include "app/worklog/timepanel.h"
#include "tests/support/app/workplace.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

/// Checklist and time spent beside a ticket.
class TestWorklogPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void isNothingForRequesters();
    void showsHowFarOneIs();
    void saysThatItLoadsAndWhatFailed();
    void ticksByKeyAndMouse();
    void keepsTheNewestTick();
    void takesBackWhatTheServerRefuses();
    void addsWithReturn();
    void givesBackWhatWasNotAdded();
    void movesByKeys();
    void removesAndPutsBack();
    void letsOnlyLookWhoMayNotEdit();
    void sumsUpTime();
    void addsTime();
    void saysHowToWriteATime();
    void removesOnesOwnTime();
    void asksBeforeItRemovesTheTimeOfOthers();
    void leavesOthersTheirTime();
    void speaksGerman();

private:
    FakeApi::Reply checklistOf(const QList<ChecklistItem> &items)
    {
        m_place->desk.checklists[TicketId(1)] = items;
        return FakeApi::Reply::json(
                {{u"data"_s, listToJson(items)}, {u"pagination"_s, toJson(Pagination{})}});
    }
    FakeApi::Reply timesOf(const QList<TimeEntry> &entries)
    {
        m_place->desk.timeSpent[TicketId(1)] = entries;
        return FakeApi::Reply::json(
                {{u"data"_s, listToJson(entries)}, {u"pagination"_s, toJson(Pagination{})}});
    }
    void open();
    QString sum(const QString &name) const
    {
        return m_window->findChild<QLabel *>(name + u"Sum"_s)->text();
    }
    QListWidget *list(const QString &name) const
    {
        return m_window->findChild<QListWidget *>(name + u"List"_s);
    }
    QLineEdit *field(const QString &name) const { return m_window->findChild<QLineEdit *>(name); }
    QStringList lines(const QString &name) const
    {
        QStringList texts;
        for (int row = 0; row < list(name)->count(); ++row)
            texts.append(list(name)->item(row)->text());
        return texts;
    }
    /// Presses the button of the pop-up.
    void pressInPopup(const QString &text);

    const QString m_checklistPath = u"/tickets/1/checklist"_s;
    const QString m_timePath = u"/tickets/1/time-entries"_s;
    const ChecklistItem m_order{.id = ChecklistItemId(11), .text = u"Order it"_s};
    const ChecklistItem m_pay{.id = ChecklistItemId(12), .text = u"Pay it"_s};
    ChecklistItem m_done{.id = ChecklistItemId(13),
                         .text = u"Ask the boss"_s,
                         .done = true,
                         .doneBy = FakeDesk::john(),
                         .doneAt = FakeDesk::noon()};
    const TimeEntry m_johns{.id = TimeEntryId(21),
                            .person = FakeDesk::john(),
                            .minutes = 30,
                            .day = QDate(2026, 11, 20),
                            .note = u"On the phone"_s};
    const TimeEntry m_janes{.id = TimeEntryId(22),
                            .person = FakeDesk::jane(),
                            .minutes = 60,
                            .day = QDate(2026, 11, 19)};
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<QWidget> m_window;
    ChecklistPanel *m_checklist = nullptr;
    TimePanel *m_times = nullptr;
};

void TestWorklogPanels::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_place->desk.put(FakeDesk::ticket(1));
    checklistOf({m_done, m_order, m_pay});
    timesOf({m_johns, m_janes});
    m_window = std::make_unique<QWidget>();
    m_checklist = new ChecklistPanel(m_place->context);
    m_times = new TimePanel(m_place->context);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_checklist);
    layout->addWidget(m_times);
    layout->addStretch();
    m_window->resize(300, 600);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestWorklogPanels::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_window.reset();
    m_place.reset();
}

void TestWorklogPanels::open()
{
    m_checklist->setTicket(FakeDesk::ticket(1));
    m_times->setTicket(FakeDesk::ticket(1));
    QTRY_VERIFY(!m_checklist->items().isEmpty());
    QTRY_VERIFY(!m_times->entries().isEmpty());
}

void TestWorklogPanels::pressInPopup(const QString &text)
{
    const auto find = [&]() -> QAbstractButton * {
        for (QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    };
    QTRY_VERIFY(find());
    find()->click();
}

void TestWorklogPanels::isNothingForRequesters()
{
    Ticket ticket = FakeDesk::ticket(1);
    ticket.details->allowedActions = {TicketAction::Edit, TicketAction::Reply};
    m_checklist->setTicket(ticket);
    m_times->setTicket(ticket);
    QVERIFY(m_checklist->isHidden());
    QVERIFY(m_times->isHidden());
    // Later the same ticket is their business, and then no more.
    open();
    QVERIFY(m_checklist->isVisible());
    m_checklist->setTicket(ticket);
    QVERIFY(m_checklist->isHidden());
    QVERIFY(m_checklist->items().isEmpty());
    QCOMPARE(m_place->desk.api.requests("GET", m_checklistPath).size(), 1);
}

void TestWorklogPanels::showsHowFarOneIs()
{
    open();
    QCOMPARE(sum(u"checklist"_s), u"1 of 3"_s);
    QCOMPARE(lines(u"checklist"_s), (QStringList{u"Ask the boss"_s, u"Order it"_s, u"Pay it"_s}));
    QCOMPARE(list(u"checklist"_s)->item(0)->checkState(), Qt::Checked);
    QVERIFY(list(u"checklist"_s)->item(0)->toolTip().contains(u"John Smith"_s));
    QCOMPARE(list(u"checklist"_s)->item(1)->checkState(), Qt::Unchecked);
    QCOMPARE(list(u"checklist"_s)->accessibleName(), u"Checklist: 1 of 3"_s);
    // All of it can be seen without scrolling.
    QVERIFY(list(u"checklist"_s)->height()
            > list(u"checklist"_s)->visualItemRect(list(u"checklist"_s)->item(2)).bottom());
}

void TestWorklogPanels::saysThatItLoadsAndWhatFailed()
{
    m_place->desk.api.once("GET", m_checklistPath, FakeApi::Reply::problem(500, "internal"));
    m_checklist->setTicket(FakeDesk::ticket(1));
    auto *status = m_window->findChild<QLabel *>(u"checklistStatus"_s);
    auto *retry = m_window->findChild<QPushButton *>(u"checklistRetry"_s);
    QCOMPARE(status->text(), u"Loading…"_s);
    QTRY_VERIFY(retry->isVisible());
    QVERIFY(!status->text().isEmpty() && status->text() != u"Loading…"_s);
    QVERIFY(!field(u"checklistNew"_s)->isVisible());
    retry->click();
    QTRY_COMPARE(m_checklist->items().size(), 3);
    QVERIFY(!retry->isVisible());
    QVERIFY(!status->isVisible());
}

void TestWorklogPanels::ticksByKeyAndMouse()
{
    open();
    m_place->desk.api.on("PATCH", m_checklistPath + u"/11"_s,
                         checklistOf({m_done, m_order, m_pay}));
    QListWidget *shown = list(u"checklist"_s);
    shown->setFocus();
    shown->setCurrentRow(1);
    QTest::keyClick(shown, Qt::Key_Space);
    QCOMPARE(sum(u"checklist"_s), u"2 of 3"_s); // before the server has said anything
    const auto sent = [this] {
        return m_place->desk.api.requests("PATCH", m_checklistPath + u"/11"_s);
    };
    QTRY_COMPARE(sent().size(), 1);
    QCOMPARE(sent().first().json(), (QJsonObject{{u"done"_s, true}}));
    QTRY_COMPARE(sum(u"checklist"_s), u"1 of 3"_s); // as the server answered
    const QRect row = shown->visualItemRect(shown->item(1));
    QTest::mouseClick(shown->viewport(), Qt::LeftButton, {},
                      QPoint(row.left() + 10, row.center().y()));
    QTRY_COMPARE(sent().size(), 2);
}

void TestWorklogPanels::keepsTheNewestTick()
{
    open();
    ChecklistItem order = m_order;
    order.done = true;
    ChecklistItem pay = m_pay;
    pay.done = true;
    const ChecklistItem unpack{.id = ChecklistItemId(14), .text = u"Unpack it"_s};
    m_place->desk.api.on("PATCH", m_checklistPath + u"/11"_s, checklistOf({m_done, order, m_pay}));
    m_place->desk.api.on(
            "PATCH", m_checklistPath + u"/12"_s,
            checklistOf({m_done, order, pay, unpack}).after(std::chrono::milliseconds(50)));
    QListWidget *shown = list(u"checklist"_s);
    for (const int row : {1, 2}) {
        shown->setCurrentRow(row);
        QTest::keyClick(shown, Qt::Key_Space);
    }
    // The first answer, which comes before the second one, knows nothing of the second tick.
    bool wasLost = false;
    connect(shown->model(), &QAbstractItemModel::dataChanged, this,
            [&] { wasLost |= shown->item(2)->checkState() == Qt::Unchecked; });
    QTRY_COMPARE(sum(u"checklist"_s), u"3 of 4"_s);
    QVERIFY(!wasLost);
}

void TestWorklogPanels::takesBackWhatTheServerRefuses()
{
    open();
    m_place->desk.api.on("PATCH", m_checklistPath + u"/11"_s,
                         FakeApi::Reply::problem(403, "access.denied"));
    list(u"checklist"_s)->item(1)->setCheckState(Qt::Checked);
    QTRY_COMPARE(Popups::of(m_window.get()).count(), 1);
    QVERIFY(Popups::of(m_window.get())
                    .texts()
                    .first()
                    .contains(u"“Order it” could not be changed"_s));
    QTRY_COMPARE(sum(u"checklist"_s), u"1 of 3"_s);
    QCOMPARE(list(u"checklist"_s)->item(1)->checkState(), Qt::Unchecked);
}

void TestWorklogPanels::addsWithReturn()
{
    open();
    const ChecklistItem unpack{.id = ChecklistItemId(14), .text = u"Unpack it"_s};
    m_place->desk.api.on("POST", m_checklistPath, checklistOf({m_done, m_order, m_pay, unpack}));
    m_checklist->beginAdding();
    QCOMPARE(m_window->focusWidget(), field(u"checklistNew"_s));
    QTest::keyClicks(field(u"checklistNew"_s), u" Unpack it "_s);
    QTest::keyClick(field(u"checklistNew"_s), Qt::Key_Return);
    QVERIFY(field(u"checklistNew"_s)->text().isEmpty());
    QTRY_COMPARE(m_checklist->items().size(), 4);
    QCOMPARE(m_place->desk.api.requests("POST", m_checklistPath).first().json()["text"_L1],
             u"Unpack it"_s);
    QTest::keyClick(field(u"checklistNew"_s), Qt::Key_Return); // nothing is nothing
    QCOMPARE(m_place->desk.api.requests("POST", m_checklistPath).size(), 1);
}

void TestWorklogPanels::givesBackWhatWasNotAdded()
{
    open();
    m_place->desk.api.on("POST", m_checklistPath,
                         FakeApi::Reply::problem(409, "checklist.full", {{u"max"_s, 100}}));
    field(u"checklistNew"_s)->setText(u"Unpack it"_s);
    QTest::keyClick(field(u"checklistNew"_s), Qt::Key_Return);
    QTRY_COMPARE(field(u"checklistNew"_s)->text(), u"Unpack it"_s);
    QVERIFY(Popups::of(m_window.get()).texts().first().contains(u"could not be added"_s));
}

void TestWorklogPanels::movesByKeys()
{
    open();
    m_place->desk.api.on("PATCH", m_checklistPath + u"/12"_s,
                         checklistOf({m_done, m_pay, m_order}));
    QListWidget *shown = list(u"checklist"_s);
    shown->setCurrentRow(2);
    QTest::keyClick(shown, Qt::Key_Down, Qt::AltModifier); // it is the last
    QTest::keyClick(shown, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(lines(u"checklist"_s), (QStringList{u"Ask the boss"_s, u"Pay it"_s, u"Order it"_s}));
    QCOMPARE(shown->currentRow(), 1);
    const auto sent = [this] {
        return m_place->desk.api.requests("PATCH", m_checklistPath + u"/12"_s);
    };
    QTRY_COMPARE(sent().size(), 1);
    QCOMPARE(sent().first().json(), (QJsonObject{{u"position"_s, 1}}));
}

void TestWorklogPanels::removesAndPutsBack()
{
    open();
    m_place->desk.api.on("DELETE", m_checklistPath + u"/13"_s, FakeApi::Reply{.status = 204});
    m_place->desk.api.on("POST", m_checklistPath, checklistOf({m_done, m_order, m_pay}));
    list(u"checklist"_s)->setCurrentRow(0);
    QTest::keyClick(list(u"checklist"_s), Qt::Key_Delete);
    QCOMPARE(sum(u"checklist"_s), u"0 of 2"_s);
    pressInPopup(u"Undo"_s);
    QTRY_COMPARE(sum(u"checklist"_s), u"1 of 3"_s);
    QCOMPARE(m_place->desk.api.requests("POST", m_checklistPath).first().json(),
             (QJsonObject{{u"text"_s, u"Ask the boss"_s}, {u"done"_s, true}, {u"position"_s, 0}}));
}

void TestWorklogPanels::letsOnlyLookWhoMayNotEdit()
{
    checklistOf({});
    Ticket ticket = FakeDesk::ticket(1);
    ticket.details->allowedActions = {TicketAction::Note};
    m_checklist->setTicket(ticket);
    auto *status = m_window->findChild<QLabel *>(u"checklistStatus"_s);
    QTRY_COMPARE(status->text(), u"Nothing yet"_s);
    QVERIFY(!field(u"checklistNew"_s)->isVisible());
    checklistOf({m_order});
    m_checklist->refresh();
    QTRY_COMPARE(m_checklist->items().size(), 1);
    QVERIFY(!(list(u"checklist"_s)->item(0)->flags() & Qt::ItemIsUserCheckable));
    list(u"checklist"_s)->setCurrentRow(0);
    QTest::keyClick(list(u"checklist"_s), Qt::Key_Delete);
    QCOMPARE(m_checklist->items().size(), 1);
    m_checklist->beginAdding();
    QCOMPARE(Popups::of(m_window.get()).texts(), QStringList{u"You cannot add to this ticket"_s});
}

void TestWorklogPanels::sumsUpTime()
{
    open();
    QCOMPARE(sum(u"timeSpent"_s), u"1 h 30 min"_s);
    QVERIFY(lines(u"timeSpent"_s).first().startsWith(u"30 min · "_s));
    QVERIFY(lines(u"timeSpent"_s).first().endsWith(u"\nJohn Smith: On the phone"_s));
}

void TestWorklogPanels::addsTime()
{
    open();
    TimeEntry more = m_johns;
    more.id = TimeEntryId(23);
    more.minutes = 90;
    m_place->desk.api.on("POST", m_timePath, timesOf({more, m_johns, m_janes}));
    m_times->beginAdding();
    QCOMPARE(m_window->focusWidget(), field(u"timeSpentNew"_s));
    QTest::keyClicks(field(u"timeSpentNew"_s), u"1:30"_s);
    field(u"timeSpentNote"_s)->setText(u"Setting it up"_s);
    QTest::keyClick(field(u"timeSpentNote"_s), Qt::Key_Return);
    QTRY_COMPARE(sum(u"timeSpent"_s), u"3 h"_s);
    const QDate today = m_place->context.clock.now().toLocalTime().date();
    QCOMPARE(m_place->desk.api.requests("POST", m_timePath).first().json(),
             (QJsonObject{{u"minutes"_s, 90},
                          {u"day"_s, today.toString(Qt::ISODate)},
                          {u"note"_s, u"Setting it up"_s}}));
}

void TestWorklogPanels::saysHowToWriteATime()
{
    open();
    auto *fault = m_window->findChild<QLabel *>(u"timeSpentFault"_s);
    for (const QString &text : {u"soon"_s, u"1:75"_s, u"25h"_s, u"0"_s, QString()}) {
        field(u"timeSpentNew"_s)->setText(text);
        QTest::keyClick(field(u"timeSpentNew"_s), Qt::Key_Return);
        QVERIFY2(fault->isVisible(), qPrintable(text));
        QCOMPARE(field(u"timeSpentNew"_s)->text(), text);
    }
    QTest::keyClicks(field(u"timeSpentNew"_s), u"5"_s);
    QVERIFY(!fault->isVisible());
    QVERIFY(m_place->desk.api.requests("POST", m_timePath).isEmpty());
}

void TestWorklogPanels::removesOnesOwnTime()
{
    open();
    m_place->desk.api.on("DELETE", m_timePath + u"/21"_s, FakeApi::Reply{.status = 204});
    m_place->desk.api.on("POST", m_timePath, timesOf({m_johns, m_janes}));
    list(u"timeSpent"_s)->setCurrentRow(0);
    QTest::keyClick(list(u"timeSpent"_s), Qt::Key_Delete);
    QCOMPARE(sum(u"timeSpent"_s), u"1 h"_s);
    pressInPopup(u"Undo"_s);
    QTRY_COMPARE(sum(u"timeSpent"_s), u"1 h 30 min"_s);
    QCOMPARE(m_place->desk.api.requests("POST", m_timePath).first().json()["day"_L1],
             u"2026-11-20"_s);
}

void TestWorklogPanels::asksBeforeItRemovesTheTimeOfOthers()
{
    open();
    bool accepts = false;
    QString asked;
    ConfirmDialog::setAnswerer([&](const Question &question) {
        asked = question.title;
        return Decision{.accepted = accepts};
    });
    m_place->desk.api.on("DELETE", m_timePath + u"/22"_s, FakeApi::Reply{.status = 204});
    list(u"timeSpent"_s)->setCurrentRow(1);
    QTest::keyClick(list(u"timeSpent"_s), Qt::Key_Delete);
    QTRY_COMPARE(asked, u"Remove 1 h of Jane Doe?"_s);
    QCOMPARE(m_times->entries().size(), 2);
    accepts = true;
    QTest::keyClick(list(u"timeSpent"_s), Qt::Key_Delete);
    QTRY_COMPARE(m_place->desk.api.requests("DELETE", m_timePath + u"/22"_s).size(), 1);
    QCOMPARE(sum(u"timeSpent"_s), u"30 min"_s);
}

void TestWorklogPanels::leavesOthersTheirTime()
{
    m_window.reset();
    m_place.reset(); // there is one theme in a process
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(
            FakeApi::person(2, u"John Smith"_s, {Permission::TicketNote, Permission::TicketEdit})));
    m_place->desk.put(FakeDesk::ticket(1));
    timesOf({m_janes});
    m_window = std::make_unique<QWidget>();
    m_times = new TimePanel(m_place->context, m_window.get());
    m_window->show();
    m_times->setTicket(FakeDesk::ticket(1));
    QTRY_COMPARE(m_times->entries().size(), 1);
    list(u"timeSpent"_s)->setCurrentRow(0);
    QTest::keyClick(list(u"timeSpent"_s), Qt::Key_Delete);
    QCOMPARE(m_times->entries().size(), 1);
}

void TestWorklogPanels::speaksGerman()
{
    open();
    m_place->speak(u"de"_s);
    QTRY_COMPARE(sum(u"checklist"_s), u"1 von 3"_s);
    QCOMPARE(field(u"checklistNew"_s)->placeholderText(), u"Was zu tun ist"_s);
    QCOMPARE(sum(u"timeSpent"_s), u"1 Std. 30 Min."_s);
}

QTEST_MAIN(TestWorklogPanels)
#include "tst_worklog.moc"
