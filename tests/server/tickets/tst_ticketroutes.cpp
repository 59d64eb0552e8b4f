// SPDX-License-Identifier: GPL-3.0-or-later
// Long because: every route with every refusal, a row each.
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Making, reading, changing, handing over, deleting and restoring tickets through the API.
class TestTicketRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanupTestCase() { m_api.reset(); }

    void withoutToken_data();
    void withoutToken();
    void ofSomebodyElse_data();
    void ofSomebodyElse();

    void createsWithDefaults();
    void createsWithEverything();
    void createRefusals_data();
    void createRefusals();
    void defaultDeskIsOneWhereOneMay();
    void onBehalfNeedsTheRight();
    void tagsKeepTheirSpelling();
    void numbersCountPerDesk();

    void readsByIdAndNumber();
    void countsOneViewADay();
    void tellsWhatCanBeDone_data();
    void tellsWhatCanBeDone();
    void conditionalRequests();

    void requesterEditsTheirOwn();
    void requesterEditsWhileOpen();
    void permissionOfEachField_data();
    void permissionOfEachField();
    void staffEditsEverything();
    void patchRefusals_data();
    void patchRefusals();
    void nothingGivenChangesNothing();
    void versionMismatchShowsCurrent();
    void correctsTheResolution();

    void assignsTakesAndReleases();
    void assignRefusals();
    void transfersWithReason();
    void transferRefusals();
    void handingOverOutOfSight();

    void deletesAndRestores();
    void deletedIsHiddenFromOthers();
    void logsEveryWrite();

    void sameKeySameAnswer();
    void sameKeyForOtherMethods();
    void sameKeyOtherBody();
    void sameKeyWhileRunning();

private:
    QByteArray path(TicketId ticket, const QByteArray &rest = {}) const
    {
        return TicketHarness::path(ticket, rest);
    }
    std::unique_ptr<TicketHarness> m_api;
    QByteArray m_function; ///< that m_api was made for
};

namespace {

struct Call
{
    Http::Method method;
    QByteArray rest;
    QJsonObject body;
};

/// Every route about one ticket, with a body that it would take.
QList<std::pair<const char *, Call>> ticketCalls()
{
    using Http::Method;
    return {
            {"GET", {Method::Get, "", {}}},
            {"PUT", {Method::Put, "", {{u"title"_s, u"Hacked"_s}}}},
            {"PATCH", {Method::Patch, "", {{u"title"_s, u"Hacked"_s}}}},
            {"DELETE", {Method::Delete, "", {}}},
            {"restore", {Method::Post, "/restore", {}}},
            {"status", {Method::Put, "/status", {{u"status"_s, u"in_progress"_s}}}},
            {"assign", {Method::Post, "/assign", {{u"assignedTo"_s, u"me"_s}}}},
            {"transfer",
             {Method::Post, "/transfer", {{u"assignedTo"_s, u"me"_s}, {u"reason"_s, u"I can"_s}}}},
            {"close", {Method::Post, "/close", {}}},
            {"reply", {Method::Post, "/replies", {{u"message"_s, u"Hello"_s}}}},
            {"replies", {Method::Get, "/replies", {}}},
            {"timeline", {Method::Get, "/timeline", {}}},
            {"edit reply", {Method::Patch, "/replies/1", {{u"message"_s, u"Hello"_s}}}},
            {"delete reply", {Method::Delete, "/replies/1", {}}},
    };
}

} // namespace

/// The rows of one test share a server: each looks at a ticket of its own, or refuses all of them.
void TestTicketRoutes::init()
{
    if (m_function == QTest::currentTestFunction())
        return;
    m_function = QTest::currentTestFunction();
    m_api = std::make_unique<TicketHarness>();
}

void TestTicketRoutes::withoutToken_data()
{
    QTest::addColumn<Call>("call");
    for (const auto &[name, call] : ticketCalls())
        QTest::newRow(name) << call;
}

void TestTicketRoutes::withoutToken()
{
    QFETCH(const Call, call);
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    const Answer answer = m_api->call(call.method, path(ticket.id, call.rest), {}, call.body);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.key(), "auth.token_missing"_ba);
    QCOMPARE(m_api->look(m_api->jane, ticket.id).title, ticket.title);
}

void TestTicketRoutes::ofSomebodyElse_data()
{
    withoutToken_data();
}

void TestTicketRoutes::ofSomebodyElse()
{
    QFETCH(const Call, call);
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    m_api->reply(m_api->jane, ticket.id, u"Mine"_s);
    const QByteArray token = m_api->token(m_api->mike);
    const Answer answer = m_api->call(call.method, path(ticket.id, call.rest), token, call.body);
    QCOMPARE(answer.status, 404);
    QByteArray byNumber = "/tickets/" + ticket.number.toLatin1() + call.rest;
    const Answer numbered = m_api->call(call.method, byNumber, token, call.body);
    QCOMPARE(numbered.status, 404);
    const Answer nowhere
            = m_api->call(call.method, "/tickets/999999" + call.rest, token, call.body);
    // Nothing tells it from a ticket that does not exist.
    QCOMPARE(answer.body, nowhere.body);
    QCOMPARE(numbered.body, nowhere.body);
    QCOMPARE(m_api->look(m_api->jane, ticket.id).title, ticket.title);
}

