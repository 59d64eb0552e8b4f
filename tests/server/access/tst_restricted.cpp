// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/ticketgrant.h"
#include "tests/support/server/approvalharness.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

namespace {

TicketId secretOf(TicketHarness &api)
{
    const TicketId ticket = api.makeTicket(api.jane).id;
    if (api.patch(TicketHarness::path(ticket), api.admin, {{u"visibility"_s, u"restricted"_s}})
                .status
        != 200)
        qFatal("not restricted");
    return ticket;
}

Answer ask(TicketHarness &api, const Person &by, const QJsonValue &ticket)
{
    return api.post("/access-requests", by,
                    {{u"ticket"_s, ticket}, {u"reason"_s, u"I need to know"_s}});
}

} // namespace

/// Who is let into restricted tickets, how one asks, and who sees what and why.
class TestRestricted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grants();
    void grantsToRoles();
    void whoMayGrant();
    void losingSight();
    void asking();
    void everyAnswerIsTheSame();
    void openingIsRecorded();
    void seersAreThoseWhoSee_data();
    void seersAreThoseWhoSee();
};

void TestRestricted::grants()
{
    TicketHarness api;
    const TicketId ticket = secretOf(api);
    const QByteArray path = TicketHarness::path(ticket, "/grants");
    QCOMPARE(api.get(TicketHarness::path(ticket), api.alex).status, 404);
    const Answer made = api.post(path, api.jane, {{u"person"_s, api.alex.id.value()}});
    QCOMPARE(made.status, 201);
    const auto grant = decoded<TicketGrant>(made);
    QCOMPARE(grant.person->id, api.alex.id);
    QCOMPARE(grant.createdBy->id, api.jane.id);
    QCOMPARE(api.get(TicketHarness::path(ticket), api.alex).status, 200);
    const Answer again = api.post(path, api.jane, {{u"person"_s, api.alex.id.value()}});
    QCOMPARE(again.status, 409);
    QCOMPARE(again.key(), "grant.exists"_ba);
    QCOMPARE(api.post(path, api.jane, {{u"person"_s, 999999}}).faults(),
             QStringList{u"person:unknown"_s});
    QCOMPARE(api.post(path, api.jane, {{u"role"_s, u"gods"_s}}).faults(),
             QStringList{u"role:unknown"_s});
    QCOMPARE(api.post(path, api.jane).faults(), QStringList{u"person:required"_s});
    QCOMPARE(api.get(path, api.jane).data().size(), 1);
    QCOMPARE(api.value(u"SELECT event_type || ' ' || (details -> 'person' ->> 'displayName') "
                       "FROM ticket.timeline_entry WHERE event_type LIKE 'access%'"_s),
             u"access_granted Alex"_s);
}

void TestRestricted::grantsToRoles()
{
    TicketHarness api;
    const TicketId ticket = secretOf(api);
    const Answer made
            = api.post(TicketHarness::path(ticket, "/grants"), api.admin, {{u"role"_s, u"lead"_s}});
    QCOMPARE(made.status, 201);
    QCOMPARE(decoded<TicketGrant>(made).role->name, u"Lead"_s);
    QCOMPARE(api.get(TicketHarness::path(ticket), api.lead).status, 200);
    QCOMPARE(api.get(TicketHarness::path(ticket), api.alex).status, 404);
}

void TestRestricted::whoMayGrant()
{
    TicketHarness api;
    const TicketId ticket = secretOf(api);
    const QByteArray path = TicketHarness::path(ticket, "/grants");
    QCOMPARE(api.get(path, api.mike).status, 404);
    QCOMPARE(api.post(path, api.jane, {{u"person"_s, api.alex.id.value()}}).status, 201);
    // Who was let in lets in nobody.
    QCOMPARE(api.get(path, api.alex).status, 403);
    QCOMPARE(api.post(path, api.alex, {{u"person"_s, api.mike.id.value()}}).status, 403);
    const Person keeper = api.addPerson(u"Keeper"_s, QStringList{u"ticket.view_restricted"_s});
    QCOMPARE(api.post(path, keeper, {{u"person"_s, api.mike.id.value()}}).status, 201);
    // Managing the desk is not seeing the ticket.
    const Person manager = api.addPerson(u"Manager"_s, QStringList{u"desk.manage"_s});
    QCOMPARE(api.get(path, manager).status, 404);
}

