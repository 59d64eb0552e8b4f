// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/approvalwatch.h"
#include "tests/support/server/approvalharness.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

namespace {

int watch(ApprovalHarness &api)
{
    const auto done = Server::watchApprovals(api.database.connection(), api.environment());
    if (!done)
        qFatal("failed: %s", qPrintable(done.error().detail));
    return *done;
}

} // namespace

/// What approvals need by themselves, in time.
class TestApprovalWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remindsOnce();
    void everyStepAnew();
    void expiresBackToTheAuthor();
    void tellsOfWhoLeft();
    void asksProxiesWhenTheirTimeComes();
    void eachOnceOnSeveralServers();
    void leavesDeletedTicketsAlone();
};

void TestApprovalWatch::remindsOnce()
{
    ApprovalHarness api;
    api.prescribe(
            {ApprovalHarness::step(u"One"_s, {api.bob, api.carol}, {{u"remindAfterHours"_s, 8}})});
    const TicketId ticket = api.submitted();
    QCOMPARE(api.decide(api.carol, ticket).status, 200);
    const int asked = api.events(ticket, u"approval.requested"_s);
    api.clock.advance(7h + 59min);
    QCOMPARE(watch(api), 0);
    api.clock.advance(1min);
    QCOMPARE(watch(api), 1);
    QCOMPARE(watch(api), 0);
    api.clock.advance(100h);
    QCOMPARE(watch(api), 0);
    QCOMPARE(api.timeline(api.addSession(api.jane), ticket).count(u"approval_reminded"_s), 1);
    QCOMPARE(api.events(ticket, u"approval.requested"_s), asked + 1);
    // Whoever has decided is left in peace.
    QCOMPARE(api.recipients(ticket, u"approval.requested"_s), QList<qint64>{api.bob.id.value()});
    QVERIFY(api.process(api.jane, ticket).steps[0].remindedAt.isValid());
}

void TestApprovalWatch::everyStepAnew()
{
    ApprovalHarness api;
    const QJsonObject remind{{u"remindAfterHours"_s, 8}};
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob}, remind),
                   ApprovalHarness::step(u"Two"_s, {api.carol}, remind)});
    const TicketId ticket = api.submitted();
    api.clock.advance(8h);
    QCOMPARE(watch(api), 1);
    QCOMPARE(api.decide(api.bob, ticket).status, 200);
    api.clock.advance(7h);
    QCOMPARE(watch(api), 0); // counted from when the step began
    api.clock.advance(1h);
    QCOMPARE(watch(api), 1);
    QCOMPARE(api.recipients(ticket, u"approval.requested"_s), QList<qint64>{api.carol.id.value()});
}

void TestApprovalWatch::expiresBackToTheAuthor()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob}, {{u"expireAfterHours"_s, 16}})});
    const TicketId ticket = api.submitted();
    api.clock.advance(16h);
    QCOMPARE(watch(api), 1);
    QCOMPARE(watch(api), 0);
    QCOMPARE(api.look(api.jane, ticket).status, u"rejected"_s);
    const ApprovalProcess process = api.process(api.jane, ticket);
    QCOMPARE(process.state, ApprovalState::Expired);
    QCOMPARE(process.steps[0].state, ApprovalState::Expired);
    const QJsonObject ended = api.lastEntry(api.jane, ticket, u"approval_ended"_s);
    QVERIFY(ended["author"_L1].isNull());
    QCOMPARE(ended["details"_L1]["state"_L1].toString(), u"expired"_s);
    QCOMPARE(api.decide(api.bob, ticket).status, 409);
    QCOMPARE(api.setStatus(api.jane, ticket, u"draft"_s).status, 200);
}

void TestApprovalWatch::tellsOfWhoLeft()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})});
    const TicketId ticket = api.submitted();
    QCOMPARE(watch(api), 0);
    api.setAccountStatus(api.bob, u"deactivated"_s);
    QCOMPARE(watch(api), 1);
    QCOMPARE(watch(api), 0);
    QCOMPARE(api.timeline(api.jane, ticket).count(u"approval_stuck"_s), 1);
    QCOMPARE(api.recipients(ticket, u"approval.stuck"_s), QList<qint64>{api.admin.id.value()});
    // Back, and away again: told again.
    api.setAccountStatus(api.bob, u"active"_s);
    QCOMPARE(watch(api), 1);
    api.setAccountStatus(api.bob, u"blocked"_s);
    QCOMPARE(watch(api), 1);
    QCOMPARE(api.timeline(api.jane, ticket).count(u"approval_stuck"_s), 2);
}

void TestApprovalWatch::asksProxiesWhenTheirTimeComes()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob})});
    const QDateTime from = api.clock.now().addDays(1);
    QCOMPARE(api.post("/me/proxies", api.bob,
                      {{u"person"_s, api.carol.id.value()},
                       {u"from"_s, timeToJson(from)},
                       {u"to"_s, timeToJson(from.addDays(1))}})
                     .status,
             201);
    const TicketId ticket = api.submitted();
    watch(api);
    QCOMPARE(api.get(TicketHarness::path(ticket), api.carol).status, 404);
    api.clock.advance(24h);
    watch(api);
    const Person carol = api.addSession(api.carol);
    QCOMPARE(api.get(TicketHarness::path(ticket), carol).status, 200);
    QCOMPARE(api.recipients(ticket, u"approval.requested"_s), QList<qint64>{carol.id.value()});
    QCOMPARE(api.pending(carol), 1);
    api.clock.advance(24h);
    QCOMPARE(api.pending(carol), 0); // over
    QCOMPARE(api.decide(carol, ticket).status, 403);
    QCOMPARE(api.look(carol, ticket).id, ticket); // past proxies see it still
}

void TestApprovalWatch::eachOnceOnSeveralServers()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob}, {{u"expireAfterHours"_s, 1}})});
    QList<TicketId> tickets;
    for (int i = 0; i < 12; ++i)
        tickets.append(api.submitted());
    api.clock.advance(1h);
    std::vector<std::future<int>> servers;
    for (int i = 0; i < 4; ++i) {
        servers.push_back(std::async(std::launch::async, [&api] {
            Db::Connection db(api.database.settings());
            const auto done = Server::watchApprovals(db, api.environment());
            return done ? *done : -1000;
        }));
    }
    int count = 0;
    for (std::future<int> &server : servers)
        count += server.get();
    QCOMPARE(count, 12);
    for (const TicketId ticket : tickets)
        QCOMPARE(api.timeline(api.jane, ticket).count(u"approval_ended"_s), 1);
}

void TestApprovalWatch::leavesDeletedTicketsAlone()
{
    ApprovalHarness api;
    api.prescribe({ApprovalHarness::step(u"One"_s, {api.bob}, {{u"expireAfterHours"_s, 1}})});
    const TicketId ticket = api.submitted();
    QCOMPARE(api.remove(TicketHarness::path(ticket), api.lead).status, 204);
    api.clock.advance(2h);
    QCOMPARE(watch(api), 0);
}

QTEST_GUILESS_MAIN(TestApprovalWatch)
#include "tst_approvalwatch.moc"
