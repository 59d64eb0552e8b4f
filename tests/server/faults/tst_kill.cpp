// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/blobstore.h"
#include "server/db/connection.h"
#include "tests/support/server/deskwriter.h"
#include "tests/support/server/runningserver.h"
#include "tests/support/server/streamfollower.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

#include <memory>
#include <vector>

using namespace Deskbell;
using namespace Deskbell::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int writerCount = 16;
constexpr int rounds = 2;
/// How much is acknowledged before something is killed: all writers are in the middle then.
constexpr int workPerRound = 80;
constexpr int killPatience = 120'000; // ms

/// The same thing in several books, each of which has it as often as the first.
struct Books
{
    const char *what;
    QStringList selects;
};

const QList<Books> &allBooks()
{
    static const QList<Books> books{
            {"new tickets",
             {u"SELECT id FROM ticket.ticket"_s,
              u"SELECT ticket_id FROM ticket.timeline_entry WHERE event_type = 'created'"_s,
              u"SELECT entity_id FROM ticket.activity WHERE entity = 'ticket' AND action = 'create'"_s,
              u"SELECT ticket_id FROM ticket.event WHERE type = 'ticket.created'"_s}},
            {"versions of tickets",
             {u"SELECT id, generate_series(1, version) FROM ticket.ticket"_s,
              u"SELECT ticket_id, (data ->> 'version')::integer FROM ticket.event"
              " WHERE type LIKE 'ticket.%'"_s}},
            {"replies and notes",
             {u"SELECT id, kind::text FROM ticket.timeline_entry WHERE kind <> 'event'"_s,
              u"SELECT entity_id, entity FROM ticket.activity"
              " WHERE entity IN ('reply', 'note') AND action = 'create'"_s,
              u"SELECT (data ->> 'id')::bigint, split_part(type, '.', 1) FROM ticket.event"
              " WHERE type IN ('reply.created', 'note.created')"_s}},
            {"changes of status",
             {u"SELECT ticket_id, from_status, to_status FROM ticket.status_change"_s,
              u"SELECT ticket_id, details ->> 'old', details ->> 'new' FROM ticket.timeline_entry"
              " WHERE event_type = 'status'"_s,
              u"SELECT ticket_id, old_value ->> 'status', new_value ->> 'status'"
              " FROM ticket.activity WHERE entity = 'ticket' AND old_value ? 'status'"_s,
              u"SELECT ticket_id, data #>> '{changes,status,old}', data #>> '{changes,status,new}'"
              " FROM ticket.event WHERE type = 'ticket.updated' AND data #> '{changes,status}' IS"
              " NOT NULL"_s}},
            {"files put on tickets",
             {u"SELECT id FROM ticket.attachment WHERE upload_id IS NULL"_s,
              u"SELECT (details ->> 'attachmentId')::bigint FROM ticket.timeline_entry"
              " WHERE event_type = 'attachment_added'"_s,
              u"SELECT entity_id FROM ticket.activity"
              " WHERE entity = 'attachment' AND action = 'create'"_s,
              u"SELECT (data ->> 'id')::bigint FROM ticket.event"
              " WHERE type = 'attachment.created'"_s}},
            {"looks at tickets",
             {u"SELECT ticket_id FROM ticket.ticket_view"_s,
              u"SELECT t.id FROM ticket.ticket t, generate_series(1, t.view_count)"_s}},
            {"numbers of a desk",
             {u"SELECT desk_id, number FROM ticket.ticket"_s,
              u"SELECT DISTINCT desk_id, number FROM ticket.ticket"_s}},
            {"last status",
             {u"SELECT DISTINCT ON (c.ticket_id) c.ticket_id, c.to_status FROM ticket.status_change"
              " c ORDER BY c.ticket_id, c.id DESC"_s,
              u"SELECT t.id, t.status FROM ticket.ticket t"
              " WHERE t.id IN (SELECT ticket_id FROM ticket.status_change)"_s}}};
    return books;
}

} // namespace

