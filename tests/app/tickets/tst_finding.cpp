// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"
#include "app/shell/navigationpane.h"
#include "app/shell/toolrow.h"
#include "app/tickets/listheader.h"
#include "app/tickets/savedviews.h"
#include "app/tickets/ticketcolumns.h"
#include "app/tickets/ticketlistview.h"
#include "app/widgets/confirmdialog.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/stateview.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::App;

/// The search box, saved views and columns in the window of an agent.
class TestFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void searchesAsOneTypes();
    void underlinesTheWordThatIsWrong();
    void offersFieldsAndValues();
    void saysWhatToDoWhenNothingIsFound();
    void showsSavedViewsWithCounters();
    void opensASavedView();
    void savesASearch();
    void removesAView();
    void showsColumnsAndSortsByThem();
    void keepsTheColumnsOfASavedView();

private:
    SearchField &field() { return m_window->toolRow().search(); }
    TicketListView *list() { return m_window->findChild<TicketListView *>(); }
    ListHeader *header() { return m_window->findChild<ListHeader *>(); }
    /// What /tickets was asked for last.
    QString asked(const QString &name)
    {
        const auto requests = m_place->desk.api.requests("GET", u"/tickets"_s);
        return requests.isEmpty() ? QString()
                                  : requests.last().query.queryItemValue(name, QUrl::FullyDecoded);
    }

    std::unique_ptr<Workplace> m_place;
    MainWindow *m_window = nullptr;
};

void TestFinding::init()
{
    m_place = std::make_unique<Workplace>();
    Ticket found = FakeDesk::ticket(1, u"The printer is broken"_s);
    found.details.reset();
    found.match = TicketMatch{.score = 5,
                              .titleRanges = {{.start = 4, .length = 7}},
                              .source = MatchSource::Reply,
                              .entryId = TimelineEntryId(3),
                              .snippet = u"the printer again"_s,
                              .ranges = {{.start = 4, .length = 7}}};
    m_place->desk.put(found);
    m_place->desk.put(FakeDesk::ticket(2, u"No light"_s));
    m_place->desk.views = {{.id = ViewId(7),
                            .name = u"Printers"_s,
                            .owner = FakeDesk::john(),
                            .q = u"is:open printer"_s,
                            .order = {TicketSort::CreatedAt, Qt::AscendingOrder}}};
    m_place->desk.viewCounts = {{.view = u"7"_s, .count = 3},
                                {.view = u"overdue"_s, .count = 2},
                                {.view = u"open"_s, .count = mostViewCounted, .more = true}};
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = m_place->openWindow();
    m_window->showEntry(u"tickets.open"_s);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
}

void TestFinding::cleanup()
{
    ConfirmDialog::setAnswerer({});
    m_place.reset();
}

void TestFinding::searchesAsOneTypes()
{
    const int before = list()->sizeHintForRow(0);
    field().setFocus();
    QTest::keyClicks(&field(), u"printer"_s);
    QTRY_COMPARE(asked(u"q"_s), u"printer"_s);
    QCOMPARE(asked(u"sort"_s), u"-relevance"_s);
    QTRY_VERIFY(list()->model()->rowCount() > 0);
    QVERIFY(list()->sizeHintForRow(0) > before); // a line about where it was found
    list()->grab();                              // paints it
    QTest::keyClick(&field(), Qt::Key_Escape);
    QTRY_COMPARE(asked(u"q"_s), QString());
    QTRY_COMPARE(list()->sizeHintForRow(0), before);
    QTest::keyClicks(&field(), u"is:open"_s);
    QTRY_COMPARE(asked(u"q"_s), u"is:open"_s);
    QCOMPARE(asked(u"sort"_s), QString()); // no words: by time
}

