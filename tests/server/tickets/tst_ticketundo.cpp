// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// POST /tickets/{id}/undo: what somebody did last to a ticket, taken back.
class TestTicketUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsBack_data();
    void putsBack();
    void tellsBoth();
    void onlyOnesOwn();
    void notWhatWasChangedSince();
    void notForEver();
    void notWhatHadConsequences();
    void notTheStepsOfAWorkflow();
    void notWhatIsHidden();
};

namespace {

Answer undo(TicketHarness &api, const Person &by, TicketId ticket, int version = 0)
{
    Http::Headers headers;
    if (version > 0)
        headers.set("If-Match"_ba, '"' + QByteArray::number(version) + '"');
    return api.call(Http::Method::Post, TicketHarness::path(ticket, "/undo"), api.token(by), {},
                    headers);
}

/// Without what every change changes.
QJsonObject contentOf(const Ticket &ticket)
{
    Ticket plain = ticket;
    plain.version = 1;
    plain.updatedAt = {};
    plain.updatedBy.reset();
    plain.details.reset();
    plain.viewCount = 0;
    return toJson(plain);
}

} // namespace

void TestTicketUndo::putsBack_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QJsonObject>("json");

    const auto put = "PUT"_ba;
    const auto post = "POST"_ba;
    const auto patch = "PATCH"_ba;
    QTest::newRow("status") << put << "/status"_ba << QJsonObject{{u"status"_s, u"resolved"_s}};
    QTest::newRow("reason") << put << "/status"_ba
                            << QJsonObject{{u"status"_s, u"on_hold"_s}, {u"reason"_s, u"Parts"_s}};
    QTest::newRow("take") << post << "/assign"_ba << QJsonObject{{u"assignedTo"_s, u"me"_s}};
    QTest::newRow("release") << post << "/assign"_ba
                             << QJsonObject{{u"assignedTo"_s, QJsonValue::Null}};
    QTest::newRow("priority") << patch << ""_ba << QJsonObject{{u"priority"_s, u"urgent"_s}};
    QTest::newRow("words") << patch << ""_ba
                           << QJsonObject{{u"title"_s, u"Another title"_s},
                                          {u"description"_s, u"Other words"_s},
                                          {u"tags"_s, QJsonArray{u"x"_s}},
                                          {u"dueAt"_s, u"2030-01-01T00:00:00.000Z"_s}};
}

void TestTicketUndo::putsBack()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, rest);
    QFETCH(QJsonObject, json);
    TicketHarness api;
    const TicketId ticket = api.makeTicket(api.jane, {{u"description"_s, u"It smokes"_s}}).id;
    api.post(TicketHarness::path(ticket, "/assign"), api.lead,
             {{u"assignedTo"_s, api.emily.id.value()}});
    api.patch(TicketHarness::path(ticket), api.lead, {{u"tags"_s, QJsonArray{u"b"_s, u"a"_s}}});
    api.setStatus(api.lead, ticket, u"in_progress"_s);
    const Ticket before = api.look(api.alex, ticket);
    const auto stored = u"SELECT to_jsonb(t) - 'version' - 'updated_at' - 'updated_by'"
                        " FROM ticket.ticket t"_s;
    const QString row = api.value(stored);
    api.clock.advance(1min);

    const QHash<QByteArray, Http::Method> methods{{"PUT", Http::Method::Put},
                                                  {"POST", Http::Method::Post},
                                                  {"PATCH", Http::Method::Patch}};
    const Answer changed = api.call(methods[method], TicketHarness::path(ticket, rest),
                                    api.token(api.alex), json);
    QCOMPARE(changed.status, 200);
    QVERIFY(api.value(stored) != row);
    const Answer undone = undo(api, api.alex, ticket, changed.json["version"_L1].toInt());
    QVERIFY2(undone.status == 200, undone.body.constData());
    QCOMPARE(contentOf(decoded<Ticket>(undone)), contentOf(before));
    QCOMPARE(api.value(stored), row);
}