/// kill -9 in the middle of sixteen writers and of two who follow the events: of the server, of its
/// PostgreSQL, of both.
class TestKill : public QObject
{
    Q_OBJECT

public:
    enum class Victim { Server, Database, Both };
    Q_ENUM(Victim)

private Q_SLOTS:
    void initTestCase();
    void losesAndDoublesNothing_data();
    void losesAndDoublesNothing();
    void saysThatItsDatabaseIsAway();

private:
    qint64 makeTicket(RestClient &client, const QString &title);
    void startWriters(const QString &mark);
    int acknowledged() const;
    void killAndHeal(Victim victim);
    void stopWriters();
    QStringList column(const QString &sql, const QList<Db::Bind> &binds = {});
    void compareBooks();
    void compareLedger(const QString &mark);
    void findFiles();
    void compareStream(const StreamFollower &follower, const QString &told);

    std::unique_ptr<RunningServer> m_server;
    qint64 m_sharedTicket = 0; ///< Jane's, at which all write
    std::vector<std::unique_ptr<DeskWriter>> m_writers;
    DeskWriter::Ledger m_ledger;
};

void TestKill::initTestCase()
{
    m_server = std::make_unique<RunningServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
    RestClient jane(m_server->port());
    QVERIFY(jane.signIn(u"Jane Doe"_s, demoPassword).isSuccess());
    m_sharedTicket = makeTicket(jane, u"Nobody can print"_s);
    QVERIFY(m_sharedTicket > 0);
}

qint64 TestKill::makeTicket(RestClient &client, const QString &title)
{
    return client.post("/tickets"_ba, {{u"title"_s, title}}).id();
}

void TestKill::startWriters(const QString &mark)
{
    const QStringList staff{u"John Smith"_s, u"Alex Johnson"_s, u"Emily White"_s, u"Admin"_s};
    for (int i = 0; i < writerCount; ++i) {
        const bool isStaff = i % 2 == 1;
        m_writers.push_back(std::make_unique<DeskWriter>(DeskWriter::Options{
                .port = m_server->port(),
                .user = isStaff ? staff[i / 2 % staff.size()] : u"Jane Doe"_s,
                .role = isStaff ? DeskWriter::Role::Staff : DeskWriter::Role::Requester,
                .mark = u"%1-%2"_s.arg(mark).arg(i),
                .sharedTicket = m_sharedTicket}));
        m_writers.back()->start();
    }
}

int TestKill::acknowledged() const
{
    int sum = 0;
    for (const auto &writer : m_writers)
        sum += writer->acknowledged();
    return sum;
}

void TestKill::killAndHeal(Victim victim)
{
    const qint64 process = m_server->processId();
    // In this order: a server takes its database with it.
    if (victim != Victim::Server)
        QVERIFY(m_server->killDatabase());
    if (victim != Victim::Database)
        m_server->kill();
    if (victim != Victim::Database)
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
    else
        QCOMPARE(m_server->processId(), process);
    const int healed = acknowledged();
    QTRY_VERIFY_WITH_TIMEOUT(acknowledged() > healed + workPerRound, killPatience);
    QVERIFY(m_server->isReady());
}

void TestKill::stopWriters()
{
    int refused = 0;
    QStringList surprises;
    m_ledger = {};
    for (const auto &writer : m_writers) {
        writer->stop();
        refused += writer->refused();
        surprises += writer->surprises();
        m_ledger.add(writer->ledger());
    }
    qInfo("%d acknowledged, %d times 503", acknowledged(), refused);
    m_writers.clear();
    QCOMPARE(surprises, QStringList());
}

/// The rows as text, sorted.
QStringList TestKill::column(const QString &sql, const QList<Db::Bind> &binds)
{
    Db::Connection connection(m_server->database());
    Result<Db::Rows> rows = connection.runText(
            u"SELECT q::text FROM (%1) q ORDER BY q::text COLLATE \"C\""_s.arg(sql), binds);
    if (!rows)
        qFatal("%s: %s", qPrintable(sql), qPrintable(rows.error().detail));
    QStringList column;
    while (rows->next())
        column.append(rows->text(0));
    return column;
}

/// Everything that happened stands in every book, once.
void TestKill::compareBooks()
{
    for (const Books &books : allBooks()) {
        const QStringList first = column(books.selects.first());
        QVERIFY2(!first.isEmpty(), books.what);
        for (const QString &select : books.selects.sliced(1)) {
            const QStringList other = column(select);
            QVERIFY2(other == first,
                     qPrintable(u"%1: %2 rows, but %3 in %4"_s.arg(QLatin1StringView(books.what))
                                        .arg(first.size())
                                        .arg(other.size())
                                        .arg(select)));
        }
    }
}

