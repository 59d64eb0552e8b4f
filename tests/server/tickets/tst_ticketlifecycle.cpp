// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/workflows/presets.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Every transition of the presets, by who may take it, through the API.
class TestTicketLifecycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPair_data();
    void everyPair();
    void missingReasonIsNamed();
    void stampsAndReopening();
    void requesterReopensWithinTwoWeeks();
    void staffReplyStartsWork();
    void requesterReplyResumes_data();
    void requesterReplyResumes();
    void openingByStaffStartsWork();
    void closeTakesTheClosingTransition();
    void statusLogAndTimeline();
    void solutionAndCommentAreChecked();
};

namespace {

/// What lifecycles.md says about who may go from one status to another: letters of those who may.
/// r: the requester, a: agents (and leads, administrators).
struct Way
{
    QLatin1StringView from;
    QLatin1StringView to;
    QLatin1StringView who;
};

const QList<Way> &helpdeskWays()
{
    static const QList<Way> ways{
            {"new"_L1, "in_progress"_L1, "a"_L1},
            {"new"_L1, "resolved"_L1, "a"_L1},
            {"new"_L1, "rejected"_L1, "a"_L1},
            {"new"_L1, "withdrawn"_L1, "r"_L1},
            {"in_progress"_L1, "waiting_for_requester"_L1, "a"_L1},
            {"in_progress"_L1, "on_hold"_L1, "a"_L1},
            {"in_progress"_L1, "resolved"_L1, "a"_L1},
            {"in_progress"_L1, "withdrawn"_L1, "r"_L1},
            {"waiting_for_requester"_L1, "in_progress"_L1, "a"_L1},
            {"waiting_for_requester"_L1, "resolved"_L1, "a"_L1},
            {"waiting_for_requester"_L1, "withdrawn"_L1, "r"_L1},
            {"on_hold"_L1, "in_progress"_L1, "a"_L1},
            {"on_hold"_L1, "resolved"_L1, "a"_L1},
            {"on_hold"_L1, "withdrawn"_L1, "r"_L1},
            {"resolved"_L1, "closed"_L1, "ar"_L1},
            {"closed"_L1, "in_progress"_L1, "ar"_L1},
    };
    return ways;
}

const QList<Way> &supportWays()
{
    static const QList<Way> ways = [] {
        const QList<std::pair<QLatin1StringView, QList<QLatin1StringView>>> table{
                {"open"_L1, {"answered"_L1, "in_progress"_L1, "on_hold"_L1, "closed"_L1}},
                {"answered"_L1,
                 {"in_progress"_L1, "on_hold"_L1, "waiting_for_response"_L1, "closed"_L1}},
                {"waiting_for_response"_L1, {"answered"_L1, "in_progress"_L1, "closed"_L1}},
                {"on_hold"_L1, {"in_progress"_L1, "answered"_L1, "closed"_L1}},
                {"in_progress"_L1, {"resolved"_L1, "on_hold"_L1, "closed"_L1}},
                {"resolved"_L1, {"closed"_L1}},
                {"closed"_L1, {"open"_L1}},
        };
        QList<Way> list;
        for (const auto &[from, targets] : table) {
            for (const QLatin1StringView to : targets)
                list.append({from, to, "a"_L1});
        }
        return list;
    }();
    return ways;
}

const QList<Way> &basicWays()
{
    static const QList<Way> ways{
            {"open"_L1, "in_progress"_L1, "a"_L1}, {"open"_L1, "resolved"_L1, "a"_L1},
            {"in_progress"_L1, "open"_L1, "a"_L1}, {"in_progress"_L1, "resolved"_L1, "a"_L1},
            {"resolved"_L1, "open"_L1, "a"_L1},    {"resolved"_L1, "in_progress"_L1, "a"_L1},
    };
    return ways;
}

} // namespace

void TestTicketLifecycle::everyPair_data()
{
    QTest::addColumn<QString>("workflow");
    QTest::addColumn<QList<Way>>("ways");
    QTest::newRow("helpdesk") << u"helpdesk"_s << helpdeskWays();
    QTest::newRow("support") << u"support"_s << supportWays();
    QTest::newRow("basic") << u"basic"_s << basicWays();
}

