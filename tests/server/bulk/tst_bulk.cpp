// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/bulk/bulk.h"
#include "server/bulk/bulkwork.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

#include <future>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;

namespace {

QJsonObject request(const QList<TicketId> &tickets, const QJsonObject &change,
                    const QJsonObject &more = {})
{
    QJsonObject json = more;
    json[u"change"_s] = change;
    QJsonArray ids;
    for (const TicketId ticket : tickets)
        ids.append(ticket.value());
    if (!ids.isEmpty())
        json[u"ids"_s] = ids;
    return json;
}

const QJsonObject urgent{{u"priority"_s, u"urgent"_s}};
const QJsonObject resolving{{u"status"_s, QJsonObject{{u"status"_s, u"resolved"_s}}}};

QByteArray pathOf(BulkId bulk, const QByteArray &rest = {})
{
    return "/bulk/" + QByteArray::number(bulk.value()) + rest;
}

/// Everything of the tickets that an undo shall put back, as PostgreSQL has it.
QString contentOf(TicketHarness &api)
{
    return api.value(u"SELECT string_agg((to_jsonb(t) - 'version' - 'updated_at' - 'updated_by')"
                     "::text, E'\\n' ORDER BY t.id) FROM ticket.ticket t"_s);
}

} // namespace

/// Operations on many tickets: rehearsed, run, cancelled, undone.
class TestBulk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_api.emplace(); }
    void cleanup() { m_api.reset(); }
    void changesEach();
    void rehearsesWithoutATrace();
    void oneBadTicketStopsNothing();
    void undoesWhatWasNotChangedSince();
    void takesTheTicketsOfAFilter();
    void asksThePermissionOfEachDesk();
    void showsNothingOfWhatIsHidden();
    void followsRightsThatAreTaken();
    void cancels();
    void eachOnceOnSeveralServers();
    void goesOnAfterACrash();
    void tellsWhoeverBeganIt();
    void refusesNonsense_data();
    void refusesNonsense();
    void manyWithSomeFaulty_data();
    void manyWithSomeFaulty();

private:
    Bulk begin(const QJsonObject &json)
    {
        return decoded<Bulk>(m_api->post("/bulk", m_api->lead, json));
    }
    Bulk show(BulkId bulk) { return decoded<Bulk>(m_api->get(pathOf(bulk), m_api->lead)); }
    Bulk order(BulkId bulk, const QByteArray &what)
    {
        return decoded<Bulk>(m_api->post(pathOf(bulk, what), m_api->lead));
    }
    int work();
    QList<BulkTicket> ticketsOf(BulkId bulk, const QByteArray &query = {});
    QList<TicketId> make(int count);

    std::optional<TicketHarness> m_api;
};

int TestBulk::work()
{
    const auto done = workOnBulks(m_api->database.connection(), m_api->environment());
    if (!done)
        qFatal("failed: %s", qPrintable(done.error().detail));
    return *done;
}

QList<BulkTicket> TestBulk::ticketsOf(BulkId bulk, const QByteArray &query)
{
    return decoded<Page<BulkTicket>>(
                   m_api->get(pathOf(bulk, "/tickets?pageSize=100" + query), m_api->lead))
            .data;
}

QList<TicketId> TestBulk::make(int count)
{
    QList<TicketId> tickets;
    for (int i = 0; i < count; ++i)
        tickets.append(m_api->makeTicket(m_api->jane).id);
    return tickets;
}

