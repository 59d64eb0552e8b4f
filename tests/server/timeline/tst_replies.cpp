// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/ticketharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Deskbell;
using namespace Deskbell::Test;

/// Replies and notes: writing, changing, taking back, and who may.
class TestReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanupTestCase() { m_api.reset(); }

    void writesAReply();
    void refusals_data();
    void refusals();
    void oneSolution();
    void whoMarksTheSolution();
    void changesWithinTheWindow();
    void changesOfOthers();
    void takesBack();
    void versionMismatch();
    void filesOfReplies();
    void nothingGivenChangesNothing();
    void listsByPage();
    void timelineInBothDirections();
    void timelineRefusals_data();
    void timelineRefusals();
    void ticketShowsTheNewestFifty();

private:
    TimelineEntry write(const Person &by, const QString &message, const QJsonObject &more = {})
    {
        return decoded<TimelineEntry>(m_api->reply(by, m_ticket.id, message, more));
    }
    QByteArray path(const QByteArray &rest) const { return TicketHarness::path(m_ticket.id, rest); }
    QByteArray path(const TimelineEntry &entry) const
    {
        return path("/replies/" + QByteArray::number(entry.id.value()));
    }
    QUuid upload(const Person &by, const QString &name);

    std::unique_ptr<TicketHarness> m_api;
    QByteArray m_function; ///< that m_api was made for
    Ticket m_ticket;
};

void TestReplies::init()
{
    if (m_function != QTest::currentTestFunction()) {
        m_function = QTest::currentTestFunction();
        m_api = std::make_unique<TicketHarness>();
    }
    m_ticket = m_api->makeTicket(m_api->jane);
}

void TestReplies::writesAReply()
{
    m_api->clock.advance(1min);
    const Answer answer = m_api->reply(m_api->alex, m_ticket.id, u" Have you tried **water**? "_s);
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.headers.value("ETag"), "\"1\""_ba);
    const TimelineEntry entry = decoded<TimelineEntry>(answer);
    QCOMPARE(entry.kind, TimelineKind::Reply);
    QCOMPARE(entry.ticketId, m_ticket.id);
    QCOMPARE(entry.message, u"Have you tried **water**?"_s);
    QCOMPARE(entry.author->id, m_api->alex.id);
    QCOMPARE(entry.createdAt, m_api->clock.now());
    QVERIFY(!entry.isInternal && !entry.isSolution);
    const Ticket now = m_api->look(m_api->jane, m_ticket.id);
    QCOMPARE(now.details->replies, QList{entry});
    QCOMPARE(now.updatedAt, m_api->clock.now());
    QCOMPARE(now.version, 2);
    QCOMPARE(m_api->events(m_ticket.id, u"reply.created"_s), 1);
    QCOMPARE(m_api->events(m_ticket.id, u"ticket.updated"_s), 1);
    QCOMPARE(m_api->value(u"SELECT new_value ->> 'message' FROM ticket.activity"
                          " WHERE entity = 'reply' AND action = 'create'"_s),
             u"Have you tried **water**?"_s);
}

void TestReplies::refusals_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said"); // the fault, or the permission that is missing
    const auto row = [](const char *name, const QString &who, const QJsonObject &body, int status,
                        const QString &said) {
        QTest::newRow(name) << who << body << status << said;
    };
    row("empty", u"jane"_s, {{u"message"_s, u"  "_s}}, 422, u"message:required"_s);
    row("none", u"jane"_s, {}, 422, u"message:required"_s);
    row("too long", u"jane"_s, {{u"message"_s, QString(20001, u'x')}}, 422, u"message:too_long"_s);
    row("unknown field", u"jane"_s, {{u"message"_s, u"Hi"_s}, {u"mood"_s, 1}}, 422,
        u"mood:unknown_field"_s);
    row("note by a requester", u"jane"_s, {{u"message"_s, u"Hi"_s}, {u"isInternal"_s, true}}, 403,
        u"ticket.note"_s);
    row("reply by an observer", u"observer"_s, {{u"message"_s, u"Hi"_s}}, 403, u"ticket.reply"_s);
    row("note by an observer", u"observer"_s, {{u"message"_s, u"Hi"_s}, {u"isInternal"_s, true}},
        403, u"ticket.note"_s);
    row("note as solution", u"alex"_s,
        {{u"message"_s, u"Hi"_s}, {u"isInternal"_s, true}, {u"isSolution"_s, true}}, 422,
        u"isSolution:invalid"_s);
    row("file that is not there", u"jane"_s,
        {{u"message"_s, u"Hi"_s},
         {u"attachmentIds"_s, QJsonArray{u"6b1f6d2e-7f0c-4f4e-9d0a-2f8f2c1b9a77"_s}}},
        422, u"attachmentIds:not_found"_s);
}