void TestTicketRoutes::createsWithDefaults()
{
    const Answer answer = m_api->post("/tickets", m_api->jane, {{u"title"_s, u"  No network "_s}});
    QCOMPARE(answer.status, 201);
    const Ticket ticket = decoded<Ticket>(answer);
    QCOMPARE(ticket.title, u"No network"_s);
    QCOMPARE(ticket.number, u"HD-1"_s);
    QCOMPARE(ticket.desk.key, u"HD"_s);
    QCOMPARE(ticket.status, u"new"_s);
    QCOMPARE(ticket.statusCategory, StatusCategory::Open);
    QCOMPARE(ticket.priority, Priority::Medium);
    QCOMPARE(ticket.requester.id, m_api->jane.id);
    QCOMPARE(ticket.createdBy->id, m_api->jane.id);
    QVERIFY(!ticket.assignee && !ticket.team && !ticket.category);
    QCOMPARE(ticket.visibility, Visibility::Internal);
    QCOMPARE(ticket.createdAt, m_api->clock.now());
    QCOMPARE(ticket.updatedAt, m_api->clock.now());
    QCOMPARE(ticket.version, 1);
    QVERIFY(ticket.details);
    QCOMPARE(m_api->events(ticket.id, u"ticket.created"_s), 1);
    QCOMPARE(m_api->value(u"SELECT event_type || ' ' || (details ->> 'status')"
                          " FROM ticket.timeline_entry"_s),
             u"created new"_s);
}

void TestTicketRoutes::createsWithEverything()
{
    const qint64 category
            = m_api->post("/categories", m_api->admin,
                          {{u"desk"_s, m_api->desk.value()}, {u"name"_s, u"Printers"_s}})
                      .json["id"_L1]
                      .toInteger();
    const qint64 team = m_api->post("/teams", m_api->admin,
                                    {{u"desk"_s, m_api->desk.value()}, {u"name"_s, u"Floor"_s}})
                                .json["id"_L1]
                                .toInteger();
    const Answer answer = m_api->post("/tickets", m_api->alex,
                                      {{u"title"_s, u"Paper jam"_s},
                                       {u"description"_s, u"**Again** \U0001F525"_s},
                                       {u"priority"_s, u"urgent"_s},
                                       {u"desk"_s, m_api->desk.value()},
                                       {u"category"_s, category},
                                       {u"customerId"_s, m_api->jane.id.value()},
                                       {u"team"_s, team},
                                       {u"assignedTo"_s, u"me"_s},
                                       {u"visibility"_s, u"restricted"_s},
                                       {u"tags"_s, QJsonArray{u"paper"_s}},
                                       {u"dueAt"_s, u"2031-01-01T00:00:00Z"_s},
                                       {u"customFields"_s, QJsonObject{{u"room"_s, u"4.12"_s}}}});
    QCOMPARE(answer.status, 201);
    const Ticket ticket = decoded<Ticket>(answer);
    QCOMPARE(ticket.description, u"**Again** \U0001F525"_s);
    QCOMPARE(ticket.priority, Priority::Urgent);
    QCOMPARE(ticket.category->name, u"Printers"_s);
    QCOMPARE(ticket.requester.displayName, u"Jane"_s);
    QCOMPARE(ticket.createdBy->id, m_api->alex.id);
    QCOMPARE(ticket.team->name, u"Floor"_s);
    QCOMPARE(ticket.assignee->id, m_api->alex.id);
    QCOMPARE(ticket.visibility, Visibility::Restricted);
    QCOMPARE(ticket.tags, QStringList{u"paper"_s});
    QCOMPARE(ticket.customFields.value("room"_L1).toString(), u"4.12"_s);
    QCOMPARE(ticket.dueAt.date(), QDate(2031, 1, 1));
    // Restricted: the people of the ticket and the administrator see it, other agents don't.
    QCOMPARE(m_api->get(path(ticket.id), m_api->jane).status, 200);
    QCOMPARE(m_api->get(path(ticket.id), m_api->admin).status, 200);
    QCOMPARE(m_api->get(path(ticket.id), m_api->emily).status, 404);
}

void TestTicketRoutes::createRefusals_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QString &who, const QJsonObject &more, int status,
                        const QString &fault) {
        QTest::newRow(name) << who << more << status << fault;
    };
    row("no title", u"jane"_s, {{u"title"_s, QJsonValue::Null}}, 422, u"title:required"_s);
    row("short title", u"jane"_s, {{u"title"_s, u"ab"_s}}, 422, u"title:too_short"_s);
    row("long title", u"jane"_s, {{u"title"_s, QString(256, u'x')}}, 422, u"title:too_long"_s);
    row("long text", u"jane"_s, {{u"description"_s, QString(20001, u'x')}}, 422,
        u"description:too_long"_s);
    row("priority", u"jane"_s, {{u"priority"_s, u"asap"_s}}, 422, u"priority:unknown_value"_s);
    row("unknown field", u"jane"_s, {{u"status"_s, u"closed"_s}}, 422, u"status:unknown_field"_s);
    row("no such desk", u"jane"_s, {{u"desk"_s, 999}}, 422, u"desk:unknown"_s);
    row("no such category", u"jane"_s, {{u"category"_s, 999}}, 422, u"category:unknown"_s);
    row("no such requester", u"alex"_s, {{u"requester"_s, 999}}, 422, u"requester:unknown"_s);
    row("no such team", u"alex"_s, {{u"team"_s, 999}}, 422, u"team:unknown"_s);
    row("no such assignee", u"alex"_s, {{u"assignedTo"_s, 999}}, 422, u"assignedTo:unknown"_s);
    row("no such upload", u"jane"_s,
        {{u"attachmentIds"_s, QJsonArray{u"6b1f6d2e-7f0c-4f4e-9d0a-2f8f2c1b9a77"_s}}}, 422,
        u"attachmentIds:not_found"_s);
    row("observers make none", u"observer"_s, {}, 403, {});
    row("team is for staff", u"jane"_s, {{u"team"_s, 1}}, 403, {});
    row("restricted is for staff", u"jane"_s, {{u"visibility"_s, u"restricted"_s}}, 403, {});
    row("assigning is for staff", u"jane"_s, {{u"assignedTo"_s, u"me"_s}}, 403, {});
}

