// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/client.h"
#include "app/net/tokenkeeper.h"
#include "app/net/truststore.h"
#include "app/tickets/pendingchanges.h"
#include "app/tickets/ticketlistmodel.h"
#include "app/tickets/ticketorder.h"
#include "tests/support/app/fakeapi.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

namespace {

/// A ticket that was changed so many minutes after noon.
Ticket ticket(qint64 id, int minute, const QString &title = u"A title"_s)
{
    const QDateTime noon({2026, 11, 21}, {12, 0}, Qt::UTC);
    return {.id = TicketId(id),
            .number = u"HD-%1"_s.arg(id),
            .desk = {.id = DeskId(1), .key = u"HD"_s, .name = u"Help desk"_s},
            .title = title,
            .status = u"new"_s,
            .requester = {.id = AccountId(7), .displayName = u"Jane Doe"_s},
            .createdAt = noon,
            .createdBy = PersonRef{.id = AccountId(7), .displayName = u"Jane Doe"_s},
            .updatedAt = noon.addSecs(60 * minute),
            .updatedBy = PersonRef{.id = AccountId(7), .displayName = u"Jane Doe"_s}};
}

} // namespace

/// A model against a server that holds tickets and answers the list as the real one does: newest
/// change first, by id, by cursor.
class TestTicketListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsPageByPage();
    void startsAnewForAnotherFilter();
    void saysWhatFailedAndTriesAgain();
    void showsANewTicketInItsPlace();
    void movesWhatChanged();
    void removesWhatNoLongerBelongs();
    void removesWhatIsHidden();
    void leavesWhatIsBelowTheReadRowsAlone();
    void bundlesABurstOfEvents();
    void keepsRowsOverARefresh();
    void showsLocalChangesUntilTheServerAnswers();
    void ordersAsTheServerDoes_data();
    void ordersAsTheServerDoes();

private:
    FakeApi::Reply list(const FakeApi::Request &request) const;
    QList<qint64> shown() const;
    /// Whether list routes answer with an error for now.
    bool m_broken = false;
    QMap<qint64, Ticket> m_tickets;
    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<TrustStore> m_trust;
    std::unique_ptr<Api::Client> m_client;
    std::unique_ptr<TicketListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTicketListModel::init()
{
    m_broken = false;
    m_tickets.clear();
    m_api = std::make_unique<FakeApi>();
    m_api->on("GET", u"/tickets"_s,
              [this](const FakeApi::Request &request) { return list(request); });
    m_trust = std::make_unique<TrustStore>();
    m_client = std::make_unique<Api::Client>(*m_trust);
    m_client->setPatience({.repeats = 0});
    m_client->setServer(m_api->address());
    m_client->tokens().accept(
            {.accessToken = u"access-0"_s, .expiresIn = 600, .refreshToken = u"refresh-0"_s});
    m_model = std::make_unique<TicketListModel>(*m_client);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
}

void TestTicketListModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_client.reset();
    m_trust.reset();
    m_api.reset();
}

FakeApi::Reply TestTicketListModel::list(const FakeApi::Request &request) const
{
    if (m_broken)
        return FakeApi::Reply::problem(500, "internal");
    QueryItems items;
    for (const auto &item : request.query.queryItems(QUrl::FullyDecoded))
        items.append(item);
    const auto filter = fromQuery<TicketFilter>(items);
    if (!filter)
        return FakeApi::Reply::problem(422, "validation.failed");

    QList<Ticket> found;
    for (const Ticket &ticket : m_tickets) {
        if ((filter->ids.isEmpty() || filter->ids.contains(ticket.id))
            && (filter->statuses.isEmpty() || filter->statuses.contains(ticket.status)))
            found.append(ticket);
    }
    std::sort(found.begin(), found.end(), [&](const Ticket &a, const Ticket &b) {
        return standsBefore(a, b, filter->sort, filter->order);
    });
    const int from = filter->page.cursor.toInt();
    QJsonArray data;
    for (int i = from; i < found.size() && i < from + filter->page.pageSize; ++i)
        data.append(toJson(found[i]));
    const int next = from + filter->page.pageSize;
    Pagination pagination{.pageSize = filter->page.pageSize,
                          .nextCursor = next < found.size() ? QString::number(next) : QString()};
    if (!filter->page.byCursor) {
        pagination.total = found.size();
        pagination.page = 1;
        pagination.totalPages = 1;
    }
    return FakeApi::Reply::json({{u"data"_s, data}, {u"pagination"_s, toJson(pagination)}});
}

QList<qint64> TestTicketListModel::shown() const
{
    QList<qint64> ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids.append(m_model->index(row).data(TicketListModel::IdRole).toLongLong());
    return ids;
}