void TestRestricted::losingSight()
{
    TicketHarness api;
    const TicketId ticket = secretOf(api);
    const QByteArray path = TicketHarness::path(ticket, "/grants");
    const auto id = [&](const QJsonObject &draft) {
        return QByteArray::number(api.post(path, api.jane, draft).json["id"_L1].toInteger());
    };
    const QByteArray person = id({{u"person"_s, api.lead.id.value()}});
    const QByteArray role = id({{u"role"_s, u"lead"_s}});
    QCOMPARE(api.remove(path + '/' + person, api.jane).status, 204);
    QCOMPARE(api.events(ticket, u"ticket.hidden"_s), 1); // to the agents, when it was restricted
    QCOMPARE(api.get(TicketHarness::path(ticket), api.lead).status, 200);
    QCOMPARE(api.remove(path + '/' + role, api.jane).status, 204);
    QCOMPARE(api.events(ticket, u"ticket.hidden"_s), 2);
    QCOMPARE(api.value(u"SELECT array_to_string(recipients, ',') FROM ticket.event WHERE type = "
                       "'ticket.hidden' ORDER BY id DESC LIMIT 1"_s),
             QString::number(api.lead.id.value()));
    QCOMPARE(api.get(TicketHarness::path(ticket), api.lead).status, 404);
    QCOMPARE(api.remove(path + '/' + role, api.jane).status, 404);
}

void TestRestricted::asking()
{
    TicketHarness api;
    const TicketId ticket = secretOf(api);
    const Ticket seen = api.look(api.jane, ticket);
    QCOMPARE(ask(api, api.alex, seen.number).status, 202);
    QCOMPARE(ask(api, api.alex, ticket.value()).status, 202); // once while it waits
    const Answer waiting = api.get("/access-requests", api.jane);
    QCOMPARE(waiting.data().size(), 1);
    QCOMPARE(waiting.data()[0]["person"_L1]["displayName"_L1].toString(), u"Alex"_s);
    QCOMPARE(waiting.data()[0]["reason"_L1].toString(), u"I need to know"_s);
    QCOMPARE(api.get("/access-requests", api.admin).data().size(), 1);
    QCOMPARE(api.get("/access-requests", api.alex).data().size(), 0);
    QCOMPARE(api.get("/access-requests", api.lead).data().size(), 0);
    QCOMPARE(api.events(ticket, u"access.requested"_s), 1);

    const QByteArray path = "/access-requests/"
                            + QByteArray::number(waiting.data()[0]["id"_L1].toInteger())
                            + "/decision";
    const QJsonObject approve{{u"decision"_s, u"approve"_s}};
    const QJsonObject reject{{u"decision"_s, u"reject"_s}};
    QCOMPARE(api.post(path, api.alex, approve).status, 404);
    QCOMPARE(api.post(path, api.jane, reject).status, 204);
    QCOMPARE(api.get(TicketHarness::path(ticket), api.alex).status, 404);
    const Answer late = api.post(path, api.admin, approve);
    QCOMPARE(late.status, 409);
    QCOMPARE(late.key(), "access_request.decided"_ba);

    QCOMPARE(ask(api, api.alex, ticket.value()).status, 202);
    const QByteArray second
            = "/access-requests/"
              + QByteArray::number(
                      api.get("/access-requests", api.jane).data()[0]["id"_L1].toInteger())
              + "/decision";
    QCOMPARE(api.post(second, api.admin, approve).status, 204);
    QCOMPARE(api.get(TicketHarness::path(ticket), api.alex).status, 200);
    QCOMPARE(api.get("/access-requests", api.jane).data().size(), 0);
    QCOMPARE(api.value(u"SELECT string_agg(action, ',' ORDER BY id) FROM ticket.activity "
                       "WHERE entity = 'access_request'"_s),
             u"create,reject,create,approve"_s);
}

void TestRestricted::everyAnswerIsTheSame()
{
    TicketHarness api;
    const TicketId secret = secretOf(api);
    const TicketId open = api.makeTicket(api.jane).id;
    const Answer first = ask(api, api.alex, secret.value());
    QCOMPARE(first.status, 202);
    // A ticket that is not there, that is no number, that one sees, that is no secret.
    const QList<QJsonValue> others{999999, u"HD-999999"_s, u"nonsense"_s, open.value(),
                                   secret.value()};
    for (const QJsonValue &other : others) {
        const Answer answer = ask(api, api.alex, other);
        QCOMPARE(answer.status, first.status);
        QCOMPARE(answer.body, first.body);
    }
    QCOMPARE(ask(api, api.mike, open.value()).body, first.body);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.access_request"_s), u"1"_s);
    QCOMPARE(api.post("/access-requests", api.alex, {{u"ticket"_s, u"HD-1"_s}}).faults(),
             QStringList{u"reason:required"_s});
}