void TestBulk::changesEach()
{
    TicketHarness &api = *m_api;
    const QList<TicketId> tickets = make(3);
    api.patch(TicketHarness::path(tickets[0]), api.alex, {{u"tags"_s, QJsonArray{u"old"_s}}});
    const Bulk begun = begin(request(tickets, {{u"priority"_s, u"high"_s},
                                               {u"assignedTo"_s, api.alex.id.value()},
                                               {u"addTags"_s, QJsonArray{u"new"_s}},
                                               {u"removeTags"_s, QJsonArray{u"OLD"_s}},
                                               {u"status"_s, resolving["status"_L1]}}));
    QCOMPARE(begun.state, BulkState::Running);
    QCOMPARE(begun.total, 3);
    QCOMPARE(begun.waiting, 3);
    QCOMPARE(work(), 3);

    const Bulk done = show(begun.id);
    QCOMPARE(done.state, BulkState::Done);
    QCOMPARE(done.changed, 3);
    QVERIFY(done.endedAt.isValid());
    for (const TicketId id : tickets) {
        const Ticket ticket = api.look(api.alex, id);
        QCOMPARE(ticket.priority, Priority::High);
        QCOMPARE(ticket.assignee->id, api.alex.id);
        QCOMPARE(ticket.tags, QStringList{u"new"_s});
        QCOMPARE(ticket.status, u"resolved"_s);
        QCOMPARE(ticket.updatedBy->id, api.lead.id);
    }
    QCOMPARE(work(), 0);
    // Once more there is nothing to change.
    const Bulk again = begin(request(tickets, {{u"priority"_s, u"high"_s}}));
    work();
    QCOMPARE(show(again.id).unchanged, 3);
    QCOMPARE(api.get("/bulk?pageSize=1", api.lead).json["pagination"_L1]["total"_L1].toInt(), 2);
}

void TestBulk::rehearsesWithoutATrace()
{
    TicketHarness &api = *m_api;
    const QList<TicketId> tickets = make(3);
    api.forceStatus(tickets[1], u"closed"_s);
    api.patch(TicketHarness::path(tickets[2]), api.alex, {{u"priority"_s, u"urgent"_s}});
    const QString before = contentOf(api);
    const QString trace = u"SELECT (SELECT count(*) FROM ticket.timeline_entry) || '/'"
                          " || (SELECT count(*) FROM ticket.event WHERE ticket_id IS NOT NULL)"_s;
    const QString written = api.value(trace);

    const Bulk begun = begin(request(tickets, resolving, {{u"rehearse"_s, true}}));
    QCOMPARE(begun.state, BulkState::Rehearsing);
    QCOMPARE(work(), 3);
    const Bulk rehearsed = show(begun.id);
    QCOMPARE(rehearsed.state, BulkState::Rehearsed);
    QCOMPARE(rehearsed.changed, 2);
    QCOMPARE(rehearsed.refused, 1);
    QCOMPARE(ticketsOf(begun.id)[1].problem["key"_L1].toString(),
             u"workflow.transition_not_allowed"_s);
    QCOMPARE(contentOf(api), before);
    QCOMPARE(api.value(trace), written);
    QCOMPARE(api.post(pathOf(begun.id, "/undo"), api.lead).key(), "bulk.not_done"_ba);

    QCOMPARE(order(begun.id, "/run").waiting, 3);
    QCOMPARE(work(), 3);
    QCOMPARE(show(begun.id).changed, 2);
    QCOMPARE(api.look(api.alex, tickets[0]).status, u"resolved"_s);
    QCOMPARE(api.post(pathOf(begun.id, "/run"), api.lead).key(), "bulk.not_rehearsed"_ba);
}

void TestBulk::oneBadTicketStopsNothing()
{
    TicketHarness &api = *m_api;
    QList<TicketId> tickets = make(3);
    api.remove(TicketHarness::path(tickets[1]), api.lead);
    tickets.insert(1, TicketId(987654));
    const Bulk bulk = begin(request(tickets, urgent));
    work();
    QCOMPARE(show(bulk.id).changed, 2);
    QCOMPARE(show(bulk.id).refused, 2);
    const QList<BulkTicket> refused = ticketsOf(bulk.id, "&outcome=refused");
    QCOMPARE(refused.size(), 2);
    QCOMPARE(refused[0].id, tickets[1]);
    QCOMPARE(refused[0].number, QString());
    QCOMPARE(refused[0].problem["status"_L1].toInt(), 404);
    QCOMPARE(refused[1].id, tickets[2]);
    QCOMPARE(refused[1].problem["key"_L1].toString(), u"ticket.deleted"_s);
}

