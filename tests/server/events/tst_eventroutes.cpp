// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/events/event.h"
#include "common/events/resumetoken.h"
#include "server/events/eventpump.h"
#include "tests/support/server/httpfront.h"
#include "tests/support/server/ticketharness.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Test;
using Deskbell::Testing::RawAnswer;
using Deskbell::Testing::RawHttp;

namespace {

/// A help desk that tells what happens, behind sockets.
struct Stage
{
    TicketHarness api;
    HttpFront http{api};

    Stage() { api.environment().events.start(); }
    ~Stage() { api.environment().events.stop(); }
};

/// A client that is connected to the stream.
class Stream
{
public:
    struct Block
    {
        QByteArray type;
        ResumeToken token;
        Event event;
    };

    Stream(Stage &stage, const Person &person, const RawHeaders &headers = {},
           const QByteArray &query = {})
        : m_socket(stage.http.port())
    {
        m_socket.send(stage.http.head("GET", "/events" + query, person, headers));
        m_head = m_socket.readTo("\r\n\r\n");
    }

    const QByteArray &head() const { return m_head; }
    /// The next block; what has no event tells only the place.
    Block next()
    {
        // Chunked: a size before, an empty line behind; lines of ours have neither.
        Block block;
        for (;;) {
            const QByteArray line = m_socket.readTo("\n").trimmed();
            if (line.startsWith("id: ")) {
                block.token = resumeTokenFromText(line.sliced(4)).value();
            } else if (line.startsWith("event: ")) {
                block.type = line.sliced(7);
            } else if (line.startsWith("data: ")) {
                const auto event = eventFromStream(
                        block.type, QJsonDocument::fromJson(line.sliced(6)).object());
                if (!event)
                    qFatal("not an event: %s", line.constData());
                block.event = *event;
            } else if (line.isEmpty() && block.token != ResumeToken()) {
                return block;
            }
        }
    }
    /// The types of so many events.
    QList<QByteArray> types(int count)
    {
        QList<QByteArray> types;
        while (types.size() < count) {
            m_last = next();
            if (!m_last.type.isEmpty())
                types.append(m_last.type);
        }
        return types;
    }
    QByteArray lastId() const { return toText(m_last.token); }
    bool ends() { return m_socket.isClosedByServer(); }

private:
    RawHttp m_socket;
    QByteArray m_head;
    Block m_last;
};

} // namespace

class EventRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatHappens();
    void tellsRequestersNothingOfNotes();
    void saysWhenATicketIsGone();
    void goesOnFromWhatWasRead();
    void resumes_data();
    void resumes();
    void refuses_data();
    void refuses();
    void needsAToken();
    void endsWithItsSession();
};

void EventRoutesTest::tellsWhatHappens()
{
    Stage stage;
    Stream stream(stage, stage.api.alex);
    QVERIFY(stream.head().startsWith("HTTP/1.1 200 "));
    QVERIFY(stream.head().contains("text/event-stream"));
    QCOMPARE(stream.next().type, QByteArray()); // its place, before anything happens
    const Ticket ticket = stage.api.makeTicket(stage.api.jane);
    const Stream::Block block = stream.next();
    QCOMPARE(block.event.type, EventType::TicketCreated);
    QCOMPARE(block.event.id.value(), ticket.id.value());
    QCOMPARE(block.event.ticketId, ticket.id);
    QCOMPARE(block.event.actor->displayName, u"Jane"_s);
}

void EventRoutesTest::tellsRequestersNothingOfNotes()
{
    Stage stage;
    Stream jane(stage, stage.api.jane);
    Stream mike(stage, stage.api.mike);
    Stream alex(stage, stage.api.alex);
    Stream observer(stage, stage.api.observer);
    for (Stream *stream : {&jane, &mike, &alex, &observer})
        QCOMPARE(stream->next().type, QByteArray());
    const TicketId ticket = stage.api.makeTicket(stage.api.jane).id;
    const TicketId other = stage.api.makeTicket(stage.api.mike).id;
    const Answer note
            = stage.api.reply(stage.api.alex, ticket, u"A note"_s, {{u"isInternal"_s, true}});
    QCOMPARE(note.status, 201);
    QCOMPARE(stage.api.reply(stage.api.jane, ticket, u"A reply"_s).status, 201);
    QCOMPARE(stage.api.reply(stage.api.mike, other, u"Another"_s).status, 201);

    const QList<QByteArray> everything
            = {"ticket.created", "ticket.created", "note.created",  "reply.created",
               "ticket.updated", "reply.created",  "ticket.updated"};
    const auto sorted = [](QList<QByteArray> types) {
        std::sort(types.begin(), types.end());
        return types;
    };
    QCOMPARE(sorted(alex.types(7)), sorted(everything));
    QList<QByteArray> public_ = everything;
    public_.removeOne("note.created");
    QCOMPARE(sorted(observer.types(6)), sorted(public_));
    const QList<QByteArray> own = {"reply.created", "ticket.created", "ticket.updated"};
    QCOMPARE(sorted(jane.types(3)), own);
    QCOMPARE(sorted(mike.types(3)), own);
}

