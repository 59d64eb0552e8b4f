// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/team.h"
#include "server/jobs/waitingsteps.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;

/// Whose turn it is among the members of a team (capability A3).
class TestTeamTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isATeamsOwnRule();
    void givesWhatBecomesTheTeams();
    void leavesWhatSomebodyHas();
    void comesBeforeTheRuleOfTheDesk();
    void givesWhatComesIntoWorkLater();
    void passesOverWhoMayNotAnswer();
    void tellsATransferAndTheTurnApart();
    void saysWhyNobodyAndTakesWhoComes();
    void waitsNoMoreForWhatIsSettled();
    void turnsAreExactUnderManyWriters_data();
    void turnsAreExactUnderManyWriters();
};

namespace {

Team makeTeam(TicketHarness &api, const QList<Person> &members,
              const QString &rule = u"round_robin"_s, const QString &name = u"Second level"_s)
{
    QJsonArray ids;
    for (const Person &member : members)
        ids.append(member.id.value());
    return decoded<Team>(api.post("/teams", api.admin,
                                  {{u"desk"_s, api.desk.value()},
                                   {u"name"_s, name},
                                   {u"members"_s, ids},
                                   {u"assignmentRule"_s, rule}}));
}

QJsonObject ofTeam(const Team &team)
{
    return {{u"team"_s, team.id.value()}};
}

QByteArray teamPath(const Team &team)
{
    return "/teams/" + QByteArray::number(team.id.value());
}

void goAway(TicketHarness &api, const Person &person, const QDateTime &until)
{
    const Answer answer = api.patch("/me", person, {{u"awayUntil"_s, timeToJson(until)}});
    if (answer.status != 200)
        qFatal("not away: %s", answer.body.constData());
}

int assignAll(TicketHarness &api)
{
    const auto assigned = assignWaitingSteps(api.database.connection(), api.environment());
    if (!assigned)
        qFatal("failed: %s", qPrintable(assigned.error().detail));
    return *assigned;
}

QList<TimelineEntry> eventsOfTicket(TicketHarness &api, TicketId ticket)
{
    return decoded<Page<TimelineEntry>>(
                   api.get(TicketHarness::path(ticket, "/timeline?kind=event&pageSize=100"),
                           api.lead))
            .data;
}

} // namespace

void TestTeamTurns::isATeamsOwnRule()
{
    TicketHarness api;
    const Team team = makeTeam(api, {api.alex}, u"least_loaded"_s);
    QCOMPARE(team.assignmentRule, AssignmentRule::LeastLoaded);
    const Team plain = decoded<Team>(api.post(
            "/teams", api.admin, {{u"desk"_s, api.desk.value()}, {u"name"_s, u"Plain"_s}}));
    QCOMPARE(plain.assignmentRule, AssignmentRule::None);
    QVERIFY(!api.makeTicket(api.lead, ofTeam(plain)).assignee);

    const QJsonObject inTurn{{u"assignmentRule"_s, u"round_robin"_s}};
    QCOMPARE(decoded<Team>(api.patch(teamPath(plain), api.admin, inTurn)).assignmentRule,
             AssignmentRule::RoundRobin);
    const QJsonObject byDice{{u"assignmentRule"_s, u"by_dice"_s}};
    QCOMPARE(api.patch(teamPath(plain), api.admin, byDice).faults(),
             QStringList{u"assignmentRule:unknown_value"_s});
    for (const Person &other : {api.alex, api.jane, api.observer})
        QCOMPARE(api.patch(teamPath(plain), other, inTurn).status, 403);
    QCOMPARE(api.value(u"SELECT new_value ->> 'assignmentRule' FROM ticket.activity"
                       " WHERE entity = 'team' AND action = 'update' ORDER BY id DESC LIMIT 1"_s),
             u"round_robin"_s);
}

void TestTeamTurns::givesWhatBecomesTheTeams()
{
    TicketHarness api;
    const Team team = makeTeam(api, {api.emily, api.alex});
    QCOMPARE(api.makeTicket(api.lead, ofTeam(team)).assignee->id, api.alex.id);
    // Made for the team.
    const Ticket made = api.makeTicket(api.jane);
    QVERIFY(!made.assignee);
    QCOMPARE(api.patch(TicketHarness::path(made.id), api.lead, ofTeam(team)).status, 200);
    QCOMPARE(api.look(api.lead, made.id).assignee->id, api.emily.id);
    // Whoever had it lets go of it when handing it over.
    const Ticket held = api.makeTicket(api.lead, {{u"assignedTo"_s, api.lead.id.value()}});
    QCOMPARE(api.post(TicketHarness::path(held.id, "/transfer"), api.lead,
                      {{u"team"_s, team.id.value()},
                       {u"assignedTo"_s, QJsonValue()},
                       {u"reason"_s, u"It is a cable"_s}})
                     .status,
             200);
    QCOMPARE(api.look(api.lead, held.id).assignee->id, api.alex.id);
    // Who lets go of it later means it.
    QCOMPARE(api.post(TicketHarness::path(held.id, "/assign"), api.alex,
                      {{u"assignedTo"_s, QJsonValue()}})
                     .status,
             200);
    QVERIFY(!api.look(api.lead, held.id).assignee);
    QCOMPARE(assignAll(api), 0);
}