void TestTicketRoutes::createRefusals()
{
    QFETCH(const QString, who);
    QFETCH(const QJsonObject, more);
    QFETCH(const int, status);
    QFETCH(const QString, fault);
    const QHash<QString, Person> people{
            {u"jane"_s, m_api->jane}, {u"alex"_s, m_api->alex}, {u"observer"_s, m_api->observer}};
    QJsonObject draft{{u"title"_s, u"A title"_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        draft[it.key()] = it.value();
    const Answer answer = m_api->post("/tickets", people.value(who), draft);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.faults(), fault.isEmpty() ? QStringList() : QStringList{fault});
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.ticket"_s), u"0"_s);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.event"_s), u"0"_s);
}

void TestTicketRoutes::defaultDeskIsOneWhereOneMay()
{
    const DeskId second = m_api->addWorkflowDesk(u"IT"_s, u"basic"_s);
    const Person own
            = m_api->addPerson(u"Uma"_s, {u"ticket.create"_s, u"ticket.view_own"_s}, second);
    const Ticket ticket
            = decoded<Ticket>(m_api->post("/tickets", own, {{u"title"_s, u"Anything"_s}}));
    QCOMPARE(ticket.desk.id, second);
    QCOMPARE(ticket.number, u"IT-1"_s);
    QCOMPARE(ticket.status, u"open"_s);
    const Answer refused = m_api->post(
            "/tickets", own, {{u"title"_s, u"Anything"_s}, {u"desk"_s, m_api->desk.value()}});
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json["permission"_L1].toString(), u"ticket.create"_s);
    // A category of another desk does not fit.
    const qint64 category = m_api->post("/categories", m_api->admin,
                                        {{u"desk"_s, m_api->desk.value()}, {u"name"_s, u"Mail"_s}})
                                    .json["id"_L1]
                                    .toInteger();
    const Answer misfit = m_api->post("/tickets", own,
                                      {{u"title"_s, u"Anything"_s}, {u"category"_s, category}});
    QCOMPARE(misfit.faults(), QStringList{u"category:unknown"_s});
}

void TestTicketRoutes::onBehalfNeedsTheRight()
{
    const QJsonObject draft{{u"title"_s, u"For somebody else"_s},
                            {u"requester"_s, m_api->mike.id.value()}};
    const Answer refused = m_api->post("/tickets", m_api->jane, draft);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json["permission"_L1].toString(), u"ticket.create_for_others"_s);
    const Ticket ticket = decoded<Ticket>(m_api->post("/tickets", m_api->alex, draft));
    QCOMPARE(ticket.requester.id, m_api->mike.id);
    // It is theirs from now on.
    QCOMPARE(m_api->get(path(ticket.id), m_api->mike).status, 200);
    QCOMPARE(m_api->get(path(ticket.id), m_api->jane).status, 404);
    // Naming oneself is nothing special.
    QCOMPARE(m_api->post("/tickets", m_api->jane,
                         {{u"title"_s, u"For myself"_s}, {u"requester"_s, m_api->jane.id.value()}})
                     .status,
             201);
}

void TestTicketRoutes::tagsKeepTheirSpelling()
{
    m_api->makeTicket(m_api->jane, {{u"tags"_s, QJsonArray{u"VPN"_s, u"Home office"_s}}});
    const Ticket second
            = m_api->makeTicket(m_api->jane, {{u"tags"_s, QJsonArray{u"vpn"_s, u"new"_s}}});
    QCOMPARE(second.tags, (QStringList{u"VPN"_s, u"new"_s}));
    QCOMPARE(m_api->get("/tags", m_api->jane).column(u"name"_s),
             (QStringList{u"Home office"_s, u"new"_s, u"VPN"_s}));
}

void TestTicketRoutes::numbersCountPerDesk()
{
    const DeskId second = m_api->addWorkflowDesk(u"IT"_s, u"basic"_s);
    QCOMPARE(m_api->makeTicket(m_api->jane).number, u"HD-1"_s);
    QCOMPARE(m_api->makeTicket(m_api->jane, {{u"desk"_s, second.value()}}).number, u"IT-1"_s);
    QCOMPARE(m_api->makeTicket(m_api->jane).number, u"HD-2"_s);
}

void TestTicketRoutes::readsByIdAndNumber()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    for (const QByteArray &name : {ticket.number.toLatin1(), ticket.number.toLower().toLatin1(),
                                   QByteArray::number(ticket.id.value())}) {
        const Answer answer = m_api->get("/tickets/" + name, m_api->jane);
        QCOMPARE(answer.status, 200);
        QCOMPARE(decoded<Ticket>(answer).id, ticket.id);
    }
    for (const QByteArray &name : {"HD-0"_ba, "HD-01"_ba, "HD-2"_ba, "XX-1"_ba, "-1"_ba, "0"_ba,
                                   "abc"_ba, "99999999999999999999"_ba, "%27%20OR%201%3D1"_ba})
        QCOMPARE(m_api->get("/tickets/" + name, m_api->jane).status, 404);
}

void TestTicketRoutes::countsOneViewADay()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    QCOMPARE(ticket.viewCount, 0);
    QCOMPARE(m_api->look(m_api->jane, ticket.id).viewCount, 1);
    QCOMPARE(m_api->look(m_api->jane, ticket.id).viewCount, 1);
    QCOMPARE(m_api->look(m_api->alex, ticket.id).viewCount, 2);
    m_api->clock.advance(24h);
    const Ticket seen = m_api->look(m_api->jane, ticket.id);
    QCOMPARE(seen.viewCount, 3);
    QCOMPARE(seen.version, ticket.version);
    QCOMPARE(seen.updatedAt, ticket.updatedAt);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.activity WHERE action = 'view'"_s), u"3"_s);
    QCOMPARE(m_api->events(ticket.id, u"ticket.updated"_s), 0);
}