void TestTicketListModel::readsPageByPage()
{
    m_tester.reset(); // it would read on by itself
    for (int id = 1; id <= 120; ++id)
        m_tickets.insert(id, ticket(id, id));
    QSignalSpy total(m_model.get(), &TicketListModel::totalChanged);
    m_model->setFilter({});
    QCOMPARE(m_model->state(), TicketListModel::State::Loading);
    QTRY_COMPARE(m_model->rowCount(), 50);
    QCOMPARE(m_model->total(), 120);
    QVERIFY(m_model->canFetchMore({}));
    m_model->fetchMore({});
    QVERIFY(!m_model->canFetchMore({})); // one question at a time
    QTRY_COMPARE(m_model->rowCount(), 100);
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), 120);
    QVERIFY(!m_model->canFetchMore({}));
    QList<qint64> expected;
    for (int id = 120; id >= 1; --id)
        expected.append(id);
    QCOMPARE(shown(), expected);
    QCOMPARE(total.last().first().toLongLong(), 120);
}

void TestTicketListModel::startsAnewForAnotherFilter()
{
    m_tickets = {{1, ticket(1, 1)}, {2, ticket(2, 2)}};
    m_tickets[2].status = u"closed"_s;
    m_model->setFilter({.statuses = {u"new"_s}});
    // The answer to the first question must not end up in the second list.
    m_model->setFilter({.statuses = {u"closed"_s}});
    QTRY_COMPARE(shown(), QList<qint64>{2});
}

void TestTicketListModel::saysWhatFailedAndTriesAgain()
{
    m_broken = true;
    m_model->setFilter({});
    QTRY_COMPARE(m_model->state(), TicketListModel::State::Failed);
    QCOMPARE(m_model->error().key, "internal"_ba);
    m_broken = false;
    m_tickets = {{1, ticket(1, 1)}};
    m_model->refresh();
    QTRY_COMPARE(m_model->state(), TicketListModel::State::Ready);
    QCOMPARE(shown(), QList<qint64>{1});
}

void TestTicketListModel::showsANewTicketInItsPlace()
{
    m_tickets = {{1, ticket(1, 1)}, {3, ticket(3, 30)}};
    m_model->setFilter({});
    QTRY_COMPARE(m_model->rowCount(), 2);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_tickets.insert(2, ticket(2, 20));
    m_model->ticketChanged(TicketId(2));
    QTRY_COMPARE(shown(), (QList<qint64>{3, 2, 1}));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(m_model->total(), 3);
}

void TestTicketListModel::movesWhatChanged()
{
    m_tickets = {{1, ticket(1, 10)}, {2, ticket(2, 20)}, {3, ticket(3, 30)}};
    m_model->setFilter({});
    QTRY_COMPARE(shown(), (QList<qint64>{3, 2, 1}));
    QPersistentModelIndex selected(m_model->index(2));
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    m_tickets.insert(1, ticket(1, 40, u"Another title"_s));
    m_model->ticketChanged(TicketId(1));
    QTRY_COMPARE(shown(), (QList<qint64>{1, 3, 2}));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(selected.row(), 0); // what was selected stays selected
    QCOMPARE(m_model->ticketAt(0).title, u"Another title"_s);
    // And down again.
    m_tickets.insert(1, ticket(1, 25));
    m_model->ticketChanged(TicketId(1));
    QTRY_COMPARE(shown(), (QList<qint64>{3, 1, 2}));
}

void TestTicketListModel::removesWhatNoLongerBelongs()
{
    m_tickets = {{1, ticket(1, 10)}, {2, ticket(2, 20)}};
    m_model->setFilter({.statuses = {u"new"_s}});
    QTRY_COMPARE(m_model->rowCount(), 2);
    m_tickets[2].status = u"closed"_s;
    m_model->ticketChanged(TicketId(2));
    QTRY_COMPARE(shown(), QList<qint64>{1});
    QCOMPARE(m_model->total(), 1);
}

void TestTicketListModel::removesWhatIsHidden()
{
    m_tickets = {{1, ticket(1, 10)}, {2, ticket(2, 20)}};
    m_model->setFilter({});
    QTRY_COMPARE(m_model->rowCount(), 2);
    m_model->ticketGone(TicketId(1));
    QCOMPARE(shown(), QList<qint64>{2});
    m_model->ticketGone(TicketId(99));
    QCOMPARE(m_model->total(), 1);
}

void TestTicketListModel::leavesWhatIsBelowTheReadRowsAlone()
{
    m_tester.reset(); // it would read on by itself
    for (int id = 1; id <= 60; ++id)
        m_tickets.insert(id, ticket(id, 100 + id));
    m_model->setFilter({});
    QTRY_COMPARE(m_model->rowCount(), 50);
    m_tickets.insert(99, ticket(99, 1)); // older than all that was read
    m_model->ticketChanged(TicketId(99));
    QTRY_COMPARE(m_model->total(), 61);
    QCOMPARE(m_model->rowCount(), 50);
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), 61);
    QCOMPARE(shown().last(), 99);
}

