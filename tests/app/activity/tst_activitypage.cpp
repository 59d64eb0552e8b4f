// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/activitymodel.h"
#include "app/activity/activitypage.h"
#include "app/widgets/searchfield.h"
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

class TestActivityPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysWhoDidWhatToWhat();
    void readsTheNewestAgain();
    void readsOnAsOneScrolls();
    void narrowsByKindAndSearch();
    void saysWhenThereIsNothing();
    void saysWhatFailedAndTriesAgain();

private:
    static ActivityEntry entry(qint64 id, const QString &action);
    QAbstractItemModel *model() const
    {
        return m_page->findChild<QTableView *>(u"pageTable"_s)->model();
    }
    QString cell(int row, ActivityModel::Column column) const
    {
        return model()->index(row, column).data().toString();
    }
    StateView *state() const { return m_page->findChild<StateView *>(); }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<ActivityPage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

ActivityEntry TestActivityPage::entry(qint64 id, const QString &action)
{
    return {.id = ActivityId(id),
            .at = FakeDesk::noon(),
            .actorId = AccountId(2),
            .actorName = u"John Smith"_s,
            .action = action,
            .entity = u"ticket"_s,
            .entityId = AnyEntityId(42),
            .peer = u"10.0.0.7"_s};
}

void TestActivityPage::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_page = std::make_unique<ActivityPage>(m_place->context);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_page->findChild<ActivityModel *>());
    m_page->resize(1000, 400);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestActivityPage::cleanup()
{
    m_tester.reset();
    m_page.reset();
    m_place.reset();
}

void TestActivityPage::saysWhoDidWhatToWhat()
{
    ActivityEntry change = entry(2, u"update"_s);
    change.oldValue = QJsonObject{{u"priority"_s, u"low"_s}};
    change.newValue = QJsonObject{{u"priority"_s, u"high"_s}};
    ActivityEntry refused = entry(1, u"refuse"_s);
    refused.actorName.clear();
    refused.entity = u"session"_s;
    refused.entityId = {};
    m_place->desk.activity = {change, refused};
    m_page->showEntry(u"activity"_s);
    QCOMPARE(state()->state(), StateView::State::Loading);
    QTRY_COMPARE(model()->rowCount(), 2);
    QCOMPARE(cell(0, ActivityModel::PersonColumn), u"John Smith"_s);
    QCOMPARE(cell(0, ActivityModel::ActionColumn), u"update"_s);
    QCOMPARE(cell(0, ActivityModel::ThingColumn), u"ticket 42"_s);
    QCOMPARE(cell(0, ActivityModel::ChangeColumn), u"priority: low → high"_s);
    QCOMPARE(cell(0, ActivityModel::PeerColumn), u"10.0.0.7"_s);
    QCOMPARE(cell(1, ActivityModel::PersonColumn), u"The system"_s);
    QCOMPARE(cell(1, ActivityModel::ThingColumn), u"session"_s);
}

void TestActivityPage::readsTheNewestAgain()
{
    m_place->desk.activity = {entry(1, u"create"_s)};
    m_page->showEntry(u"activity"_s);
    QTRY_COMPARE(model()->rowCount(), 1);
    m_place->desk.activity.prepend(entry(2, u"update"_s));
    m_page->findChild<QPushButton *>(u"activityRefresh"_s)->click();
    QTRY_COMPARE(model()->rowCount(), 2);
    QCOMPARE(cell(0, ActivityModel::ActionColumn), u"update"_s);
}

void TestActivityPage::readsOnAsOneScrolls()
{
    m_tester.reset(); // it fetches all by itself
    for (int i = 120; i >= 1; --i)
        m_place->desk.activity.append(entry(i, u"view"_s));
    m_page->showEntry(u"activity"_s);
    QTRY_COMPARE(model()->rowCount(), 50);
    for (int rows : {100, 120}) {
        m_page->findChild<QTableView *>(u"pageTable"_s)->scrollToBottom();
        QTRY_COMPARE(model()->rowCount(), rows);
    }
}

void TestActivityPage::narrowsByKindAndSearch()
{
    m_page->showEntry(u"activity"_s);
    const auto asked = [&] {
        return m_place->desk.api.requests("GET", u"/activity"_s);
    };
    QTRY_COMPARE(asked().size(), 1);
    auto *kind = m_page->findChild<QComboBox *>(u"activityEntity"_s);
    kind->setCurrentIndex(kind->findText(u"Sign-ins"_s));
    Q_EMIT kind->activated(kind->currentIndex());
    QTRY_COMPARE(asked().size(), 2);
    QCOMPARE(asked().last().query.queryItemValue(u"entity"_s), u"session"_s);
    auto *search = m_page->findChild<SearchField *>(u"pageSearch"_s);
    search->setText(u"jane"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(asked().size(), 3);
    QCOMPARE(asked().last().query.queryItemValue(u"q"_s), u"jane"_s);
}

void TestActivityPage::saysWhenThereIsNothing()
{
    m_page->showEntry(u"activity"_s);
    QTRY_COMPARE(state()->state(), StateView::State::Empty);
}

void TestActivityPage::saysWhatFailedAndTriesAgain()
{
    m_place->desk.activity = {entry(1, u"create"_s)};
    m_place->desk.api.once("GET", u"/activity"_s, FakeApi::Reply::problem(503, "overload"));
    m_page->showEntry(u"activity"_s);
    QTRY_COMPARE(state()->state(), StateView::State::Failed);
    m_page->findChild<QPushButton *>(u"stateAction"_s)->click();
    QTRY_COMPARE(state()->state(), StateView::State::Content);
}

QTEST_MAIN(TestActivityPage)
#include "tst_activitypage.moc"
