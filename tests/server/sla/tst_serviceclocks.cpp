// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/jsonwriter.h"
#include "server/sla/servicehistory.h"
#include "tests/support/server/slaharness.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;

namespace {

QByteArray pathOf(const char *folder, qint64 id)
{
    return '/' + QByteArray(folder) + '/' + QByteArray::number(id);
}

QString idText(TicketId ticket)
{
    return QString::number(ticket.value());
}

} // namespace

/// How tickets stand by what their desk promises: stored with each change, as the history says it.
class TestServiceClocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsATicket();
    void isSilentWithoutAPromise();
    void goesByCategoryAndPriority();
    void isWhatTheHistorySays();
    void leavesTheDueDateAlone();
    void reckonsAnewAfterEveryChangeOfWhatIsPromised();
    void reckonsMovedTickets();
    void findsByState();
    void ordersByWhatIsDueNext();
};

void TestServiceClocks::followsATicket()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 480);
    const Ticket ticket = api.makeTicket(api.jane);
    QVERIFY(ticket.serviceLevel);
    QCOMPARE(ticket.serviceLevel->target, ServiceTarget::FirstResponse);
    QCOMPARE(ticket.serviceLevel->dueAt, ticket.createdAt.addSecs(3600));
    QCOMPARE(ticket.serviceLevel->warnAt, ticket.createdAt.addSecs(2700));
    QVERIFY(ticket.details->serviceClocks);
    QCOMPARE(ticket.details->serviceClocks->resolution->dueAt, ticket.createdAt.addSecs(8 * 3600));
    QCOMPARE(ticket.details->serviceClocks->resolution->policy.name, u"Standard"_s);

    api.clock.advance(30min);
    QCOMPARE(api.reply(api.alex, ticket.id, u"On it"_s).status, 201);
    Ticket now = api.look(api.alex, ticket.id);
    QCOMPARE(now.serviceLevel->target, ServiceTarget::Resolution);
    QCOMPARE(now.details->serviceClocks->firstResponse->state, SlaState::Met);

    QCOMPARE(api.setStatus(api.alex, ticket.id, u"waiting_for_requester"_s).status, 200);
    now = api.look(api.alex, ticket.id);
    QCOMPARE(now.serviceLevel->state, SlaState::Paused);
    QVERIFY(!now.serviceLevel->dueAt.isValid());
    api.clock.advance(130min);
    QCOMPARE(api.reply(api.jane, ticket.id, u"It is red"_s).status, 201);
    now = api.look(api.alex, ticket.id);
    QCOMPARE(now.serviceLevel->dueAt, ticket.createdAt.addSecs(8 * 3600 + 130 * 60));
    QCOMPARE(now.details->serviceClocks->resolution->pausedSeconds, 130 * 60);

    QCOMPARE(api.setStatus(api.alex, ticket.id, u"resolved"_s).status, 200);
    now = api.look(api.alex, ticket.id);
    QCOMPARE(now.serviceLevel->state, SlaState::Met);
    QCOMPARE(now.details->serviceClocks->resolution->usedSeconds, 30 * 60);
}

void TestServiceClocks::isSilentWithoutAPromise()
{
    SlaHarness api;
    const Ticket ticket = api.makeTicket(api.jane);
    QVERIFY(!ticket.serviceLevel);
    QVERIFY(!ticket.details->serviceClocks);
    QCOMPARE(api.work().reckoned, 0);
    // What is promised for something else says nothing of it.
    api.promise(u"Urgent"_s, 60, 480, {{u"priority"_s, u"urgent"_s}});
    QCOMPARE(api.work().reckoned, 1);
    QVERIFY(!api.look(api.jane, ticket.id).serviceLevel);
}

