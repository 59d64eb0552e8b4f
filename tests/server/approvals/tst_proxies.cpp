// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/approvalharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Deciding in somebody's place, for a time.
class TestProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothNamesAreRecorded();
    void onlyWhileBothAreActive();
    void neverTwice();
    void forAllOfThem();
    void aProxyHasNone();
    void endsWithItsTime();
    void isCheckedAndListed();
    void oneAfterTheOther();
};

void TestProxies::bothNamesAreRecorded()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})});
    const TicketId ticket = api.submitted();
    QCOMPARE(api.get(TicketHarness::path(ticket), api.carol).status, 404);
    QCOMPARE(api.standIn(api.bob, api.carol).status, 201);
    // Asked at once about what waits already.
    QCOMPARE(api.recipients(ticket, u"approval.requested"_s), QList<qint64>{api.carol.id.value()});
    QCOMPARE(api.pending(api.carol), 1);
    QCOMPARE(api.pending(api.bob), 1);
    QCOMPARE(api.decide(api.carol, ticket, u"approve"_s, {{u"comment"_s, u"For him"_s}}).status,
             200);
    const Approver approver = api.process(api.jane, ticket).steps[0].approvers[0];
    QCOMPARE(approver.person.displayName, u"Bob"_s);
    QCOMPARE(approver.decidedBy->displayName, u"Carol"_s);
    const QJsonObject entry = api.lastEntry(api.jane, ticket, u"approval_voted"_s);
    QCOMPARE(entry["author"_L1]["displayName"_L1].toString(), u"Carol"_s);
    QCOMPARE(entry["details"_L1]["for"_L1][0]["displayName"_L1].toString(), u"Bob"_s);
    for (const Person &person : {api.bob, api.carol}) {
        const Answer decided = api.get("/approvals?state=decided", person);
        QCOMPARE(decided.data().size(), 1);
        QCOMPARE(decided.data()[0]["approvers"_L1][0]["displayName"_L1].toString(), u"Bob"_s);
        QCOMPARE(decided.data()[0]["decidedBy"_L1]["displayName"_L1].toString(), u"Carol"_s);
        QCOMPARE(api.pending(person), 0);
    }
}

void TestProxies::onlyWhileBothAreActive()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})});
    QCOMPARE(api.standIn(api.bob, api.carol).status, 201);
    const TicketId ticket = api.submitted();
    api.setAccountStatus(api.bob, u"deactivated"_s);
    QCOMPARE(api.pending(api.carol), 0);
    QCOMPARE(api.decide(api.carol, ticket).status, 403);
    QCOMPARE(api.get("/me/proxies", api.carol).data()[0]["active"_L1].toBool(), false);
    api.setAccountStatus(api.bob, u"active"_s);
    QCOMPARE(api.get("/me/proxies", api.carol).data()[0]["active"_L1].toBool(), true);
    QCOMPARE(api.decide(api.carol, ticket).status, 200);
}

void TestProxies::neverTwice()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"Two"_s, {api.bob, api.carol, api.mike},
                                         {{u"mode"_s, u"count"_s}, {u"count"_s, 2}})});
    QCOMPARE(api.standIn(api.bob, api.carol).status, 201);
    QCOMPARE(api.standIn(api.mike, api.carol).status, 201);
    const TicketId ticket = api.submitted();
    QCOMPARE(api.decide(api.carol, ticket).status, 200);
    // Her own place, and no other: two people have to approve.
    const QList<Approver> approvers = api.process(api.jane, ticket).steps[0].approvers;
    QVERIFY(!approvers[0].decision);
    QCOMPARE(approvers[1].decision, ApprovalDecision::Approve);
    QCOMPARE(api.decide(api.carol, ticket).status, 403);
    QCOMPARE(api.pending(api.carol), 0);
    QCOMPARE(api.decide(api.bob, ticket).status, 200);
    QCOMPARE(api.look(api.jane, ticket).status, u"open"_s);
}