/// What was acknowledged is there under the id that was told, and nothing else of these writers.
void TestKill::compareLedger(const QString &mark)
{
    const auto compare = [&](const char *what, QStringList promised, const QString &sql) {
        for (QString &row : promised)
            row = u'(' + row + u')';
        promised.sort();
        const QStringList found = column(sql, {{":mark", mark + u"-%"_s}});
        QVERIFY2(found == promised,
                 qPrintable(u"%1: %2 acknowledged, %3 there"_s.arg(QLatin1StringView(what),
                                                                   QString::number(promised.size()),
                                                                   QString::number(found.size()))));
    };
    compare("tickets", m_ledger.tickets,
            u"SELECT title || '=' || id FROM ticket.ticket WHERE title LIKE :mark"_s);
    compare("comments", m_ledger.comments,
            u"SELECT body || '=' || id FROM ticket.timeline_entry WHERE body LIKE :mark"_s);
    compare("files", m_ledger.files,
            u"SELECT file_name || '=' || id FROM ticket.attachment WHERE file_name LIKE :mark"_s);
    compare("statuses", m_ledger.statuses,
            u"SELECT c.ticket_id || ':' || c.to_status FROM ticket.status_change c"
            " JOIN ticket.ticket t ON t.id = c.ticket_id WHERE t.title LIKE :mark"_s);
    QStringList keys;
    for (const QByteArray &key : std::as_const(m_ledger.keys))
        keys.append(QString::fromLatin1(key));
    const QStringList kept = column(
            u"SELECT 1 FROM ticket.idempotency WHERE status = 201 AND key = ANY (:keys::uuid[])"_s,
            {{":keys", keys}});
    QCOMPARE(kept.size(), keys.size());
}

void TestKill::findFiles()
{
    const Server::BlobStore store(m_server->dataFolder());
    const QStringList sums = column(u"SELECT encode(sha256, 'hex') || size FROM ticket.blob"_s);
    for (const QString &row : sums) {
        const QByteArray sum = QByteArray::fromHex(row.mid(1, 64).toLatin1());
        QFile file(store.path(sum));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        QCOMPARE(u"(%1%2)"_s.arg(QString::fromLatin1(sum.toHex())).arg(file.size()), row);
        QCOMPARE(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256), sum);
    }
}

/// `told`: the condition of what this person may know.
void TestKill::compareStream(const StreamFollower &follower, const QString &told)
{
    QVERIFY(follower.isComplete());
    QByteArrayList received;
    for (const StreamFollower::Received &event : follower.received())
        received.append(toText(event.token) + ' ' + event.type);
    const ResumeToken last = follower.received().constLast().token;

    Db::Connection connection(m_server->database());
    Result<Db::Rows> rows = connection.runText(
            u"SELECT e.txid || '-' || e.id || ' ' || e.type FROM ticket.event e WHERE (e.txid, "
            u"e.id)"
            " > (:txid::xid8, :id::bigint) AND (e.txid, e.id) <= (:last::xid8, :last_id::bigint)"
            " AND %1 ORDER BY e.txid, e.id"_s.arg(told),
            {{":txid", follower.place().transaction},
             {":id", follower.place().id},
             {":last", last.transaction},
             {":last_id", last.id}});
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
    QByteArrayList expected;
    while (rows->next())
        expected.append(rows->utf8(0));
    for (qsizetype i = 0; i < qMin(received.size(), expected.size()); ++i)
        QCOMPARE(received[i], expected[i]);
    QCOMPARE(received.size(), expected.size());
    qInfo("%lld events over %d connections", received.size(), follower.connections());
}

void TestKill::losesAndDoublesNothing_data()
{
    QTest::addColumn<Victim>("victim");
    QTest::newRow("server") << Victim::Server;
    QTest::newRow("database") << Victim::Database;
    QTest::newRow("both") << Victim::Both;
}