void TestServiceClocks::goesByCategoryAndPriority()
{
    SlaHarness api;
    const qint64 category = api.post("/categories", api.admin,
                                     {{u"name"_s, u"Network"_s}, {u"desk"_s, api.desk.value()}})
                                    .json["id"_L1]
                                    .toInteger();
    api.promise(u"Standard"_s, 60, 480);
    api.promise(u"Urgent"_s, 15, 240, {{u"priority"_s, u"urgent"_s}});
    api.promise(u"Network"_s, 30, 120, {{u"category"_s, category}});
    const TicketId ticket = api.makeTicket(api.jane).id;
    const auto policy = [&] {
        return api.look(api.alex, ticket).details->serviceClocks->resolution->policy.name;
    };
    QCOMPARE(policy(), u"Standard"_s);
    const auto change = [&](const QString &field, const QJsonValue &value) {
        api.clock.advance(1min);
        QCOMPARE(api.patch(TicketHarness::path(ticket), api.alex, {{field, value}}).status, 200);
    };
    change(u"priority"_s, u"urgent"_s);
    QCOMPARE(policy(), u"Urgent"_s);
    change(u"category"_s, category);
    QCOMPARE(policy(), u"Network"_s);
    change(u"category"_s, QJsonValue());
    QCOMPARE(policy(), u"Urgent"_s);
    // What was answered while it was urgent stays judged by that.
    QCOMPARE(api.reply(api.alex, ticket, u"On it"_s).status, 201);
    change(u"priority"_s, u"low"_s);
    QCOMPARE(policy(), u"Standard"_s);
    QCOMPARE(api.look(api.alex, ticket).details->serviceClocks->firstResponse->policy.name,
             u"Urgent"_s);
}

void TestServiceClocks::isWhatTheHistorySays()
{
    SlaHarness api;
    const qint64 category = api.post("/categories", api.admin,
                                     {{u"name"_s, u"Network"_s}, {u"desk"_s, api.desk.value()}})
                                    .json["id"_L1]
                                    .toInteger();
    api.promise(u"Standard"_s, 60, 480);
    api.promise(u"High"_s, 30, 240, {{u"priority"_s, u"high"_s}});
    api.promise(u"Network"_s, 45, 300, {{u"category"_s, category}});
    QRandomGenerator random(1042);
    Db::Connection &db = api.database.connection();
    for (int i = 0; i < 12; ++i) {
        const TicketId ticket = api.makeTicket(api.jane, {{u"priority"_s, u"low"_s}}).id;
        for (int step = 0; step < 10; ++step) {
            api.clock.advance(std::chrono::minutes(random.bounded(90)));
            // Some of these are refused, which is as good as nothing.
            switch (random.bounded(7)) {
            case 0: api.reply(api.alex, ticket, u"Hm"_s); break;
            case 1: api.reply(api.jane, ticket, u"Hm"_s); break;
            case 2: api.setStatus(api.alex, ticket, u"waiting_for_requester"_s); break;
            case 3:
                api.setStatus(api.alex, ticket, u"on_hold"_s, {{u"reason"_s, u"Parts"_s}});
                break;
            case 4: api.setStatus(api.alex, ticket, u"resolved"_s); break;
            case 5: api.setStatus(api.alex, ticket, u"in_progress"_s); break;
            default:
                api.patch(TicketHarness::path(ticket), api.alex,
                          random.bounded(2) == 0
                                  ? QJsonObject{{u"priority"_s,
                                                 random.bounded(2) == 0 ? u"high"_s : u"low"_s}}
                                  : QJsonObject{{u"category"_s, random.bounded(2) == 0
                                                                        ? QJsonValue(category)
                                                                        : QJsonValue()}});
            }
            const Ticket now = api.look(api.alex, ticket);
            const ServiceSubject subject{
                    .ticket = ticket,
                    .createdAt = now.createdAt,
                    .firstResponseAt = now.firstResponseAt,
                    .present = {.status = now.statusCategory,
                                .priority = now.priority,
                                .category = now.category ? now.category->id : CategoryId()}};
            const auto histories = serviceHistories(db, {subject});
            QVERIFY(histories);
            const auto rules = api.environment().serviceRules->rulesOf(db, api.desk, -1);
            QVERIFY(rules);
            const ServiceClocks &stored = *now.details->serviceClocks;
            // Stored as they were reckoned with the last change that counts.
            const ServiceClocks fresh
                    = reckonClocks(histories->value(ticket), (*rules)->rules, stored.reckonedAt);
            QCOMPARE(toJson(stored), toJson(fresh));
            QCOMPARE(now.serviceLevel, serviceLevel(fresh));
        }
    }
}

