// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/timedtransitions.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;

namespace {

/// Business hours are hours.
ServiceSettings alwaysOpen()
{
    ServiceSettings settings;
    settings.calendar = businessCalendarFromText(u"Mon-Sun 00:00-24:00"_s, u"UTC"_s).value();
    return settings;
}

/// Makes the ticket of jane's and resolves it.
TicketId resolved(TicketHarness &api)
{
    const Ticket ticket = api.makeTicket(api.jane);
    if (api.setStatus(api.alex, ticket.id, u"resolved"_s).status != 200)
        qFatal("not resolved");
    return ticket.id;
}

int run(TicketHarness &api)
{
    const auto taken = takeTimedTransitions(api.database.connection(), api.environment());
    if (!taken)
        qFatal("failed: %s", qPrintable(taken.error().detail));
    return *taken;
}

int tell(TicketHarness &api)
{
    const auto told = tellOfClosing(api.database.connection(), api.environment());
    if (!told)
        qFatal("failed: %s", qPrintable(told.error().detail));
    return *told;
}

/// Puts another automatic transition in the place of the one that closes.
void changeClosing(TicketHarness &api, const QJsonObject &transition)
{
    QJsonObject workflow;
    for (const QJsonValue &one : api.get("/workflows", api.admin).data()) {
        if (one["definition"_L1]["key"_L1] == "helpdesk"_L1)
            workflow = one.toObject();
    }
    QJsonObject definition = workflow["definition"_L1].toObject();
    QJsonArray automatic = definition["automatic"_L1].toArray();
    automatic.removeLast();
    automatic.append(transition);
    definition[u"automatic"_s] = automatic;
    const QByteArray path = "/workflows/" + QByteArray::number(workflow["id"_L1].toInteger());
    if (api.patch(path, api.admin, {{u"definition"_s, definition}}).status != 200)
        qFatal("not changed");
}

/// Who was notified of it, each with the kind.
QStringList toldOfClosing(TicketHarness &api, TicketId ticket)
{
    return api
            .value(u"SELECT COALESCE(string_agg(a.display_name, ',' ORDER BY a.display_name), '')"
                   " FROM ticket.notification n JOIN ticket.account a ON a.id = n.account_id"
                   " WHERE n.kind = 'closing_soon' AND n.ticket_id = %1"_s.arg(ticket.value()))
            .split(u',', Qt::SkipEmptyParts);
}

} // namespace

/// What workflows do by themselves when a status has lasted: "after:40".
class TestTimedTransitions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesWhatWasResolved();
    void tellsThatTheSystemDidIt();
    void countsBusinessHours();
    void beginsAnewWhenReopened();
    void leavesDeletedTicketsAlone();
    void goesByTheTicketsOwnVersion();
    void takesManyAndSkipsWhatFails();
    void takesEachOnceOnSeveralServers();
    void tellsOnceBeforeItCloses();
    void tellsAgainAfterAnotherStay();
    void tellsAsEarlyAsTheWorkflowSays_data();
    void tellsAsEarlyAsTheWorkflowSays();
    void tellsOnceOnSeveralServers();
    void stopsAtOnce();
};

void TestTimedTransitions::closesWhatWasResolved()
{
    TicketHarness api(u"helpdesk"_s, alwaysOpen());
    const TicketId ticket = resolved(api);
    const TicketId untouched = api.makeTicket(api.jane).id;
    const QDateTime solved = api.look(api.jane, ticket).resolvedAt;

    api.clock.advance(40h - 1ms);
    QCOMPARE(run(api), 0);
    QCOMPARE(api.look(api.jane, ticket).status, u"resolved"_s);

    api.clock.advance(1ms);
    QCOMPARE(run(api), 1);
    const Ticket closed = api.look(api.jane, ticket);
    QCOMPARE(closed.status, u"closed"_s);
    QCOMPARE(closed.closedAt, api.clock.now());
    QCOMPARE(closed.resolvedAt, solved); // closing does not forget when it was solved
    QCOMPARE(closed.reopenCount, 0);
    QCOMPARE(api.look(api.jane, untouched).status, u"new"_s);

    api.clock.advance(500h);
    QCOMPARE(run(api), 0);
    QCOMPARE(api.look(api.jane, ticket).version, closed.version);
}