void EventRoutesTest::saysWhenATicketIsGone()
{
    Stage stage;
    const TicketId ticket = stage.api.makeTicket(stage.api.jane).id;
    Stream jane(stage, stage.api.jane);
    Stream lead(stage, stage.api.lead);
    Stream mike(stage, stage.api.mike);
    for (Stream *stream : {&jane, &lead, &mike})
        QCOMPARE(stream->next().type, QByteArray());
    QCOMPARE(stage.api.remove(TicketHarness::path(ticket), stage.api.lead).status, 204);
    QCOMPARE(lead.types(1), QList<QByteArray>{"ticket.deleted"});
    QCOMPARE(jane.types(1), QList<QByteArray>{"ticket.hidden"});
    // Mike never knew of it, and hears nothing before what concerns him.
    stage.api.makeTicket(stage.api.mike);
    QCOMPARE(mike.types(1), QList<QByteArray>{"ticket.created"});
}

/// Between reading and connecting things happen, too: who one is says from where to go on.
void EventRoutesTest::goesOnFromWhatWasRead()
{
    Stage stage;
    const Answer me = stage.api.get("/me", stage.api.alex);
    const QByteArray place = me.headers.value("Last-Event-ID");
    QVERIFY(resumeTokenFromText(place));
    const Ticket ticket = stage.api.makeTicket(stage.api.jane);
    Stream stream(stage, stage.api.alex, {{"Last-Event-ID", place}});
    Stream::Block block;
    while (block.event.id.value() != ticket.id.value())
        block = stream.next();
    QCOMPARE(block.event.type, EventType::TicketCreated);
}

void EventRoutesTest::resumes_data()
{
    QTest::addColumn<bool>("byHeader");
    QTest::newRow("Last-Event-ID") << true;
    QTest::newRow("lastEventId") << false;
}

void EventRoutesTest::resumes()
{
    QFETCH(bool, byHeader);
    Stage stage;
    QByteArray id;
    {
        Stream stream(stage, stage.api.jane);
        stage.api.makeTicket(stage.api.jane);
        QCOMPARE(stream.types(1), QList<QByteArray>{"ticket.created"});
        id = stream.lastId();
    }
    const TicketId ticket = stage.api.makeTicket(stage.api.jane).id;
    stage.api.makeTicket(stage.api.mike);
    QCOMPARE(stage.api.reply(stage.api.jane, ticket, u"Hello"_s).status, 201);
    Stream stream(stage, stage.api.jane,
                  byHeader ? RawHeaders{{"Last-Event-ID", id}} : RawHeaders{},
                  byHeader ? ""_ba : "?lastEventId=" + id);
    QCOMPARE(stream.next().event.ticketId, ticket);
    QCOMPARE(stream.types(2).size(), 2);
    stage.api.makeTicket(stage.api.jane); // and live from there
    QCOMPARE(stream.types(1), QList<QByteArray>{"ticket.created"});
}

void EventRoutesTest::refuses_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<RawHeaders>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("not a token") << ""_ba << RawHeaders{{"Last-Event-ID", "abc"}} << 400;
    QTest::newRow("half a token") << ""_ba << RawHeaders{{"Last-Event-ID", "12"}} << 400;
    QTest::newRow("negative") << ""_ba << RawHeaders{{"Last-Event-ID", "12--3"}} << 400;
    QTest::newRow("too large") << ""_ba
                               << RawHeaders{{"Last-Event-ID", "99999999999999999999999-1"}} << 400;
    QTest::newRow("SQL") << "?lastEventId=1-1%27%3B--"_ba << RawHeaders{} << 400;
    QTest::newRow("broken escape") << "?lastEventId=%GG"_ba << RawHeaders{} << 400;
    QTest::newRow("unknown parameter") << "?since=1"_ba << RawHeaders{} << 422;
}

void EventRoutesTest::refuses()
{
    QFETCH(QByteArray, query);
    QFETCH(RawHeaders, headers);
    QFETCH(int, status);
    Stage stage;
    const RawAnswer answer = stage.http.ask("GET", "/events" + query, stage.api.jane, headers);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.value("Content-Type"), "application/problem+json");
}

void EventRoutesTest::needsAToken()
{
    Stage stage;
    const RawAnswer answer = stage.http.ask("GET", "/events", {});
    QCOMPARE(answer.status, 401);
    QVERIFY(answer.body.contains("auth.token_missing"));
}

void EventRoutesTest::endsWithItsSession()
{
    Stage stage;
    Stream stream(stage, stage.api.jane);
    QCOMPARE(stream.next().type, QByteArray());
    stage.api.database.execute(u"UPDATE ticket.session SET revoked_at = now() WHERE id = %1"_s.arg(
            stage.api.jane.session.value()));
    const Stream::Block block = stream.next();
    QCOMPARE(block.event.type, EventType::SessionEnded);
    QCOMPARE(block.event.id.value(), stage.api.jane.session.value());
    QVERIFY(stream.ends());
}

QTEST_GUILESS_MAIN(EventRoutesTest)
#include "tst_eventroutes.moc"
