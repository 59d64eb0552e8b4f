// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/attachments/attachment.h"
#include "common/base/text.h"
#include "tests/support/server/httpfront.h"
#include "tests/support/server/ticketharness.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using namespace Deskbell::Test;
using Deskbell::Testing::RawAnswer;
using Deskbell::Testing::RawHttp;

namespace {

/// A help desk with a ticket of Jane's, behind sockets.
struct Stage
{
    TicketHarness api;
    HttpFront http{api};
    TicketId ticket = api.makeTicket(api.jane).id;

    QByteArray collection() const { return TicketHarness::path(ticket, "/attachments"); }
    static QByteArray path(AttachmentId id)
    {
        return "/attachments/" + QByteArray::number(id.value());
    }
    RawAnswer add(const Person &by, const QByteArray &bytes,
                  const QByteArray &disposition = "attachment; filename=\"a.txt\"",
                  const RawHeaders &more = {})
    {
        return http.ask("POST", collection(), by,
                        RawHeaders{{"Content-Disposition", disposition}} + more, bytes);
    }
    Attachment added(const Person &by, const QByteArray &bytes) { return read(add(by, bytes)); }
    static Attachment read(const RawAnswer &answer)
    {
        auto attachment = fromJsonBytes<Attachment>(answer.body);
        if (answer.status != 201 || !attachment)
            qFatal("no attachment: %d %s", answer.status, answer.body.constData());
        return *attachment;
    }
    /// A file on a note of Alex's.
    AttachmentId noteFile()
    {
        const QUuid upload = finishedUpload(api.alex, "secret");
        const Answer note = api.reply(
                api.alex, ticket, u"A note"_s,
                {{u"isInternal"_s, true},
                 {u"attachmentIds"_s, QJsonArray{upload.toString(QUuid::WithoutBraces)}}});
        if (note.status != 201)
            qFatal("no note: %s", note.body.constData());
        return AttachmentId(api.value(u"SELECT max(id) FROM ticket.attachment"_s).toLongLong());
    }
    QUuid finishedUpload(const Person &by, const QByteArray &bytes)
    {
        const std::pair<QByteArray, QByteArray> tus{"Tus-Resumable", "1.0.0"};
        const RawAnswer begun
                = http.ask("POST", "/uploads", by,
                           {tus,
                            {"Upload-Length", QByteArray::number(bytes.size())},
                            {"Upload-Metadata", "filename " + "note.txt"_ba.toBase64()}});
        const QByteArray at = begun.value("Location").sliced(7);
        const RawAnswer sent = http.ask(
                "PATCH", at, by,
                {tus, {"Upload-Offset", "0"}, {"Content-Type", "application/offset+octet-stream"}},
                bytes);
        if (sent.status != 204)
            qFatal("no upload: %s", sent.body.constData());
        return QUuid::fromString(QLatin1StringView(at.sliced(9)));
    }
    int count(const QString &from) { return api.value(u"SELECT count(*) FROM "_s + from).toInt(); }
    QStringList uploadFolder() const
    {
        const QString path = api.environment().blobs.uploads().path(QUuid());
        return QFileInfo(path).dir().entryList(QDir::Files);
    }
};

QByteArray keyOf(const RawAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body)["key"_L1].toString().toLatin1();
}

} // namespace

class AttachmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsAFileOnATicket();
    void tellsOfIt();
    void findsTheTicketByItsNumber();
    void namesOfStrangers_data();
    void namesOfStrangers();
    void whoMayPutAFile_data();
    void whoMayPutAFile();
    void needsAName();
    void putsItOnceForOneKey();
    void leavesNothingWhenBrokenOff();
    void lists();
    void refusesAListWithFaults_data();
    void refusesAListWithFaults();
    void downloads();
    void downloadsParts_data();
    void downloadsParts();
    void neverRunsAsPartOfTheSite();
    void logsEveryDownload();
    void saysWhenAContentIsDamaged();
    void filesOfNotesAreForWhoReadsNotes();
    void aStrangersTicketHasNoFiles();
    void whoMayRemoveAFile_data();
    void whoMayRemoveAFile();
    void removesSoftly();
    void needsAToken_data();
    void needsAToken();
};