void TestTicketLifecycle::everyPair()
{
    QFETCH(const QString, workflow);
    QFETCH(const QList<Way>, ways);
    TicketHarness api(workflow);
    const WorkflowDefinition *definition = workflowPreset(workflow);
    const Ticket ticket = api.makeTicket(api.jane);
    // Both are there, so that only the transition itself decides.
    const QJsonObject words{{u"reason"_s, u"Because"_s}, {u"comment"_s, u"So it is"_s}};

    struct Actor
    {
        const char *name;
        Person person;
        char letter;
    };
    const QList<Actor> actors{{"requester", api.jane, 'r'},
                              {"agent", api.alex, 'a'},
                              {"lead", api.lead, 'a'},
                              {"admin", api.admin, 'a'},
                              {"observer", api.observer, '-'}};
    for (const WorkflowStatus &from : definition->statuses) {
        for (const WorkflowStatus &to : definition->statuses) {
            const auto way = std::find_if(ways.begin(), ways.end(), [&](const Way &candidate) {
                return candidate.from == from.key && candidate.to == to.key;
            });
            for (const Actor &actor : actors) {
                api.forceStatus(ticket.id, from.key);
                const Answer answer = api.setStatus(actor.person, ticket.id, to.key, words);
                const QByteArray what = from.key.toLatin1() + " -> " + to.key.toLatin1() + " by "
                                        + actor.name + ": " + answer.body;
                if (way == ways.end()) {
                    QVERIFY2(answer.status == 409, what.constData());
                    QCOMPARE(answer.key(), "workflow.transition_not_allowed"_ba);
                    QVERIFY2(answer.json.contains("allowed"_L1), what.constData());
                } else if (way->who.contains(QLatin1Char(actor.letter))) {
                    QVERIFY2(answer.status == 200, what.constData());
                    QCOMPARE(decoded<Ticket>(answer).status, to.key);
                } else {
                    QVERIFY2(answer.status == 403, what.constData());
                    QCOMPARE(answer.key(), "workflow.not_permitted"_ba);
                }
                if (answer.status != 200)
                    QCOMPARE(api.look(actor.person, ticket.id).status, from.key);
            }
            // Somebody else's ticket is not there at all.
            QCOMPARE(api.setStatus(api.mike, ticket.id, to.key, words).status, 404);
        }
    }
}

void TestTicketLifecycle::missingReasonIsNamed()
{
    TicketHarness api;
    const Ticket ticket = api.makeTicket(api.jane);
    const Answer refused = api.setStatus(api.alex, ticket.id, u"rejected"_s);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.faults(), QStringList{u"reason:required"_s});
    QCOMPARE(api.look(api.jane, ticket.id).version, ticket.version);

    const Answer rejected = api.setStatus(api.alex, ticket.id, u"rejected"_s,
                                          {{u"reason"_s, u"Not a request"_s}});
    QCOMPARE(rejected.status, 200);
    const Ticket after = decoded<Ticket>(rejected);
    QCOMPARE(after.statusReason, u"Not a request"_s);
    QCOMPARE(after.statusCategory, StatusCategory::Closed);
    QCOMPARE(api.setStatus(api.alex, ticket.id, u"nowhere"_s).status, 409);
    QCOMPARE(api.setStatus(api.alex, ticket.id, {}).faults(), QStringList{u"status:required"_s});
    QCOMPARE(api.setStatus(api.alex, ticket.id, u"new"_s, {{u"mood"_s, u"good"_s}}).faults(),
             QStringList{u"mood:unknown_field"_s});
}

void TestTicketLifecycle::stampsAndReopening()
{
    TicketHarness api;
    const Ticket ticket = api.makeTicket(api.jane);
    api.clock.advance(1h);
    const QDateTime resolved = api.clock.now();
    Ticket now = decoded<Ticket>(api.setStatus(api.alex, ticket.id, u"resolved"_s));
    QCOMPARE(now.resolvedAt, resolved);
    QVERIFY(!now.closedAt.isValid());
    api.clock.advance(1h);
    const QDateTime closed = api.clock.now();
    now = decoded<Ticket>(api.setStatus(api.jane, ticket.id, u"closed"_s));
    QCOMPARE(now.resolvedAt, resolved);
    QCOMPARE(now.closedAt, closed);
    now = decoded<Ticket>(api.setStatus(api.alex, ticket.id, u"in_progress"_s));
    QVERIFY(!now.resolvedAt.isValid());
    QVERIFY(!now.closedAt.isValid());
    QCOMPARE(now.reopenCount, 1);
    QCOMPARE(now.version, ticket.version + 3);
}