void TestTicketListModel::bundlesABurstOfEvents()
{
    m_model->setFilter({});
    QTRY_COMPARE(m_model->state(), TicketListModel::State::Ready);
    m_api->forgetRequests();
    for (int id = 1; id <= 30; ++id) {
        m_tickets.insert(id, ticket(id, id));
        m_model->ticketChanged(TicketId(id));
    }
    QTRY_COMPARE(m_model->rowCount(), 30);
    QCOMPARE(m_api->requests("GET", u"/tickets"_s).size(), 1);
}

void TestTicketListModel::keepsRowsOverARefresh()
{
    m_tickets = {{1, ticket(1, 10)}, {2, ticket(2, 20)}, {3, ticket(3, 30)}};
    m_model->setFilter({});
    QTRY_COMPARE(m_model->rowCount(), 3);
    QPersistentModelIndex kept(m_model->index(1));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_tickets.remove(3);
    m_tickets.insert(4, ticket(4, 40));
    m_model->refresh();
    QTRY_COMPARE(shown(), (QList<qint64>{4, 2, 1}));
    QCOMPARE(kept.data(TicketListModel::IdRole).toLongLong(), 2);
    QCOMPARE(reset.size(), 0);
}

void TestTicketListModel::showsLocalChangesUntilTheServerAnswers()
{
    m_tickets = {{1, ticket(1, 10)}};
    m_model->setFilter({});
    QTRY_COMPARE(m_model->rowCount(), 1);
    PendingChanges changes;
    m_model->follow(changes);
    const QModelIndex row = m_model->index(0);
    const auto number
            = changes.begin(TicketId(1), [](Ticket &shown) { shown.priority = Priority::Urgent; });
    QCOMPARE(m_model->ticketAt(0).priority, Priority::Urgent);
    QVERIFY(row.data(TicketListModel::PendingRole).toBool());
    // An event about it that comes first does not take the change back.
    m_model->ticketChanged(TicketId(1));
    QTRY_COMPARE(m_api->requests("GET", u"/tickets"_s).size(), 2);
    QCOMPARE(m_model->ticketAt(0).priority, Priority::Urgent);
    // The server has refused: it is gone at once, though the server cannot be asked.
    m_broken = true;
    changes.refuse(number);
    QVERIFY(!row.data(TicketListModel::PendingRole).toBool());
    QCOMPARE(m_model->ticketAt(0).priority, Priority::Medium);

    // What it confirms is never shown as it was before.
    QList<Priority> shown;
    connect(m_model.get(), &QAbstractItemModel::dataChanged, this,
            [&] { shown.append(m_model->ticketAt(0).priority); });
    const auto other = changes.begin(TicketId(1), [](Ticket &it) { it.priority = Priority::Low; });
    Ticket now = ticket(1, 11);
    now.priority = Priority::Low;
    changes.confirm(other, now);
    QVERIFY(shown.size() >= 2);
    QCOMPARE(shown.count(Priority::Low), shown.size());
}

void TestTicketListModel::ordersAsTheServerDoes_data()
{
    QTest::addColumn<TicketSort>("sort");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QList<qint64>>("expected");
    QTest::newRow("number") << TicketSort::Number << Qt::AscendingOrder << QList<qint64>{2, 10, 30};
    QTest::newRow("title") << TicketSort::Title << Qt::AscendingOrder << QList<qint64>{30, 2, 10};
    QTest::newRow("due, none last")
            << TicketSort::DueAt << Qt::AscendingOrder << QList<qint64>{10, 2, 30};
    QTest::newRow("due, none first")
            << TicketSort::DueAt << Qt::DescendingOrder << QList<qint64>{30, 2, 10};
    QTest::newRow("equal: by id") << TicketSort::Status << Qt::DescendingOrder
                                  << QList<qint64>{30, 10, 2};
}
void TestTicketListModel::ordersAsTheServerDoes()
{
    QFETCH(TicketSort, sort);
    QFETCH(Qt::SortOrder, order);
    QFETCH(QList<qint64>, expected);
    m_tickets = {{2, ticket(2, 1, u"Beta"_s)},
                 {10, ticket(10, 1, u"gamma"_s)},
                 {30, ticket(30, 1, u"alpha"_s)}};
    const QDateTime due({2026, 12, 1}, {12, 0}, Qt::UTC);
    m_tickets[10].dueAt = due;
    QList<Ticket> tickets = m_tickets.values();
    std::sort(tickets.begin(), tickets.end(),
              [&](const Ticket &a, const Ticket &b) { return standsBefore(a, b, sort, order); });
    QList<qint64> ids;
    for (const Ticket &ticket : tickets)
        ids.append(ticket.id.value());
    QCOMPARE(ids, expected);
}

QTEST_MAIN(TestTicketListModel)
#include "tst_ticketlistmodel.moc"