void AttachmentsTest::putsAFileOnATicket()
{
    Stage stage;
    const RawAnswer answer = stage.add(stage.api.jane, "hello world");
    QCOMPARE(answer.status, 201);
    const Attachment attachment = Stage::read(answer);
    QCOMPARE(answer.value("Location"), "/api/v1" + Stage::path(attachment.id));
    QCOMPARE(attachment.ticketId, stage.ticket);
    QVERIFY(!attachment.entryId.isValid());
    QCOMPARE(attachment.fileName, u"a.txt"_s);
    QCOMPARE(attachment.mediaType, u"text/plain"_s);
    QCOMPARE(attachment.size, 11);
    QCOMPARE(attachment.sha256,
             QString::fromLatin1(
                     QCryptographicHash::hash("hello world", QCryptographicHash::Sha256).toHex()));
    QCOMPARE(attachment.isInternal, false);
    QCOMPARE(attachment.createdBy->id, stage.api.jane.id);
    QCOMPARE(attachment.createdAt, stage.api.clock.now());
    QVERIFY(stage.uploadFolder().isEmpty());

    // Large enough to come in many pieces, and empty.
    const QByteArray large(5'000'000, 'x');
    QCOMPARE(stage.added(stage.api.alex, large).size, large.size());
    QCOMPARE(stage.added(stage.api.jane, {}).size, 0);
}

void AttachmentsTest::tellsOfIt()
{
    Stage stage;
    const int version = stage.api.look(stage.api.jane, stage.ticket).version;
    const Attachment attachment = stage.added(stage.api.alex, "x");
    const Ticket ticket = stage.api.look(stage.api.jane, stage.ticket);
    QCOMPARE(ticket.version, version + 1);
    QCOMPARE(ticket.details->attachments, QList<Attachment>{attachment});
    QCOMPARE(stage.api.events(stage.ticket, u"attachment.created"_s), 1);
    QCOMPARE(stage.api.events(stage.ticket, u"ticket.updated"_s), 1);
    QCOMPARE(stage.count(u"ticket.timeline_entry WHERE event_type = 'attachment_added'"
                         " AND details->>'fileName' = 'a.txt' AND NOT internal"_s),
             1);
    QCOMPARE(stage.count(u"ticket.activity WHERE entity = 'attachment' AND action = 'create'"
                         " AND actor_name = 'Alex' AND new_value->>'fileName' = 'a.txt'"_s),
             1);
}

void AttachmentsTest::findsTheTicketByItsNumber()
{
    Stage stage;
    const QByteArray path = "/tickets/HD-1/attachments";
    const RawHeaders name{{"Content-Disposition", "attachment; filename=a.txt"}};
    QCOMPARE(stage.http.ask("POST", path, stage.api.jane, name, "x").status, 201);
    QCOMPARE(stage.http.ask("GET", path, stage.api.jane).status, 200);
    QCOMPARE(stage.http.ask("GET", "/tickets/HD-2/attachments", stage.api.jane).status, 404);
}

void AttachmentsTest::namesOfStrangers_data()
{
    QTest::addColumn<QByteArray>("disposition");
    QTest::addColumn<QString>("name");
    QTest::newRow("a path") << "attachment; filename=\"../../etc/passwd\""_ba << u"passwd"_s;
    QTest::newRow("reserved") << "attachment; filename=\"a<b>:c|d?.txt\""_ba << QString();
    QTest::newRow("extended") << "attachment; filename*=UTF-8''%E2%82%AC%20rates.txt"_ba
                              << u"€ rates.txt"_s;
    QTest::newRow("line break") << "attachment; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x"_ba
                                << QString();
    QTest::newRow("right to left")
            << "attachment; filename*=UTF-8''exe.%E2%80%AEgnp"_ba << u"exe.gnp"_s;
    QTest::newRow("long") << "attachment; filename=\"" + QByteArray(400, 'a') + ".txt\""
                          << QString();
}

void AttachmentsTest::namesOfStrangers()
{
    QFETCH(QByteArray, disposition);
    QFETCH(QString, name);
    Stage stage;
    const Attachment attachment = Stage::read(stage.add(stage.api.jane, "x", disposition));
    if (!name.isNull())
        QCOMPARE(attachment.fileName, name);
    QCOMPARE(attachment.fileName, cleanFileName(attachment.fileName));
    const RawAnswer answer = stage.http.ask("GET", Stage::path(attachment.id), stage.api.jane);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.values("Set-Cookie").isEmpty());
    QVERIFY(answer.value("Content-Disposition")
                    .endsWith("filename*=UTF-8''"
                              + attachment.fileName.toUtf8().toPercentEncoding()));
}

