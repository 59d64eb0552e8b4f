// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/slaharness.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;

namespace {

/// Who was told of a ticket's service levels, and what, in order: "Alex sla_warning".
QStringList toldOf(SlaHarness &api, TicketId ticket)
{
    return api
            .value(u"SELECT COALESCE(string_agg(a.display_name || ' ' || n.kind, ','"
                   " ORDER BY n.id), '')"
                   " FROM ticket.notification n JOIN ticket.account a ON a.id = n.account_id"
                   " WHERE n.kind LIKE 'sla%' AND n.ticket_id = %1"_s.arg(ticket.value()))
            .split(u',', Qt::SkipEmptyParts);
}

} // namespace

/// Warnings and breaches, found by a sweep and told once each.
class TestServiceLevels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void warnsAndTellsOfABreach();
    void tellsStaffOnly();
    void notifiesWhoHasTheTicket();
    void notifiesWhoCouldTakeWhatNobodyHas();
    void saysNothingOfAWarningThatCameTooLate();
    void tellsAgainWhenSomethingElseIsDue();
    void tellsOfWhatWasMissedBeforeTheSweepCame();
    void goesOnAfterAFailure();
    void doesEachOnceOnSeveralServers();
    void escalatesWhereThePolicySaysSo();
    void leavesDeletedTicketsAlone();
    void stopsAtOnce();
};

void TestServiceLevels::warnsAndTellsOfABreach()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 480);
    const TicketId ticket = api.makeTicket(api.jane).id;
    const int version = api.look(api.alex, ticket).version;
    QCOMPARE(api.work().told, 0);
    api.clock.advance(46min);
    QCOMPARE(api.work().told, 1);
    QCOMPARE(api.work().told, 0);
    QCOMPARE(api.timeline(api.alex, ticket), QStringList{u"sla_warning"_s});
    api.clock.advance(15min);
    QCOMPARE(api.work().told, 1);
    QCOMPARE(api.timeline(api.alex, ticket), QStringList({u"sla_warning"_s, u"sla_breached"_s}));
    QCOMPARE(api.events(ticket, u"sla.warning"_s), 1);
    QCOMPARE(api.events(ticket, u"sla.breached"_s), 1);
    // The resolution is due later; a server that begins anew finds it.
    api.clock.advance(8h);
    QCOMPARE(api.work().told, 1);
    api.clock.advance(24h);
    QCOMPARE(api.work().told, 0);
    QCOMPARE(api.look(api.alex, ticket).version, version);
    const QJsonArray entries
            = api.get(TicketHarness::path(ticket, "/timeline?kind=event"), api.alex).data();
    QCOMPARE(entries.last()["details"_L1]["target"_L1].toString(), u"resolution"_s);
    QCOMPARE(entries.last()["details"_L1]["policy"_L1].toString(), u"Standard"_s);
}

void TestServiceLevels::tellsStaffOnly()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 480);
    const TicketId ticket = api.makeTicket(api.jane).id;
    api.clock.advance(2h);
    QCOMPARE(api.work().told, 1);
    QCOMPARE(api.timeline(api.jane, ticket), QStringList());
    QCOMPARE(api.timeline(api.observer, ticket), QStringList());
    QCOMPARE(api.timeline(api.alex, ticket), QStringList{u"sla_breached"_s});
    QCOMPARE(api.value(u"SELECT bool_and(internal) FROM ticket.event WHERE type LIKE 'sla.%'"_s),
             u"t"_s);
}

void TestServiceLevels::notifiesWhoHasTheTicket()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 480);
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(
            api.post(TicketHarness::path(ticket, "/assign"), api.alex, {{u"assignedTo"_s, u"me"_s}})
                    .status,
            200);
    api.clock.advance(46min);
    QCOMPARE(api.work().told, 1);
    QCOMPARE(api.work().told, 0);
    QCOMPARE(toldOf(api, ticket), QStringList{u"Alex sla_warning"_s});
    api.clock.advance(15min);
    QCOMPARE(api.work().told, 1);
    QCOMPARE(toldOf(api, ticket), QStringList({u"Alex sla_warning"_s, u"Alex sla_breached"_s}));
}

void TestServiceLevels::notifiesWhoCouldTakeWhatNobodyHas()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 480);
    const TicketId desks = api.makeTicket(api.jane).id;
    const TicketId teams = api.makeTicket(api.jane).id;
    api.database.execute(
            u"INSERT INTO ticket.team (desk_id, name, created_by, updated_by)"
            " VALUES (%1, 'Late shift', %2, %2);"
            " INSERT INTO ticket.team_member (team_id, account_id)"
            " SELECT max(id), %2 FROM ticket.team;"
            " UPDATE ticket.ticket SET team_id = (SELECT max(id) FROM ticket.team) WHERE id = %3"_s
                    .arg(api.desk.value())
                    .arg(api.alex.id.value())
                    .arg(teams.value()));
    api.clock.advance(2h);
    QCOMPARE(api.work().told, 2);
    QCOMPARE(toldOf(api, teams), QStringList{u"Alex sla_breached"_s});
    const QStringList told = toldOf(api, desks);
    QCOMPARE(told.count(u"Alex sla_breached"_s), 1);
    QVERIFY(told.size() > 1); // whoever else assigns on the desk
    QVERIFY(told.filter(u"Jane"_s).isEmpty());
    QVERIFY(told.filter(u"Otto"_s).isEmpty());
}

void TestServiceLevels::saysNothingOfAWarningThatCameTooLate()
{
    SlaHarness api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    api.clock.advance(24h);
    api.promise(u"Standard"_s, 60, 480);
    const ServiceLevelWork work = api.work();
    QCOMPARE(work.reckoned, 1);
    QCOMPARE(work.told, 2);
    QCOMPARE(api.timeline(api.alex, ticket), QStringList({u"sla_breached"_s, u"sla_breached"_s}));
}