void TestTicketLifecycle::requesterReopensWithinTwoWeeks()
{
    TicketHarness api;
    const Ticket ticket = api.makeTicket(api.jane);
    api.forceStatus(ticket.id, u"closed"_s);
    api.clock.advance(24h * 14 + 1min);
    QCOMPARE(api.setStatus(api.jane, ticket.id, u"in_progress"_s).status, 403);
    QVERIFY(api.look(api.jane, ticket.id).details->allowedTransitions.isEmpty());
    QCOMPARE(api.setStatus(api.alex, ticket.id, u"in_progress"_s).status, 200);
    api.forceStatus(ticket.id, u"closed"_s);
    api.clock.advance(24h * 14);
    QCOMPARE(api.setStatus(api.jane, ticket.id, u"in_progress"_s).status, 200);
}

void TestTicketLifecycle::staffReplyStartsWork()
{
    TicketHarness api;
    const Ticket ticket = api.makeTicket(api.jane);
    QCOMPARE(api.reply(api.jane, ticket.id, u"It burns"_s).status, 201);
    Ticket now = api.look(api.jane, ticket.id);
    QCOMPARE(now.status, u"new"_s);
    QVERIFY(!now.firstResponseAt.isValid());

    api.clock.advance(5min);
    const QDateTime first = api.clock.now();
    QCOMPARE(api.reply(api.alex, ticket.id, u"On my way"_s).status, 201);
    now = api.look(api.jane, ticket.id);
    QCOMPARE(now.status, u"in_progress"_s);
    QCOMPARE(now.firstResponseAt, first);
    // The system did it, and says why.
    QCOMPARE(api.value(u"SELECT author_id IS NULL AND details ->> 'trigger' = 'staffReplied'"
                       " FROM ticket.timeline_entry WHERE event_type = 'status'"_s),
             u"t"_s);
    QCOMPARE(api.value(u"SELECT trigger FROM ticket.status_change"
                       " WHERE changed_by IS NULL"_s),
             u"staffReplied"_s);

    api.clock.advance(5min);
    QCOMPARE(api.reply(api.emily, ticket.id, u"Me too"_s).status, 201);
    QCOMPARE(api.look(api.jane, ticket.id).firstResponseAt, first);
}

void TestTicketLifecycle::requesterReplyResumes_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("expected");
    QTest::newRow("waiting") << u"waiting_for_requester"_s << u"in_progress"_s;
    QTest::newRow("resolved") << u"resolved"_s << u"in_progress"_s;
    QTest::newRow("on hold") << u"on_hold"_s << u"on_hold"_s;
    QTest::newRow("closed") << u"closed"_s << u"closed"_s;
}

void TestTicketLifecycle::requesterReplyResumes()
{
    QFETCH(const QString, from);
    QFETCH(const QString, expected);
    TicketHarness api;
    const Ticket ticket = api.makeTicket(api.jane);
    api.forceStatus(ticket.id, from);
    QCOMPARE(api.reply(api.jane, ticket.id, u"Still broken"_s).status, 201);
    const Ticket now = api.look(api.jane, ticket.id);
    QCOMPARE(now.status, expected);
    QCOMPARE(now.reopenCount, from == "resolved"_L1 ? 1 : 0);
}

void TestTicketLifecycle::openingByStaffStartsWork()
{
    TicketHarness api(u"simple"_s);
    const Ticket ticket = api.makeTicket(api.jane);
    QCOMPARE(api.look(api.jane, ticket.id).status, u"pending"_s);
    // Somebody who may change nothing opens it: it is the system that acts.
    QCOMPARE(api.look(api.observer, ticket.id).status, u"in_progress"_s);
    const Ticket now = api.look(api.jane, ticket.id);
    QCOMPARE(now.updatedBy->id, api.jane.id);
    QCOMPARE(now.version, ticket.version + 1);
    QCOMPARE(api.value(u"SELECT details ->> 'trigger' FROM ticket.timeline_entry"
                       " WHERE event_type = 'status' AND author_id IS NULL"_s),
             u"staffOpened"_s);
    QCOMPARE(api.value(u"SELECT actor_id IS NULL FROM ticket.event"
                       " WHERE type = 'ticket.updated'"_s),
             u"t"_s);

    // Their own request is not opened by being looked at.
    const Ticket own = api.makeTicket(api.alex);
    QCOMPARE(api.look(api.alex, own.id).status, u"pending"_s);
    QCOMPARE(api.look(api.emily, own.id).status, u"in_progress"_s);
}