void TestTicketRoutes::tellsWhatCanBeDone_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("actions");
    QTest::addColumn<QString>("transitions");
    QTest::newRow("requester") << u"jane"_s << u"edit editPriority reply attach changeStatus"_s
                               << u"withdrawn"_s;
    QTest::newRow("agent")
            << u"alex"_s
            << u"edit editPriority editAll reply note attach assign take transfer changeStatus"_s
            << u"in_progress resolved rejected"_s;
    QTest::newRow("lead") << u"lead"_s
                          << u"edit editPriority editAll reply note attach assign take transfer"
                             " changeStatus delete merge"_s
                          << u"in_progress resolved rejected"_s;
    QTest::newRow("observer") << u"observer"_s << QString() << QString();
}

void TestTicketRoutes::tellsWhatCanBeDone()
{
    QFETCH(const QString, who);
    QFETCH(const QString, actions);
    QFETCH(const QString, transitions);
    const QHash<QString, Person> people{{u"jane"_s, m_api->jane},
                                        {u"alex"_s, m_api->alex},
                                        {u"lead"_s, m_api->lead},
                                        {u"observer"_s, m_api->observer}};
    const Ticket ticket = m_api->look(people.value(who), m_api->makeTicket(m_api->jane).id);
    QStringList names;
    for (const TicketAction action : ticket.details->allowedActions)
        names.append(QString(toWire(action)));
    QCOMPARE(names.join(u' '), actions);
    QStringList targets;
    for (const AllowedTransition &transition : ticket.details->allowedTransitions)
        targets.append(transition.to);
    QCOMPARE(targets.join(u' '), transitions);
}

void TestTicketRoutes::conditionalRequests()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    m_api->look(m_api->jane, ticket.id); // from now on the count stays
    const Answer first = m_api->get(path(ticket.id), m_api->jane);
    Http::Headers known;
    known.set("If-None-Match", first.headers.value("ETag"));
    const auto again = [&] {
        return m_api->call(Http::Method::Get, path(ticket.id), m_api->token(m_api->jane), {},
                           known);
    };
    QCOMPARE(again().status, 304);
    QVERIFY(again().body.isEmpty());
    const QByteArray tag = first.headers.value("ETag");
    for (const QByteArray &others : {"\"other\", " + tag, "W/" + tag, QByteArray("*")}) {
        known.set("If-None-Match", others);
        QVERIFY2(again().status == 304, others.constData());
    }
    known.set("If-None-Match", "\"other\"");
    QCOMPARE(again().status, 200);
    known.set("If-None-Match", tag);
    m_api->reply(m_api->alex, ticket.id, u"Hello"_s);
    QCOMPARE(again().status, 200);

    // The whole ETag serves as If-Match, too.
    Http::Headers match;
    match.set("If-Match", again().headers.value("ETag"));
    const auto rename = [&] {
        return m_api->call(Http::Method::Patch, path(ticket.id), m_api->token(m_api->jane),
                           {{u"title"_s, u"Renamed"_s}}, match);
    };
    QCOMPARE(rename().status, 200);
    QCOMPARE(rename().status, 412);
    QVERIFY(rename().json["current"_L1]["title"_L1] == "Renamed"_L1);
    match.set("If-Match", "\"none of ours\"");
    QCOMPARE(rename().status, 412);
    match.set("If-Match", "1");
    QCOMPARE(rename().status, 412);
    match.set("If-Match", QByteArray::number(m_api->look(m_api->jane, ticket.id).version));
    QCOMPARE(rename().status, 200);
    match.set("If-Match", "*");
    QCOMPARE(rename().status, 200);
    for (const char *malformed : {"seven", "\"1", "\"1\", \"2\""}) {
        match.set("If-Match", malformed);
        QVERIFY2(rename().status == 400, malformed);
    }
}

void TestTicketRoutes::requesterEditsTheirOwn()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    m_api->clock.advance(1min);
    const Answer answer
            = m_api->put(path(ticket.id), m_api->jane,
                         {{u"title"_s, u"The printer was on fire"_s}, {u"priority"_s, u"high"_s}});
    QCOMPARE(answer.status, 200);
    const Ticket changed = decoded<Ticket>(answer);
    QCOMPARE(changed.title, u"The printer was on fire"_s);
    QCOMPARE(changed.description, ticket.description);
    QCOMPARE(changed.priority, Priority::High);
    QCOMPARE(changed.version, 2);
    QCOMPARE(changed.updatedAt, m_api->clock.now());
    QCOMPARE(changed.updatedBy->id, m_api->jane.id);
    QCOMPARE(m_api->value(u"SELECT string_agg(event_type, ' ' ORDER BY id)"
                          " FROM ticket.timeline_entry"_s),
             u"created title priority"_s);
    // The stream says what changed, not what people wrote.
    QCOMPARE(m_api->value(u"SELECT data -> 'changes' ->> 'title' FROM ticket.event"
                          " WHERE type = 'ticket.updated'"_s),
             u"{}"_s);
    QCOMPARE(m_api->value(u"SELECT data -> 'changes' -> 'priority' ->> 'new' FROM ticket.event"
                          " WHERE type = 'ticket.updated'"_s),
             u"high"_s);
}

void TestTicketRoutes::requesterEditsWhileOpen()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    m_api->forceStatus(ticket.id, u"resolved"_s);
    const Answer refused
            = m_api->patch(path(ticket.id), m_api->jane, {{u"title"_s, u"Other words"_s}});
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.key(), "ticket.done"_ba);
    QVERIFY(!m_api->look(m_api->jane, ticket.id)
                     .details->allowedActions.contains(TicketAction::Edit));
    QCOMPARE(m_api->patch(path(ticket.id), m_api->jane, {{u"priority"_s, u"low"_s}}).status, 200);
    QCOMPARE(m_api->patch(path(ticket.id), m_api->alex, {{u"title"_s, u"Other words"_s}}).status,
             200);
}