void TestKill::losesAndDoublesNothing()
{
    QFETCH(Victim, victim);
    const QString mark = QString::fromLatin1(QTest::currentDataTag());
    RestClient jane(m_server->port());
    QVERIFY(jane.signIn(u"Jane Doe"_s, demoPassword).isSuccess());
    const qint64 lastTicket = makeTicket(jane, u"How it ended"_s);
    QVERIFY(lastTicket > 0);
    StreamFollower requester(
            {.port = m_server->port(), .user = u"Jane Doe"_s, .lastTicket = lastTicket});
    StreamFollower agent(
            {.port = m_server->port(), .user = u"John Smith"_s, .lastTicket = lastTicket});
    requester.start();
    agent.start();
    QTRY_VERIFY_WITH_TIMEOUT(requester.isFollowing() && agent.isFollowing(), killPatience);

    startWriters(mark);
    QTRY_VERIFY_WITH_TIMEOUT(acknowledged() > workPerRound, killPatience);
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round)
        killAndHeal(victim);
    if (QTest::currentTestFailed()) {
        m_writers.clear();
        return;
    }
    stopWriters();
    RestClient again(m_server->port());
    QVERIFY(again.signIn(u"Jane Doe"_s, demoPassword).isSuccess());
    QVERIFY(again.post("/tickets/" + QByteArray::number(lastTicket) + "/replies",
                       {{u"message"_s, u"All is well"_s}})
                    .isSuccess());
    requester.wait();
    agent.wait();
    if (QTest::currentTestFailed())
        return;

    compareLedger(mark);
    compareBooks();
    findFiles();
    // What is for some by name is for the one whose notification it tells of.
    const auto forAll = [](const QString &name) {
        return u"(e.recipients IS NULL OR EXISTS (SELECT 1 FROM ticket.account me"
               " WHERE me.username = '%1' AND me.id = ANY (e.recipients)))"_s.arg(name);
    };
    compareStream(agent, u"e.ticket_id IS NOT NULL AND "_s + forAll(u"John Smith"_s));
    compareStream(requester, u"NOT e.internal AND "_s + forAll(u"Jane Doe"_s)
                                     + u" AND EXISTS (SELECT 1 FROM ticket.ticket"
                                       " t JOIN ticket.account a ON a.id = t.requester_id"
                                       " WHERE t.id = e.ticket_id AND a.username = 'Jane Doe')"_s);
    const RestClient::Answer list = again.get("/tickets?requester=me"_ba);
    QCOMPARE(list.json["pagination"_L1]["total"_L1].toInteger(),
             column(u"SELECT 1 FROM ticket.ticket t JOIN ticket.account a ON a.id = t.requester_id"
                    " WHERE a.username = 'Jane Doe'"_s)
                     .size());
}

/// PostgreSQL is gone and cannot be started, until somebody sees to it.
void TestKill::saysThatItsDatabaseIsAway()
{
    RestClient jane(m_server->port());
    QVERIFY(jane.signIn(u"Jane Doe"_s, demoPassword).isSuccess());
    QFile local(m_server->dataFolder() + u"/pg/local.conf"_s);
    QVERIFY(local.open(QIODevice::WriteOnly) && local.write("no_such_setting = 1\n") > 0);
    local.close();
    QVERIFY(local.setPermissions(QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(m_server->killDatabase());

    QTRY_VERIFY(!m_server->isReady());
    const QByteArray key = "0b7a2d1e-6c1f-4a56-9f6c-3f1f4f6f2a11"_ba;
    const QJsonObject ticket{{u"title"_s, u"Is anybody there?"_s}};
    for (const RestClient::Answer &answer :
         {jane.get("/tickets"_ba), jane.post("/tickets"_ba, ticket, key)}) {
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.key(), u"database.unavailable"_s);
        QVERIFY(answer.retryAfter.toInt() > 0);
    }
    QCOMPARE(jane.get("/server"_ba).status, 200); // needs none

    QVERIFY(local.remove());
    QTRY_VERIFY_WITH_TIMEOUT(m_server->isReady(), killPatience);
    QCOMPARE(jane.post("/tickets"_ba, ticket, key).status, 201);
    QCOMPARE(column(u"SELECT 1 FROM ticket.ticket WHERE title = 'Is anybody there?'"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
