// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;

class TestReactions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.emplace();
        m_ticket = m_api->makeTicket(m_api->jane).id;
    }
    void cleanup() { m_api.reset(); }

    void givenAndTaken();
    void refusals();
    void thoseOfNotesAreInternal();

private:
    TimelineEntryId write(const Person &by, bool isInternal = false)
    {
        return decoded<TimelineEntry>(
                       m_api->reply(by, m_ticket, u"Look"_s, {{u"isInternal"_s, isInternal}}))
                .id;
    }
    QByteArray path(TimelineEntryId entry, const QByteArray &kind = "thumbs_up") const
    {
        return TicketHarness::path(m_ticket, "/replies/" + QByteArray::number(entry.value())
                                                     + "/reactions/" + kind);
    }
    QList<Reaction> reactions()
    {
        return m_api->look(m_api->alex, m_ticket).details->replies.last().reactions;
    }

    std::optional<TicketHarness> m_api;
    TicketId m_ticket;
};

void TestReactions::givenAndTaken()
{
    TicketHarness &api = *m_api;
    const TimelineEntryId reply = write(api.jane);
    const int version = api.look(api.alex, m_ticket).version;
    for (const Person &person : {api.alex, api.emily, api.alex})
        QCOMPARE(api.put(path(reply), person, {}).status, 204);
    api.clock.advance(std::chrono::seconds(1));
    QCOMPARE(api.put(path(reply, "eyes"), api.jane, {}).status, 204);
    const QList<Reaction> given = reactions();
    QCOMPARE(given.size(), 2);
    QCOMPARE(given[0].kind, ReactionKind::ThumbsUp);
    QCOMPARE(given[0].people.size(), 2);
    QCOMPARE(given[0].people.first().displayName, u"Alex"_s);
    QCOMPARE(api.events(m_ticket, u"reaction.changed"_s), 3); // once for what changed something
    QCOMPARE(api.look(api.alex, m_ticket).version, version);
    QCOMPARE(api.remove(path(reply), api.alex).status, 204);
    QCOMPARE(api.remove(path(reply), api.alex).status, 204);
    QCOMPARE(reactions()[0].people.size(), 1);
    // Words that were taken back have no signs.
    api.remove(TicketHarness::path(m_ticket, "/replies/" + QByteArray::number(reply.value())),
               api.jane);
    QVERIFY(reactions().isEmpty());
    QCOMPARE(api.put(path(reply), api.alex, {}).key(), "reply.deleted");
}

void TestReactions::refusals()
{
    TicketHarness &api = *m_api;
    const TimelineEntryId reply = write(api.jane);
    QCOMPARE(api.put(path(reply, "fire"), api.alex, {}).status, 404);
    QCOMPARE(api.put(path(TimelineEntryId(999)), api.alex, {}).status, 404);
    QCOMPARE(api.put(path(reply), api.mike, {}).status, 404);
    QCOMPARE(api.put(path(reply), api.observer, {}).status, 403); // changes nothing
}

void TestReactions::thoseOfNotesAreInternal()
{
    TicketHarness &api = *m_api;
    const TimelineEntryId note = write(api.alex, true);
    QCOMPARE(api.put(path(note), api.jane, {}).status, 404);
    QCOMPARE(api.put(path(note), api.emily, {}).status, 204);
    QCOMPARE(
            api.value(u"SELECT internal::text FROM ticket.event WHERE type = 'reaction.changed'"_s),
            u"true"_s);
}

QTEST_GUILESS_MAIN(TestReactions)
#include "tst_reactions.moc"