void TestServiceClocks::leavesTheDueDateAlone()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 480);
    const QDateTime promised = api.clock.now().addDays(1);
    const Ticket ticket = api.makeTicket(api.jane, {{u"dueAt"_s, timeToWire(promised)}});
    QCOMPARE(ticket.dueAt, promised);
    QCOMPARE(ticket.nextDueAt(), ticket.createdAt.addSecs(3600));
    const auto first = [&](const QByteArray &sort) {
        return api.listed(api.alex, "sort=" + sort).value(0);
    };
    const Ticket sooner
            = api.makeTicket(api.jane, {{u"dueAt"_s, timeToWire(ticket.createdAt.addSecs(60))}});
    QCOMPARE(first("nextDueAt"), sooner.number);
    QCOMPARE(first("-nextDueAt"), ticket.number);
}

void TestServiceClocks::reckonsAnewAfterEveryChangeOfWhatIsPromised()
{
    SlaHarness api;
    const Ticket open = api.makeTicket(api.jane);
    const Ticket done = api.makeTicket(api.jane);
    QCOMPARE(api.setStatus(api.alex, done.id, u"resolved"_s).status, 200);
    const auto due = [&] {
        const Ticket now = api.look(api.alex, open.id);
        return now.serviceLevel ? int(open.createdAt.secsTo(now.serviceLevel->dueAt) / 60) : 0;
    };
    const auto version = [&] {
        return api.look(api.alex, open.id).version;
    };
    const int before = version();
    const auto expect = [&](int minutes) {
        const int told = api.events(open.id, u"ticket.updated"_s);
        QCOMPARE(api.work().reckoned, 1);
        QCOMPARE(due(), minutes);
        QCOMPARE(api.events(open.id, u"ticket.updated"_s), told + 1);
        QCOMPARE(api.work().reckoned, 0);
        QVERIFY(!api.look(api.alex, done.id).serviceLevel);
    };
    const qint64 policy = api.promise(u"Standard"_s, 60, 480);
    expect(60);
    QCOMPARE(api.patch(pathOf("sla-policies", policy), api.admin, {{u"firstResponseMinutes"_s, 90}})
                     .status,
             200);
    expect(90);
    // An hour, beginning with the one in which the ticket was made, is a holiday from now on.
    const QDateTime made = open.createdAt;
    QJsonArray periods = api.calendarDraft(u"Always"_s)["periods"_L1].toArray();
    const QJsonArray holiday{QJsonObject{{u"date"_s, made.date().toString(Qt::ISODate)},
                                         {u"name"_s, u"A day off"_s}}};
    QCOMPARE(api.patch(pathOf("calendars", api.calendar), api.admin, {{u"holidays"_s, holiday}})
                     .status,
             200);
    const QDateTime tomorrow(made.date().addDays(1), QTime(0, 0), Qt::UTC);
    expect(int(made.secsTo(tomorrow.addSecs(90 * 60)) / 60));
    QCOMPARE(api.remove(pathOf("sla-policies", policy), api.admin).status, 204);
    expect(0);
    QCOMPARE(version(), before); // the ticket itself is what it was
}

void TestServiceClocks::reckonsMovedTickets()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 480);
    const TicketId ticket = api.makeTicket(api.jane).id;
    QJsonObject workflow;
    for (const QJsonValue &one : api.get("/workflows", api.admin).data()) {
        if (one["definition"_L1]["key"_L1] == "helpdesk"_L1)
            workflow = one.toObject();
    }
    // In the next version "new" waits.
    QJsonObject definition = workflow["definition"_L1].toObject();
    QJsonArray statuses = definition["statuses"_L1].toArray();
    QJsonObject first = statuses.first().toObject();
    first[u"category"_s] = u"waiting"_s;
    statuses[0] = first;
    definition[u"statuses"_s] = statuses;
    const QByteArray path = pathOf("workflows", workflow["id"_L1].toInteger());
    QCOMPARE(api.patch(path, api.admin, {{u"definition"_s, definition}}).status, 200);
    QCOMPARE(api.post(path + "/migrate", api.admin, {{u"statusMap"_s, QJsonObject()}}).status, 200);
    QCOMPARE(api.work().reckoned, 1);
    QCOMPARE(api.look(api.alex, ticket).serviceLevel->state, SlaState::Paused);
}