void AttachmentsTest::whoMayPutAFile_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<bool>("deleted");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("the requester") << u"jane"_s << false << 201 << ""_ba;
    QTest::newRow("an agent") << u"alex"_s << false << 201 << ""_ba;
    QTest::newRow("an administrator") << u"admin"_s << false << 201 << ""_ba;
    QTest::newRow("an observer") << u"observer"_s << false << 403 << "access.denied"_ba;
    QTest::newRow("another requester") << u"mike"_s << false << 404 << "not_found"_ba;
    QTest::newRow("deleted, the requester") << u"jane"_s << true << 404 << "not_found"_ba;
    QTest::newRow("deleted, who could restore") << u"lead"_s << true << 409 << "ticket.deleted"_ba;
}

void AttachmentsTest::whoMayPutAFile()
{
    QFETCH(QString, who);
    QFETCH(bool, deleted);
    QFETCH(int, status);
    QFETCH(QByteArray, key);
    Stage stage;
    const QHash<QString, Person> people{
            {u"jane"_s, stage.api.jane},   {u"mike"_s, stage.api.mike},
            {u"alex"_s, stage.api.alex},   {u"lead"_s, stage.api.lead},
            {u"admin"_s, stage.api.admin}, {u"observer"_s, stage.api.observer}};
    if (deleted)
        QCOMPARE(stage.api.remove(TicketHarness::path(stage.ticket), stage.api.lead).status, 204);
    const RawAnswer answer = stage.add(people[who], "x");
    QCOMPARE(answer.status, status);
    if (!key.isEmpty())
        QCOMPARE(keyOf(answer), key);
    QCOMPARE(stage.count(u"ticket.attachment"_s), status == 201 ? 1 : 0);
    QTRY_VERIFY(stage.uploadFolder().isEmpty());
}

void AttachmentsTest::needsAName()
{
    Stage stage;
    const RawAnswer answer = stage.http.ask("POST", stage.collection(), stage.api.jane, {}, "x");
    QCOMPARE(answer.status, 422);
    QCOMPARE(QJsonDocument::fromJson(answer.body)["errors"_L1][0]["field"_L1].toString(),
             u"fileName"_s);
}

void AttachmentsTest::putsItOnceForOneKey()
{
    Stage stage;
    const RawHeaders key{{"Idempotency-Key", "6c84fb90-12c4-11e1-840d-7b25c5ee775a"}};
    const QByteArray name = "attachment; filename=\"a.txt\"";
    const RawAnswer first = stage.add(stage.api.jane, "hello", name, key);
    const RawAnswer second = stage.add(stage.api.jane, "hello", name, key);
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.body, first.body);
    QCOMPARE(stage.count(u"ticket.attachment"_s), 1);
    const RawAnswer other = stage.add(stage.api.jane, "other", name, key);
    QCOMPARE(other.status, 422);
    QCOMPARE(keyOf(other), "idempotency.key_reused");
    QCOMPARE(stage.count(u"ticket.attachment"_s), 1);
}

void AttachmentsTest::leavesNothingWhenBrokenOff()
{
    Stage stage;
    {
        RawHttp client(stage.http.port());
        QVERIFY(client.send(stage.http.head("POST", stage.collection(), stage.api.jane,
                                            {{"Content-Disposition", "attachment; filename=a.txt"}},
                                            1'000'000)
                            + QByteArray(500'000, 'x')));
        QTRY_COMPARE(stage.uploadFolder().size(), 1);
        client.reset();
    }
    QTRY_VERIFY(stage.uploadFolder().isEmpty());
    QCOMPARE(stage.count(u"ticket.attachment"_s), 0);
}

void AttachmentsTest::lists()
{
    Stage stage;
    QStringList names;
    for (int i = 0; i < 5; ++i) {
        names.append(u"file-%1"_s.arg(i));
        stage.add(stage.api.jane, QByteArray::number(i),
                  "attachment; filename=" + names.constLast().toLatin1());
    }
    stage.noteFile();
    const Answer whole = stage.api.get(stage.collection(), stage.api.jane);
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.column(u"fileName"_s), names);
    QCOMPARE(decoded<Page<Attachment>>(whole).pagination.total, 5);
    QCOMPARE(stage.api.get(stage.collection(), stage.api.alex).column(u"fileName"_s),
             names + QStringList{u"note.txt"_s});

    const Answer second = stage.api.get(stage.collection() + "?page=2&pageSize=2", stage.api.jane);
    QCOMPARE(second.column(u"fileName"_s), names.mid(2, 2));
    QStringList found;
    QString cursor;
    do {
        const Answer part = stage.api.get(
                stage.collection() + "?pageSize=2&cursor=" + cursor.toUtf8().toPercentEncoding(),
                stage.api.jane);
        found += part.column(u"fileName"_s);
        const Pagination place = decoded<Page<Attachment>>(part).pagination;
        QVERIFY(!place.total);
        cursor = place.nextCursor;
    } while (!cursor.isEmpty());
    QCOMPARE(found, names);
}

void AttachmentsTest::refusesAListWithFaults_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("field");
    QTest::newRow("page 0") << "?page=0"_ba << u"page"_s;
    QTest::newRow("large pages") << "?pageSize=101"_ba << u"pageSize"_s;
    QTest::newRow("not a cursor") << "?cursor=x"_ba << u"cursor"_s;
    QTest::newRow("unknown") << "?sort=name"_ba << u"sort"_s;
}

void AttachmentsTest::refusesAListWithFaults()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, field);
    Stage stage;
    const Answer answer = stage.api.get(stage.collection() + query, stage.api.jane);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.json["errors"_L1][0]["field"_L1].toString(), field);
}

