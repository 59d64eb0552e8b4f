// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/dashboardpage.h"
#include "app/reports/figurecard.h"
#include "app/reports/figuretile.h"
#include "app/reports/flowcard.h"
#include "app/shell/mainwindow.h"
#include "app/widgets/noticebox.h"
#include "app/widgets/stateview.h"
#include "common/events/event.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QJsonArray>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

class TestDashboardPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsEveryFigure();
    void keepsRowsWhenFiguresChange();
    void readsAgainWhenSomethingHappens();
    void narrowsToADeskAndDays();
    void keepsWhatItHasWhenReadingFails();
    void saysWhatFailedAtFirst();
    void tilesLeadToTheirLists();
    void showsTheTableBehindTheChart();
    void isWrittenAsATable();
    void isWrittenAsADocument();
    void speaksGermanAtOnce();
    void anEmptyDeskSaysSo();

private:
    QJsonObject answer() const;
    template <class Widget>
    Widget *find(const QString &name) const
    {
        return m_page->findChild<Widget *>(name);
    }
    int tile(const QString &name) const { return find<FigureTile>(name)->figure(); }
    /// What a card says, row by row: "New 3".
    QStringList rows(const QString &card) const;
    void happened(const QString &type)
    {
        const Event event{.type = *fromWire<EventType>(type),
                          .id = AnyEntityId(1),
                          .ticketId = TicketId(1),
                          .version = 2,
                          .at = FakeDesk::noon()};
        m_place->desk.api.pushEvent(type.toUtf8(), toJson(event));
    }

    std::unique_ptr<Workplace> m_place;
    MainWindow *m_window = nullptr;
    DashboardPage *m_page = nullptr;
    int m_open = 5;
    QList<QUrlQuery> m_asked;
};

QJsonObject TestDashboardPage::answer() const
{
    const auto person = [](const PersonRef &ref) {
        return toJson(ref);
    };
    QJsonArray days;
    for (int i = 6; i >= 0; --i)
        days.append(QJsonObject{{u"begins"_s, timeToWire(FakeDesk::noon().addDays(-i))},
                                {u"created"_s, i + 1},
                                {u"solved"_s, i},
                                {u"open"_s, 10 - i}});
    return {{u"asOf"_s, timeToWire(FakeDesk::noon())},
            {u"open"_s, m_open},
            {u"unassigned"_s, 2},
            {u"waiting"_s, 1},
            {u"overdue"_s, 3},
            {u"dueToday"_s, 4},
            {u"answeredToday"_s, 6},
            {u"statuses"_s, QJsonArray{QJsonObject{{u"category"_s, u"open"_s},
                                                   {u"status"_s, u"new"_s},
                                                   {u"label"_s, u"New"_s},
                                                   {u"tickets"_s, m_open - 1}},
                                       QJsonObject{{u"category"_s, u"open"_s},
                                                   {u"status"_s, u"triage"_s},
                                                   {u"label"_s, u"Triage"_s},
                                                   {u"tickets"_s, 1}}}},
            {u"priorities"_s,
             QJsonArray{QJsonObject{{u"priority"_s, u"urgent"_s}, {u"tickets"_s, 0}},
                        QJsonObject{{u"priority"_s, u"low"_s}, {u"tickets"_s, m_open}}}},
            {u"teams"_s, QJsonArray{QJsonObject{{u"team"_s, QJsonObject{{u"id"_s, 4},
                                                                        {u"name"_s, u"Network"_s}}},
                                                {u"tickets"_s, 3}},
                                    QJsonObject{{u"team"_s, QJsonValue::Null}, {u"tickets"_s, 2}}}},
            {u"assignees"_s, QJsonArray{QJsonObject{{u"assignee"_s, person(FakeDesk::john())},
                                                    {u"tickets"_s, 3},
                                                    {u"waiting"_s, 1},
                                                    {u"urgent"_s, 0},
                                                    {u"overdue"_s, 2}},
                                        QJsonObject{{u"assignee"_s, QJsonValue::Null},
                                                    {u"tickets"_s, 2},
                                                    {u"waiting"_s, 0},
                                                    {u"urgent"_s, 0},
                                                    {u"overdue"_s, 1}}}},
            {u"ages"_s,
             QJsonArray{QJsonObject{{u"fromDays"_s, 0}, {u"untilDays"_s, 1}, {u"tickets"_s, 4}},
                        QJsonObject{{u"fromDays"_s, 1}, {u"untilDays"_s, 3}, {u"tickets"_s, 1}},
                        QJsonObject{{u"fromDays"_s, 30}, {u"untilDays"_s, 0}, {u"tickets"_s, 0}}}},
            {u"days"_s, days}};
}