void TestTimedTransitions::tellsThatTheSystemDidIt()
{
    TicketHarness api(u"helpdesk"_s, alwaysOpen());
    const TicketId ticket = resolved(api);
    api.look(api.jane, ticket); // the look of the day
    const int version = api.look(api.jane, ticket).version;
    const int told = api.events(ticket, u"ticket.updated"_s);
    api.clock.advance(40h);
    QCOMPARE(run(api), 1);

    const Ticket now = api.look(api.jane, ticket);
    QCOMPARE(now.version, version + 1);
    QCOMPARE(now.updatedAt, api.clock.now());
    QCOMPARE(now.updatedBy->id, api.alex.id); // the last person
    const auto timeline = decoded<Page<TimelineEntry>>(
            api.get(TicketHarness::path(ticket, "/timeline?order=desc&kind=event"), api.jane));
    const TimelineEntry entry = timeline.data.first();
    QCOMPARE(entry.event, TimelineEvent::Status);
    QVERIFY(!entry.author);
    QCOMPARE(entry.details, (QJsonObject{{u"old"_s, u"resolved"_s},
                                         {u"new"_s, u"closed"_s},
                                         {u"oldLabel"_s, u"Resolved"_s},
                                         {u"newLabel"_s, u"Closed"_s},
                                         {u"trigger"_s, u"after:40"_s}}));
    QCOMPARE(api.value(u"SELECT trigger || ' ' || (changed_by IS NULL) FROM ticket.status_change"
                       " ORDER BY id DESC LIMIT 1"_s),
             u"after:40 true"_s);
    QCOMPARE(api.value(u"SELECT action || ' ' || (actor_id IS NULL) FROM ticket.activity"
                       " WHERE entity = 'ticket' AND action <> 'view' ORDER BY id DESC LIMIT 1"_s),
             u"status true"_s);
    QCOMPARE(api.events(ticket, u"ticket.updated"_s), told + 1);
}

void TestTimedTransitions::countsBusinessHours()
{
    TicketHarness api; // Monday to Friday, 9 to 17
    const TicketId ticket = resolved(api);
    const QDateTime since = api.look(api.jane, ticket).resolvedAt;
    const BusinessCalendar &calendar = api.environment().settings.calendar;
    while (businessTime(calendar, since, api.clock.now()) < 40h) {
        QCOMPARE(run(api), 0);
        api.clock.advance(10min);
    }
    QVERIFY(since.secsTo(api.clock.now()) > 40 * 3600); // a weekend is between, and nights
    QCOMPARE(run(api), 1);
    QCOMPARE(api.look(api.jane, ticket).status, u"closed"_s);
}

void TestTimedTransitions::beginsAnewWhenReopened()
{
    TicketHarness api(u"helpdesk"_s, alwaysOpen());
    const TicketId ticket = resolved(api);
    api.clock.advance(39h);
    QCOMPARE(api.reply(api.jane, ticket, u"Not yet"_s).status, 201);
    api.clock.advance(2h);
    QCOMPARE(run(api), 0);
    QCOMPARE(api.look(api.jane, ticket).status, u"in_progress"_s);

    QCOMPARE(api.setStatus(api.alex, ticket, u"resolved"_s).status, 200);
    api.clock.advance(39h);
    QCOMPARE(api.reply(api.alex, ticket, u"Does it work?"_s).status, 201); // says nothing new
    QCOMPARE(run(api), 0);
    api.clock.advance(1h);
    QCOMPARE(run(api), 1);
    const Ticket closed = api.look(api.jane, ticket);
    QCOMPARE(closed.status, u"closed"_s);
    QCOMPARE(closed.reopenCount, 1);
}

void TestTimedTransitions::leavesDeletedTicketsAlone()
{
    TicketHarness api(u"helpdesk"_s, alwaysOpen());
    const TicketId ticket = resolved(api);
    QCOMPARE(api.remove(TicketHarness::path(ticket), api.lead).status, 204);
    api.clock.advance(50h);
    QCOMPARE(run(api), 0);
    QCOMPARE(api.look(api.lead, ticket).status, u"resolved"_s);
    QCOMPARE(api.post(TicketHarness::path(ticket, "/restore"), api.lead).status, 200);
    QCOMPARE(run(api), 1);
}