void AttachmentsTest::downloads()
{
    Stage stage;
    const QByteArray content = QByteArray(700'000, 'a') + "end";
    const Attachment attachment = stage.added(stage.api.jane, content);
    const QByteArray path = Stage::path(attachment.id);
    const RawAnswer answer = stage.http.ask("GET", path, stage.api.alex);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, content);
    QCOMPARE(answer.value("Content-Type"), "text/plain");
    QCOMPARE(answer.value("ETag"), '"' + attachment.sha256.toLatin1() + '"');
    QCOMPARE(answer.value("Accept-Ranges"), "bytes");
    QVERIFY(answer.value("Cache-Control").contains("private"));
    QVERIFY(answer.value("Content-Disposition").startsWith("attachment;"));

    const RawAnswer head = stage.http.ask("HEAD", path, stage.api.alex);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.value("Content-Length"), QByteArray::number(content.size()));
    QVERIFY(head.body.isEmpty());

    const RawAnswer known = stage.http.ask("GET", path, stage.api.alex,
                                           {{"If-None-Match", answer.value("ETag")}});
    QCOMPARE(known.status, 304);
    QCOMPARE(known.value("ETag"), answer.value("ETag"));
    QVERIFY(known.body.isEmpty());
    const Attachment empty = stage.added(stage.api.jane, {});
    const RawAnswer nothing = stage.http.ask("GET", Stage::path(empty.id), stage.api.alex);
    QCOMPARE(nothing.status, 200);
    QCOMPARE(nothing.value("Content-Length"), "0");
}

void AttachmentsTest::downloadsParts_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<QByteArray>("condition"); // If-Range; "good" is the ETag
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentRange");
    const QByteArray whole = "0123456789";
    QTest::newRow("middle") << "bytes=2-4"_ba
                            << ""_ba << 206 << "234"_ba
                            << "bytes 2-4/10"_ba;
    QTest::newRow("from") << "bytes=7-"_ba
                          << ""_ba << 206 << "789"_ba
                          << "bytes 7-9/10"_ba;
    QTest::newRow("last") << "bytes=-2"_ba
                          << ""_ba << 206 << "89"_ba
                          << "bytes 8-9/10"_ba;
    QTest::newRow("beyond") << "bytes=10-"_ba
                            << ""_ba << 416 << ""_ba
                            << "bytes */10"_ba;
    QTest::newRow("several") << "bytes=0-1,3-4"_ba
                             << ""_ba << 200 << whole << ""_ba;
    QTest::newRow("the same content") << "bytes=2-4"_ba
                                      << "good"_ba << 206 << "234"_ba
                                      << "bytes 2-4/10"_ba;
    QTest::newRow("another content") << "bytes=2-4"_ba
                                     << "\"other\""_ba << 200 << whole << ""_ba;
    QTest::newRow("weak") << "bytes=2-4"_ba
                          << "W/good"_ba << 200 << whole << ""_ba;
    QTest::newRow("a date") << "bytes=2-4"_ba
                            << "Sat, 21 Nov 2026 09:30:00 GMT"_ba << 200 << whole << ""_ba;
}