void TestTicketLifecycle::closeTakesTheClosingTransition()
{
    TicketHarness api;
    const Ticket ticket = api.makeTicket(api.jane);
    const Answer early = api.post(TicketHarness::path(ticket.id, "/close"), api.alex);
    QCOMPARE(early.status, 409);
    QCOMPARE(early.key(), "workflow.transition_not_allowed"_ba);
    api.forceStatus(ticket.id, u"resolved"_s);
    const Answer closed = api.post(TicketHarness::path(ticket.id, "/close"), api.jane,
                                   {{u"reason"_s, u"Thank you"_s}});
    QCOMPARE(closed.status, 200);
    const Ticket now = decoded<Ticket>(closed);
    QCOMPARE(now.status, u"closed"_s);
    QCOMPARE(now.statusReason, u"Thank you"_s);
    QCOMPARE(api.post(TicketHarness::path(ticket.id, "/close"), api.jane).status, 409);
    QCOMPARE(api.post(TicketHarness::path(ticket.id, "/close"), api.mike).status, 404);
    QCOMPARE(api.call(Http::Method::Post, TicketHarness::path(ticket.id, "/close")).status, 401);

    TicketHarness basic(u"basic"_s);
    const Ticket small = basic.makeTicket(basic.jane);
    QCOMPARE(basic.post(TicketHarness::path(small.id, "/close"), basic.jane).status, 403);
    // A workflow without a closed status closes by resolving.
    QCOMPARE(
            decoded<Ticket>(basic.post(TicketHarness::path(small.id, "/close"), basic.alex)).status,
            u"resolved"_s);
}

void TestTicketLifecycle::statusLogAndTimeline()
{
    TicketHarness api;
    const Ticket ticket = api.makeTicket(api.jane);
    api.setStatus(api.alex, ticket.id, u"in_progress"_s);
    api.setStatus(api.alex, ticket.id, u"on_hold"_s,
                  {{u"reason"_s, u"No spare parts"_s}, {u"comment"_s, u"Ordered"_s}});
    QCOMPARE(api.value(u"SELECT string_agg(from_status || '>' || to_status || ':' || reason, ' '"
                       " ORDER BY id) FROM ticket.status_change"_s),
             u"new>in_progress: in_progress>on_hold:No spare parts"_s);
    const auto timeline = decoded<Page<TimelineEntry>>(
            api.get(TicketHarness::path(ticket.id, "/timeline?order=desc&kind=event"), api.jane));
    const TimelineEntry entry = timeline.data.first();
    QCOMPARE(entry.event, TimelineEvent::Status);
    QCOMPARE(entry.author->id, api.alex.id);
    QCOMPARE(entry.details, (QJsonObject{{u"old"_s, u"in_progress"_s},
                                         {u"new"_s, u"on_hold"_s},
                                         {u"oldLabel"_s, u"In progress"_s},
                                         {u"newLabel"_s, u"On hold"_s},
                                         {u"reason"_s, u"No spare parts"_s},
                                         {u"comment"_s, u"Ordered"_s}}));
    QCOMPARE(api.value(u"SELECT (new_value ->> 'status') FROM ticket.activity"
                       " WHERE entity = 'ticket' AND action = 'status' ORDER BY id DESC LIMIT 1"_s),
             u"on_hold"_s);
    QCOMPARE(api.events(ticket.id, u"ticket.updated"_s), 2);
}

void TestTicketLifecycle::solutionAndCommentAreChecked()
{
    TicketHarness api;
    api.database.execute(
            u"UPDATE ticket.workflow_version v SET definition = jsonb_set(definition,"
            " '{transitions,6,requires}', '[\"solution\",\"comment\",\"assignee\"]')"
            " FROM ticket.workflow w WHERE w.id = v.workflow_id AND w.key = 'helpdesk'"_s);
    const Ticket ticket = api.makeTicket(api.jane);
    api.setStatus(api.alex, ticket.id, u"in_progress"_s);
    QCOMPARE(
            api.setStatus(api.alex, ticket.id, u"resolved"_s).faults(),
            (QStringList{u"solution:required"_s, u"comment:required"_s, u"assignedTo:required"_s}));
    QCOMPARE(api.reply(api.alex, ticket.id, u"Switch it on"_s, {{u"isSolution"_s, true}}).status,
             201);
    api.post(TicketHarness::path(ticket.id, "/assign"), api.alex, {{u"assignedTo"_s, u"me"_s}});
    QCOMPARE(api.setStatus(api.alex, ticket.id, u"resolved"_s, {{u"comment"_s, u"Done"_s}}).status,
             200);
}

QTEST_GUILESS_MAIN(TestTicketLifecycle)
#include "tst_ticketlifecycle.moc"