void TestReplies::refusals()
{
    QFETCH(const QString, who);
    QFETCH(const QJsonObject, body);
    QFETCH(const int, status);
    QFETCH(const QString, said);
    const QHash<QString, Person> people{
            {u"jane"_s, m_api->jane}, {u"alex"_s, m_api->alex}, {u"observer"_s, m_api->observer}};
    const Answer answer = m_api->post(path("/replies"), people.value(who), body);
    QCOMPARE(answer.status, status);
    if (status == 403)
        QCOMPARE(answer.json["permission"_L1].toString(), said);
    else
        QCOMPARE(answer.faults(), QStringList{said});
    const Ticket now = m_api->look(m_api->alex, m_ticket.id);
    QVERIFY(now.details->replies.isEmpty());
    QCOMPARE(now.version, 1);
}

void TestReplies::oneSolution()
{
    const TimelineEntry first = write(m_api->alex, u"Water"_s, {{u"isSolution"_s, true}});
    QVERIFY(first.isSolution);
    const TimelineEntry second = write(m_api->alex, u"Sand"_s);
    const Answer marked = m_api->patch(path(second), m_api->alex, {{u"isSolution"_s, true}});
    QCOMPARE(marked.status, 200);
    const TimelineEntry after = decoded<TimelineEntry>(marked);
    QVERIFY(after.isSolution);
    QVERIFY(!after.editedAt.isValid()); // its words are as they were
    const QList<TimelineEntry> replies = m_api->look(m_api->jane, m_ticket.id).details->replies;
    QVERIFY(!replies.first().isSolution);
    QCOMPARE(replies.first().version, 2);
    QVERIFY(replies.last().isSolution);
    QCOMPARE(m_api->events(m_ticket.id, u"reply.updated"_s), 2);
}

void TestReplies::whoMarksTheSolution()
{
    const TimelineEntry entry = write(m_api->alex, u"Water"_s);
    QCOMPARE(m_api->patch(path(entry), m_api->observer, {{u"isSolution"_s, true}}).status, 403);
    // Whoever asked knows what helped, though the words are somebody else's.
    QCOMPARE(m_api->patch(path(entry), m_api->jane, {{u"isSolution"_s, true}}).status, 200);
    QCOMPARE(m_api->patch(path(entry), m_api->jane, {{u"message"_s, u"Fire"_s}}).status, 403);
    const TimelineEntry note = write(m_api->alex, u"Psst"_s, {{u"isInternal"_s, true}});
    QCOMPARE(m_api->patch(path(note), m_api->alex, {{u"isSolution"_s, true}}).faults(),
             QStringList{u"isSolution:invalid"_s});
}