void TestBulk::undoesWhatWasNotChangedSince()
{
    TicketHarness &api = *m_api;
    const QList<TicketId> tickets = make(4);
    api.patch(TicketHarness::path(tickets[0]), api.alex,
              {{u"tags"_s, QJsonArray{u"b"_s, u"a"_s}}, {u"assignedTo"_s, api.emily.id.value()}});
    const QString before = contentOf(api);
    const Bulk bulk = begin(request(tickets, {{u"priority"_s, u"low"_s},
                                              {u"assignedTo"_s, QJsonValue::Null},
                                              {u"addTags"_s, QJsonArray{u"c"_s}},
                                              {u"status"_s, resolving["status"_L1]},
                                              {u"delete"_s, true}}));
    api.clock.advance(std::chrono::hours(1));
    work();
    QCOMPARE(show(bulk.id).changed, 4);
    QVERIFY(contentOf(api) != before);
    api.post(TicketHarness::path(tickets[3], "/restore"), api.lead);

    QCOMPARE(order(bulk.id, "/undo").state, BulkState::Undoing);
    QCOMPARE(work(), 4);
    const Bulk undone = show(bulk.id);
    QCOMPARE(undone.state, BulkState::Undone);
    QCOMPARE(undone.undone, 3);
    QCOMPARE(undone.kept, 1);
    const QList<BulkTicket> kept = ticketsOf(bulk.id, "&outcome=kept");
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0].id, tickets[3]);
    QCOMPARE(kept[0].problem["key"_L1].toString(), u"ticket.changed_since"_s);
    const QStringList now = contentOf(api).split(u'\n');
    QCOMPARE(now.first(3), before.split(u'\n').first(3));
    QCOMPARE(api.post(pathOf(bulk.id, "/undo"), api.lead).key(), "bulk.not_done"_ba);
}

void TestBulk::takesTheTicketsOfAFilter()
{
    TicketHarness &api = *m_api;
    const QList<TicketId> tickets = make(4);
    api.post(TicketHarness::path(tickets[2], "/assign"), api.alex, {{u"assignedTo"_s, u"me"_s}});
    const Bulk bulk = begin(
            request({}, urgent, {{u"filter"_s, u"assignee=none&sort=number&pageSize=1"_s}}));
    QCOMPARE(bulk.total, 3);
    work();
    QCOMPARE(show(bulk.id).changed, 3);
    QCOMPARE(api.look(api.alex, tickets[2]).priority, Priority::Medium);
    QCOMPARE(ticketsOf(bulk.id)[0].id, tickets[0]);
}

void TestBulk::asksThePermissionOfEachDesk()
{
    TicketHarness &api = *m_api;
    const DeskId other = api.addWorkflowDesk(u"OTHER"_s, u"helpdesk"_s);
    const TicketId here = api.makeTicket(api.jane).id;
    const TicketId there = api.makeTicket(api.jane, {{u"desk"_s, other.value()}}).id;
    const Person nina = api.addPerson(u"nina"_s, BuiltInRole::Agent);
    // Somebody may act on many of one desk, and see the other.
    api.database.execute(
            u"INSERT INTO ticket.account_role (account_id, role_id, desk_id) VALUES (%1, %2, %3)"_s
                    .arg(nina.id.value())
                    .arg(api.roleId(BuiltInRole::Lead).value())
                    .arg(api.desk.value()));
    const Bulk bulk = decoded<Bulk>(api.post("/bulk", nina, request({here, there}, urgent)));
    work();
    QCOMPARE(api.look(api.alex, here).priority, Priority::Urgent);
    QCOMPARE(api.look(api.admin, there).priority, Priority::Medium);
    const auto tickets = decoded<Page<BulkTicket>>(api.get(pathOf(bulk.id, "/tickets"), nina)).data;
    QCOMPARE(tickets[1].outcome, BulkOutcome::Refused);
    QCOMPARE(tickets[1].problem["permission"_L1].toString(), u"ticket.bulk"_s);
}

