// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Nothing may tell somebody without ticket.note that there is an internal note.
class TestNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_api.reset(); }

    void staffReadsNotes();
    void nothingTellsOfNotes_data();
    void nothingTellsOfNotes();
    void notesDoNothingToTheTicket();
    void notesCannotBeTouched_data();
    void notesCannotBeTouched();
    void eventsAreInternal();
    void rightIsPerDesk();
    void numbersHaveNoGap();

private:
    struct Sight
    {
        QByteArray ticket;
        QByteArray etag;
        QByteArray list;
        QByteArray replies;
        QByteArray timeline;
        QByteArray byCursor;
        QByteArray attachments;
        friend bool operator==(const Sight &, const Sight &) = default;
    };
    Sight sightOf(const Person &person);
    /// A note of Alex with a file, its change, and one that is taken back.
    void writeNotes();

    std::unique_ptr<TicketHarness> m_api;
    Ticket m_ticket;
    TimelineEntry m_note;
};

void TestNotes::initTestCase()
{
    m_api = std::make_unique<TicketHarness>();
    m_ticket = m_api->makeTicket(m_api->jane);
    m_api->reply(m_api->alex, m_ticket.id, u"We look at it"_s);
    m_note = decoded<TimelineEntry>(m_api->reply(m_api->alex, m_ticket.id, u"She always does"_s,
                                                 {{u"isInternal"_s, true}}));
}

TestNotes::Sight TestNotes::sightOf(const Person &person)
{
    const auto path = [&](const QByteArray &rest) {
        return TicketHarness::path(m_ticket.id, rest);
    };
    m_api->get(path({}), person); // the day's look is counted
    const Answer ticket = m_api->get(path({}), person);
    return {.ticket = ticket.body,
            .etag = ticket.headers.value("ETag"),
            .list = m_api->get("/tickets", person).body,
            .replies = m_api->get(path("/replies"), person).body,
            .timeline = m_api->get(path("/timeline?order=desc"), person).body,
            .byCursor = m_api->get(path("/timeline?pageSize=1&cursor="), person).body,
            .attachments = m_api->get(path("/attachments"), person).body};
}

void TestNotes::writeNotes()
{
    const auto note = decoded<TimelineEntry>(
            m_api->reply(m_api->alex, m_ticket.id, u"Between us"_s, {{u"isInternal"_s, true}}));
    const QByteArray path
            = TicketHarness::path(m_ticket.id, "/replies/" + QByteArray::number(note.id.value()));
    QCOMPARE(m_api->patch(path, m_api->alex, {{u"message"_s, u"Only between us"_s}}).status, 200);
    m_api->database.execute(
            u"INSERT INTO ticket.blob (sha256, size, media_type)"
            " VALUES (sha256('x'), 1, 'text/plain') ON CONFLICT DO NOTHING;"
            " INSERT INTO ticket.attachment (ticket_id, entry_id, internal, sha256, file_name,"
            " media_type, size, created_by)"
            " VALUES (%1, %2, true, sha256('x'), 'secret.txt', 'text/plain', 1, %3)"_s.arg(
                    QString::number(m_ticket.id.value()), QString::number(note.id.value()),
                    QString::number(m_api->alex.id.value())));
    const auto second = decoded<TimelineEntry>(
            m_api->reply(m_api->alex, m_ticket.id, u"Oh well"_s, {{u"isInternal"_s, true}}));
    QCOMPARE(m_api->remove(TicketHarness::path(m_ticket.id,
                                               "/replies/" + QByteArray::number(second.id.value())),
                           m_api->alex)
                     .status,
             204);
}

void TestNotes::staffReadsNotes()
{
    QVERIFY(m_note.isInternal);
    QCOMPARE(m_note.kind, TimelineKind::Note);
    for (const Person &person : {m_api->alex, m_api->emily, m_api->lead, m_api->admin}) {
        const QList<TimelineEntry> replies = m_api->look(person, m_ticket.id).details->replies;
        QCOMPARE(replies.last().message, u"She always does"_s);
    }
    const auto page = decoded<Page<TimelineEntry>>(
            m_api->get(TicketHarness::path(m_ticket.id, "/timeline?kind=note"), m_api->emily));
    QCOMPARE(page.data.size(), 1);
    // The log says that there is one, not what it says.
    QCOMPARE(m_api->value(u"SELECT action || ' ' || COALESCE(new_value::text, '-')"
                          " FROM ticket.activity WHERE entity = 'note'"_s),
             u"create -"_s);
}

void TestNotes::nothingTellsOfNotes_data()
{
    QTest::addColumn<QString>("who");
    QTest::newRow("requester") << u"jane"_s;
    QTest::newRow("observer") << u"observer"_s;
}