void TestTicketUndo::tellsBoth()
{
    TicketHarness api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    api.setStatus(api.alex, ticket, u"resolved"_s);
    const int told = api.events(ticket, u"ticket.updated"_s);
    QCOMPARE(undo(api, api.alex, ticket).status, 200);
    QCOMPARE(api.events(ticket, u"ticket.updated"_s), told + 1);
    QCOMPARE(api.value(u"SELECT string_agg(to_status, ' ' ORDER BY id) FROM ticket.status_change"
                       " WHERE from_status <> ''"_s),
             u"resolved new"_s);
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.activity WHERE action = 'undo'"_s), u"1"_s);
    // What was undone is not done again by undoing once more.
    QCOMPARE(undo(api, api.alex, ticket).status, 200);
    QCOMPARE(api.look(api.alex, ticket).status, u"resolved"_s);
}

void TestTicketUndo::onlyOnesOwn()
{
    TicketHarness api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(undo(api, api.jane, ticket).key(), "ticket.changed_since"_ba); // it was made, no more
    api.setStatus(api.alex, ticket, u"resolved"_s);
    QCOMPARE(undo(api, api.emily, ticket).key(), "ticket.changed_since"_ba);
    QCOMPARE(undo(api, api.jane, ticket).key(), "ticket.changed_since"_ba);
}

void TestTicketUndo::notWhatWasChangedSince()
{
    TicketHarness api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    const int version = api.setStatus(api.alex, ticket, u"resolved"_s).json["version"_L1].toInt();
    api.patch(TicketHarness::path(ticket), api.jane, {{u"priority"_s, u"high"_s}});
    QCOMPARE(undo(api, api.alex, ticket, version).status, 412);
    QCOMPARE(undo(api, api.alex, ticket).key(), "ticket.changed_since"_ba);
    // A reply of one's own is not what is undone, nor what was done before it.
    api.setStatus(api.alex, ticket, u"in_progress"_s);
    api.reply(api.alex, ticket, u"Hm"_s);
    QCOMPARE(undo(api, api.alex, ticket).key(), "ticket.changed_since"_ba);
}

void TestTicketUndo::notForEver()
{
    TicketHarness api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    api.setStatus(api.alex, ticket, u"resolved"_s);
    api.clock.advance(api.environment().settings.editWindow + 1s);
    QCOMPARE(undo(api, api.alex, ticket).key(), "ticket.undo_over"_ba);
}

void TestTicketUndo::notWhatHadConsequences()
{
    TicketHarness api(u"approval"_s);
    api.patch("/desks/" + QByteArray::number(api.desk.value()), api.admin,
              {{u"approvalTemplate"_s,
                api.post("/approval-templates", api.admin,
                         {{u"desk"_s, api.desk.value()},
                          {u"name"_s, u"One"_s},
                          {u"steps"_s, QJsonArray{QJsonObject{
                                               {u"name"_s, u"One"_s},
                                               {u"people"_s, QJsonArray{api.alex.id.value()}}}}}})
                        .json["id"_L1]}});
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(api.setStatus(api.jane, ticket, u"waiting_approval"_s).status, 200);
    QCOMPARE(undo(api, api.jane, ticket).key(), "ticket.undo_has_consequences"_ba);
}

void TestTicketUndo::notTheStepsOfAWorkflow()
{
    TicketHarness api(u"steps"_s);
    const TicketId ticket = api.makeTicket(api.jane).id;
    QCOMPARE(api.post(TicketHarness::path(ticket, "/assign"), api.lead,
                      {{u"assignedTo"_s, api.emily.id.value()}})
                     .status,
             200);
    QCOMPARE(undo(api, api.lead, ticket).key(), "ticket.undo_has_consequences"_ba);
    api.patch(TicketHarness::path(ticket), api.lead, {{u"priority"_s, u"high"_s}});
    QCOMPARE(undo(api, api.lead, ticket).status, 200);
}

void TestTicketUndo::notWhatIsHidden()
{
    TicketHarness api;
    const TicketId ticket = api.makeTicket(api.jane).id;
    api.patch(TicketHarness::path(ticket), api.alex, {{u"visibility"_s, u"restricted"_s}});
    QCOMPARE(undo(api, api.alex, ticket).status, 404);
    QCOMPARE(undo(api, api.mike, ticket).status, 404);
}

QTEST_GUILESS_MAIN(TestTicketUndo)
#include "tst_ticketundo.moc"