void TestBulk::showsNothingOfWhatIsHidden()
{
    TicketHarness &api = *m_api;
    const TicketId secret = api.makeTicket(api.jane).id;
    api.patch(TicketHarness::path(secret), api.admin, {{u"visibility"_s, u"restricted"_s}});
    const Bulk bulk = begin(request({secret}, urgent));
    QCOMPARE(begin(request({}, urgent, {{u"filter"_s, u"assignee=none"_s}})).total, 0);
    work();
    const BulkTicket told = ticketsOf(bulk.id).first();
    QCOMPARE(told.outcome, BulkOutcome::Refused);
    QCOMPARE(told.problem["status"_L1].toInt(), 404);
    QVERIFY(told.number.isEmpty() && told.title.isEmpty());
    QCOMPARE(api.look(api.jane, secret).priority, Priority::Medium);
    // Nobody else knows of the operation.
    for (const QByteArray &rest : {""_ba, "/tickets"_ba})
        QCOMPARE(api.get(pathOf(bulk.id, rest), api.admin).status, 404);
}

void TestBulk::followsRightsThatAreTaken()
{
    TicketHarness &api = *m_api;
    const Bulk bulk = begin(request(make(2), urgent));
    api.database.execute(u"UPDATE ticket.account SET status = 'blocked' WHERE id = %1"_s.arg(
            api.lead.id.value()));
    work();
    api.database.execute(u"UPDATE ticket.account SET status = 'active' WHERE id = %1"_s.arg(
            api.lead.id.value()));
    QCOMPARE(show(bulk.id).refused, 2);
}

void TestBulk::cancels()
{
    TicketHarness &api = *m_api;
    const Bulk bulk = begin(request(make(3), urgent));
    int left = 2; // the work of one turn is cut short
    const auto done
            = workOnBulks(api.database.connection(), api.environment(), [&] { return left-- > 0; });
    QVERIFY(done);
    const Bulk cancelled = order(bulk.id, "/cancel");
    QCOMPARE(cancelled.state, BulkState::Cancelled);
    QVERIFY(cancelled.changed >= 1 && cancelled.waiting >= 1);
    QCOMPARE(work(), 0);
    QCOMPARE(api.post(pathOf(bulk.id, "/cancel"), api.lead).key(), "bulk.over"_ba);
    order(bulk.id, "/undo");
    work();
    QCOMPARE(show(bulk.id).undone, cancelled.changed);
    // Of a rehearsal nothing is left to be undone.
    const Bulk rehearsal = begin(request(make(2), urgent, {{u"rehearse"_s, true}}));
    work();
    QCOMPARE(order(rehearsal.id, "/cancel").changed, 0);
    order(rehearsal.id, "/undo");
    QCOMPARE(work(), 0);
    QCOMPARE(show(rehearsal.id).state, BulkState::Undone);
}

void TestBulk::eachOnceOnSeveralServers()
{
    TicketHarness &api = *m_api;
    const QList<TicketId> tickets = make(60);
    const Bulk bulk = begin(request(tickets, urgent));
    std::vector<std::future<int>> servers;
    for (int i = 0; i < 4; ++i) {
        servers.push_back(std::async(std::launch::async, [&] {
            Db::Connection db(api.database.settings());
            return workOnBulks(db, api.environment()).value_or(-1000);
        }));
    }
    int count = 0;
    for (auto &server : servers)
        count += server.get();
    count += work();
    QCOMPARE(count, 60);
    QCOMPARE(show(bulk.id).state, BulkState::Done);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.activity WHERE entity = 'ticket'"
                       " AND action = 'update'"_s),
             u"60"_s);
}

void TestBulk::goesOnAfterACrash()
{
    TicketHarness &api = *m_api;
    const Bulk bulk = begin(request(make(10), urgent));
    {
        // A connection that is cut in the middle, as by a kill of the server.
        Db::Connection db(api.database.settings());
        int left = 5;
        QVERIFY(workOnBulks(db, api.environment(), [&] { return left-- > 0; }));
        QVERIFY(db.runText(u"BEGIN"_s));
        QVERIFY(db.run("bulk/take_bulk_ticket",
                       {{":bulk", bulk.id}, {":state", u"running"_s}, {":after", 0}}));
    }
    const Bulk half = show(bulk.id);
    QVERIFY(half.waiting > 0 && half.changed > 0);
    work();
    QCOMPARE(show(bulk.id).changed, 10);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.activity WHERE entity = 'ticket'"
                       " AND action = 'update'"_s),
             u"10"_s);
}

