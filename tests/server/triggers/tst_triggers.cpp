// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timeline/timelineentry.h"
#include "common/triggers/tickettrigger.h"
#include "server/db/transaction.h"
#include "server/events/eventlog.h"
#include "server/jobs/triggerrunner.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;

namespace {

QJsonObject actionOf(const QString &kind, const QString &value)
{
    return {{u"do"_s, kind}, {u"value"_s, value}};
}

QJsonObject draftOn(DeskId desk, const QString &name, const QString &moment, const QString &query,
                    const QJsonArray &actions)
{
    return {{u"desk"_s, desk.isValid() ? QJsonValue(desk.value()) : QJsonValue()},
            {u"name"_s, name},
            {u"moment"_s, moment},
            {u"query"_s, query},
            {u"actions"_s, actions}};
}

TicketTrigger makeTrigger(TicketHarness &api, const QString &name, const QString &moment,
                          const QString &query, const QJsonArray &actions)
{
    return decoded<TicketTrigger>(
            api.post("/triggers", api.admin, draftOn(api.desk, name, moment, query, actions)));
}

int work(TicketHarness &api)
{
    const auto ran = runTriggers(api.database.connection(), api.environment());
    if (!ran)
        qFatal("failed: %s", qPrintable(ran.error().detail));
    return *ran;
}

/// The log of the trigger, the newest first: "done", "failed: key".
QStringList logOf(TicketHarness &api, TicketTriggerId trigger)
{
    const auto runs = decoded<Page<TriggerRun>>(
            api.get("/triggers/" + QByteArray::number(trigger.value()) + "/runs", api.admin));
    QStringList lines;
    for (const TriggerRun &run : runs.data) {
        const QString outcome = run.outcome ? QString(toWire(*run.outcome)) : u"waits"_s;
        lines.append(run.reason.isEmpty() ? outcome : outcome + u": "_s + run.reason);
    }
    return lines;
}

QString waiting(TicketHarness &api)
{
    return api.value(u"SELECT count(*) FROM ticket.trigger_run WHERE outcome IS NULL"_s);
}

} // namespace

/// On an event, if conditions hold, actions.
class TestTriggers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesWhatItSays();
    void namesTheTriggerInTheTimeline();
    void looksAtItsMoment_data();
    void looksAtItsMoment();
    void asksItsConditions();
    void keepsToItsDesk();
    void changesTheStatusOnlyByAWayThatAsksForNothing();
    void logsWhatFailsAndGoesOn();
    void stopsInACircle();
    void stopsBehindFive();
    void queuesNothingOfWhatIsRolledBack();
    void doesWhatWaitedOnceOnSeveralServers();
    void leavesAloneWhatWasSwitchedOff();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void tellsNothingOfTicketsThatTheReaderDoesNotSee();
    void stopsAtOnce();
};

void TestTriggers::doesWhatItSays()
{
    TicketHarness api;
    const TicketTrigger trigger = makeTrigger(
            api, u"Everything"_s, u"created"_s, QString(),
            {actionOf(u"set_priority"_s, u"urgent"_s), actionOf(u"add_tag"_s, u"vip"_s),
             actionOf(u"remove_tag"_s, u"Old"_s),
             actionOf(u"assign"_s, QString::number(api.alex.id.value())),
             actionOf(u"add_note"_s, u"Look at once"_s), actionOf(u"notify"_s, u"requester"_s)});
    const Ticket made = api.makeTicket(api.jane, {{u"tags"_s, QJsonArray{u"old"_s}}});
    QCOMPARE(logOf(api, trigger.id), QStringList{u"waits"_s});
    QCOMPARE(work(api), 1);
    QCOMPARE(work(api), 0);
    QCOMPARE(logOf(api, trigger.id), QStringList{u"done"_s});

    const Ticket now = api.look(api.alex, made.id);
    QCOMPARE(now.priority, Priority::Urgent);
    QCOMPARE(now.tags, QStringList{u"vip"_s});
    QCOMPARE(now.assignee->id, api.alex.id);
    QCOMPARE(api.value(u"SELECT body || ' ' || (author_id IS NULL) FROM ticket.timeline_entry"
                       " WHERE kind = 'note'"_s),
             u"Look at once true"_s);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.notification WHERE kind = 'workflow'"
                       " AND account_id = %1"_s.arg(api.jane.id.value())),
             u"1"_s);
}