void TestReplies::changesWithinTheWindow()
{
    const TimelineEntry entry = write(m_api->jane, u"First words"_s);
    const int version = m_api->look(m_api->jane, m_ticket.id).version;
    m_api->clock.advance(15min);
    const Answer answer
            = m_api->patch(path(entry), m_api->jane, {{u"message"_s, u"Second words"_s}}, 1);
    QCOMPARE(answer.status, 200);
    const TimelineEntry after = decoded<TimelineEntry>(answer);
    QCOMPARE(after.message, u"Second words"_s);
    QCOMPARE(after.editedAt, m_api->clock.now());
    QCOMPARE(after.version, 2);
    QCOMPARE(m_api->value(u"SELECT body || ' ' || version FROM ticket.timeline_revision"_s),
             u"First words 1"_s);
    QCOMPARE(m_api->value(u"SELECT (old_value ->> 'message') || '>' || (new_value ->> 'message')"
                          " FROM ticket.activity WHERE entity = 'reply' AND action = 'update'"_s),
             u"First words>Second words"_s);
    QCOMPARE(m_api->look(m_api->jane, m_ticket.id).version, version);
    QCOMPARE(m_api->events(m_ticket.id, u"reply.updated"_s), 1);

    m_api->clock.advance(1ms);
    const Answer late = m_api->patch(path(entry), m_api->jane, {{u"message"_s, u"Third words"_s}});
    QCOMPARE(late.status, 409);
    QCOMPARE(late.key(), "reply.edit_window_over"_ba);
    QCOMPARE(late.json["minutes"_L1].toInt(), 15);
    QCOMPARE(m_api->remove(path(entry), m_api->jane).key(), "reply.edit_window_over"_ba);
}

void TestReplies::changesOfOthers()
{
    const TimelineEntry entry = write(m_api->jane, u"Mine"_s);
    const Answer refused = m_api->patch(path(entry), m_api->alex, {{u"message"_s, u"Yours"_s}});
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json["permission"_L1].toString(), u"comment.edit_any"_s);
    QCOMPARE(m_api->remove(path(entry), m_api->alex).json["permission"_L1].toString(),
             u"comment.delete_any"_s);
    m_api->clock.advance(48h);
    QCOMPARE(m_api->patch(path(entry), m_api->lead, {{u"message"_s, u"Ours"_s}}).status, 200);
    QCOMPARE(m_api->look(m_api->jane, m_ticket.id).details->replies.first().author->id,
             m_api->jane.id);
    QCOMPARE(m_api->remove(path(entry), m_api->lead).status, 204);
    // An entry of another ticket is not there.
    const Ticket other = m_api->makeTicket(m_api->jane);
    const TimelineEntry here = write(m_api->jane, u"Here"_s);
    QCOMPARE(m_api->remove(TicketHarness::path(other.id,
                                               "/replies/" + QByteArray::number(here.id.value())),
                           m_api->lead)
                     .status,
             404);
    // Events of the timeline cannot be rewritten.
    const QByteArray event
            = m_api->value(u"SELECT min(id) FROM ticket.timeline_entry"
                           " WHERE kind = 'event' AND ticket_id = %1"_s.arg(m_ticket.id.value()))
                      .toLatin1();
    QCOMPARE(m_api->patch(path("/replies/" + event), m_api->admin, {{u"message"_s, u"x"_s}}).status,
             404);
}

void TestReplies::takesBack()
{
    const TimelineEntry entry = write(m_api->jane, u"Forget this"_s);
    QCOMPARE(m_api->remove(path(entry), m_api->jane).status, 204);
    const TimelineEntry after = m_api->look(m_api->jane, m_ticket.id).details->replies.first();
    QCOMPARE(after.id, entry.id);
    QCOMPARE(after.message, QString());
    QVERIFY(after.deletedAt.isValid());
    QCOMPARE(m_api->value(u"SELECT body FROM ticket.timeline_revision"_s), u"Forget this"_s);
    QCOMPARE(m_api->remove(path(entry), m_api->jane).key(), "reply.deleted"_ba);
    QCOMPARE(m_api->patch(path(entry), m_api->jane, {{u"message"_s, u"Again"_s}}).key(),
             "reply.deleted"_ba);
    QCOMPARE(m_api->events(m_ticket.id, u"reply.deleted"_s), 1);
}