void TestTicketRoutes::permissionOfEachField_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("permission");
    QTest::newRow("requester") << QJsonObject{{u"requester"_s, 1}} << u"ticket.edit"_s;
    QTest::newRow("team") << QJsonObject{{u"team"_s, QJsonValue::Null}} << u"ticket.edit"_s;
    QTest::newRow("visibility") << QJsonObject{{u"visibility"_s, u"restricted"_s}}
                                << u"ticket.edit"_s;
    QTest::newRow("tags") << QJsonObject{{u"tags"_s, QJsonArray{}}} << u"ticket.edit"_s;
    QTest::newRow("due") << QJsonObject{{u"dueAt"_s, QJsonValue::Null}} << u"ticket.edit"_s;
    QTest::newRow("assignee") << QJsonObject{{u"assignedTo"_s, QJsonValue::Null}}
                              << u"ticket.assign"_s;
    QTest::newRow("take") << QJsonObject{{u"assignedTo"_s, u"me"_s}} << u"ticket.assign"_s;
    QTest::newRow("resolution") << QJsonObject{{u"resolvedAt"_s, u"2026-01-01T00:00:00Z"_s}}
                                << u"ticket.edit"_s;
}

void TestTicketRoutes::permissionOfEachField()
{
    QFETCH(const QJsonObject, change);
    QFETCH(const QString, permission);
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    const Answer refused = m_api->patch(path(ticket.id), m_api->jane, change);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json["permission"_L1].toString(), permission);
    QCOMPARE(m_api->patch(path(ticket.id), m_api->observer, change).status, 403);
    QCOMPARE(m_api->patch(path(ticket.id), m_api->observer, {{u"title"_s, u"Abc"_s}}).status, 403);
    QCOMPARE(m_api->look(m_api->jane, ticket.id).version, 1);
}

void TestTicketRoutes::staffEditsEverything()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    const Answer answer = m_api->patch(path(ticket.id), m_api->alex,
                                       {{u"requester"_s, m_api->mike.id.value()},
                                        {u"assignedTo"_s, m_api->emily.id.value()},
                                        {u"tags"_s, QJsonArray{u"fire"_s}},
                                        {u"dueAt"_s, u"2031-05-01T10:00:00Z"_s},
                                        {u"customFields"_s, QJsonObject{{u"floor"_s, 3}}},
                                        {u"description"_s, u"Bring water"_s}},
                                       1);
    QCOMPARE(answer.status, 200);
    const Ticket changed = decoded<Ticket>(answer);
    QCOMPARE(changed.requester.id, m_api->mike.id);
    QCOMPARE(changed.assignee->id, m_api->emily.id);
    QCOMPARE(changed.tags, QStringList{u"fire"_s});
    QCOMPARE(changed.customFields.value("floor"_L1).toInt(), 3);
    QCOMPARE(m_api->value(u"SELECT string_agg(event_type, ' ' ORDER BY id)"
                          " FROM ticket.timeline_entry"_s),
             u"created requester tags due_date custom_fields description assignment"_s);
    // Jane made it, so she still sees it.
    QCOMPARE(m_api->get(path(ticket.id), m_api->jane).status, 200);
    const Ticket cleared = decoded<Ticket>(
            m_api->patch(path(ticket.id), m_api->alex,
                         {{u"dueAt"_s, QJsonValue::Null}, {u"assignedTo"_s, QJsonValue::Null}}));
    QVERIFY(!cleared.dueAt.isValid());
    QVERIFY(!cleared.assignee);
}

void TestTicketRoutes::patchRefusals_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("fault");
    QTest::newRow("short title") << QJsonObject{{u"title"_s, u"a"_s}} << u"title:too_short"_s;
    QTest::newRow("title null") << QJsonObject{{u"title"_s, QJsonValue::Null}}
                                << u"title:wrong_type"_s;
    QTest::newRow("type") << QJsonObject{{u"title"_s, 5}} << u"title:wrong_type"_s;
    QTest::newRow("priority") << QJsonObject{{u"priority"_s, u"High"_s}}
                              << u"priority:unknown_value"_s;
    QTest::newRow("category") << QJsonObject{{u"category"_s, 99}} << u"category:unknown"_s;
    QTest::newRow("team") << QJsonObject{{u"team"_s, 99}} << u"team:unknown"_s;
    QTest::newRow("requester") << QJsonObject{{u"requester"_s, 999}} << u"requester:unknown"_s;
    QTest::newRow("status is no field")
            << QJsonObject{{u"status"_s, u"closed"_s}} << u"status:unknown_field"_s;
    QTest::newRow("not resolved") << QJsonObject{{u"resolvedAt"_s, u"2026-01-01T00:00:00Z"_s}}
                                  << u"resolvedAt:not_resolved"_s;
    QTest::newRow("requester cannot be assigned")
            << QJsonObject{{u"assignedTo"_s, 1}} << u"assignedTo:not_assignable"_s;
}

void TestTicketRoutes::patchRefusals()
{
    QFETCH(QJsonObject, change);
    QFETCH(const QString, fault);
    if (fault.endsWith(u"not_assignable"_s))
        change[u"assignedTo"_s] = m_api->mike.id.value();
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    const Answer answer = m_api->patch(path(ticket.id), m_api->alex, change);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults(), QStringList{fault});
    QCOMPARE(m_api->look(m_api->jane, ticket.id).version, 1);
}

void TestTicketRoutes::nothingGivenChangesNothing()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    m_api->clock.advance(1min);
    for (const QJsonObject &change : {QJsonObject{}, QJsonObject{{u"title"_s, ticket.title}}}) {
        const Ticket after = decoded<Ticket>(m_api->patch(path(ticket.id), m_api->jane, change));
        QCOMPARE(after.version, 1);
        QCOMPARE(after.updatedAt, ticket.updatedAt);
    }
    QCOMPARE(m_api->events(ticket.id, u"ticket.updated"_s), 0);
}

