// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sla/calendar.h"
#include "common/sla/slapolicy.h"
#include "tests/support/server/slaharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

namespace {

QByteArray calendarPath(qint64 id)
{
    return "/calendars/" + QByteArray::number(id);
}

QByteArray policyPath(qint64 id)
{
    return "/sla-policies/" + QByteArray::number(id);
}

QJsonObject period(const QString &day, const QString &from, const QString &to)
{
    return {{u"day"_s, day}, {u"from"_s, from}, {u"to"_s, to}};
}

} // namespace

/// Calendars and policies, and what a rehearsal says of the past.
class TestSlaRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void managesCalendars();
    void refusesCalendars_data();
    void refusesCalendars();
    void keepsCalendarsInUse();
    void managesPolicies();
    void refusesPolicies();
    void isForThoseWhoManageTheDesk();
    void tellsOfChanges();
    void rehearses();
    void rehearsesPartByPart();
    void rehearsesOnlyWhatOneSees();
};

void TestSlaRoutes::managesCalendars()
{
    SlaHarness api;
    const QJsonArray periods{period(u"mon"_s, u"09:00"_s, u"12:30"_s),
                             period(u"mon"_s, u"13:30"_s, u"17:00"_s)};
    const QJsonArray holidays{QJsonObject{
            {u"date"_s, u"2026-12-25"_s}, {u"name"_s, u"Christmas Day"_s}, {u"yearly"_s, true}}};
    const Answer made
            = api.post("/calendars", api.admin,
                       api.calendarDraft(u"Office"_s, {{u"timeZone"_s, u"Europe/Berlin"_s},
                                                       {u"periods"_s, periods},
                                                       {u"holidays"_s, holidays}}));
    QCOMPARE(made.status, 201);
    const auto calendar = decoded<Calendar>(made);
    QCOMPARE(calendar.desk.id, api.desk);
    QCOMPARE(calendar.periods.size(), 2);
    QCOMPARE(calendar.holidays.first(),
             (Holiday{.date = QDate(2026, 12, 25), .name = u"Christmas Day"_s, .yearly = true}));
    QCOMPARE(api.get("/calendars", api.admin).column(u"name"_s),
             QStringList({u"Always"_s, u"Office"_s}));

    const QByteArray path = calendarPath(calendar.id.value());
    const Answer renamed = api.patch(path, api.admin, {{u"name"_s, u"Berlin"_s}}, 1);
    QCOMPARE(renamed.status, 200);
    QCOMPARE(decoded<Calendar>(renamed).version, 2);
    QCOMPARE(decoded<Calendar>(renamed).periods, calendar.periods);
    QCOMPARE(api.patch(path, api.admin, {{u"name"_s, u"Hamburg"_s}}, 1).status, 412);
    const Answer taken = api.patch(path, api.admin, {{u"name"_s, u"always"_s}});
    QCOMPARE(taken.status, 409);
    QCOMPARE(taken.key(), "calendar.name_taken"_ba);
    QCOMPARE(api.remove(path, api.admin).status, 204);
    QCOMPARE(api.patch(path, api.admin, {{u"name"_s, u"Bonn"_s}}).status, 404);
}

void TestSlaRoutes::refusesCalendars_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QStringList>("faults");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value,
                        const QString &fault) {
        QTest::newRow(name) << QJsonObject{{field, value}} << QStringList{fault};
    };
    row("no zone", u"timeZone"_s, u""_s, u"timeZone:required"_s);
    row("unknown zone", u"timeZone"_s, u"Europe/Atlantis"_s, u"timeZone:unknown"_s);
    row("no zone at all", u"timeZone"_s, u"Atlantis"_s, u"timeZone:unknown"_s);
    row("no hours", u"periods"_s, QJsonArray(), u"periods:required"_s);
    row("backwards", u"periods"_s, QJsonArray{period(u"mon"_s, u"17:00"_s, u"09:00"_s)},
        u"periods:ends_before_it_begins"_s);
    row("no time", u"periods"_s, QJsonArray{period(u"mon"_s, u"9"_s, u"17:00"_s)},
        u"periods[0].from:invalid"_s);
    row("too late", u"periods"_s, QJsonArray{period(u"mon"_s, u"09:00"_s, u"24:01"_s)},
        u"periods[0].to:invalid"_s);
    row("no day", u"periods"_s, QJsonArray{period(u"montag"_s, u"09:00"_s, u"17:00"_s)},
        u"periods[0].day:unknown_value"_s);
    row("overlapping", u"periods"_s,
        QJsonArray{period(u"mon"_s, u"12:00"_s, u"17:00"_s),
                   period(u"mon"_s, u"09:00"_s, u"12:01"_s)},
        u"periods:overlapping"_s);
    row("no date", u"holidays"_s,
        QJsonArray{QJsonObject{{u"date"_s, u"2026-02-30"_s}, {u"name"_s, u"Never"_s}}},
        u"holidays[0].date:invalid"_s);
    row("no name", u"holidays"_s,
        QJsonArray{QJsonObject{{u"date"_s, u"2026-02-20"_s}, {u"name"_s, u" "_s}}},
        u"holidays[0].name:required"_s);
    row("unknown desk", u"desk"_s, 4711, u"desk:unknown"_s);
}

