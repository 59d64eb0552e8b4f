// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timelinemodel.h"
#include "tests/support/app/workplace.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

using State = TimelineModel::State;

/// The model against a desk with timelines of any length.
class TestTimelineModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsTheNewestOldestFirst();
    void insertsOneRowForWhatComes();
    void correctsWhatWasEdited();
    void removesWhatIsNotToBeSeenAnyMore();
    void goesBackPageByPage();
    void keepsTheOlderButtonWhenOlderOnesFail();
    void doesNotLoseOlderEntriesToARefresh();
    void leavesNoHoleAfterALongSilence();
    void saysWhatFailedAndTriesAgain();
    void keepsWhatIsShownWhenARefreshFails();
    void answersForAnotherTicketAreDropped();

private:
    QList<TimelineEntry> &entries() { return m_place->desk.timelines[TicketId(1)]; }
    QList<qint64> shown() const;
    void fill(int count);

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTimelineModel::init()
{
    m_place = std::make_unique<Workplace>();
    QVERIFY(m_place->signIn(FakeDesk::johnHimself()));
    m_place->desk.put(FakeDesk::ticket(1));
    m_place->desk.put(FakeDesk::ticket(2));
    m_model = std::make_unique<TimelineModel>(m_place->client);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
}

void TestTimelineModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_place.reset();
}

QList<qint64> TestTimelineModel::shown() const
{
    QList<qint64> ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids.append(m_model->entryAt(row).id.value());
    return ids;
}

void TestTimelineModel::fill(int count)
{
    for (int i = 1; i <= count; ++i)
        entries().append(FakeDesk::reply(i, i, u"message %1"_s.arg(i)));
    m_model->setTicket(TicketId(1));
    QTRY_COMPARE(m_model->state(), State::Ready);
}

void TestTimelineModel::readsTheNewestOldestFirst()
{
    QCOMPARE(m_model->state(), State::None);
    entries() = {FakeDesk::reply(1, 0, u"Is **anybody** there?"_s),
                 FakeDesk::event(2, 1, TimelineEvent::Priority,
                                 {{u"old"_s, u"medium"_s}, {u"new"_s, u"high"_s}})};
    m_model->setTicket(TicketId(1));
    QCOMPARE(m_model->state(), State::Loading);
    QTRY_COMPARE(m_model->state(), State::Ready);
    QCOMPARE(shown(), (QList<qint64>{1, 2}));
    QCOMPARE(m_model->index(0).data().toString(), u"Is anybody there?"_s);
    QCOMPARE(m_model->index(1).data().toString(),
             u"John Smith changed the priority: Medium → High"_s);
    QCOMPARE(m_model->index(0).data(TimelineModel::EntryRole).value<TimelineEntry>(), entries()[0]);
    QVERIFY(!m_model->hasOlder());
    m_model->setTicket({});
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->state(), State::None);
}

void TestTimelineModel::insertsOneRowForWhatComes()
{
    fill(3);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    entries().append(FakeDesk::note(9, 30, u"look"_s));
    m_model->refresh();
    QTRY_COMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 3);
    QCOMPARE(inserted.first().at(2).toInt(), 3);
    QCOMPARE(shown(), (QList<qint64>{1, 2, 3, 9}));
    QVERIFY(reset.isEmpty());
    QVERIFY(changed.isEmpty());
}

void TestTimelineModel::correctsWhatWasEdited()
{
    fill(3);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    entries()[1].message = u"better words"_s;
    entries()[1].editedAt = FakeDesk::noon().addSecs(7200);
    m_model->refresh();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(m_model->index(1).data().toString(), u"better words"_s);
    QVERIFY(inserted.isEmpty());
}

/// A note that somebody may not read any more, a reply that was cleared away.
void TestTimelineModel::removesWhatIsNotToBeSeenAnyMore()
{
    fill(4);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    entries().removeAt(1);
    m_model->refresh();
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(removed.first().at(1).toInt(), 1);
    QCOMPARE(shown(), (QList<qint64>{1, 3, 4}));
    entries().clear();
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 0);
}