void TestTriggers::namesTheTriggerInTheTimeline()
{
    TicketHarness api;
    makeTrigger(api, u"Escalate VIP"_s, u"created"_s, QString(),
                {actionOf(u"set_priority"_s, u"urgent"_s)});
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(work(api), 1);
    const auto timeline = decoded<Page<TimelineEntry>>(
            api.get(TicketHarness::path(ticket, "/timeline?order=desc&kind=event"), api.alex));
    QCOMPARE(timeline.data.first().event, TimelineEvent::Priority);
    QVERIFY(!timeline.data.first().author);
    QCOMPARE(timeline.data.first().details.value("byTrigger"_L1).toString(), u"Escalate VIP"_s);
    // What a person does afterwards on the same connection is not the trigger's.
    QCOMPARE(api.patch(TicketHarness::path(ticket), api.alex, {{u"priority"_s, u"low"_s}}).status,
             200);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.timeline_entry WHERE details ? 'byTrigger'"_s),
             u"1"_s);
}

void TestTriggers::looksAtItsMoment_data()
{
    QTest::addColumn<QString>("moment");
    QTest::addColumn<QString>(
            "runs"); // after each of: made, reply of jane, of alex, note, assigned
    QTest::newRow("created") << u"created"_s << u"1 0 0 0 0"_s;
    QTest::newRow("requester") << u"requester_replied"_s << u"0 1 0 0 0"_s;
    QTest::newRow("staff") << u"staff_replied"_s << u"0 0 1 0 0"_s;
    QTest::newRow("note") << u"note_added"_s << u"0 0 0 1 0"_s;
    QTest::newRow("assigned") << u"assigned"_s << u"0 0 0 0 1"_s;
}

void TestTriggers::looksAtItsMoment()
{
    QFETCH(const QString, moment);
    QFETCH(const QString, runs);
    TicketHarness api;
    makeTrigger(api, u"One"_s, moment, u"tag:never"_s, {actionOf(u"add_tag"_s, u"seen"_s)});
    const TicketId ticket = api.makeTicket(api.jane).id;
    QStringList counts{QString::number(work(api))};
    QCOMPARE(api.reply(api.jane, ticket, u"Please"_s).status, 201);
    counts.append(QString::number(work(api)));
    QCOMPARE(api.reply(api.alex, ticket, u"At once"_s).status, 201);
    counts.append(QString::number(work(api)));
    QCOMPARE(api.reply(api.alex, ticket, u"Hm"_s, {{u"isInternal"_s, true}}).status, 201);
    counts.append(QString::number(work(api)));
    QCOMPARE(api.post(TicketHarness::path(ticket, "/assign"), api.lead,
                      {{u"assignedTo"_s, api.emily.id.value()}})
                     .status,
             200);
    counts.append(QString::number(work(api)));
    QCOMPARE(counts.join(u' '), runs);
}

void TestTriggers::asksItsConditions()
{
    TicketHarness api;
    const TicketTrigger trigger
            = makeTrigger(api, u"Printers"_s, u"created"_s, u"printer -priority:low"_s,
                          {actionOf(u"add_tag"_s, u"hardware"_s)});
    const TicketId yes = api.makeTicket(api.jane, {{u"title"_s, u"The printer burns"_s}}).id;
    const TicketId no = api.makeTicket(api.jane, {{u"title"_s, u"The coffee burns"_s}}).id;
    QCOMPARE(work(api), 2);
    QCOMPARE(api.look(api.alex, yes).tags, QStringList{u"hardware"_s});
    QCOMPARE(api.look(api.alex, no).tags, QStringList());
    QCOMPARE(logOf(api, trigger.id), (QStringList{u"not_met"_s, u"done"_s}));
}

void TestTriggers::keepsToItsDesk()
{
    TicketHarness api;
    const DeskId other = api.addWorkflowDesk(u"HR"_s, u"helpdesk"_s);
    const QJsonArray actions{actionOf(u"set_priority"_s, u"urgent"_s)};
    const auto elsewhere = decoded<TicketTrigger>(api.post(
            "/triggers", api.admin, draftOn(other, u"There"_s, u"created"_s, QString(), actions)));
    const auto everywhere = decoded<TicketTrigger>(
            api.post("/triggers", api.admin,
                     draftOn({}, u"Everywhere"_s, u"created"_s, QString(), actions)));
    api.makeTicket(api.jane);
    QCOMPARE(work(api), 1);
    QCOMPARE(logOf(api, elsewhere.id), QStringList());
    QCOMPARE(logOf(api, everywhere.id), QStringList{u"done"_s});
}

void TestTriggers::changesTheStatusOnlyByAWayThatAsksForNothing()
{
    TicketHarness api;
    const TicketTrigger begin = makeTrigger(api, u"Begin"_s, u"created"_s, QString(),
                                            {actionOf(u"set_status"_s, u"in_progress"_s)});
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(work(api), 1);
    QCOMPARE(logOf(api, begin.id), QStringList{u"done"_s});
    QCOMPARE(api.look(api.jane, ticket).status, u"in_progress"_s);

    const TicketTrigger leap = makeTrigger(api, u"Leap"_s, u"requester_replied"_s, QString(),
                                           {actionOf(u"set_status"_s, u"nowhere"_s)});
    QCOMPARE(api.reply(api.jane, ticket, u"And?"_s).status, 201);
    QCOMPARE(work(api), 1);
    QCOMPARE(logOf(api, leap.id), QStringList{u"failed: workflow.transition_not_allowed"_s});
}