void TestSlaRoutes::refusesCalendars()
{
    SlaHarness api;
    QFETCH(QJsonObject, more);
    QFETCH(QStringList, faults);
    const Answer answer = api.post("/calendars", api.admin, api.calendarDraft(u"Bad"_s, more));
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults(), faults);
}

void TestSlaRoutes::keepsCalendarsInUse()
{
    SlaHarness api;
    const qint64 policy = api.promise(u"Standard"_s, 60, 480);
    const Answer refused = api.remove(calendarPath(api.calendar), api.admin);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.key(), "calendar.in_use"_ba);
    QCOMPARE(api.remove(policyPath(policy), api.admin).status, 204);
    QCOMPARE(api.remove(calendarPath(api.calendar), api.admin).status, 204);
}

void TestSlaRoutes::managesPolicies()
{
    SlaHarness api;
    const Answer made = api.post("/sla-policies", api.admin,
                                 api.policyDraft(u"Urgent"_s, 15, 240,
                                                 {{u"priority"_s, u"urgent"_s},
                                                  {u"warnPercent"_s, 50},
                                                  {u"escalates"_s, true}}));
    QCOMPARE(made.status, 201);
    const auto policy = decoded<SlaPolicy>(made);
    QCOMPARE(policy.priority, Priority::Urgent);
    QCOMPARE(policy.calendar.name, u"Always"_s);
    QVERIFY(policy.escalates);
    const QByteArray path = policyPath(policy.id.value());
    const Answer changed
            = api.patch(path, api.admin,
                        {{u"priority"_s, QJsonValue()}, {u"firstResponseMinutes"_s, QJsonValue()}});
    QCOMPARE(changed.status, 200);
    QVERIFY(!decoded<SlaPolicy>(changed).priority);
    QVERIFY(!decoded<SlaPolicy>(changed).firstResponseMinutes);
    QCOMPARE(decoded<SlaPolicy>(changed).resolutionMinutes, 240);
    // Nothing changed: no new version.
    QCOMPARE(decoded<SlaPolicy>(api.patch(path, api.admin, {{u"warnPercent"_s, 50}})).version, 2);
    QCOMPARE(api.get("/sla-policies?desk=" + QByteArray::number(api.desk.value()), api.admin)
                     .column(u"name"_s),
             QStringList{u"Urgent"_s});
    QCOMPARE(api.remove(path, api.admin).status, 204);
    QCOMPARE(api.get("/sla-policies", api.admin).data().size(), 0);
}