QStringList TestDashboardPage::rows(const QString &card) const
{
    const QAbstractItemModel *model = find<QTableView>(card + u"Table"_s)->model();
    QStringList lines;
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells.append(model->index(row, column).data().toString());
        lines.append(cells.join(u' '));
    }
    return lines;
}

void TestDashboardPage::init()
{
    m_open = 5;
    m_asked.clear();
    m_place = std::make_unique<Workplace>();
    Desk second = m_place->desk.desks.first();
    second.id = DeskId(2);
    second.name = u"IT"_s;
    m_place->desk.desks.append(second);
    m_place->desk.api.on("GET", u"/reports/dashboard"_s, [this](const FakeApi::Request &request) {
        m_asked.append(request.query);
        return FakeApi::Reply::json(answer());
    });
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_window = m_place->openWindow();
    m_window->showEntry(u"dashboard"_s);
    m_page = qobject_cast<DashboardPage *>(m_window->currentPage());
    QVERIFY(m_page);
}

void TestDashboardPage::cleanup()
{
    m_page = nullptr;
    m_place.reset();
}

void TestDashboardPage::showsEveryFigure()
{
    QCOMPARE(find<StateView>({})->state(), StateView::State::Loading);
    QTRY_COMPARE(find<StateView>({})->state(), StateView::State::Content);
    QCOMPARE(tile(u"tileOpen"_s), 5);
    QCOMPARE(tile(u"tileUnassigned"_s), 2);
    QCOMPARE(tile(u"tileWaiting"_s), 1);
    QCOMPARE(tile(u"tileOverdue"_s), 3);
    QCOMPARE(tile(u"tileDueToday"_s), 4);
    QCOMPARE(tile(u"tileAnsweredToday"_s), 6);
    QCOMPARE(tile(u"tileCreatedToday"_s), 1);
    QCOMPARE(tile(u"tileSolvedToday"_s), 0);
    QCOMPARE(find<FigureTile>(u"tileOpen"_s)->accessibleName(), u"Open: 5"_s);
    QCOMPARE(rows(u"cardStatuses"_s), (QStringList{u"New 4"_s, u"Triage 1"_s}));
    QCOMPARE(rows(u"cardPriorities"_s), (QStringList{u"Urgent 0"_s, u"Low 5"_s}));
    QCOMPARE(rows(u"cardTeams"_s), (QStringList{u"Network 3"_s, u"No team 2"_s}));
    QCOMPARE(rows(u"cardAges"_s),
             (QStringList{u"Less than a day 4"_s, u"1 to 3 days 1"_s, u"30 days and more 0"_s}));
    QCOMPARE(rows(u"cardPeople"_s), (QStringList{u"John Smith 3 1 0 2"_s, u"Nobody 2 0 0 1"_s}));
    QCOMPARE(rows(u"cardFlow"_s).size(), 7);
    QVERIFY(rows(u"cardFlow"_s).first().endsWith(u" 1 0 10"_s)); // today
    for (FigureModel *model : m_page->findChildren<FigureModel *>())
        QAbstractItemModelTester tester(model);
}

void TestDashboardPage::keepsRowsWhenFiguresChange()
{
    QTRY_COMPARE(tile(u"tileOpen"_s), 5);
    auto *table = find<QTableView>(u"cardStatusesTable"_s);
    table->selectRow(1);
    m_open = 9;
    happened(u"ticket.created"_s);
    QTRY_COMPARE(tile(u"tileOpen"_s), 9);
    QCOMPARE(rows(u"cardStatuses"_s), (QStringList{u"New 8"_s, u"Triage 1"_s}));
    QCOMPARE(table->currentIndex().row(), 1);
}

void TestDashboardPage::readsAgainWhenSomethingHappens()
{
    QTRY_COMPARE(m_asked.size(), 1);
    for (int i = 0; i < 5; ++i)
        happened(u"ticket.updated"_s);
    QTRY_COMPARE(m_asked.size(), 2); // once for all of them
    m_window->showEntry(u"tickets.open"_s);
    m_window->showEntry(u"dashboard"_s);
    QTRY_COMPARE(m_asked.size(), 3);
}