void TestTicketRoutes::versionMismatchShowsCurrent()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    QCOMPARE(m_api->patch(path(ticket.id), m_api->jane, {{u"title"_s, u"First"_s}}, 1).status, 200);
    const Answer late = m_api->patch(path(ticket.id), m_api->alex, {{u"title"_s, u"Second"_s}}, 1);
    QCOMPARE(late.status, 412);
    QCOMPARE(late.key(), "version.mismatch"_ba);
    const auto current = fromJson<Ticket>(late.json["current"_L1].toObject());
    QVERIFY(current);
    QCOMPARE(current->title, u"First"_s);
    QCOMPARE(current->version, 2);
    QVERIFY(current->details);

    Http::Headers old;
    old.set("If-Match", "\"1\"");
    const auto call = [&](Http::Method method, const QByteArray &rest, const QJsonObject &body) {
        return m_api->call(method, path(ticket.id, rest), m_api->token(m_api->lead), body, old);
    };
    QCOMPARE(call(Http::Method::Put, "/status", {{u"status"_s, u"in_progress"_s}}).status, 412);
    QCOMPARE(call(Http::Method::Post, "/assign", {{u"assignedTo"_s, u"me"_s}}).status, 412);
    QCOMPARE(call(Http::Method::Post, "/transfer",
                  {{u"assignedTo"_s, u"me"_s}, {u"reason"_s, u"x"_s}})
                     .status,
             412);
    QCOMPARE(call(Http::Method::Post, "/close", {}).status, 412);
    QCOMPARE(call(Http::Method::Delete, {}, {}).status, 412);
    QCOMPARE(m_api->look(m_api->jane, ticket.id).version, 2);
}

void TestTicketRoutes::correctsTheResolution()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    m_api->clock.advance(2h);
    m_api->setStatus(m_api->alex, ticket.id, u"resolved"_s);
    const QDateTime earlier = m_api->clock.now().addSecs(-3600);
    const Ticket corrected = decoded<Ticket>(
            m_api->patch(path(ticket.id), m_api->alex, {{u"resolvedAt"_s, timeToWire(earlier)}}));
    QCOMPARE(corrected.resolvedAt, earlier);
    for (const QDateTime &wrong : {ticket.createdAt.addSecs(-1), m_api->clock.now().addSecs(1)}) {
        QCOMPARE(m_api->patch(path(ticket.id), m_api->alex, {{u"resolvedAt"_s, timeToWire(wrong)}})
                         .faults(),
                 QStringList{u"resolvedAt:out_of_range"_s});
    }
}

void TestTicketRoutes::assignsTakesAndReleases()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    const auto assign = [&](const Person &by, const QJsonValue &to) {
        return m_api->post(path(ticket.id, "/assign"), by, {{u"assignedTo"_s, to}});
    };
    Ticket now = decoded<Ticket>(assign(m_api->alex, u"me"_s));
    QCOMPARE(now.assignee->id, m_api->alex.id);
    QCOMPARE(now.status, u"new"_s); // taking is not working yet
    QVERIFY(!now.details->allowedActions.contains(TicketAction::Take));
    now = decoded<Ticket>(assign(m_api->alex, u"me"_s));
    QCOMPARE(now.version, 2);
    now = decoded<Ticket>(assign(m_api->emily, m_api->emily.id.value()));
    QCOMPARE(now.assignee->id, m_api->emily.id);
    now = decoded<Ticket>(assign(m_api->alex, QJsonValue::Null));
    QVERIFY(!now.assignee);
    QCOMPARE(m_api->value(u"SELECT string_agg(COALESCE(details -> 'old' ->> 'displayName', '-')"
                          " || '>' || COALESCE(details -> 'new' ->> 'displayName', '-'), ' '"
                          " ORDER BY id) FROM ticket.timeline_entry"
                          " WHERE event_type = 'assignment'"_s),
             u"->Alex Alex>Emily Emily>-"_s);
}

void TestTicketRoutes::assignRefusals()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    const auto assign = [&](const Person &by, const QJsonObject &body) {
        return m_api->post(path(ticket.id, "/assign"), by, body);
    };
    QCOMPARE(assign(m_api->jane, {{u"assignedTo"_s, u"me"_s}}).status, 403);
    QCOMPARE(assign(m_api->observer, {{u"assignedTo"_s, u"me"_s}}).status, 403);
    QCOMPARE(assign(m_api->alex, {}).faults(), QStringList{u"assignedTo:required"_s});
    QCOMPARE(assign(m_api->alex, {{u"assignedTo"_s, u"you"_s}}).status, 422);
    QCOMPARE(assign(m_api->alex, {{u"assignedTo"_s, 999}}).faults(),
             QStringList{u"assignedTo:unknown"_s});
    for (const Person &nobody : {m_api->mike, m_api->observer}) {
        QCOMPARE(assign(m_api->alex, {{u"assignedTo"_s, nobody.id.value()}}).faults(),
                 QStringList{u"assignedTo:not_assignable"_s});
    }
    m_api->database.execute(u"UPDATE ticket.account SET status = 'blocked' WHERE id = %1"_s.arg(
            m_api->emily.id.value()));
    QCOMPARE(assign(m_api->alex, {{u"assignedTo"_s, m_api->emily.id.value()}}).faults(),
             QStringList{u"assignedTo:unknown"_s});
    QCOMPARE(m_api->look(m_api->jane, ticket.id).version, 1);
}