void TestFinding::underlinesTheWordThatIsWrong()
{
    field().setFocus();
    QTest::keyClicks(&field(), u"vpn"_s);
    QTRY_COMPARE(asked(u"q"_s), u"vpn"_s);
    QTest::keyClicks(&field(), u" statsu:open"_s);
    QTRY_VERIFY(field().toolTip().contains(u"statsu"_s));
    QCOMPARE(field().accessibleDescription(), field().toolTip());
    field().grab();
    QVERIFY(!asked(u"q"_s).contains(u"open"_s)); // nothing is asked that cannot be read
    field().setText(u"vpn status:open"_s);
    QTRY_COMPARE(asked(u"q"_s), u"vpn status:open"_s);
    QVERIFY(field().toolTip().isEmpty());
}

void TestFinding::offersFieldsAndValues()
{
    field().setFocus();
    QTest::keyClicks(&field(), u"ass"_s);
    auto *offers = m_window->findChild<QAbstractItemView *>(u"findOffers"_s);
    if (!offers) { // a pop-up is a window of its own
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == "findOffers"_L1)
                offers = qobject_cast<QAbstractItemView *>(widget);
        }
    }
    QVERIFY(offers);
    QTRY_VERIFY(offers->isVisible());
    QCOMPARE(offers->model()->rowCount(), 1);
    QTest::keyClick(offers, Qt::Key_Down);
    QTest::keyClick(offers, Qt::Key_Return);
    QCOMPARE(field().text(), u"assignee:"_s);
    QTRY_VERIFY(offers->isVisible());
    QTest::keyClicks(offers, u"me"_s);
    QTRY_COMPARE(field().text(), u"assignee:me"_s);
}

void TestFinding::saysWhatToDoWhenNothingIsFound()
{
    m_place->desk.api.on(
            "GET", u"/tickets"_s,
            FakeApi::Reply::json({{u"data"_s, QJsonArray()},
                                  {u"pagination"_s, toJson(numberedPagination({}, 0, {}))}}));
    field().setText(u"is:open zebra"_s);
    StateView *state = nullptr;
    for (StateView *one : m_window->findChildren<StateView *>()) {
        if (one->content() == list())
            state = one;
    }
    QVERIFY(state);
    QTRY_COMPARE(state->state(), StateView::State::Empty);
    const QList<QPushButton *> buttons = state->findChildren<QPushButton *>();
    QPushButton *alone = nullptr;
    for (QPushButton *button : buttons) {
        if (button->isVisible())
            alone = button;
    }
    QVERIFY(alone);
    QTest::mouseClick(alone, Qt::LeftButton);
    QTRY_COMPARE(asked(u"q"_s), u"zebra"_s);
}

void TestFinding::showsSavedViewsWithCounters()
{
    NavigationPane &pane = m_window->navigation();
    QTRY_COMPARE(pane.counter(u"tickets.7"_s), 3);
    QCOMPARE(pane.counter(u"tickets.overdue"_s), 2);
    QCOMPARE(pane.counter(u"tickets.open"_s), mostViewCounted);
    for (const FakeApi::Request &request : m_place->desk.api.requests("GET", u"/tickets"_s))
        QVERIFY(!request.query.hasQueryItem(u"countUpTo"_s)); // counters are no lists
}

void TestFinding::opensASavedView()
{
    QTRY_VERIFY(SavedViews::of(*m_window).viewOf(u"tickets.7"_s));
    m_window->showEntry(u"tickets.7"_s);
    QTRY_COMPARE(asked(u"q"_s), u"is:open printer"_s);
    QCOMPARE(asked(u"sort"_s), u"createdAt"_s);
    QCOMPARE(m_window->currentEntry(), u"tickets.7"_s);
}