void TestDashboardPage::narrowsToADeskAndDays()
{
    QTRY_COMPARE(m_asked.size(), 1);
    QVERIFY(m_asked.last().isEmpty());
    auto *desks = find<QComboBox>(u"dashboardDesk"_s);
    QTRY_COMPARE(desks->count(), 3);
    desks->setCurrentIndex(2);
    Q_EMIT desks->activated(2);
    QTRY_COMPARE(m_asked.size(), 2);
    QCOMPARE(m_asked.last().queryItemValue(u"desk"_s), u"2"_s);
    auto *days = find<QComboBox>(u"dashboardDays"_s);
    days->setCurrentIndex(0);
    Q_EMIT days->activated(0);
    QTRY_COMPARE(m_asked.size(), 3);
    QCOMPARE(m_asked.last().queryItemValue(u"days"_s), u"7"_s);
    QCOMPARE(m_asked.last().queryItemValue(u"desk"_s), u"2"_s);
}

void TestDashboardPage::keepsWhatItHasWhenReadingFails()
{
    QTRY_COMPARE(tile(u"tileOpen"_s), 5);
    m_place->desk.api.on("GET", u"/reports/dashboard"_s,
                         FakeApi::Reply::problem(503, "database.unavailable"));
    auto *days = find<QComboBox>(u"dashboardDays"_s);
    Q_EMIT days->activated(0);
    QTRY_VERIFY(m_page->findChild<NoticeBox *>()->isVisible());
    QCOMPARE(find<StateView>({})->state(), StateView::State::Content);
    QCOMPARE(tile(u"tileOpen"_s), 5);
}

void TestDashboardPage::saysWhatFailedAtFirst()
{
    QTRY_COMPARE(m_asked.size(), 1);
    m_place->desk.api.on("GET", u"/reports/dashboard"_s,
                         FakeApi::Reply::problem(503, "database.unavailable"));
    DashboardPage page(m_place->context, *m_window);
    page.showEntry({});
    auto *state = page.findChild<StateView *>();
    QTRY_COMPARE(state->state(), StateView::State::Failed);
    m_place->desk.api.on("GET", u"/reports/dashboard"_s, FakeApi::Reply::json(answer()));
    Q_EMIT state->retryRequested();
    QTRY_COMPARE(state->state(), StateView::State::Content);
}

void TestDashboardPage::tilesLeadToTheirLists()
{
    QTRY_COMPARE(tile(u"tileOpen"_s), 5);
    auto *overdue = find<FigureTile>(u"tileOverdue"_s);
    overdue->setFocus();
    QTest::keyClick(overdue, Qt::Key_Space);
    QCOMPARE(m_window->currentEntry(), u"tickets.overdue"_s);
}

void TestDashboardPage::showsTheTableBehindTheChart()
{
    QTRY_COMPARE(tile(u"tileOpen"_s), 5);
    QVERIFY(!find<QTableView>(u"cardFlowTable"_s)->isVisible());
    find<QToolButton>(u"cardFlowToggle"_s)->click();
    QVERIFY(find<QTableView>(u"cardFlowTable"_s)->isVisible());
}

void TestDashboardPage::isWrittenAsATable()
{
    QTRY_COMPARE(tile(u"tileOpen"_s), 5);
    const QByteArray csv = m_page->csv();
    QVERIFY(csv.startsWith("Of what,Which,Figure,Tickets\r\nToday,Open,,5\r\n"));
    QVERIFY(csv.contains("Who has what,John Smith,Overdue,2\r\n"));
    QVERIFY(csv.contains("Open by status,New,Tickets,4\r\n"));
}

void TestDashboardPage::isWrittenAsADocument()
{
    QTRY_COMPARE(tile(u"tileOpen"_s), 5);
    const QByteArray pdf = m_page->pdf();
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
}

void TestDashboardPage::speaksGermanAtOnce()
{
    QTRY_COMPARE(tile(u"tileOpen"_s), 5);
    m_place->speak(u"de"_s);
    QCOMPARE(find<FigureTile>(u"tileOpen"_s)->text(), u"Offen"_s);
    QVERIFY(rows(u"cardTeams"_s).contains(u"Kein Team 2"_s));
}

void TestDashboardPage::anEmptyDeskSaysSo()
{
    QTRY_COMPARE(tile(u"tileOpen"_s), 5);
    QJsonObject nothing = answer();
    for (const QString &list : {u"statuses"_s, u"teams"_s, u"assignees"_s})
        nothing[list] = QJsonArray();
    nothing[u"open"_s] = 0;
    m_place->desk.api.on("GET", u"/reports/dashboard"_s, FakeApi::Reply::json(nothing));
    Q_EMIT find<QComboBox>(u"dashboardDays"_s)->activated(0);
    QTRY_COMPARE(tile(u"tileOpen"_s), 0);
    QVERIFY(find<QWidget>(u"cardStatusesEmpty"_s)->isVisible());
    QVERIFY(!find<QTableView>(u"cardStatusesTable"_s)->isVisible());
}

QTEST_MAIN(TestDashboardPage)
#include "tst_dashboardpage.moc"