void TestReplies::versionMismatch()
{
    const TimelineEntry entry = write(m_api->jane, u"One"_s);
    m_api->patch(path(entry), m_api->jane, {{u"message"_s, u"Two"_s}}, 1);
    const Answer late = m_api->patch(path(entry), m_api->jane, {{u"message"_s, u"Three"_s}}, 1);
    QCOMPARE(late.status, 412);
    const auto current = fromJson<TimelineEntry>(late.json["current"_L1].toObject());
    QVERIFY(current);
    QCOMPARE(current->message, u"Two"_s);
    QCOMPARE(m_api->remove(path(entry), m_api->jane, 1).status, 412);
}

QUuid TestReplies::upload(const Person &by, const QString &name)
{
    const QByteArray content = "content of " + name.toUtf8();
    const QByteArray sha = QByteArray(32, char(name.size()));
    return QUuid(m_api->value(
            u"WITH b AS (INSERT INTO ticket.blob (sha256, size, media_type)"
            "            VALUES ('\\x%1', %2, 'text/plain') ON CONFLICT DO NOTHING)"
            " INSERT INTO ticket.upload (account_id, file_name, media_type, length, received,"
            "                            expires_at, sha256)"
            " VALUES (%3, '%4', 'text/plain', %2, %2, now() + interval '1 day', '\\x%1')"
            " RETURNING id"_s.arg(QString::fromLatin1(sha.toHex()), QString::number(content.size()),
                                  QString::number(by.id.value()), name)));
}

void TestReplies::filesOfReplies()
{
    const QUuid file = upload(m_api->jane, u"log.txt"_s);
    const QJsonArray ids{file.toString(QUuid::WithoutBraces)};
    // Not somebody else's upload.
    QCOMPARE(m_api->reply(m_api->alex, m_ticket.id, u"Stolen"_s, {{u"attachmentIds"_s, ids}})
                     .faults(),
             QStringList{u"attachmentIds:not_found"_s});
    const TimelineEntry entry = write(m_api->jane, u"See file"_s, {{u"attachmentIds"_s, ids}});
    QCOMPARE(entry.attachments.size(), 1);
    QCOMPARE(entry.attachments.first().fileName, u"log.txt"_s);
    QCOMPARE(m_api->look(m_api->alex, m_ticket.id).details->attachments, entry.attachments);

    const QUuid more = upload(m_api->jane, u"more-log.txt"_s);
    const TimelineEntry added = decoded<TimelineEntry>(
            m_api->patch(path(entry), m_api->jane,
                         {{u"attachmentIds"_s, QJsonArray{more.toString(QUuid::WithoutBraces)}}}));
    QCOMPARE(added.attachments.size(), 2);
    QCOMPARE(added.version, 2);
    QVERIFY(!added.editedAt.isValid());
    // What is taken back is gone with its files.
    m_api->remove(path(entry), m_api->jane);
    const Ticket now = m_api->look(m_api->alex, m_ticket.id);
    QVERIFY(now.details->attachments.isEmpty());
    QVERIFY(now.details->replies.first().attachments.isEmpty());
}

void TestReplies::nothingGivenChangesNothing()
{
    const TimelineEntry entry = write(m_api->jane, u"As it is"_s);
    for (const QJsonObject &patch : {QJsonObject{}, QJsonObject{{u"message"_s, u"As it is"_s}},
                                     QJsonObject{{u"isSolution"_s, false}}}) {
        QCOMPARE(decoded<TimelineEntry>(m_api->patch(path(entry), m_api->jane, patch)), entry);
    }
    QCOMPARE(m_api->events(m_ticket.id, u"reply.updated"_s), 0);
}

void TestReplies::listsByPage()
{
    for (int i = 1; i <= 5; ++i) {
        m_api->clock.advance(1s);
        write(i % 2 ? m_api->jane : m_api->alex, u"Reply %1"_s.arg(i));
    }
    const auto page = decoded<Page<TimelineEntry>>(
            m_api->get(path("/replies?page=2&pageSize=2"), m_api->jane));
    QCOMPARE(page.data.size(), 2);
    QCOMPARE(page.data.first().message, u"Reply 3"_s);
    QCOMPARE(page.pagination.total, 5);
    QCOMPARE(page.pagination.totalPages, 3);
    const auto next = decoded<Page<TimelineEntry>>(
            m_api->get(path("/replies?pageSize=2&cursor=" + page.pagination.nextCursor.toLatin1()),
                       m_api->jane));
    QCOMPARE(next.data.size(), 1);
    QCOMPARE(next.data.first().message, u"Reply 5"_s);
    QVERIFY(!next.pagination.total);
    QVERIFY(next.pagination.nextCursor.isEmpty());
    QCOMPARE(m_api->get(path("/replies?kind=event"), m_api->jane).faults(),
             QStringList{u"kind:unknown_value"_s});
}