void TestTicketRoutes::transfersWithReason()
{
    const qint64 team = m_api->post("/teams", m_api->admin,
                                    {{u"desk"_s, m_api->desk.value()}, {u"name"_s, u"Network"_s}})
                                .json["id"_L1]
                                .toInteger();
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    const Ticket now = decoded<Ticket>(m_api->post(path(ticket.id, "/transfer"), m_api->alex,
                                                   {{u"assignedTo"_s, m_api->emily.id.value()},
                                                    {u"team"_s, team},
                                                    {u"reason"_s, u"It is the cable"_s}}));
    QCOMPARE(now.assignee->id, m_api->emily.id);
    QCOMPARE(now.team->id.value(), team);
    QCOMPARE(m_api->value(u"SELECT string_agg(event_type, ' ' ORDER BY id)"
                          " FROM ticket.timeline_entry"_s),
             u"created transfer"_s);
    QCOMPARE(m_api->value(u"SELECT concat_ws(' ', details ->> 'reason',"
                          " details -> 'new' -> 'team' ->> 'name',"
                          " details -> 'new' -> 'assignee' ->> 'displayName',"
                          " jsonb_typeof(details -> 'old' -> 'team'))"
                          " FROM ticket.timeline_entry WHERE event_type = 'transfer'"_s),
             u"It is the cable Network Emily null"_s);
    // What is not given stays.
    const Ticket free = decoded<Ticket>(
            m_api->post(path(ticket.id, "/transfer"), m_api->emily,
                        {{u"assignedTo"_s, QJsonValue::Null}, {u"reason"_s, u"On leave"_s}}));
    QVERIFY(!free.assignee);
    QCOMPARE(free.team->id.value(), team);
}

void TestTicketRoutes::transferRefusals()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    const auto transfer = [&](const Person &by, const QJsonObject &body) {
        return m_api->post(path(ticket.id, "/transfer"), by, body);
    };
    const QJsonObject good{{u"assignedTo"_s, u"me"_s}, {u"reason"_s, u"Mine"_s}};
    QCOMPARE(transfer(m_api->jane, good).status, 403);
    QCOMPARE(transfer(m_api->jane, good).json["permission"_L1].toString(), u"ticket.transfer"_s);
    QCOMPARE(transfer(m_api->alex, {{u"assignedTo"_s, u"me"_s}}).faults(),
             QStringList{u"reason:required"_s});
    QCOMPARE(transfer(m_api->alex, {{u"reason"_s, u"Somewhere"_s}}).faults(),
             QStringList{u"assignedTo:required"_s});
    QCOMPARE(transfer(m_api->alex, {{u"team"_s, 99}, {u"reason"_s, u"x"_s}}).faults(),
             QStringList{u"team:unknown"_s});
    QCOMPARE(m_api->look(m_api->jane, ticket.id).version, 1);
}

void TestTicketRoutes::handingOverOutOfSight()
{
    // Somebody who sees only the tickets that are theirs passes one on.
    const Person temp = m_api->addPerson(
            u"Tim"_s, {u"ticket.view_own"_s, u"ticket.reply"_s, u"ticket.transfer"_s});
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    m_api->post(path(ticket.id, "/assign"), m_api->alex, {{u"assignedTo"_s, temp.id.value()}});
    QCOMPARE(m_api->get(path(ticket.id), temp).status, 200);
    const Answer answer
            = m_api->post(path(ticket.id, "/transfer"), temp,
                          {{u"assignedTo"_s, m_api->emily.id.value()}, {u"reason"_s, u"Yours"_s}});
    QCOMPARE(answer.status, 204);
    QVERIFY(answer.body.isEmpty());
    QCOMPARE(m_api->get(path(ticket.id), temp).status, 404);
    QCOMPARE(m_api->value(u"SELECT recipients::text FROM ticket.event"
                          " WHERE type = 'ticket.hidden'"_s),
             u"{%1}"_s.arg(temp.id.value()));
}

void TestTicketRoutes::deletesAndRestores()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    QCOMPARE(m_api->remove(path(ticket.id), m_api->jane).status, 403);
    const Answer refused = m_api->remove(path(ticket.id), m_api->alex);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json["permission"_L1].toString(), u"ticket.delete"_s);
    QCOMPARE(m_api->post(path(ticket.id, "/restore"), m_api->lead).key(), "ticket.not_deleted"_ba);
    QCOMPARE(m_api->post(path(ticket.id, "/restore"), m_api->jane).status, 403);

    QCOMPARE(m_api->remove(path(ticket.id), m_api->lead).status, 204);
    const Ticket gone = m_api->look(m_api->lead, ticket.id);
    QVERIFY(gone.deletedAt.isValid());
    QCOMPARE(gone.details->allowedActions, QList{TicketAction::Restore});
    QVERIFY(gone.details->allowedTransitions.isEmpty());
    QCOMPARE(m_api->value(u"SELECT deleted_by FROM ticket.ticket"_s),
             QString::number(m_api->lead.id.value()));
    QCOMPARE(m_api->remove(path(ticket.id), m_api->lead).key(), "ticket.deleted"_ba);
    QCOMPARE(m_api->patch(path(ticket.id), m_api->lead, {{u"title"_s, u"Abc"_s}}).key(),
             "ticket.deleted"_ba);
    QCOMPARE(m_api->setStatus(m_api->lead, ticket.id, u"resolved"_s).key(), "ticket.deleted"_ba);
    QCOMPARE(m_api->reply(m_api->lead, ticket.id, u"Hello?"_s).key(), "ticket.deleted"_ba);

    const Answer restored = m_api->post(path(ticket.id, "/restore"), m_api->lead);
    QCOMPARE(restored.status, 200);
    QVERIFY(!decoded<Ticket>(restored).deletedAt.isValid());
    QCOMPARE(m_api->get(path(ticket.id), m_api->jane).status, 200);
    QCOMPARE(m_api->value(u"SELECT deleted_by IS NULL FROM ticket.ticket"_s), u"t"_s);
    QCOMPARE(m_api->value(u"SELECT string_agg(event_type, ' ' ORDER BY id)"
                          " FROM ticket.timeline_entry"_s),
             u"created deleted restored"_s);
}