void TestTriggers::logsWhatFailsAndGoesOn()
{
    TicketHarness api;
    const TicketTrigger bad = makeTrigger(
            api, u"Bad"_s, u"created"_s, QString(),
            {actionOf(u"add_tag"_s, u"half"_s), actionOf(u"set_team"_s, u"999999"_s)});
    const TicketTrigger good = makeTrigger(api, u"Good"_s, u"created"_s, QString(),
                                           {actionOf(u"add_tag"_s, u"whole"_s)});
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(work(api), 2);
    QCOMPARE(logOf(api, bad.id).size(), 1);
    QVERIFY(logOf(api, bad.id).first().startsWith(u"failed: "_s));
    QCOMPARE(logOf(api, good.id), QStringList{u"done"_s});
    QCOMPARE(api.look(api.alex, ticket).tags, QStringList{u"whole"_s}); // all of one, or nothing
}

void TestTriggers::stopsInACircle()
{
    TicketHarness api;
    const TicketTrigger up = makeTrigger(api, u"Up"_s, u"updated"_s, u"priority:low"_s,
                                         {actionOf(u"set_priority"_s, u"high"_s)});
    const TicketTrigger down = makeTrigger(api, u"Down"_s, u"updated"_s, u"priority:high"_s,
                                           {actionOf(u"set_priority"_s, u"low"_s)});
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(work(api), 0);
    QCOMPARE(api.patch(TicketHarness::path(ticket), api.alex, {{u"priority"_s, u"low"_s}}).status,
             200);
    work(api);
    QCOMPARE(waiting(api), u"0"_s);
    // Both were queued by the person's change, and each may be the first of a chain.
    QVERIFY(logOf(api, up.id).count(u"done"_s) <= 2);
    QVERIFY(logOf(api, up.id).contains(u"stopped: loop"_s));
    QVERIFY(logOf(api, down.id).contains(u"stopped: loop"_s));
}

void TestTriggers::stopsBehindFive()
{
    TicketHarness api;
    QList<TicketTriggerId> triggers;
    for (int i = 0; i < 7; ++i) {
        // The last step is asked first, so that each only finds what to do after the one before.
        QJsonObject draft = draftOn(api.desk, u"Step %1"_s.arg(i), u"updated"_s,
                                    u"tag:step%1 -tag:step%2"_s.arg(i).arg(i + 1),
                                    {actionOf(u"add_tag"_s, u"step%1"_s.arg(i + 1))});
        draft[u"position"_s] = 10 - i;
        triggers.append(decoded<TicketTrigger>(api.post("/triggers", api.admin, draft)).id);
    }
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(api.patch(TicketHarness::path(ticket), api.alex, {{u"tags"_s, QJsonArray{u"step0"_s}}})
                     .status,
             200);
    work(api);
    QCOMPARE(api.look(api.alex, ticket).tags.size(), 6); // the first, and what five added
    QCOMPARE(logOf(api, triggers[4]).count(u"done"_s), 1);
    QVERIFY(logOf(api, triggers[5]).contains(u"stopped: too_deep"_s));
    QCOMPARE(logOf(api, triggers[5]).count(u"done"_s), 0);
}

void TestTriggers::queuesNothingOfWhatIsRolledBack()
{
    TicketHarness api;
    makeTrigger(api, u"One"_s, u"updated"_s, QString(), {actionOf(u"add_tag"_s, u"seen"_s)});
    const TicketId ticket = api.makeTicket(api.jane).id;
    Context system{.db = api.database.connection(),
                   .environment = api.environment(),
                   .principal = {},
                   .requestId = {},
                   .peer = {}};
    const auto undone = Db::inTransaction(system.db, [&]() -> Result<> {
        auto told = appendEvent(system, {.type = EventType::TicketUpdated, .ticket = ticket});
        if (!told)
            return told;
        return fail(Error::internal(u"on purpose"_s));
    });
    QVERIFY(!undone);
    QCOMPARE(waiting(api), u"0"_s);
    QCOMPARE(work(api), 0);
}

void TestTriggers::doesWhatWaitedOnceOnSeveralServers()
{
    TicketHarness api;
    makeTrigger(api, u"Note"_s, u"created"_s, QString(), {actionOf(u"add_note"_s, u"Seen"_s)});
    for (int i = 0; i < 20; ++i)
        api.makeTicket(api.jane);
    // As after a crash: nothing but the rows knows of it.
    QCOMPARE(waiting(api), u"20"_s);
    const auto server = [&] {
        Db::Connection db(api.database.settings());
        const auto ran = runTriggers(db, api.environment());
        return ran ? *ran : -1;
    };
    std::future<int> first = std::async(std::launch::async, server);
    std::future<int> second = std::async(std::launch::async, server);
    const int ran = first.get() + second.get();
    QCOMPARE(ran + work(api), 20);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.timeline_entry WHERE kind = 'note'"_s),
             u"20"_s);
}