void TestSlaRoutes::refusesPolicies()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 480);
    const DeskId other = api.addWorkflowDesk(u"OTHER"_s, u"helpdesk"_s);
    const qint64 foreign = api.post("/categories", api.admin,
                                    {{u"name"_s, u"Far"_s}, {u"desk"_s, other.value()}})
                                   .json["id"_L1]
                                   .toInteger();
    const auto refusal = [&](const QJsonObject &more) {
        return api.post("/sla-policies", api.admin, api.policyDraft(u"Another"_s, 60, 480, more));
    };
    QCOMPARE(refusal({}).key(), "sla_policy.scope_taken"_ba);
    QCOMPARE(refusal({{u"name"_s, u"standard"_s}, {u"priority"_s, u"low"_s}}).key(),
             "sla_policy.name_taken"_ba);
    const QJsonObject low{{u"priority"_s, u"low"_s}};
    const auto faults = [&](const QString &field, const QJsonValue &value) {
        QJsonObject more = low;
        more[field] = value;
        return refusal(more).faults();
    };
    QCOMPARE(faults(u"category"_s, foreign), QStringList{u"category:unknown"_s});
    QCOMPARE(faults(u"calendar"_s, 4711), QStringList{u"calendar:unknown"_s});
    QCOMPARE(faults(u"desk"_s, other.value()), QStringList{u"calendar:unknown"_s});
    QCOMPARE(faults(u"warnPercent"_s, 0), QStringList{u"warnPercent:out_of_range"_s});
    QCOMPARE(faults(u"resolutionMinutes"_s, 0), QStringList{u"resolutionMinutes:out_of_range"_s});
    QJsonObject nothing = low;
    nothing[u"firstResponseMinutes"_s] = QJsonValue();
    nothing[u"resolutionMinutes"_s] = QJsonValue();
    QCOMPARE(refusal(nothing).faults(), QStringList{u"resolutionMinutes:required"_s});
}

void TestSlaRoutes::isForThoseWhoManageTheDesk()
{
    SlaHarness api;
    const qint64 policy = api.promise(u"Standard"_s, 60, 480);
    const DeskId other = api.addWorkflowDesk(u"OTHER"_s, u"helpdesk"_s);
    const Person manager = api.addPerson(u"Maria"_s, {u"sla.manage"_s}, other);
    QCOMPARE(api.get("/calendars", manager).data().size(), 0);
    QCOMPARE(api.get("/sla-policies", manager).data().size(), 0);
    QCOMPARE(api.get("/sla-policies", api.alex).data().size(), 0);
    QCOMPARE(api.patch(calendarPath(api.calendar), manager, {{u"name"_s, u"Mine"_s}}).status, 404);
    QCOMPARE(api.patch(policyPath(policy), api.alex, {{u"name"_s, u"Mine"_s}}).status, 403);
    QCOMPARE(api.remove(policyPath(policy), api.lead).status, 403);
    const QJsonObject there{{u"desk"_s, other.value()}};
    QCOMPARE(api.post("/calendars", manager, api.calendarDraft(u"Mine"_s, there)).status, 201);
    QCOMPARE(api.post("/calendars", manager, api.calendarDraft(u"Mine"_s)).status, 422);
    QCOMPARE(api.post("/sla-rehearsal", manager,
                      {{u"policy"_s, api.policyDraft(u"Mine"_s, 60, 480)}})
                     .faults(),
             QStringList{u"policy.desk:unknown"_s});
}

void TestSlaRoutes::tellsOfChanges()
{
    SlaHarness api;
    const auto told = [&] {
        return api.value(u"SELECT count(*) FROM ticket.event WHERE type = 'desk.updated'"_s)
                .toInt();
    };
    const int before = told();
    const qint64 policy = api.promise(u"Standard"_s, 60, 480);
    QCOMPARE(told(), before + 1);
    QCOMPARE(api.patch(policyPath(policy), api.admin, {{u"name"_s, u"Usual"_s}}).status, 200);
    QCOMPARE(told(), before + 2);
    const QStringList actions
            = api.get("/activity?entity=sla_policy", api.admin).column(u"action"_s);
    QCOMPARE(actions.size(), 2);
}