void TestReplies::timelineInBothDirections()
{
    for (int i = 1; i <= 3; ++i)
        write(m_api->jane, u"Reply %1"_s.arg(i)); // all at one moment
    m_api->clock.advance(1s);
    m_api->patch(path(QByteArray()), m_api->jane, {{u"priority"_s, u"high"_s}});
    const auto walk = [&](const QByteArray &query) {
        QStringList seen;
        QString cursor;
        do {
            const auto page = decoded<Page<TimelineEntry>>(m_api->get(
                    path("/timeline?pageSize=2&" + query + "&cursor=" + cursor.toLatin1()),
                    m_api->alex));
            for (const TimelineEntry &entry : page.data)
                seen.append(entry.event ? QString(toWire(*entry.event)) : entry.message);
            cursor = page.pagination.nextCursor;
        } while (!cursor.isEmpty() && seen.size() < 20);
        return seen.join(u',');
    };
    QCOMPARE(walk("order=asc"), u"created,Reply 1,Reply 2,Reply 3,priority"_s);
    QCOMPARE(walk("order=desc"), u"priority,Reply 3,Reply 2,Reply 1,created"_s);
    QCOMPARE(walk("kind=event"), u"created,priority"_s);
    QCOMPARE(walk("kind=reply,note"), u"Reply 1,Reply 2,Reply 3"_s);
    QCOMPARE(m_api->get(path("/timeline"), m_api->jane).json["pagination"_L1]["total"_L1].toInt(),
             5);
}

void TestReplies::timelineRefusals_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("fault");
    QTest::newRow("order") << "order=up"_ba << u"order:unknown_value"_s;
    QTest::newRow("kind") << "kind=mail"_ba << u"kind:unknown_value"_s;
    QTest::newRow("cursor") << "cursor=abc"_ba << u"cursor:invalid"_s;
    // ["not a time","5"]
    QTest::newRow("forged time") << "cursor=WyJub3QgYSB0aW1lIiwiNSJd"_ba << u"cursor:invalid"_s;
    // ["2026-01-01","x"]
    QTest::newRow("forged id") << "cursor=WyIyMDI2LTAxLTAxIiwieCJd"_ba << u"cursor:invalid"_s;
    QTest::newRow("page size") << "pageSize=0"_ba << u"pageSize:out_of_range"_s;
    QTest::newRow("unknown") << "colour=red"_ba << u"colour:unknown_field"_s;
}

void TestReplies::timelineRefusals()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, fault);
    const Answer answer = m_api->get(path("/timeline?" + query), m_api->jane);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.faults(), QStringList{fault});
}

void TestReplies::ticketShowsTheNewestFifty()
{
    m_api->database.execute(
            u"INSERT INTO ticket.timeline_entry (ticket_id, kind, author_id, body, created_at)"
            " SELECT %1, 'reply', %2, 'Reply ' || n, now() + n * interval '1 second'"
            " FROM generate_series(1, 60) n"_s.arg(QString::number(m_ticket.id.value()),
                                                   QString::number(m_api->jane.id.value())));
    const QList<TimelineEntry> replies = m_api->look(m_api->jane, m_ticket.id).details->replies;
    QCOMPARE(replies.size(), 50);
    QCOMPARE(replies.first().message, u"Reply 11"_s);
    QCOMPARE(replies.last().message, u"Reply 60"_s);
}

QTEST_GUILESS_MAIN(TestReplies)
#include "tst_replies.moc"