void TestTriggers::leavesAloneWhatWasSwitchedOff()
{
    TicketHarness api;
    const TicketTrigger trigger = makeTrigger(api, u"Off"_s, u"created"_s, QString(),
                                              {actionOf(u"add_tag"_s, u"seen"_s)});
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(api.patch("/triggers/" + QByteArray::number(trigger.id.value()), api.admin,
                       {{u"isEnabled"_s, false}})
                     .status,
             200);
    QCOMPARE(work(api), 1);
    QCOMPARE(logOf(api, trigger.id), QStringList{u"stopped: disabled"_s});
    QCOMPARE(api.look(api.alex, ticket).tags, QStringList());
    api.makeTicket(api.jane);
    QCOMPARE(waiting(api), u"0"_s);
}

void TestTriggers::refusesWhatCannotBe_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("fault");
    const auto action = [](const QString &kind, const QString &value) {
        return QJsonObject{{u"actions"_s, QJsonArray{actionOf(kind, value)}}};
    };
    const QString viewer = u"query:query_needs_viewer"_s;
    QTest::newRow("me") << QJsonObject{{u"query"_s, u"assignee:me"_s}} << viewer;
    QTest::newRow("not me") << QJsonObject{{u"query"_s, u"-requester:me"_s}} << viewer;
    QTest::newRow("watching") << QJsonObject{{u"query"_s, u"is:watching"_s}} << viewer;
    QTest::newRow("notes") << QJsonObject{{u"query"_s, u"has:note"_s}} << viewer;
    QTest::newRow("no query") << QJsonObject{{u"query"_s, u"colour:red"_s}}
                              << u"query:query_unknown_field"_s;
    QTest::newRow("nothing to do")
            << QJsonObject{{u"actions"_s, QJsonArray()}} << u"actions:required"_s;
    QTest::newRow("priority") << action(u"set_priority"_s, u"huge"_s)
                              << u"actions[0].value:invalid"_s;
    QTest::newRow("whom") << action(u"notify"_s, u"everybody"_s) << u"actions[0].value:invalid"_s;
    QTest::newRow("person") << action(u"assign"_s, u"me"_s) << u"actions[0].value:invalid"_s;
    QTest::newRow("no words") << action(u"add_note"_s, u" "_s) << u"actions[0].value:invalid"_s;
}

void TestTriggers::refusesWhatCannotBe()
{
    QFETCH(const QJsonObject, change);
    QFETCH(const QString, fault);
    TicketHarness api;
    const QJsonArray actions{actionOf(u"add_tag"_s, u"seen"_s)};
    QJsonObject draft = draftOn(api.desk, u"Bad"_s, u"created"_s, QString(), actions);
    for (auto it = change.begin(); it != change.end(); ++it)
        draft[it.key()] = it.value();
    const Answer refused = api.post("/triggers", api.admin, draft);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.faults(), QStringList{fault});
    const TicketTrigger trigger = makeTrigger(api, u"Good"_s, u"created"_s, QString(), actions);
    const Answer changed
            = api.patch("/triggers/" + QByteArray::number(trigger.id.value()), api.admin, change);
    QCOMPARE(changed.status, 422);
    QCOMPARE(changed.faults(), QStringList{fault});
}

void TestTriggers::tellsNothingOfTicketsThatTheReaderDoesNotSee()
{
    TicketHarness api;
    const TicketTrigger trigger = makeTrigger(api, u"One"_s, u"created"_s, QString(),
                                              {actionOf(u"add_tag"_s, u"seen"_s)});
    api.makeTicket(api.jane);
    QCOMPARE(work(api), 1);
    const Person manager = api.addPerson(u"Manager"_s, QStringList{u"workflow.manage"_s});
    const QByteArray path = "/triggers/" + QByteArray::number(trigger.id.value()) + "/runs";
    const auto blind = decoded<Page<TriggerRun>>(api.get(path, manager));
    QCOMPARE(blind.data.size(), 1);
    QVERIFY(!blind.data.first().ticket);
    QVERIFY(decoded<Page<TriggerRun>>(api.get(path, api.admin)).data.first().ticket);
    QCOMPARE(api.get(path, api.alex).status, 403);
}

void TestTriggers::stopsAtOnce()
{
    TicketHarness api;
    TriggerRunner job(api.database.settings(), api.environment());
    job.start();
    job.stop();
    job.stop();
}

QTEST_GUILESS_MAIN(TestTriggers)
#include "tst_triggers.moc"