void TestRestricted::openingIsRecorded()
{
    TicketHarness api;
    const auto views = [&](TicketId ticket) {
        return api
                .value(u"SELECT count(*) FROM ticket.activity WHERE action = 'view' AND "
                       "ticket_id = %1"_s.arg(ticket.value()))
                .toInt();
    };
    const TicketId open = api.makeTicket(api.jane).id;
    const TicketId secret = secretOf(api);
    for (int i = 0; i < 3; ++i) {
        api.look(api.admin, open);
        api.look(api.admin, secret);
    }
    QCOMPARE(views(open), 1); // the first of the day
    QCOMPARE(views(secret), 3);
    QCOMPARE(api.look(api.jane, secret).viewCount, 2); // counted once a day as ever
    QCOMPARE(api.get(TicketHarness::path(secret), api.mike).status, 404);
    QCOMPARE(views(secret), 4);
}

void TestRestricted::seersAreThoseWhoSee_data()
{
    QTest::addColumn<QString>("visibility");
    QTest::newRow("internal") << u"internal"_s;
    QTest::newRow("restricted") << u"restricted"_s;
}

void TestRestricted::seersAreThoseWhoSee()
{
    QFETCH(const QString, visibility);
    ApprovalHarness api;
    const Person member = api.addPerson(u"Member"_s, QStringList{u"ticket.view_team"_s});
    const qint64 team = api.post("/teams", api.admin,
                                 {{u"name"_s, u"Team"_s},
                                  {u"desk"_s, api.desk.value()},
                                  {u"members"_s, QJsonArray{member.id.value()}}})
                                .json["id"_L1]
                                .toInteger();
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})});
    QCOMPARE(api.standIn(api.bob, api.carol).status, 201);
    const TicketId ticket = api.submitted();
    QCOMPARE(api.patch(TicketHarness::path(ticket), api.admin,
                       {{u"team"_s, team}, {u"visibility"_s, visibility}})
                     .status,
             200);
    const QByteArray grants = TicketHarness::path(ticket, "/grants");
    QCOMPARE(api.post(grants, api.jane, {{u"person"_s, api.emily.id.value()}}).status, 201);
    QCOMPARE(api.post(grants, api.jane, {{u"role"_s, u"observer"_s}}).status, 201);

    const QByteArray path = TicketHarness::path(ticket, "/seers?pageSize=100");
    QCOMPARE(api.get(path, api.jane).status, 403);
    const Answer answer = api.get(path, api.admin);
    QCOMPARE(answer.status, 200);
    QStringList told;
    QHash<QString, QString> reasons;
    for (const QJsonValue &entry : answer.data()) {
        const QString name = entry["person"_L1]["displayName"_L1].toString();
        QStringList words;
        for (const QJsonValue &word : entry["reasons"_L1].toArray())
            words.append(word.toString());
        QVERIFY(!words.isEmpty());
        told.append(name);
        reasons[name] = words.join(u' ');
    }
    told.sort();
    QCOMPARE(answer.json["pagination"_L1]["total"_L1].toInt(), told.size());
    const QString see = api.value(
            u"SELECT string_agg(a.display_name, ',' ORDER BY a.display_name COLLATE \"C\") "
            "FROM ticket.account a WHERE EXISTS (SELECT 1 FROM ticket.visible_tickets(a.id) t "
            "WHERE t.id = %1)"_s.arg(ticket.value()));
    QCOMPARE(told.join(u','), see);
    QCOMPARE(reasons[u"Jane"_s], u"requester creator"_s);
    QCOMPARE(reasons[u"Bob"_s], u"approver"_s);
    QCOMPARE(reasons[u"Carol"_s], u"proxy"_s);
    if (visibility == "restricted"_L1) {
        QCOMPARE(reasons[u"Emily"_s], u"granted"_s);
        QCOMPARE(reasons[u"Otto"_s], u"granted_role"_s);
        QCOMPARE(reasons[u"Ada"_s], u"view_restricted"_s);
        QVERIFY(!told.contains(u"Alex"_s));
    } else {
        QCOMPARE(reasons[u"Alex"_s], u"view_all"_s);
        QCOMPARE(reasons[u"Member"_s], u"view_team"_s);
    }
}

QTEST_GUILESS_MAIN(TestRestricted)
#include "tst_restricted.moc"