void TestTeamTurns::leavesWhatSomebodyHas()
{
    TicketHarness api;
    const Team team = makeTeam(api, {api.emily, api.alex});
    QJsonObject named = ofTeam(team);
    named[u"assignedTo"_s] = api.lead.id.value();
    QCOMPARE(api.makeTicket(api.lead, named).assignee->id, api.lead.id);
    const Ticket held = api.makeTicket(api.lead, {{u"assignedTo"_s, api.lead.id.value()}});
    QCOMPARE(api.patch(TicketHarness::path(held.id), api.lead, ofTeam(team)).status, 200);
    QCOMPARE(api.look(api.lead, held.id).assignee->id, api.lead.id);
    // Nor is it anybody's turn for what is done.
    const Ticket done = api.makeTicket(api.jane);
    api.forceStatus(done.id, u"closed"_s);
    QCOMPARE(api.patch(TicketHarness::path(done.id), api.lead, ofTeam(team)).status, 200);
    QVERIFY(!api.look(api.lead, done.id).assignee);
    QCOMPARE(api.value(u"SELECT last_account_id FROM ticket.team WHERE id = %1"_s.arg(
                     team.id.value())),
             u"0"_s);
}

void TestTeamTurns::comesBeforeTheRuleOfTheDesk()
{
    TicketHarness api;
    api.database.execute(u"UPDATE ticket.desk SET assignment_rule = 'round_robin',"
                         " assignment_role = 'lead' WHERE id = %1"_s.arg(api.desk.value()));
    const Team team = makeTeam(api, {api.emily});
    const Team plain = makeTeam(api, {api.alex}, u"none"_s, u"Plain"_s);
    QCOMPARE(api.makeTicket(api.lead, ofTeam(team)).assignee->id, api.emily.id);
    QCOMPARE(api.makeTicket(api.lead, ofTeam(plain)).assignee->id, api.lead.id);
    QCOMPARE(api.makeTicket(api.jane).assignee->id, api.lead.id);
}

void TestTeamTurns::givesWhatComesIntoWorkLater()
{
    TicketHarness api(u"approval"_s);
    const Team team = makeTeam(api, {api.emily});
    const Ticket draft = api.makeTicket(api.lead, ofTeam(team));
    QCOMPARE(draft.statusCategory, StatusCategory::Draft);
    QVERIFY(!draft.assignee);
    // Without a template nobody has to approve it.
    QCOMPARE(api.setStatus(api.lead, draft.id, u"waiting_approval"_s).status, 200);
    const Ticket open = api.look(api.lead, draft.id);
    QCOMPARE(open.statusCategory, StatusCategory::Open);
    QCOMPARE(open.assignee->id, api.emily.id);
}

void TestTeamTurns::passesOverWhoMayNotAnswer()
{
    TicketHarness api;
    const Team team = makeTeam(api, {api.observer, api.alex});
    for (int i = 0; i < 2; ++i)
        QCOMPARE(api.makeTicket(api.lead, ofTeam(team)).assignee->id, api.alex.id);
    const Team nobody = makeTeam(api, {api.observer}, u"round_robin"_s, u"Readers"_s);
    const Ticket ticket = api.makeTicket(api.lead, ofTeam(nobody));
    QVERIFY(!ticket.assignee);
    QCOMPARE(eventsOfTicket(api, ticket.id).last().details["waiting"_L1].toString(),
             u"no_holders"_s);
}

void TestTeamTurns::tellsATransferAndTheTurnApart()
{
    TicketHarness api;
    const Team team = makeTeam(api, {api.emily});
    const TicketId id = api.makeTicket(api.jane).id;
    QCOMPARE(api.post(TicketHarness::path(id, "/transfer"), api.alex,
                      {{u"team"_s, team.id.value()}, {u"reason"_s, u"It is a cable"_s}})
                     .status,
             200);
    const QList<TimelineEntry> events = eventsOfTicket(api, id);
    const TimelineEntry transfer = events.value(events.size() - 2);
    QCOMPARE(transfer.event, TimelineEvent::Transfer);
    QCOMPARE(transfer.author->id, api.alex.id);
    QVERIFY(transfer.details["new"_L1]["assignee"_L1].isNull());
    const TimelineEntry turn = events.last();
    QCOMPARE(turn.event, TimelineEvent::Assignment);
    QVERIFY(!turn.author);
    QCOMPARE(turn.details["team"_L1]["name"_L1].toString(), u"Second level"_s);
    QCOMPARE(turn.details["new"_L1]["id"_L1].toInteger(), api.emily.id.value());
    QVERIFY(!turn.details.contains("role"_L1));
}