void TestTimedTransitions::goesByTheTicketsOwnVersion()
{
    TicketHarness api(u"helpdesk"_s, alwaysOpen());
    const TicketId old = resolved(api);
    changeClosing(
            api,
            {{u"trigger"_s, u"after:2"_s}, {u"from"_s, u"resolved"_s}, {u"to"_s, u"closed"_s}});
    const TicketId young = resolved(api);

    api.clock.advance(2h);
    QCOMPARE(run(api), 1);
    QCOMPARE(api.look(api.jane, young).status, u"closed"_s);
    QCOMPARE(api.look(api.jane, old).status, u"resolved"_s);
    api.clock.advance(38h);
    QCOMPARE(run(api), 1);
    QCOMPARE(api.look(api.jane, old).status, u"closed"_s);
}

void TestTimedTransitions::takesManyAndSkipsWhatFails()
{
    TicketHarness api(u"helpdesk"_s, alwaysOpen());
    const TicketId first = resolved(api);
    for (int i = 0; i < 3; ++i)
        resolved(api);
    // 256 of them, more than two batches; four can not be stored.
    for (int i = 0; i < 6; ++i) {
        api.database.execute(
                u"INSERT INTO ticket.ticket (desk_id, number, title, workflow_version_id, status,"
                " status_category, status_changed_at, resolved_at, requester_id, created_by,"
                " updated_by) SELECT desk_id, number + 1000 * %1, title, workflow_version_id,"
                " status, status_category, status_changed_at, resolved_at, requester_id, "
                "created_by,"
                " updated_by FROM ticket.ticket"_s.arg(1 << i));
    }
    api.database.execute(
            u"CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'refused'; END $$;"
            "CREATE TRIGGER refuse BEFORE UPDATE ON ticket.ticket FOR EACH ROW"
            " WHEN (OLD.id BETWEEN %1 AND %1 + 3) EXECUTE FUNCTION refuse()"_s.arg(first.value()));
    api.clock.advance(40h);
    const auto failed = takeTimedTransitions(api.database.connection(), api.environment());
    QVERIFY(!failed);
    const QString count
            = u"SELECT count(*) FROM ticket.ticket WHERE status = '%1' AND closed_at IS %2 NULL"_s;
    QCOMPARE(api.value(count.arg(u"closed"_s, u"NOT"_s)), u"252"_s);
    QCOMPARE(api.value(count.arg(u"resolved"_s, QString())), u"4"_s);
    api.database.execute(u"DROP TRIGGER refuse ON ticket.ticket"_s);
    QCOMPARE(run(api), 4);
}

void TestTimedTransitions::takesEachOnceOnSeveralServers()
{
    TicketHarness api(u"helpdesk"_s, alwaysOpen());
    for (int i = 0; i < 20; ++i)
        resolved(api);
    api.clock.advance(40h);
    const auto server = [&] {
        Db::Connection db(api.database.settings());
        const auto taken = takeTimedTransitions(db, api.environment());
        return taken ? *taken : -1;
    };
    std::future<int> servers[]
            = {std::async(std::launch::async, server), std::async(std::launch::async, server),
               std::async(std::launch::async, server)};
    int taken = 0;
    for (std::future<int> &result : servers)
        taken += result.get();
    QCOMPARE(taken, 20);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.status_change WHERE trigger = 'after:40'"_s),
             u"20"_s);
}

