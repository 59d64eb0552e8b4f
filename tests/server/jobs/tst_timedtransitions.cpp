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
    QJsonObject workflow;
    for (const QJsonValue &one : api.get("/workflows", api.admin).data()) {
        if (one["definition"_L1]["key"_L1] == "helpdesk"_L1)
            workflow = one.toObject();
    }
    QJsonObject definition = workflow["definition"_L1].toObject();
    QJsonArray automatic = definition["automatic"_L1].toArray();
    automatic.removeLast();
    automatic.append(QJsonObject{
            {u"trigger"_s, u"after:2"_s}, {u"from"_s, u"resolved"_s}, {u"to"_s, u"closed"_s}});
    definition[u"automatic"_s] = automatic;
    const QByteArray path = "/workflows/" + QByteArray::number(workflow["id"_L1].toInteger());
    QCOMPARE(api.patch(path, api.admin, {{u"definition"_s, definition}}).status, 200);
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