void TestTeamTurns::saysWhyNobodyAndTakesWhoComes()
{
    TicketHarness api;
    const Team team = makeTeam(api, {api.emily, api.alex});
    for (const Person &agent : {api.alex, api.emily})
        goAway(api, agent, api.clock.now().addDays(3));
    const TicketId id = api.makeTicket(api.lead, ofTeam(team)).id;
    QVERIFY(!api.look(api.lead, id).assignee);
    const TimelineEntry nobody = eventsOfTicket(api, id).last();
    QCOMPARE(nobody.event, TimelineEvent::NobodyChosen);
    QCOMPARE(nobody.details["waiting"_L1].toString(), u"all_away"_s);
    QCOMPARE(nobody.details["team"_L1]["id"_L1].toInteger(), team.id.value());
    QCOMPARE(assignAll(api), 0);

    goAway(api, api.emily, {});
    QCOMPARE(assignAll(api), 1);
    QCOMPARE(api.look(api.lead, id).assignee->id, api.emily.id);
    QCOMPARE(eventsOfTicket(api, id).last().event, TimelineEvent::Assignment);
    QCOMPARE(assignAll(api), 0);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.team_wait"_s), u"0"_s);
}

void TestTeamTurns::waitsNoMoreForWhatIsSettled()
{
    TicketHarness api;
    const Team team = makeTeam(api, {api.alex});
    const Team other = makeTeam(api, {api.observer}, u"none"_s, u"Other"_s);
    goAway(api, api.alex, api.clock.now().addDays(3));
    QList<TicketId> ids;
    for (int i = 0; i < 5; ++i)
        ids.append(api.makeTicket(api.lead, ofTeam(team)).id);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.team_wait"_s), u"5"_s);
    // Taken, and let go of again.
    for (const QJsonValue &who : {QJsonValue(u"me"_s), QJsonValue()})
        QCOMPARE(
                api.post(TicketHarness::path(ids[0], "/assign"), api.lead, {{u"assignedTo"_s, who}})
                        .status,
                200);
    QCOMPARE(api.patch(TicketHarness::path(ids[1]), api.lead, ofTeam(other)).status, 200);
    api.forceStatus(ids[2], u"closed"_s);
    QCOMPARE(api.remove(TicketHarness::path(ids[3]), api.lead).status, 204);
    goAway(api, api.alex, {});
    QCOMPARE(assignAll(api), 1);
    QCOMPARE(api.look(api.lead, ids[4]).assignee->id, api.alex.id);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!api.look(api.lead, ids[i]).assignee);
}

void TestTeamTurns::turnsAreExactUnderManyWriters_data()
{
    QTest::addColumn<QString>("rule");
    QTest::newRow("in turn") << u"round_robin"_s;
    QTest::newRow("fewest first") << u"least_loaded"_s;
}

void TestTeamTurns::turnsAreExactUnderManyWriters()
{
    QFETCH(QString, rule);
    TicketHarness api;
    const Person third = api.addPerson(u"third"_s, BuiltInRole::Agent, api.desk);
    const Team team = makeTeam(api, {api.alex, api.emily, api.lead, third}, rule);
    constexpr int writers = 16;
    constexpr int each
            = 10; // half are made for the team, half become the team's: 160 turns of four
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&] {
            for (int i = 0; i < each; ++i) {
                if (i % 2 == 0) {
                    api.makeTicket(api.lead, ofTeam(team));
                    continue;
                }
                const TicketId id = api.makeTicket(api.jane).id;
                const Answer answer
                        = api.post(TicketHarness::path(id, "/transfer"), api.lead,
                                   {{u"team"_s, team.id.value()}, {u"reason"_s, u"Theirs"_s}});
                if (answer.status != 200)
                    ++refused;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(refused.load(), 0);
    QCOMPARE(api.value(u"SELECT string_agg(n::text, ' ') FROM (SELECT count(*) AS n"
                       " FROM ticket.ticket GROUP BY assignee_id) turns"_s),
             u"40 40 40 40"_s);
}

QTEST_GUILESS_MAIN(TestTeamTurns)
#include "tst_teamturns.moc"