void TestTimedTransitions::tellsOnceBeforeItCloses()
{
    TicketHarness api(u"helpdesk"_s, alwaysOpen());
    const TicketId ticket = resolved(api);
    QCOMPARE(api.put(TicketHarness::path(ticket, "/watchers/me"), api.alex, {{u"mode"_s, u"all"_s}})
                     .status,
             200);
    const QDateTime closes = api.look(api.jane, ticket).resolvedAt.addSecs(40 * 3600);
    api.clock.advance(32h - 1ms);
    QCOMPARE(tell(api), 0);
    api.clock.advance(1ms);
    QCOMPARE(tell(api), 1);
    QCOMPARE(tell(api), 0);

    const auto timeline = decoded<Page<TimelineEntry>>(
            api.get(TicketHarness::path(ticket, "/timeline?order=desc&kind=event"), api.jane));
    const TimelineEntry entry = timeline.data.first();
    QCOMPARE(entry.event, TimelineEvent::ClosingSoon);
    QVERIFY(!entry.author);
    QVERIFY(!entry.isInternal);
    QCOMPARE(entry.details, (QJsonObject{{u"dueAt"_s, timeToJson(closes)}}));
    QCOMPARE(api.events(ticket, u"ticket.closing"_s), 1);
    QCOMPARE(toldOfClosing(api, ticket), (QStringList{u"Alex"_s, u"Jane"_s}));

    api.clock.advance(8h);
    QCOMPARE(run(api), 1);
    QCOMPARE(api.look(api.jane, ticket).closedAt, closes);
    QCOMPARE(tell(api), 0);
}

void TestTimedTransitions::tellsAgainAfterAnotherStay()
{
    TicketHarness api(u"helpdesk"_s, alwaysOpen());
    const TicketId ticket = resolved(api);
    api.clock.advance(33h);
    QCOMPARE(tell(api), 1);
    QCOMPARE(api.reply(api.jane, ticket, u"Not yet"_s).status, 201);
    QCOMPARE(tell(api), 0);
    api.clock.advance(1h);
    QCOMPARE(api.setStatus(api.alex, ticket, u"resolved"_s).status, 200);
    api.clock.advance(31h);
    QCOMPARE(tell(api), 0);
    api.clock.advance(1h);
    QCOMPARE(tell(api), 1);
    QCOMPARE(api.events(ticket, u"ticket.closing"_s), 2);

    // What is due by now needs no announcement any more.
    const TicketId late = resolved(api);
    api.clock.advance(40h);
    QCOMPARE(tell(api), 0);
    QCOMPARE(toldOfClosing(api, late), QStringList());
}

void TestTimedTransitions::tellsAsEarlyAsTheWorkflowSays_data()
{
    QTest::addColumn<int>("warning");
    QTest::addColumn<int>("hours"); // after which it is told; 0: never
    QTest::newRow("two hours before") << 2 << 38;
    QTest::newRow("not at all") << 0 << 0;
    QTest::newRow("sooner than it is resolved") << 40 << 0;
}

void TestTimedTransitions::tellsAsEarlyAsTheWorkflowSays()
{
    QFETCH(const int, warning);
    QFETCH(const int, hours);
    TicketHarness api(u"helpdesk"_s, alwaysOpen());
    changeClosing(api, {{u"trigger"_s, u"after:40"_s},
                        {u"from"_s, u"resolved"_s},
                        {u"to"_s, u"closed"_s},
                        {u"warningHours"_s, warning}});
    const TicketId ticket = resolved(api);
    for (int hour = 1; hour < 40; ++hour) {
        api.clock.advance(1h);
        QCOMPARE(tell(api), hour == hours ? 1 : 0);
    }
    QCOMPARE(api.events(ticket, u"ticket.closing"_s), hours ? 1 : 0);
}

void TestTimedTransitions::tellsOnceOnSeveralServers()
{
    TicketHarness api(u"helpdesk"_s, alwaysOpen());
    for (int i = 0; i < 10; ++i)
        resolved(api);
    api.clock.advance(33h);
    const auto server = [&] {
        Db::Connection db(api.database.settings());
        const auto told = tellOfClosing(db, api.environment());
        return told ? *told : -1;
    };
    std::future<int> first = std::async(std::launch::async, server);
    std::future<int> second = std::async(std::launch::async, server);
    QCOMPARE(first.get() + second.get(), 10);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.event WHERE type = 'ticket.closing'"_s),
             u"10"_s);
}

void TestTimedTransitions::stopsAtOnce()
{
    TicketHarness api;
    TimedTransitions job(api.database.settings(), api.environment());
    job.start();
    job.stop();
    job.stop();
}

QTEST_GUILESS_MAIN(TestTimedTransitions)
#include "tst_timedtransitions.moc"