void TestFinding::savesASearch()
{
    SavedView made{
            .id = ViewId(8), .name = u"Lights"_s, .owner = FakeDesk::john(), .q = u"light"_s};
    m_place->desk.api.on("POST", u"/views"_s, [&](const FakeApi::Request &) {
        m_place->desk.views.append(made);
        return FakeApi::Reply::json(toJson(made), 201);
    });
    field().setText(u"light"_s);
    auto *save = header()->findChild<QToolButton *>(u"listSave"_s);
    QTRY_VERIFY(save->isVisible());
    QTest::mouseClick(save, Qt::LeftButton);
    auto *dialog = m_window->findChild<QDialog *>(u"viewDialog"_s);
    QVERIFY(dialog);
    const QList<QLineEdit *> edits = dialog->findChildren<QLineEdit *>();
    QCOMPARE(edits[1]->text(), u"light"_s);
    edits[0]->setText(u"Lights"_s);
    dialog->findChild<QPushButton *>(u"save"_s)->click();
    QTRY_COMPARE(m_window->currentEntry(), u"tickets.8"_s);
    const QJsonObject sent = m_place->desk.api.requests("POST", u"/views"_s).last().json();
    QCOMPARE(sent["name"_L1].toString(), u"Lights"_s);
    QCOMPARE(sent["q"_L1].toString(), u"light"_s);
    QCOMPARE(sent["sort"_L1].toString(), u"-relevance"_s);
    QCOMPARE(sent["scope"_L1].toString(), u"personal"_s);
}

void TestFinding::removesAView()
{
    SavedViews &views = SavedViews::of(*m_window);
    QTRY_VERIFY(views.viewOf(u"tickets.7"_s));
    m_window->showEntry(u"tickets.7"_s);
    m_place->desk.api.on("DELETE", u"/views/7"_s, [&](const FakeApi::Request &) {
        m_place->desk.views.clear();
        return FakeApi::Reply{.status = 204};
    });
    ConfirmDialog::setAnswerer([](const Question &) { return Decision{.accepted = true}; });
    views.remove(*views.viewOf(u"tickets.7"_s));
    QTRY_VERIFY(!views.viewOf(u"tickets.7"_s));
    QVERIFY(!m_window->currentEntry().isEmpty()); // something is shown all the same
}

void TestFinding::showsColumnsAndSortsByThem()
{
    auto *columns = m_window->findChild<TicketColumnHeader *>();
    QVERIFY(!columns->isVisible());
    Q_EMIT header()->columnsChosen(TicketColumns::usual());
    QVERIFY(columns->isVisible());
    list()->grab();
    QCOMPARE(columns->count(), TicketColumns::usual().size());

    // "Title" is the second.
    QTest::mouseClick(columns->viewport(), Qt::LeftButton, {},
                      QPoint(columns->sectionViewportPosition(1) + 20, columns->height() / 2));
    QTRY_COMPARE(asked(u"sort"_s), u"title"_s);
    m_window->showEntry(u"tickets.all"_s);
    QTRY_COMPARE(asked(u"sort"_s), QString());
    m_window->showEntry(u"tickets.open"_s); // remembers it
    QTRY_COMPARE(asked(u"sort"_s), u"title"_s);

    columns->moveSection(0, 2);
    QCOMPARE(list()->columns()[2].field, TicketField::Number);
    columns->resizeSection(0, 150);
    QCOMPARE(list()->columns()[2].width, 150);
    m_window->showEntry(u"tickets.all"_s);
    QVERIFY(list()->columns().isEmpty());
    m_window->showEntry(u"tickets.open"_s);
    QCOMPARE(list()->columns()[2], (ViewColumn{TicketField::Number, 150}));
}

void TestFinding::keepsTheColumnsOfASavedView()
{
    QTRY_VERIFY(SavedViews::of(*m_window).viewOf(u"tickets.7"_s));
    m_window->showEntry(u"tickets.7"_s);
    SavedView changed = m_place->desk.views.first();
    changed.columns = {{TicketField::Title, 0}};
    m_place->desk.api.on("PATCH", u"/views/7"_s, FakeApi::Reply::json(toJson(changed)));
    Q_EMIT header()->columnsChosen(changed.columns);
    QTRY_COMPARE(m_place->desk.api.requests("PATCH", u"/views/7"_s).size(), 1);
    QCOMPARE(m_place->desk.api.requests("PATCH", u"/views/7"_s).last().json(),
             (QJsonObject{{u"columns"_s, listToJson(changed.columns)}}));
}

QTEST_MAIN(TestFinding)
#include "tst_finding.moc"