void TestBulk::tellsWhoeverBeganIt()
{
    TicketHarness &api = *m_api;
    begin(request(make(1), urgent));
    work();
    QCOMPARE(api.value(u"SELECT string_agg(DISTINCT recipients::text, ' ') FROM ticket.event"
                       " WHERE type = 'bulk.updated'"_s),
             u"{%1}"_s.arg(api.lead.id.value()));
}

void TestBulk::refusesNonsense_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("fault");

    QTest::newRow("nothing") << QJsonObject() << u"change:required"_s;
    QTest::newRow("no tickets") << request({}, urgent) << u"ids:required"_s;
    QTest::newRow("two kinds of tickets")
            << request({TicketId(1)}, urgent, {{u"filter"_s, u""_s}}) << u"ids:invalid"_s;
    QTest::newRow("no change") << request({TicketId(1)}, {}) << u"change:required"_s;
    QTest::newRow("bad filter") << request({}, urgent, {{u"filter"_s, u"colour=red"_s}})
                                << u"filter:invalid"_s;
    QTest::newRow("bad status") << request({TicketId(1)},
                                           {{u"status"_s, QJsonObject{{u"status"_s, u""_s}}}})
                                << u"change.status.status:required"_s;
    QList<TicketId> many;
    for (int i = 1; i <= maxBulkTickets + 1; ++i)
        many.append(TicketId(i));
    QTest::newRow("too many") << request(many, urgent) << u"ids:too_many"_s;
}

void TestBulk::refusesNonsense()
{
    QFETCH(QJsonObject, json);
    QFETCH(QString, fault);
    const Answer answer = m_api->post("/bulk", m_api->lead, json);
    QCOMPARE(answer.status, 422);
    QVERIFY2(answer.faults().contains(fault), answer.body.constData());
}

void TestBulk::manyWithSomeFaulty_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("400") << 400;
    // As long as it takes; asked for by name or with the rest where time does not matter.
    if (qEnvironmentVariableIsSet("DESKBELL_LONG_TESTS"))
        QTest::newRow("10000") << maxBulkTickets;
}

/// One of a hundred is closed and cannot be resolved.
void TestBulk::manyWithSomeFaulty()
{
    QFETCH(int, count);
    TicketHarness &api = *m_api;
    make(1);
    api.database.execute(
            u"INSERT INTO ticket.ticket (desk_id, number, title, workflow_version_id, status,"
            " status_category, status_changed_at, requester_id, created_by, updated_by, tags)"
            " SELECT t.desk_id, 10 + n, 'Ticket ' || n, t.workflow_version_id,"
            " CASE WHEN n % 100 = 7 THEN 'closed' ELSE t.status END,"
            " CASE WHEN n % 100 = 7 THEN 'closed'::ticket.status_category"
            " ELSE t.status_category END,"
            " t.status_changed_at, t.requester_id, t.created_by, t.updated_by, ARRAY['tag' || n % "
            "7]"
            " FROM ticket.ticket t, generate_series(1, %1) n"_s.arg(count));
    const QString before = contentOf(api);
    const Bulk bulk = begin(request(
            {}, {{u"status"_s, resolving["status"_L1]}, {u"addTags"_s, QJsonArray{u"done"_s}}},
            {{u"filter"_s, u"q=Ticket&sort=number"_s}}));
    QCOMPARE(bulk.total, count);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(work(), count);
    qInfo("%d tickets in %lld ms", count, clock.restart());
    const Bulk done = show(bulk.id);
    QCOMPARE(done.state, BulkState::Done);
    QCOMPARE(done.refused, count / 100);
    QCOMPARE(done.changed, count - count / 100);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.bulk_ticket x JOIN ticket.ticket t"
                       " ON t.id = x.ticket_id WHERE (x.outcome = 'refused')"
                       " <> (t.number % 100 = 17)"_s),
             u"0"_s);
    clock.restart();
    order(bulk.id, "/undo");
    QCOMPARE(work(), count - count / 100);
    qInfo("undone in %lld ms", clock.elapsed());
    QCOMPARE(show(bulk.id).undone, count - count / 100);
    QCOMPARE(show(bulk.id).kept, 0);
    QCOMPARE(contentOf(api), before);
}

QTEST_GUILESS_MAIN(TestBulk)
#include "tst_bulk.moc"