void TestNotes::nothingTellsOfNotes()
{
    QFETCH(const QString, who);
    const Person person = who == "jane"_L1 ? m_api->jane : m_api->observer;
    const Sight before = sightOf(person);
    const QByteArray staffEtag = sightOf(m_api->alex).etag;
    QVERIFY(!before.ticket.contains("She always does"));
    m_api->clock.advance(1s); // hardly ever over midnight, when looks are counted anew
    writeNotes();
    const Sight after = sightOf(person);
    // Compared one by one: the first difference is what leaks.
    QCOMPARE(after.ticket, before.ticket);
    QCOMPARE(after.etag, before.etag);
    QCOMPARE(after.list, before.list);
    QCOMPARE(after.replies, before.replies);
    QCOMPARE(after.timeline, before.timeline);
    QCOMPARE(after.byCursor, before.byCursor);
    QCOMPARE(after.attachments, before.attachments);
    // Who may read it is not told "nothing new".
    QVERIFY(sightOf(m_api->alex).etag != staffEtag);
    const auto page = m_api->get(TicketHarness::path(m_ticket.id, "/timeline?kind=note"), person);
    QVERIFY(page.data().isEmpty());
    QCOMPARE(page.json["pagination"_L1]["total"_L1].toInt(), 0);
}

void TestNotes::notesDoNothingToTheTicket()
{
    const auto row = [&] {
        return m_api->value(u"SELECT (to_jsonb(t) - 'view_count')::text FROM ticket.ticket t"_s);
    };
    const QString before = row();
    const int updates = m_api->events(m_ticket.id, u"ticket.updated"_s);
    m_api->clock.advance(1h);
    writeNotes();
    QCOMPARE(row(), before);
    QCOMPARE(m_api->events(m_ticket.id, u"ticket.updated"_s), updates);
    // Nor do they start work or count as the first response.
    const Ticket fresh = m_api->makeTicket(m_api->jane);
    m_api->reply(m_api->alex, fresh.id, u"Hm"_s, {{u"isInternal"_s, true}});
    const Ticket now = m_api->look(m_api->alex, fresh.id);
    QCOMPARE(now.status, u"new"_s);
    QVERIFY(!now.firstResponseAt.isValid());
    QCOMPARE(now.version, 1);
}

void TestNotes::notesCannotBeTouched_data()
{
    QTest::addColumn<Http::Method>("method");
    QTest::newRow("change") << Http::Method::Patch;
    QTest::newRow("delete") << Http::Method::Delete;
}

void TestNotes::notesCannotBeTouched()
{
    QFETCH(const Http::Method, method);
    const auto call = [&](const Person &person, qint64 entry) {
        return m_api->call(
                method, TicketHarness::path(m_ticket.id, "/replies/" + QByteArray::number(entry)),
                m_api->token(person), {{u"message"_s, u"Hacked"_s}});
    };
    for (const Person &person : {m_api->jane, m_api->observer}) {
        const Answer there = call(person, m_note.id.value());
        QCOMPARE(there.status, 404);
        QCOMPARE(there.body, call(person, 999999).body);
    }
    QCOMPARE(m_api->value(u"SELECT body FROM ticket.timeline_entry WHERE id = %1"_s.arg(
                     m_note.id.value())),
             u"She always does"_s);
}

void TestNotes::eventsAreInternal()
{
    QCOMPARE(m_api->value(u"SELECT string_agg(DISTINCT type, ' ' ORDER BY type) FROM ticket.event"
                          " WHERE internal"_s),
             u"note.created note.deleted note.updated"_s);
    QCOMPARE(m_api->value(u"SELECT count(*) FROM ticket.event"
                          " WHERE NOT internal AND type LIKE 'note%'"_s),
             u"0"_s);
}

void TestNotes::rightIsPerDesk()
{
    // An agent of another desk, who here is a requester.
    const DeskId other = m_api->addWorkflowDesk(u"IT"_s, u"helpdesk"_s);
    const Person guest = m_api->addPerson(u"Gus"_s, BuiltInRole::Agent, other);
    const Ticket ticket = m_api->makeTicket(m_api->alex, {{u"requester"_s, guest.id.value()}});
    m_api->reply(m_api->alex, ticket.id, u"Internal"_s, {{u"isInternal"_s, true}});
    QVERIFY(m_api->look(guest, ticket.id).details->replies.isEmpty());
    const Answer refused = m_api->reply(guest, ticket.id, u"Mine"_s, {{u"isInternal"_s, true}});
    QCOMPARE(refused.status, 403);
}

void TestNotes::numbersHaveNoGap()
{
    // Whatever is numbered and could be seen: replies, files, events.
    const Ticket ticket = m_api->makeTicket(m_api->jane);
    const auto replied = [&](const QJsonObject &more = {}) {
        const Answer answer = m_api->reply(m_api->alex, ticket.id, u"Look"_s, more);
        return answer.json["id"_L1].toInteger();
    };
    const auto numbers = [&] {
        return m_api->value(u"SELECT concat_ws(' ', (SELECT last_value FROM"
                            " ticket.timeline_entry_id_seq), (SELECT last_value FROM"
                            " ticket.attachment_id_seq), (SELECT last_value FROM"
                            " ticket.event_id_seq))"_s);
    };
    replied(); // the first one changes the status, too
    const qint64 before = replied();
    const QString known = numbers();
    replied({{u"isInternal"_s, true}});
    QCOMPARE(numbers(), known);
    QCOMPARE(replied(), before + 1);
}

QTEST_GUILESS_MAIN(TestNotes)
#include "tst_notes.moc"