void AttachmentsTest::downloadsParts()
{
    QFETCH(QByteArray, range);
    QFETCH(QByteArray, condition);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentRange);
    Stage stage;
    const Attachment attachment = stage.added(stage.api.jane, "0123456789");
    RawHeaders headers{{"Range", range}};
    if (!condition.isEmpty())
        headers.append(
                {"If-Range", condition.replace("good", '"' + attachment.sha256.toLatin1() + '"')});
    const RawAnswer answer
            = stage.http.ask("GET", Stage::path(attachment.id), stage.api.jane, headers);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.value("Content-Range"), contentRange);
    if (status == 416)
        QCOMPARE(keyOf(answer), "request.range_not_satisfiable");
    else
        QCOMPARE(answer.body, body);
}

void AttachmentsTest::neverRunsAsPartOfTheSite()
{
    Stage stage;
    const Attachment attachment = Stage::read(
            stage.add(stage.api.jane, "<!DOCTYPE html><html><script>alert(1)</script></html>",
                      "inline; filename=\"page.html\""));
    const RawAnswer answer = stage.http.ask("GET", Stage::path(attachment.id), stage.api.alex);
    QVERIFY(answer.value("Content-Disposition").startsWith("attachment;"));
    QCOMPARE(answer.values("X-Content-Type-Options"), QList<QByteArray>{"nosniff"});
    QVERIFY(answer.value("Content-Security-Policy").contains("sandbox"));
}

void AttachmentsTest::logsEveryDownload()
{
    Stage stage;
    const Attachment attachment = stage.added(stage.api.jane, "x");
    QCOMPARE(stage.http.ask("GET", Stage::path(attachment.id), stage.api.alex).status, 200);
    QCOMPARE(stage.http.ask("GET", Stage::path(attachment.id), stage.api.mike).status, 404);
    QCOMPARE(stage.count(u"ticket.activity WHERE entity = 'attachment' AND action = 'view'"_s), 1);
    QCOMPARE(stage.count(u"ticket.activity WHERE action = 'view' AND actor_name = 'Alex'"
                         " AND ticket_id IS NOT NULL AND new_value->>'fileName' = 'a.txt'"_s),
             1);
}

void AttachmentsTest::saysWhenAContentIsDamaged()
{
    Stage stage;
    const Attachment attachment = stage.added(stage.api.jane, "hello");
    const QString file
            = stage.api.environment().blobs.path(QByteArray::fromHex(attachment.sha256.toLatin1()));
    for (const qint64 size : {2, -1}) {
        QVERIFY(size < 0 ? QFile::remove(file) : QFile::resize(file, size));
        const RawAnswer answer = stage.http.ask("GET", Stage::path(attachment.id), stage.api.jane);
        QCOMPARE(answer.status, 500);
        QVERIFY(!answer.body.contains(file.toUtf8()));
    }
    // The same file again mends it.
    stage.added(stage.api.jane, "hello");
    QCOMPARE(stage.http.ask("GET", Stage::path(attachment.id), stage.api.jane).body, "hello");
}

void AttachmentsTest::filesOfNotesAreForWhoReadsNotes()
{
    Stage stage;
    const int version = stage.api.look(stage.api.jane, stage.ticket).version;
    const QByteArray path = Stage::path(stage.noteFile());
    for (const Person &person : {stage.api.jane, stage.api.mike, stage.api.observer}) {
        QCOMPARE(stage.http.ask("GET", path, person).status, 404);
        QCOMPARE(stage.http.ask("DELETE", path, person).status, 404);
    }
    QVERIFY(stage.api.look(stage.api.jane, stage.ticket).details->attachments.isEmpty());
    QCOMPARE(stage.http.ask("GET", path, stage.api.emily).body, "secret");
    QCOMPARE(stage.http.ask("DELETE", path, stage.api.alex).status, 204);
    // Neither that it came nor that it went is to be seen in the ticket.
    QCOMPARE(stage.api.look(stage.api.jane, stage.ticket).version, version);
    QCOMPARE(stage.count(u"ticket.event WHERE type LIKE 'attachment.%' AND NOT internal"_s), 0);
    QCOMPARE(stage.count(u"ticket.timeline_entry WHERE event_type LIKE 'attachment%'"
                         " AND NOT internal"_s),
             0);
    QCOMPARE(stage.count(u"ticket.activity WHERE entity = 'attachment' AND NOT internal"_s), 0);
}