void TestSlaRoutes::rehearses()
{
    SlaHarness api;
    const qint64 policy = api.promise(u"Standard"_s, 60, 240);
    // Two are answered after 30 minutes and done after 2 hours, one is slower.
    for (const int pace : {1, 1, 3}) {
        const TicketId ticket = api.makeTicket(api.jane).id;
        api.clock.advance(pace * 30min);
        QCOMPARE(api.reply(api.alex, ticket, u"On it"_s).status, 201);
        api.clock.advance(pace * 90min);
        QCOMPARE(api.setStatus(api.alex, ticket, u"resolved"_s).status, 200);
    }
    api.makeTicket(api.jane); // not done
    const auto rehearse = [&](const QJsonObject &draft, const QJsonObject &more = {}) {
        QJsonObject request{{u"policy"_s, draft}};
        for (auto it = more.begin(); it != more.end(); ++it)
            request[it.key()] = it.value();
        const Answer answer = api.post("/sla-rehearsal", api.admin, request);
        return decoded<SlaRehearsal>(answer);
    };
    const SlaRehearsal stricter
            = rehearse(api.policyDraft(u"Standard"_s, 20, 120), {{u"replaces"_s, policy}});
    QCOMPARE(stricter.tickets, 3);
    QCOMPARE(stricter.total, 3);
    QCOMPARE(stricter.nextCursor, QString());
    const SlaOutcome before{.firstResponse = {.met = 2, .missed = 1},
                            .resolution = {.met = 2, .missed = 1}};
    QCOMPARE(stricter.before, before);
    QCOMPARE(stricter.after, (SlaOutcome{.firstResponse = {.met = 0, .missed = 3},
                                         .resolution = {.met = 2, .missed = 1}}));
    // One for something else changes nothing; nothing was stored by either.
    const SlaRehearsal beside
            = rehearse(api.policyDraft(u"Urgent"_s, 1, 1, {{u"priority"_s, u"urgent"_s}}));
    QCOMPARE(beside.after, before);
    QCOMPARE(api.get("/sla-policies", api.admin).data().size(), 1);
    api.clock.advance(24h * 20);
    QCOMPARE(rehearse(api.policyDraft(u"Standard"_s, 20, 120), {{u"days"_s, 10}}).tickets, 0);
    QCOMPARE(api.post("/sla-rehearsal", api.admin,
                      {{u"policy"_s, api.policyDraft(u"X"_s, 1, 1, {{u"calendar"_s, 4711}})}})
                     .faults(),
             QStringList{u"policy.calendar:unknown"_s});
}

void TestSlaRoutes::rehearsesPartByPart()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 240);
    api.database.execute(
            u"INSERT INTO ticket.ticket (desk_id, number, title, workflow_version_id, status,"
            " status_category, requester_id, created_by, updated_by, created_at, status_changed_at)"
            " SELECT d.id, 1000 + n, 'Old', v.id, 'closed', 'closed', %1, %1, %1,"
            " now() - interval '2 days', now() - interval '1 day'"
            " FROM generate_series(1, 450) n, ticket.desk d"
            " JOIN ticket.workflow_version v ON v.workflow_id = d.workflow_id WHERE d.key = 'HD'"_s
                    .arg(api.jane.id.value()));
    QJsonObject request{{u"policy"_s, api.policyDraft(u"Standard"_s, 60, 240)}};
    int tickets = 0;
    int parts = 0;
    do {
        const auto part = decoded<SlaRehearsal>(api.post("/sla-rehearsal", api.admin, request));
        QCOMPARE(part.total, parts == 0 ? std::optional(450) : std::nullopt);
        tickets += part.tickets;
        ++parts;
        request[u"cursor"_s] = part.nextCursor;
    } while (!request["cursor"_L1].toString().isEmpty());
    QCOMPARE(tickets, 450);
    QCOMPARE(parts, 3);
    request[u"cursor"_s] = u"nonsense"_s;
    QCOMPARE(api.post("/sla-rehearsal", api.admin, request).faults(),
             QStringList{u"cursor:invalid"_s});
}

void TestSlaRoutes::rehearsesOnlyWhatOneSees()
{
    SlaHarness api;
    api.promise(u"Standard"_s, 60, 240);
    const TicketId secret = api.makeTicket(api.jane).id;
    QCOMPARE(api.patch(TicketHarness::path(secret), api.admin, {{u"visibility"_s, u"restricted"_s}})
                     .status,
             200);
    QCOMPARE(api.setStatus(api.admin, secret, u"resolved"_s).status, 200);
    const Person manager = api.addPerson(u"Maria"_s, {u"sla.manage"_s, u"ticket.view_all"_s});
    const auto seen = [&](const Person &by) {
        const Answer answer = api.post("/sla-rehearsal", by,
                                       {{u"policy"_s, api.policyDraft(u"Standard"_s, 60, 240)}});
        return decoded<SlaRehearsal>(answer);
    };
    QCOMPARE(seen(api.admin).tickets, 1);
    QCOMPARE(seen(manager).tickets, 0);
    QCOMPARE(seen(manager).total, 0);
}

QTEST_GUILESS_MAIN(TestSlaRoutes)
#include "tst_slaroutes.moc"