void TestTimelineModel::goesBackPageByPage()
{
    fill(120);
    QCOMPARE(m_model->rowCount(), 50);
    QCOMPARE(shown().first(), 71);
    QVERIFY(m_model->hasOlder());
    m_model->fetchOlder();
    m_model->fetchOlder(); // pressed twice: asked once
    QTRY_COMPARE(m_model->rowCount(), 100);
    m_model->fetchOlder();
    QTRY_COMPARE(m_model->rowCount(), 120);
    QVERIFY(!m_model->hasOlder());
    QCOMPARE(m_place->desk.api.requests("GET", u"/tickets/1/timeline"_s).size(), 3);
    QList<qint64> all = shown();
    QVERIFY(std::is_sorted(all.begin(), all.end()));
}

void TestTimelineModel::keepsTheOlderButtonWhenOlderOnesFail()
{
    fill(80);
    m_place->desk.api.once("GET", u"/tickets/1/timeline"_s,
                           FakeApi::Reply::problem(500, "internal"));
    QSignalSpy failed(m_model.get(), &TimelineModel::olderFailed);
    m_model->fetchOlder();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(m_model->rowCount(), 50);
    QVERIFY(m_model->hasOlder());
    m_model->fetchOlder();
    QTRY_COMPARE(m_model->rowCount(), 80);
}

void TestTimelineModel::doesNotLoseOlderEntriesToARefresh()
{
    fill(80);
    m_model->fetchOlder();
    QTRY_COMPARE(m_model->rowCount(), 80);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    entries().append(FakeDesk::reply(81, 81, u"new"_s));
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 81);
    QCOMPARE(inserted.size(), 1);
    QVERIFY(!m_model->hasOlder());
}

/// More came than a page holds: between it and what was shown nothing may be missing.
void TestTimelineModel::leavesNoHoleAfterALongSilence()
{
    fill(10);
    for (int i = 11; i <= 90; ++i)
        entries().append(FakeDesk::reply(i, i, u"message %1"_s.arg(i)));
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 50);
    QCOMPARE(shown().first(), 41);
    QVERIFY(m_model->hasOlder());
    m_model->fetchOlder();
    QTRY_COMPARE(m_model->rowCount(), 90);
}

void TestTimelineModel::saysWhatFailedAndTriesAgain()
{
    entries() = {FakeDesk::reply(1, 0, u"hello"_s)};
    m_place->desk.api.once("GET", u"/tickets/1/timeline"_s,
                           FakeApi::Reply::problem(503, "overload"));
    m_model->setTicket(TicketId(1));
    QTRY_COMPARE(m_model->state(), State::Failed);
    QCOMPARE(m_model->error().key, "overload"_ba);
    m_model->refresh();
    QCOMPARE(m_model->state(), State::Loading);
    QTRY_COMPARE(m_model->state(), State::Ready);
    QCOMPARE(m_model->rowCount(), 1);
}

void TestTimelineModel::keepsWhatIsShownWhenARefreshFails()
{
    fill(2);
    m_place->desk.api.once("GET", u"/tickets/1/timeline"_s,
                           FakeApi::Reply::problem(500, "internal"));
    m_model->refresh();
    QTRY_COMPARE(m_model->error().key, "internal"_ba);
    QCOMPARE(m_model->state(), State::Ready);
    QCOMPARE(m_model->rowCount(), 2);
}

void TestTimelineModel::answersForAnotherTicketAreDropped()
{
    entries() = {FakeDesk::reply(1, 0, u"of the first"_s)};
    m_place->desk.timelines[TicketId(2)] = {FakeDesk::reply(2, 0, u"of the second"_s)};
    m_model->setTicket(TicketId(1));
    m_model->setTicket(TicketId(2));
    QTRY_COMPARE(m_model->state(), State::Ready);
    QCOMPARE(shown(), QList<qint64>{2});
}

QTEST_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
