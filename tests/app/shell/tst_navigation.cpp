// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"
#include "app/shell/navigationmodel.h"
#include "app/shell/navigationpane.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestNavigation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sectionsComeBeforeTheirEntries();
    void countersAreShownAndSpoken();
    void anAgentSeesTheDesk();
    void aRequesterSeesTheirRequests();
    void countersFollowTheServer();
    void countersThatFailStayAsTheyWere();
    void keysWalkThroughTheViews();
};

void TestNavigation::sectionsComeBeforeTheirEntries()
{
    NavigationModel model;
    const QAbstractItemModelTester tester(&model);
    using Section = EntrySpec::Section;
    const auto entry = [](const char *id, Section section) {
        return EntrySpec{
                .id = QLatin1StringView(id), .page = u"page"_s, .section = section, .title = [id] {
                    return u"Title of "_s + QLatin1StringView(id);
                }};
    };
    model.setEntries(
            {entry("a", Section::MyWork), entry("t", Section::Tools), entry("b", Section::MyWork)});
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown.append(model.index(row).data().toString());
    QCOMPARE(shown, (QStringList{u"My work"_s, u"Title of a"_s, u"Title of b"_s, u"Tools"_s,
                                 u"Title of t"_s}));
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    QVERIFY(model.flags(model.index(1)) & Qt::ItemIsSelectable);
    QCOMPARE(model.indexOf(u"t"_s).row(), 4);
    QVERIFY(!model.indexOf(u"unknown"_s).isValid());
    QVERIFY(!model.indexOf(QString()).isValid());
    model.setEntries({});
    QCOMPARE(model.rowCount(), 0);
}

void TestNavigation::countersAreShownAndSpoken()
{
    NavigationModel model;
    const QAbstractItemModelTester tester(&model);
    model.setEntries({{.id = u"a"_s, .page = u"p"_s, .title = [] {
                           return u"Overdue"_s;
                       }}});
    const QModelIndex index = model.indexOf(u"a"_s);
    QCOMPARE(index.data(NavigationModel::CounterRole).toInt(), -1);
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"Overdue"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setCounter(u"a"_s, 1234, NavigationPane::Urgency::Hot);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(index.data(NavigationModel::CounterRole).toInt(), 1234);
    QVERIFY(index.data(NavigationModel::HotRole).toBool());
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"Overdue, 1,234"_s);
    // Nobody counted further.
    model.setCounter(u"a"_s, 999, NavigationPane::Urgency::Hot, true);
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"Overdue, 999+"_s);
    model.setCounter(u"a"_s, 99, NavigationPane::Urgency::Hot, true);
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"Overdue, 99+"_s);
    model.setCounter(u"a"_s, 999, NavigationPane::Urgency::Hot);
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"Overdue, 999"_s);
    changed.clear();
    model.setCounter(u"unknown"_s, 3, NavigationPane::Urgency::Normal);
    QCOMPARE(changed.size(), 0);
}

void TestNavigation::anAgentSeesTheDesk()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    MainWindow *window = place.openWindow();
    QVERIFY(window);
    QCOMPARE(window->currentEntry(), u"tickets.mine"_s);
    window->showEntry(u"people"_s);
    QCOMPARE(window->currentEntry(), u"people"_s);
}

void TestNavigation::aRequesterSeesTheirRequests()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::janeHerself()));
    MainWindow *window = place.openWindow();
    QVERIFY(window);
    QCOMPARE(window->currentEntry(), u"home"_s);
    const QAbstractItemModel *model = window->navigation().model();
    QStringList entries;
    for (int row = 0; row < model->rowCount(); ++row)
        entries.append(model->index(row, 0).data(NavigationModel::IdRole).toString());
    entries.removeAll(QString());
    QCOMPARE(entries, (QStringList{u"home"_s, u"tickets.requested"_s}));
    window->showEntry(u"people"_s); // a link or a habit from another account
    QCOMPARE(window->currentEntry(), u"home"_s);
}

void TestNavigation::countersFollowTheServer()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    place.desk.put(FakeDesk::ticket(1));
    Ticket late = FakeDesk::ticket(2);
    late.dueAt = FakeDesk::noon().addSecs(-60);
    late.assignee = FakeDesk::john();
    place.desk.put(late);
    MainWindow *window = place.openWindow();
    QVERIFY(window);
    NavigationPane &pane = window->navigation();
    QTRY_COMPARE(pane.counter(u"tickets.open"_s), 2);
    QTRY_COMPARE(pane.counter(u"tickets.unassigned"_s), 1);
    QTRY_COMPARE(pane.counter(u"tickets.mine"_s), 1);
    QTRY_COMPARE(pane.counter(u"tickets.overdue"_s), 1);
    QCOMPARE(pane.counter(u"tickets.closed"_s), -1);

    place.desk.put(FakeDesk::ticket(3));
    Event created{.type = EventType::TicketCreated,
                  .id = AnyEntityId(3),
                  .ticketId = TicketId(3),
                  .at = FakeDesk::noon()};
    place.desk.api.pushEvent("ticket.created", toJson(created), "1-3");
    QTRY_COMPARE(pane.counter(u"tickets.open"_s), 3);
    QTRY_COMPARE(pane.counter(u"tickets.unassigned"_s), 2);
}

void TestNavigation::countersThatFailStayAsTheyWere()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    place.desk.put(FakeDesk::ticket(1));
    MainWindow *window = place.openWindow();
    QVERIFY(window);
    QTRY_COMPARE(window->navigation().counter(u"tickets.open"_s), 1);
    place.desk.api.on("GET", u"/view-counts"_s, FakeApi::Reply::problem(500, "internal"));
    const auto before = place.desk.api.requests("GET", u"/view-counts"_s).size();
    place.desk.api.pushEvent("ticket.updated",
                             toJson(Event{.type = EventType::TicketUpdated,
                                          .id = AnyEntityId(1),
                                          .ticketId = TicketId(1),
                                          .at = FakeDesk::noon()}),
                             "1-4");
    QTRY_VERIFY(place.desk.api.requests("GET", u"/view-counts"_s).size() >= before + 1);
    QCOMPARE(window->navigation().counter(u"tickets.open"_s), 1);
}

void TestNavigation::keysWalkThroughTheViews()
{
    Workplace place;
    QVERIFY(place.signIn(FakeDesk::johnHimself()));
    MainWindow *window = place.openWindow();
    QVERIFY(window);
    QTest::keyClick(window, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(window->currentEntry(), u"tickets.waiting"_s);
    QTest::keyClick(window, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(window, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(window->currentEntry(), u"tickets.mine"_s);
}

QTEST_MAIN(TestNavigation)
#include "tst_navigation.moc"
