// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/paging.h"
#include "common/presence/ticketpresence.h"
#include "server/jobs/presencewatch.h"
#include "tests/support/server/ticketharness.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

class TestPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.emplace();
        m_ticket = m_api->makeTicket(m_api->jane).id;
    }
    void cleanup() { m_api.reset(); }

    void staffSeeWhoIsThere();
    void whoSaysNothingIsGone();
    void onlyWhoSeesTheTicket();
    void claimsAndRenews();
    void onlyOneOfSixteen();
    void aDeadClientLosesIt();
    void othersSayWhy();
    void requestersAreNeverHeldUp();
    void claimNeedsTheRight();

private:
    QByteArray path(const QByteArray &rest) const { return TicketHarness::path(m_ticket, rest); }
    Answer be(const Person &person, const QString &state)
    {
        return m_api->put(path("/presence"), person, {{u"state"_s, state}});
    }
    /// "Alex:viewing Jane:typing claimed by Alex"
    QString presence(const Person &by)
    {
        const auto page = decoded<Page<TicketPresence>>(m_api->get("/presence", by));
        QStringList words;
        for (const TicketPresence &one : page.data) {
            for (const PresentPerson &present : one.people)
                words.append(present.person.displayName + u':' + toWire(present.state));
            if (one.claim)
                words.append(u"claimed by "_s + one.claim->person.displayName);
        }
        return words.join(u' ');
    }
    void sweep()
    {
        QVERIFY(Server::endStalePresence(m_api->database.connection(), m_api->environment()));
    }

    std::optional<TicketHarness> m_api;
    TicketId m_ticket;
};

void TestPresence::staffSeeWhoIsThere()
{
    TicketHarness &api = *m_api;
    QCOMPARE(be(api.alex, u"viewing"_s).status, 204);
    QCOMPARE(be(api.jane, u"typing"_s).status, 204);
    for (const Person &person : {api.alex, api.emily, api.observer})
        QCOMPARE(presence(person), u"Alex:viewing Jane:typing"_s);
    // It is nothing for who asked for help, nor for strangers.
    QCOMPARE(presence(api.jane), QString());
    QCOMPARE(presence(api.mike), QString());
    api.patch(TicketHarness::path(m_ticket), api.admin, {{u"visibility"_s, u"restricted"_s}});
    QCOMPARE(presence(api.emily), QString());
    QCOMPARE(api.remove(path("/presence"), api.alex).status, 204);
    QCOMPARE(presence(api.admin), u"Jane:typing"_s);
}

void TestPresence::whoSaysNothingIsGone()
{
    TicketHarness &api = *m_api;
    be(api.alex, u"viewing"_s);
    api.clock.advance(30s);
    be(api.emily, u"viewing"_s);
    api.clock.advance(20s);
    sweep();
    QCOMPARE(presence(api.lead), u"Emily:viewing"_s);
}

void TestPresence::onlyWhoSeesTheTicket()
{
    TicketHarness &api = *m_api;
    QCOMPARE(be(api.mike, u"viewing"_s).status, 404);
    QCOMPARE(api.remove(path("/presence"), api.mike).status, 404);
    QCOMPARE(be(api.alex, u"asleep"_s).faults(), QStringList{u"state:unknown_value"_s});
}

void TestPresence::claimsAndRenews()
{
    TicketHarness &api = *m_api;
    const auto claim = decoded<TicketClaim>(api.post(path("/claim"), api.alex));
    QCOMPARE(claim.person.id, api.alex.id);
    QCOMPARE(claim.expiresAt, api.clock.now().addSecs(60));
    QCOMPARE(presence(api.emily), u"claimed by Alex"_s);
    const Answer refused = api.post(path("/claim"), api.emily);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.key(), "ticket.claimed");
    QCOMPARE(refused.json["displayName"_L1].toString(), u"Alex"_s);
    api.clock.advance(50s);
    QCOMPARE(api.post(path("/claim"), api.alex).status, 200);
    api.clock.advance(50s);
    QCOMPARE(api.post(path("/claim"), api.emily).status, 409);   // it was renewed
    QCOMPARE(api.remove(path("/claim"), api.emily).status, 204); // not hers to give back
    QCOMPARE(api.post(path("/claim"), api.emily).status, 409);
    QCOMPARE(api.remove(path("/claim"), api.alex).status, 204);
    QCOMPARE(api.post(path("/claim"), api.emily).status, 200);
    // It assigns nothing and leaves the ticket as it was.
    QVERIFY(!api.look(api.alex, m_ticket).assignee);
}

void TestPresence::onlyOneOfSixteen()
{
    TicketHarness &api = *m_api;
    QList<Person> people;
    for (int i = 0; i < 16; ++i)
        people.append(api.addPerson(u"Agent %1"_s.arg(i), BuiltInRole::Agent));
    std::vector<std::future<int>> tries;
    for (const Person &person : std::as_const(people)) {
        tries.push_back(std::async(std::launch::async, [&, person] {
            return api.post(path("/claim"), person).status;
        }));
    }
    QMap<int, int> counts;
    for (std::future<int> &one : tries)
        ++counts[one.get()];
    QCOMPARE(counts, (QMap<int, int>{{200, 1}, {409, 15}}));
}

void TestPresence::aDeadClientLosesIt()
{
    TicketHarness &api = *m_api;
    api.post(path("/claim"), api.alex);
    api.clock.advance(61s);
    QCOMPARE(presence(api.emily), QString());
    QCOMPARE(api.reply(api.emily, m_ticket, u"I do it"_s).status, 201);
    QCOMPARE(api.post(path("/claim"), api.emily).status, 200);
    QCOMPARE(api.post(path("/claim"), api.alex).status, 409);
    api.clock.advance(61s);
    sweep();
    QCOMPARE(api.value(u"SELECT count(*) FROM ticket.claim"_s), u"0"_s);
}

void TestPresence::othersSayWhy()
{
    TicketHarness &api = *m_api;
    api.post(path("/claim"), api.alex);
    const Answer refused = api.reply(api.emily, m_ticket, u"I do it"_s);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.key(), "ticket.claimed");
    // A note is in nobody's way.
    QCOMPARE(api.reply(api.emily, m_ticket, u"Hm"_s, {{u"isInternal"_s, true}}).status, 201);
    QCOMPARE(api.reply(api.emily, m_ticket, u"I do it"_s,
                       {{u"despiteClaim"_s, u"Alex is at lunch"_s}})
                     .status,
             201);
    QCOMPARE(api.value(u"SELECT new_value ->> 'reason' FROM ticket.activity"
                       " WHERE entity = 'claim' AND action = 'override'"_s),
             u"Alex is at lunch"_s);
    QCOMPARE(presence(api.emily), u"claimed by Alex"_s);
    // Who has answered is not answering any more.
    QCOMPARE(api.reply(api.alex, m_ticket, u"Done"_s).status, 201);
    QCOMPARE(presence(api.emily), QString());
}

void TestPresence::requestersAreNeverHeldUp()
{
    m_api->post(path("/claim"), m_api->alex);
    QCOMPARE(m_api->reply(m_api->jane, m_ticket, u"One more thing"_s).status, 201);
    QCOMPARE(presence(m_api->emily), u"claimed by Alex"_s);
}

void TestPresence::claimNeedsTheRight()
{
    QCOMPARE(m_api->post(path("/claim"), m_api->jane).status, 403);
    QCOMPARE(m_api->post(path("/claim"), m_api->observer).status, 403);
    QCOMPARE(m_api->post(path("/claim"), m_api->mike).status, 404);
    QCOMPARE(m_api->remove(path("/claim"), m_api->mike).status, 404);
}

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