void TestProxies::forAllOfThem()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"All"_s, {api.bob, api.carol})});
    QCOMPARE(api.standIn(api.bob, api.carol).status, 201);
    const TicketId ticket = api.submitted();
    QCOMPARE(api.pending(api.carol), 1); // one decision, in two places
    QCOMPARE(api.decide(api.carol, ticket).status, 200);
    QCOMPARE(api.look(api.jane, ticket).status, u"open"_s);
    QCOMPARE(api.timeline(api.jane, ticket).count(u"approval_voted"_s), 1);
}

void TestProxies::aProxyHasNone()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})});
    QCOMPARE(api.standIn(api.bob, api.carol).status, 201);
    QCOMPARE(api.standIn(api.carol, api.alex).status, 201);
    const TicketId ticket = api.submitted();
    QCOMPARE(api.pending(api.alex), 0);
    QCOMPARE(api.decide(api.alex, ticket).status, 403);
}

void TestProxies::endsWithItsTime()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})});
    const Answer made = api.standIn(api.bob, api.carol, 1);
    const TicketId ticket = api.submitted();
    QCOMPARE(api.pending(api.carol), 1);
    const QByteArray path = "/me/proxies/" + QByteArray::number(made.json["id"_L1].toInteger());
    QCOMPARE(api.remove(path, api.carol).status, 404); // not hers
    QCOMPARE(api.remove(path, api.bob).status, 204);
    QCOMPARE(api.remove(path, api.bob).status, 404);
    QCOMPARE(api.pending(api.carol), 0);
    QCOMPARE(api.decide(api.carol, ticket).status, 403);
}

void TestProxies::isCheckedAndListed()
{
    ApprovalHarness api;
    const auto faults = [&](const Answer &answer) {
        return answer.faults().join(u' ');
    };
    QCOMPARE(faults(api.standIn(api.bob, api.bob)), u"person:self"_s);
    QCOMPARE(faults(api.standIn(api.bob, api.carol, -1)), u"to:not_after_start"_s);
    QCOMPARE(faults(api.standIn(api.bob, Person{.id = AccountId(999999)})), u"person:unknown"_s);
    api.setAccountStatus(api.mike, u"blocked"_s);
    QCOMPARE(faults(api.standIn(api.bob, api.mike)), u"person:unknown"_s);
    QCOMPARE(faults(api.post("/me/proxies", api.bob,
                             {{u"person"_s, api.carol.id.value()},
                              {u"from"_s, u"2001-01-01T00:00:00Z"_s},
                              {u"to"_s, u"2001-01-02T00:00:00Z"_s}})),
             u"to:past"_s);
    QCOMPARE(api.standIn(api.bob, api.carol).status, 201);
    const Answer again = api.standIn(api.bob, api.carol, 1);
    QCOMPARE(again.status, 409);
    QCOMPARE(again.key(), "proxy.overlaps"_ba);
    QCOMPARE(api.standIn(api.bob, api.alex).status, 201); // somebody else may, too
    QCOMPARE(api.get("/me/proxies", api.bob).data().size(), 2);
    QCOMPARE(api.get("/me/proxies", api.carol).data().size(), 1);
    QCOMPARE(api.get("/me/proxies", api.emily).data().size(), 0);
}

void TestProxies::oneAfterTheOther()
{
    ApprovalHarness api;
    const QDateTime start = api.clock.now();
    const auto week = [&](int first) {
        return api.post("/me/proxies", api.bob,
                        {{u"person"_s, api.carol.id.value()},
                         {u"from"_s, timeToJson(start.addDays(first))},
                         {u"to"_s, timeToJson(start.addDays(first + 7))}});
    };
    QCOMPARE(week(0).status, 201);
    QCOMPARE(week(7).status, 201);
    QCOMPARE(week(13).status, 409);
    QCOMPARE(week(14).status, 201);
}

QTEST_GUILESS_MAIN(TestProxies)
#include "tst_proxies.moc"