void AttachmentsTest::aStrangersTicketHasNoFiles()
{
    Stage stage;
    const Attachment attachment = stage.added(stage.api.jane, "x");
    QCOMPARE(stage.http.ask("GET", stage.collection(), stage.api.mike).status, 404);
    QCOMPARE(stage.http.ask("GET", Stage::path(attachment.id), stage.api.mike).status, 404);
    QCOMPARE(stage.http.ask("DELETE", Stage::path(attachment.id), stage.api.mike).status, 404);
    for (const char *path : {"/attachments/0", "/attachments/-1", "/attachments/x",
                             "/attachments/99999999999999999999", "/tickets/99/attachments"})
        QCOMPARE(stage.http.ask("GET", path, stage.api.alex).status, 404);
}

void AttachmentsTest::whoMayRemoveAFile_data()
{
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("who");
    QTest::addColumn<int>("status");
    QTest::newRow("one's own") << u"jane"_s << u"jane"_s << 204;
    QTest::newRow("an agent's own") << u"alex"_s << u"alex"_s << 204;
    QTest::newRow("another's") << u"alex"_s << u"jane"_s << 403;
    QTest::newRow("an agent, another's") << u"jane"_s << u"alex"_s << 403;
    QTest::newRow("an observer") << u"jane"_s << u"observer"_s << 403;
    QTest::newRow("a lead, another's") << u"jane"_s << u"lead"_s << 204;
    QTest::newRow("an administrator, another's") << u"alex"_s << u"admin"_s << 204;
}

void AttachmentsTest::whoMayRemoveAFile()
{
    QFETCH(QString, owner);
    QFETCH(QString, who);
    QFETCH(int, status);
    Stage stage;
    const QHash<QString, Person> people{{u"jane"_s, stage.api.jane},
                                        {u"alex"_s, stage.api.alex},
                                        {u"lead"_s, stage.api.lead},
                                        {u"admin"_s, stage.api.admin},
                                        {u"observer"_s, stage.api.observer}};
    const Attachment attachment = stage.added(people[owner], "x");
    const RawAnswer answer = stage.http.ask("DELETE", Stage::path(attachment.id), people[who]);
    QCOMPARE(answer.status, status);
    QCOMPARE(stage.http.ask("GET", Stage::path(attachment.id), stage.api.alex).status,
             status == 204 ? 404 : 200);
}

void AttachmentsTest::removesSoftly()
{
    Stage stage;
    const Attachment attachment = stage.added(stage.api.jane, "x");
    const int version = stage.api.look(stage.api.jane, stage.ticket).version;
    QCOMPARE(stage.http.ask("DELETE", Stage::path(attachment.id), stage.api.jane).status, 204);
    QCOMPARE(stage.http.ask("DELETE", Stage::path(attachment.id), stage.api.jane).status, 404);
    const Ticket ticket = stage.api.look(stage.api.jane, stage.ticket);
    QVERIFY(ticket.details->attachments.isEmpty());
    QCOMPARE(ticket.version, version + 1);
    QVERIFY(stage.api.get(stage.collection(), stage.api.jane).data().isEmpty());
    QCOMPARE(stage.api.events(stage.ticket, u"attachment.deleted"_s), 1);
    QCOMPARE(stage.count(u"ticket.attachment WHERE deleted_by IS NOT NULL"_s), 1);
    QCOMPARE(stage.count(u"ticket.timeline_entry WHERE event_type = 'attachment_removed'"_s), 1);
    QCOMPARE(stage.count(u"ticket.activity WHERE entity = 'attachment' AND action = 'delete'"
                         " AND old_value->>'fileName' = 'a.txt'"_s),
             1);
    QVERIFY(stage.api.environment().blobs.contains(
            QByteArray::fromHex(attachment.sha256.toLatin1())));
}

void AttachmentsTest::needsAToken_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("put") << "POST"_ba
                         << "/tickets/1/attachments"_ba;
    QTest::newRow("list") << "GET"_ba
                          << "/tickets/1/attachments"_ba;
    QTest::newRow("get") << "GET"_ba
                         << "/attachments/1"_ba;
    QTest::newRow("remove") << "DELETE"_ba
                            << "/attachments/1"_ba;
}

void AttachmentsTest::needsAToken()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    Stage stage;
    const RawAnswer answer = stage.http.ask(method, path, {});
    QCOMPARE(answer.status, 401);
    QCOMPARE(keyOf(answer), "auth.token_missing");
}

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "tst_attachments.moc"