void TestTicketRoutes::deletedIsHiddenFromOthers()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    m_api->remove(path(ticket.id), m_api->lead);
    for (const Person &person : {m_api->jane, m_api->alex, m_api->observer})
        QCOMPARE(m_api->get(path(ticket.id), person).status, 404);
    QCOMPARE(m_api->events(ticket.id, u"ticket.deleted"_s), 1);
    // Told to those who saw it and don't any more: not to Mike, not to those who may restore it.
    QStringList hidden;
    for (const Person &person : {m_api->jane, m_api->alex, m_api->emily, m_api->observer})
        hidden.append(QString::number(person.id.value()));
    QCOMPARE(
            m_api->value(u"SELECT array_to_string(ARRAY(SELECT unnest(recipients) ORDER BY 1), ' ')"
                         " FROM ticket.event WHERE type = 'ticket.hidden'"_s),
            hidden.join(u' '));
}

void TestTicketRoutes::logsEveryWrite()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    m_api->patch(path(ticket.id), m_api->jane, {{u"title"_s, u"Other title"_s}});
    m_api->setStatus(m_api->alex, ticket.id, u"in_progress"_s);
    m_api->post(path(ticket.id, "/assign"), m_api->alex, {{u"assignedTo"_s, u"me"_s}});
    m_api->remove(path(ticket.id), m_api->lead);
    m_api->post(path(ticket.id, "/restore"), m_api->lead);
    QCOMPARE(m_api->value(u"SELECT string_agg(action || ':' || actor_name, ' ' ORDER BY id)"
                          " FROM ticket.activity WHERE entity = 'ticket'"_s),
             u"create:Jane update:Jane status:Alex assign:Alex delete:Lea restore:Lea"_s);
    QCOMPARE(m_api->value(u"SELECT (old_value ->> 'title') || ' > ' || (new_value ->> 'title')"
                          " FROM ticket.activity WHERE action = 'update'"_s),
             u"The printer is on fire > Other title"_s);
    QCOMPARE(m_api->value(u"SELECT DISTINCT desk_id || ' ' || request_id || ' ' || peer"
                          " FROM ticket.activity WHERE entity = 'ticket'"_s),
             u"%1 test 127.0.0.1"_s.arg(m_api->desk.value()));
}

namespace {

Http::Headers idempotencyKey()
{
    Http::Headers headers;
    headers.set("Idempotency-Key", "0b9f6a0e-6f0d-4b53-9f2e-9a5c1d2e3f40");
    return headers;
}

} // namespace

void TestTicketRoutes::sameKeySameAnswer()
{
    const QJsonObject draft{{u"title"_s, u"Only once"_s}};
    const auto send = [&](const Person &by) {
        return m_api->call(Http::Method::Post, "/tickets", m_api->token(by), draft,
                           idempotencyKey());
    };
    const Answer first = send(m_api->jane);
    QCOMPARE(first.status, 201);
    const Answer second = send(m_api->jane);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.body, first.body);
    QCOMPARE(second.headers.value("ETag"), first.headers.value("ETag"));
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.ticket"_s), u"1"_s);
    // Somebody else's key is another key.
    QCOMPARE(send(m_api->mike).status, 201);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.ticket"_s), u"2"_s);
    m_api->clock.advance(24h + 1s);
    QCOMPARE(send(m_api->jane).status, 201);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.ticket"_s), u"3"_s);
}

/// Whoever does not know whether a change arrived sends it again.
void TestTicketRoutes::sameKeyForOtherMethods()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    const auto send = [&] {
        return m_api->call(Http::Method::Put, path(ticket.id, "/status"), m_api->token(m_api->alex),
                           {{u"status"_s, u"in_progress"_s}}, idempotencyKey());
    };
    const Answer first = send();
    QCOMPARE(first.status, 200);
    const Answer second = send(); // without a key it would be refused: it is in progress already
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(second.headers.value("Idempotency-Replayed"), "true"_ba);
    QCOMPARE(
            m_api->value(
                    u"SELECT count(*) FROM ticket.status_change WHERE to_status = 'in_progress'"_s),
            u"1"_s);
    // The same key for another method is another request.
    const Answer other = m_api->call(Http::Method::Delete, path(ticket.id),
                                     m_api->token(m_api->alex), {}, idempotencyKey());
    QCOMPARE(other.status, 422);
    QCOMPARE(other.key(), "idempotency.key_reused"_ba);
}

void TestTicketRoutes::sameKeyOtherBody()
{
    const auto send = [&](const QString &title) {
        return m_api->call(Http::Method::Post, "/tickets", m_api->token(m_api->jane),
                           {{u"title"_s, title}}, idempotencyKey());
    };
    QCOMPARE(send(u"One thing"_s).status, 201);
    const Answer other = send(u"Another thing"_s);
    QCOMPARE(other.status, 422);
    QCOMPARE(other.key(), "idempotency.key_reused"_ba);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.ticket"_s), u"1"_s);
}

void TestTicketRoutes::sameKeyWhileRunning()
{
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    // The first request waits for the ticket, which this connection holds.
    Db::Connection blocker(m_api->database.settings());
    QVERIFY(blocker.script(u"BEGIN; SELECT 1 FROM ticket.ticket FOR UPDATE"_s));
    const auto send = [&] {
        return m_api->call(Http::Method::Post, path(ticket.id, "/replies"),
                           m_api->token(m_api->jane), {{u"message"_s, u"Once"_s}},
                           idempotencyKey());
    };
    Answer first;
    std::thread waiting([&] { first = send(); });
    QTRY_COMPARE(m_api->value(u"SELECT count(*) FROM pg_stat_activity"
                              " WHERE datname = current_database() AND wait_event_type = 'Lock'"_s),
                 u"1"_s);
    const Answer second = send();
    QCOMPARE(second.status, 409);
    QCOMPARE(second.key(), "idempotency.in_progress"_ba);
    QVERIFY(blocker.script(u"COMMIT"_s));
    waiting.join();
    QCOMPARE(first.status, 201);
    QCOMPARE(send().body, first.body);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.timeline_entry WHERE kind = 'reply'"_s),
             u"1"_s);
}

QTEST_GUILESS_MAIN(TestTicketRoutes)
#include "tst_ticketroutes.moc"