void TestServiceClocks::findsByState()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 480);
    const auto make = [&] {
        return api.makeTicket(api.jane);
    };
    const Ticket late = make();
    const Ticket paused = make();
    const Ticket met = make();
    api.setStatus(api.alex, paused.id, u"on_hold"_s, {{u"reason"_s, u"Parts"_s}});
    if (api.look(api.alex, paused.id).statusCategory != StatusCategory::Hold) {
        api.setStatus(api.alex, paused.id, u"in_progress"_s);
        QCOMPARE(api.setStatus(api.alex, paused.id, u"on_hold"_s, {{u"reason"_s, u"Parts"_s}})
                         .status,
                 200);
    }
    QCOMPARE(api.setStatus(api.alex, met.id, u"resolved"_s).status, 200);
    api.clock.advance(20min);
    const Ticket warned = make();
    api.clock.advance(45min);
    const Ticket running = make();

    const auto found = [&](const QByteArray &states) {
        return api.listed(api.alex, "sort=number&slaState=" + states);
    };
    QCOMPARE(found("breached"), QStringList{late.number});
    QCOMPARE(found("warning"), QStringList{warned.number});
    QCOMPARE(found("running"), QStringList{running.number});
    QCOMPARE(found("paused"), QStringList{paused.number});
    QCOMPARE(found("met"), QStringList{met.number});
    QCOMPARE(found("running,breached,met"), QStringList({late.number, met.number, running.number}));
    QCOMPARE(api.get("/tickets?slaState=fast", api.alex).faults(),
             QStringList{u"slaState:unknown_value"_s});
    // Only what one may see.
    QCOMPARE(api.listed(api.mike, "slaState=running,warning,breached,paused,met"), QStringList());
    // What was missed stays so, even while it waits.
    QCOMPARE(api.setStatus(api.alex, late.id, u"in_progress"_s).status, 200);
    QCOMPARE(api.setStatus(api.alex, late.id, u"waiting_for_requester"_s).status, 200);
    QCOMPARE(found("breached"), QStringList{late.number});
}

void TestServiceClocks::ordersByWhatIsDueNext()
{
    SlaHarness api;
    const Ticket nothing = api.makeTicket(api.jane);
    api.promise(u"Standard"_s, 60, 480);
    api.promise(u"Urgent"_s, 15, 240, {{u"priority"_s, u"urgent"_s}});
    QCOMPARE(api.work().reckoned, 1);
    api.database.execute(
            u"UPDATE ticket.ticket SET sla_due_at = NULL WHERE id = %1"_s.arg(idText(nothing.id)));
    const Ticket slow = api.makeTicket(api.jane);
    const Ticket urgent = api.makeTicket(api.jane, {{u"priority"_s, u"urgent"_s}});
    const Ticket set = api.makeTicket(api.jane,
                                      {{u"dueAt"_s, timeToWire(api.clock.now().addSecs(30 * 60))}});
    const QStringList all{urgent.number, set.number, slow.number, nothing.number};
    QCOMPARE(api.listed(api.alex, "sort=nextDueAt"), all);
    QCOMPARE(api.listed(api.alex, "sort=-nextDueAt"),
             QStringList({slow.number, set.number, urgent.number, nothing.number}));
    const QByteArray before = timeToWire(api.clock.now().addSecs(40 * 60)).toLatin1();
    QCOMPARE(api.listed(api.alex, "sort=nextDueAt&nextDueBefore=" + before), all.first(2));
    // By cursor the same.
    QString cursor;
    QStringList paged;
    do {
        const Answer page = api.get(
                "/tickets?sort=nextDueAt&pageSize=1&cursor=" + cursor.toLatin1(), api.alex);
        QCOMPARE(page.status, 200);
        paged += page.column(u"number"_s);
        cursor = page.json["pagination"_L1]["nextCursor"_L1].toString();
    } while (!cursor.isEmpty());
    QCOMPARE(paged, all);
}

QTEST_GUILESS_MAIN(TestServiceClocks)
#include "tst_serviceclocks.moc"