void TestServiceLevels::tellsAgainWhenSomethingElseIsDue()
{
    SlaHarness api;
    const qint64 policy = api.promise(u"Standard"_s, 60, 4800);
    const TicketId ticket = api.makeTicket(api.jane).id;
    const QByteArray path = "/sla-policies/" + QByteArray::number(policy);
    api.clock.advance(61min);
    QCOMPARE(api.work().told, 1);
    // Nothing of what is promised is another, so what was told is not told again.
    QCOMPARE(api.patch(path, api.admin, {{u"name"_s, u"Usual"_s}}).status, 200);
    QCOMPARE(api.work().told, 0);
    QCOMPARE(api.patch(path, api.admin, {{u"firstResponseMinutes"_s, 120}}).status, 200);
    QCOMPARE(api.work().told, 0);
    api.clock.advance(60min);
    QCOMPARE(api.work().told, 1);
    QCOMPARE(api.timeline(api.alex, ticket).count(u"sla_breached"_s), 2);
}

void TestServiceLevels::tellsOfWhatWasMissedBeforeTheSweepCame()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 480);
    const TicketId late = api.makeTicket(api.jane).id;
    const TicketId good = api.makeTicket(api.jane).id;
    QCOMPARE(api.reply(api.alex, good, u"On it"_s).status, 201);
    api.clock.advance(61min);
    QCOMPARE(api.reply(api.alex, late, u"On it"_s).status, 201);
    QCOMPARE(api.work().told, 1);
    QVERIFY(api.timeline(api.alex, late).contains(u"sla_breached"_s));
    QVERIFY(!api.timeline(api.alex, good).contains(u"sla_breached"_s));
}

void TestServiceLevels::goesOnAfterAFailure()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 480);
    const TicketId first = api.makeTicket(api.jane).id;
    const TicketId second = api.makeTicket(api.jane).id;
    api.clock.advance(2h);
    // The first one cannot be written, as if the server had been killed there.
    api.database.execute(
            u"CREATE FUNCTION ticket.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " IF NEW.ticket_id = %1 THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$;"
            " CREATE TRIGGER fail BEFORE INSERT ON ticket.event"
            " FOR EACH ROW EXECUTE FUNCTION ticket.fail()"_s.arg(first.value()));
    QVERIFY(!keepServiceLevels(api.database.connection(), api.environment()));
    QCOMPARE(api.timeline(api.alex, second), QStringList{u"sla_breached"_s});
    QCOMPARE(api.timeline(api.alex, first), QStringList());
    api.database.execute(u"DROP TRIGGER fail ON ticket.event"_s);
    QCOMPARE(api.work().told, 1);
    QCOMPARE(api.timeline(api.alex, first), QStringList{u"sla_breached"_s});
    QCOMPARE(api.timeline(api.alex, second), QStringList{u"sla_breached"_s});
}

void TestServiceLevels::doesEachOnceOnSeveralServers()
{
    SlaHarness api;
    for (int i = 0; i < 20; ++i)
        api.makeTicket(api.jane);
    api.promise(u"Standard"_s, 60, 480);
    api.clock.advance(2h);
    std::vector<std::future<int>> servers;
    for (int i = 0; i < 4; ++i) {
        servers.push_back(std::async(std::launch::async, [&] {
            Db::Connection db(api.database.settings());
            const auto work = keepServiceLevels(db, api.environment());
            return work ? work->told : -1000;
        }));
    }
    int told = 0;
    for (auto &server : servers)
        told += server.get();
    QCOMPARE(told, 20);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.timeline_entry"
                       " WHERE event_type = 'sla_breached'"_s),
             u"20"_s);
}

void TestServiceLevels::escalatesWhereThePolicySaysSo()
{
    SlaHarness api(u"steps"_s);
    api.promise(u"Standard"_s, 60, 480);
    const TicketId patient = api.makeTicket(api.jane).id;
    api.clock.advance(2h);
    QCOMPARE(api.work().told, 1);
    QVERIFY(!api.timeline(api.alex, patient).contains(u"escalation"_s));

    api.promise(u"Urgent"_s, 60, 480, {{u"priority"_s, u"urgent"_s}, {u"escalates"_s, true}});
    const TicketId urgent = api.makeTicket(api.jane, {{u"priority"_s, u"urgent"_s}}).id;
    api.clock.advance(2h);
    QCOMPARE(api.work().told, 1);
    QVERIFY(api.timeline(api.alex, urgent).contains(u"escalation"_s));
    QCOMPARE(api.look(api.lead, urgent).assignee->id, api.lead.id);
    // Once for a role, and without harm where there is nobody to go to.
    api.clock.advance(24h);
    QVERIFY(api.work().told > 0);
    QCOMPARE(api.timeline(api.alex, urgent).count(u"escalation"_s), 1);
}

void TestServiceLevels::leavesDeletedTicketsAlone()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 480);
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(api.remove(TicketHarness::path(ticket), api.lead).status, 204);
    api.clock.advance(2h);
    QCOMPARE(api.work().told, 0);
    QCOMPARE(api.post(TicketHarness::path(ticket, "/restore"), api.lead).status, 200);
    QCOMPARE(api.work().told, 1);
}

void TestServiceLevels::stopsAtOnce()
{
    SlaHarness api;
    ServiceLevels job(api.database.settings(), api.environment());
    job.start();
    job.stop();
}

QTEST_GUILESS_MAIN(TestServiceLevels)
#include "tst_servicelevels.moc"
