// SPDX-License-Identifier: GPL-3.0-or-later
// Long because: one protocol, tested state by state.
#include "server/attachments/attachmentroutes.h"
#include "server/attachments/attachmentservice.h"
#include "server/db/transaction.h"
#include "tests/support/server/filesizelimit.h"
#include "tests/support/server/httpfront.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;
using namespace Deskbell::Server;
using Deskbell::Test::ApiHarness;
using Deskbell::Test::FileSizeLimit;
using Deskbell::Test::HttpFront;
using Deskbell::Test::Person;
using Deskbell::Test::RawHeaders;
using Deskbell::Testing::RawAnswer;
using Deskbell::Testing::RawHttp;

namespace {

constexpr qint64 uploadLimit = 64 * 1024 * 1024;
const std::pair<QByteArray, QByteArray> tus{"Tus-Resumable", "1.0.0"};

QByteArray checksumOf(const QByteArray &bytes, QCryptographicHash::Algorithm algorithm)
{
    const QByteArray name = algorithm == QCryptographicHash::Sha1 ? "sha1 " : "sha256 ";
    return name + QCryptographicHash::hash(bytes, algorithm).toBase64();
}

/// A server with somebody who uploads.
struct Stage
{
    ApiHarness api{attachmentRoutes(), {.uploadLimit = uploadLimit}};
    HttpFront http{api};
    Person jane = api.addPerson(u"Jane"_s);
    Person joe = api.addPerson(u"Joe"_s);

    RawAnswer create(qint64 length, const QString &name = u"a.txt"_s)
    {
        return http.ask("POST", "/uploads", jane,
                        {tus,
                         {"Upload-Length", QByteArray::number(length)},
                         {"Upload-Metadata", "filename " + name.toUtf8().toBase64()}});
    }
    /// The path of a new upload below /api/v1.
    QByteArray begin(qint64 length, const QString &name = u"a.txt"_s)
    {
        const RawAnswer answer = create(length, name);
        if (answer.status != 201)
            qFatal("no upload: %s", answer.body.constData());
        return answer.value("Location").sliced(7);
    }
    static RawHeaders patchHeaders(qint64 offset, const RawHeaders &more = {})
    {
        return RawHeaders{tus,
                          {"Content-Type", "application/offset+octet-stream"},
                          {"Upload-Offset", QByteArray::number(offset)}}
               + more;
    }
    RawAnswer patch(const QByteArray &path, qint64 offset, const QByteArray &bytes,
                    const RawHeaders &more = {})
    {
        return http.ask("PATCH", path, jane, patchHeaders(offset, more), bytes);
    }
    /// The same once whoever broke off has let go of it.
    RawAnswer patchWhenFree(const QByteArray &path, qint64 offset, const QByteArray &bytes,
                            const RawHeaders &more = {})
    {
        RawAnswer answer;
        const bool free = QTest::qWaitFor([&] {
            answer = patch(path, offset, bytes, more);
            return answer.status != 423;
        });
        return free ? answer : RawAnswer();
    }
    RawAnswer tell(const QByteArray &path) { return http.ask("HEAD", path, jane, {tus}); }
    qint64 offsetOf(const QByteArray &path)
    {
        const RawAnswer answer = tell(path);
        return answer.status == 200 ? answer.value("Upload-Offset").toLongLong() : -answer.status;
    }
    /// The content of a finished upload, from the store.
    QByteArray contentOf(const QByteArray &path)
    {
        const QString id = QString::fromLatin1(path.sliced(path.lastIndexOf('/') + 1));
        const QByteArray sum = QByteArray::fromHex(
                api.value(u"SELECT encode(sha256, 'hex') FROM ticket.upload WHERE id = '%1'"_s.arg(
                                  id))
                        .toLatin1());
        QFile file(api.environment().blobs.path(sum));
        return !sum.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : "(none)"_ba;
    }
    QString uploadFile(const QByteArray &path)
    {
        return api.environment().blobs.uploads().path(
                QUuid::fromString(QLatin1StringView(path.sliced(path.lastIndexOf('/') + 1))));
    }
};

QByteArray keyOf(const RawAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body)["key"_L1].toString().toLatin1();
}

} // namespace

class UploadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatItKnows();
    void uploadsInOnePiece();
    void uploadsInManyPieces();
    void knowsTheTypeByTheContent();
    void refusesACreation_data();
    void refusesACreation();
    void cleansNames_data();
    void cleansNames();
    void anEmptyFileIsCompleteAtOnce();
    void refusesAPiece_data();
    void refusesAPiece();
    void refusesMoreThanWasAnnounced();
    void checksSums_data();
    void checksSums();
    void discardsAPieceWithAnotherSum();
    void keepsWhatArrivedBeforeTheCut();
    void discardsWhatWasCutWithASum();
    void believesTheDisk();
    void cutsOffWhatWasNeverConfirmed();
    void completesAfterARestart();
    void goesOnAfterAFullDisk_data();
    void goesOnAfterAFullDisk();
    void onlyOneWritesAtATime();
    void belongsToItsOwner();
    void needsATokenAndTheProtocol_data();
    void needsATokenAndTheProtocol();
    void canBeGivenUp();
    void expires();
    void createsOnceForOneKey();
    void canBeUsedOnce();
    void refusesUnusableIds();
};

void UploadsTest::tellsWhatItKnows()
{
    Stage stage;
    const RawAnswer answer = stage.http.ask("OPTIONS", "/uploads", {});
    QCOMPARE(answer.status, 204);
    QCOMPARE(answer.value("Tus-Version"), "1.0.0");
    QCOMPARE(answer.value("Tus-Extension"), "creation,expiration,termination,checksum");
    QCOMPARE(answer.value("Tus-Max-Size").toLongLong(), uploadLimit);
    QCOMPARE(answer.value("Tus-Checksum-Algorithm"), "sha1,sha256");
}

void UploadsTest::uploadsInOnePiece()
{
    Stage stage;
    const QByteArray path = stage.begin(11);
    QCOMPARE(stage.offsetOf(path), 0);
    const RawAnswer answer = stage.patch(path, 0, "hello world");
    QCOMPARE(answer.status, 204);
    QCOMPARE(answer.value("Upload-Offset"), "11");
    QCOMPARE(answer.value("Tus-Resumable"), "1.0.0");
    QVERIFY(answer.value("Upload-Expires").endsWith(" GMT"));
    QCOMPARE(stage.contentOf(path), "hello world");
    QVERIFY(!QFile::exists(stage.uploadFile(path)));

    const RawAnswer told = stage.tell(path);
    QCOMPARE(told.status, 200);
    QCOMPARE(told.value("Upload-Offset"), "11");
    QCOMPARE(told.value("Upload-Length"), "11");
    QCOMPARE(told.value("Upload-Metadata"), "filename " + "a.txt"_ba.toBase64());
    QCOMPARE(told.value("Cache-Control"), "no-store");
    // Nothing more, again, is fine; something more is not.
    QCOMPARE(stage.patch(path, 11, "").status, 204);
    QCOMPARE(stage.patch(path, 11, "!").status, 413);
    QCOMPARE(stage.contentOf(path), "hello world");
}

void UploadsTest::uploadsInManyPieces()
{
    Stage stage;
    QByteArray content;
    for (int i = 0; i < 400'000; ++i)
        content += QByteArray::number(i);
    const QByteArray path = stage.begin(content.size());
    const qint64 step = content.size() / 5 + 1;
    for (qint64 offset = 0; offset < content.size(); offset += step) {
        const QByteArray piece = content.mid(offset, step);
        // Both with and without a sum, one after another.
        const RawHeaders sum
                = offset % 2 ? RawHeaders{}
                             : RawHeaders{{"Upload-Checksum",
                                           checksumOf(piece, QCryptographicHash::Sha256)}};
        QCOMPARE(stage.patch(path, offset, piece, sum).status, 204);
        QCOMPARE(stage.offsetOf(path), offset + piece.size());
    }
    QCOMPARE(stage.contentOf(path), content);
}

void UploadsTest::knowsTheTypeByTheContent()
{
    Stage stage;
    const QByteArray html = "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>";
    const QByteArray path = stage.begin(html.size(), u"innocent.png"_s);
    QCOMPARE(stage.patch(path, 0, html).status, 204);
    QCOMPARE(stage.api.value(u"SELECT media_type FROM ticket.upload"_s), u"text/html"_s);
}

void UploadsTest::refusesACreation_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<QByteArray>("metadata");
    QTest::addColumn<int>("status");
    QTest::newRow("no length") << ""_ba
                               << ""_ba << 400;
    QTest::newRow("negative") << "-1"_ba
                              << ""_ba << 400;
    QTest::newRow("signed") << "+1"_ba
                            << ""_ba << 400;
    QTest::newRow("no number") << "12a"_ba
                               << ""_ba << 400;
    QTest::newRow("beyond 64 bits") << "99999999999999999999"_ba
                                    << ""_ba << 400;
    QTest::newRow("the limit") << QByteArray::number(uploadLimit) << ""_ba << 201;
    QTest::newRow("one more") << QByteArray::number(uploadLimit + 1) << ""_ba << 413;
    QTest::newRow("broken metadata") << "5"_ba
                                     << "filename %%%"_ba << 400;
    QTest::newRow("name twice") << "5"_ba
                                << "filename YQ==,filename Yg=="_ba << 400;
    QTest::newRow("name is no UTF-8") << "5"_ba
                                      << "filename " + "\xFF"_ba.toBase64() << 400;
    QTest::newRow("unknown names") << "5"_ba
                                   << "relativePath bnVsbA==,empty"_ba << 201;
}

void UploadsTest::refusesACreation()
{
    QFETCH(QByteArray, length);
    QFETCH(QByteArray, metadata);
    QFETCH(int, status);
    Stage stage;
    RawHeaders headers{tus};
    if (!length.isEmpty())
        headers.append({"Upload-Length", length});
    if (!metadata.isEmpty())
        headers.append({"Upload-Metadata", metadata});
    const RawAnswer answer = stage.http.ask("POST", "/uploads", stage.jane, headers);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.value("Tus-Resumable"), "1.0.0");
    QCOMPARE(answer.value("Tus-Max-Size"),
             status == 413 ? QByteArray::number(uploadLimit) : QByteArray());
    QCOMPARE(stage.api.value(u"SELECT count(*) FROM ticket.upload"_s),
             status == 201 ? u"1"_s : u"0"_s);
}

void UploadsTest::cleansNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("stored");
    QTest::newRow("plain") << u"report.pdf"_s << u"report.pdf"_s;
    QTest::newRow("a path") << u"../../etc/passwd"_s << u"passwd"_s;
    QTest::newRow("a Windows path") << u"C:\\Users\\x\\a.txt"_s << u"a.txt"_s;
    QTest::newRow("only dots") << u".."_s << u"file"_s;
    QTest::newRow("none") << QString() << u"file"_s;
    QTest::newRow("right-to-left override") << u"exe.\u202Egnp"_s << u"exe.gnp"_s;
}

void UploadsTest::cleansNames()
{
    QFETCH(QString, name);
    QFETCH(QString, stored);
    Stage stage;
    stage.begin(1, name);
    QCOMPARE(stage.api.value(u"SELECT file_name FROM ticket.upload"_s), stored);
}

void UploadsTest::anEmptyFileIsCompleteAtOnce()
{
    Stage stage;
    const QByteArray path = stage.begin(0);
    QCOMPARE(stage.offsetOf(path), 0);
    QCOMPARE(stage.contentOf(path), "");
    QCOMPARE(stage.patch(path, 0, "").status, 204);
}

void UploadsTest::refusesAPiece_data()
{
    QTest::addColumn<RawHeaders>("headers");
    QTest::addColumn<int>("status");
    const std::pair<QByteArray, QByteArray> type{"Content-Type", "application/offset+octet-stream"};
    const std::pair<QByteArray, QByteArray> offset{"Upload-Offset", "3"};
    const auto sum = [](const char *value) {
        return std::pair<QByteArray, QByteArray>{"Upload-Checksum", value};
    };
    QTest::newRow("no protocol") << RawHeaders{type, offset} << 412;
    QTest::newRow("another version") << RawHeaders{{"Tus-Resumable", "0.2.2"}, type, offset} << 412;
    QTest::newRow("no type") << RawHeaders{tus, offset} << 415;
    QTest::newRow("another type") << RawHeaders{tus, {"Content-Type", "application/json"}, offset}
                                  << 415;
    QTest::newRow("no offset") << RawHeaders{tus, type} << 400;
    QTest::newRow("offset is no number") << RawHeaders{tus, type, {"Upload-Offset", "x"}} << 400;
    QTest::newRow("offset too small") << RawHeaders{tus, type, {"Upload-Offset", "0"}} << 409;
    QTest::newRow("offset too large") << RawHeaders{tus, type, {"Upload-Offset", "4"}} << 409;
    QTest::newRow("unknown algorithm") << RawHeaders{tus, type, offset, sum("md5 AAAA")} << 400;
    QTest::newRow("sum without a value") << RawHeaders{tus, type, offset, sum("sha1")} << 400;
    QTest::newRow("sum too short") << RawHeaders{tus, type, offset, sum("sha256 AAAA")} << 400;
    QTest::newRow("sum is no base64") << RawHeaders{tus, type, offset, sum("sha256 %%%")} << 400;
}

void UploadsTest::refusesAPiece()
{
    QFETCH(RawHeaders, headers);
    QFETCH(int, status);
    Stage stage;
    const QByteArray path = stage.begin(8);
    QCOMPARE(stage.patch(path, 0, "abc").status, 204);
    const RawAnswer answer = stage.http.ask("PATCH", path, stage.jane, headers, "defgh");
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.value("Tus-Resumable"), "1.0.0");
    QCOMPARE(answer.value("Tus-Version"), status == 412 ? "1.0.0"_ba : ""_ba);
    QCOMPARE(answer.value("Upload-Offset"), status == 409 ? "3"_ba : ""_ba);
    QCOMPARE(stage.offsetOf(path), 3);
    QCOMPARE(stage.patch(path, 3, "defgh").status, 204);
    QCOMPARE(stage.contentOf(path), "abcdefgh");
}

void UploadsTest::refusesMoreThanWasAnnounced()
{
    Stage stage;
    const QByteArray path = stage.begin(5);
    QCOMPARE(stage.patch(path, 0, "123456").status, 413);
    QCOMPARE(stage.offsetOf(path), 0);
    // Told by nobody beforehand, it is found out while it comes.
    RawHttp client(stage.http.port());
    QByteArray head = stage.http.head("PATCH", path, stage.jane,
                                      Stage::patchHeaders(0, {{"Transfer-Encoding", "chunked"}}));
    head.replace("Content-Length: 0\r\n", "");
    const RawAnswer answer = client.ask(head + "3\r\n123\r\n3\r\n456\r\n0\r\n\r\n");
    QCOMPARE(answer.status, 413);
    QVERIFY(stage.offsetOf(path) <= 5);
    QCOMPARE(stage.contentOf(path), "(none)");
}

void UploadsTest::checksSums_data()
{
    QTest::addColumn<QCryptographicHash::Algorithm>("algorithm");
    QTest::newRow("sha1") << QCryptographicHash::Sha1;
    QTest::newRow("sha256") << QCryptographicHash::Sha256;
}

void UploadsTest::checksSums()
{
    QFETCH(QCryptographicHash::Algorithm, algorithm);
    Stage stage;
    const QByteArray path = stage.begin(6);
    const auto sum = [&](const QByteArray &bytes) {
        return RawHeaders{{"Upload-Checksum", checksumOf(bytes, algorithm)}};
    };
    QCOMPARE(stage.patch(path, 0, "abc", sum("abc")).status, 204);
    const RawAnswer answer = stage.patch(path, 3, "xyz", sum("def"));
    QCOMPARE(answer.status, 460);
    QCOMPARE(keyOf(answer), "upload.checksum_mismatch");
    QVERIFY(answer.body.contains("\"status\":460"));
    QCOMPARE(stage.offsetOf(path), 3);
    QCOMPARE(stage.patch(path, 3, "def", sum("def")).status, 204);
    QCOMPARE(stage.contentOf(path), "abcdef");
}

void UploadsTest::discardsAPieceWithAnotherSum()
{
    Stage stage;
    const QByteArray path = stage.begin(6);
    const RawHeaders wrong{{"Upload-Checksum", checksumOf("abcdef", QCryptographicHash::Sha1)}};
    QCOMPARE(stage.patch(path, 0, "ABCDEF", wrong).status, 460);
    QCOMPARE(stage.offsetOf(path), 0);
    QCOMPARE(QFileInfo(stage.uploadFile(path)).size(), 0);
    // Also the sum of the whole has forgotten it.
    QCOMPARE(stage.patch(path, 0, "abcdef").status, 204);
    QCOMPARE(stage.contentOf(path), "abcdef");
}

void UploadsTest::keepsWhatArrivedBeforeTheCut()
{
    Stage stage;
    const QByteArray content = QByteArray(300'000, 'a') + QByteArray(300'000, 'b');
    const QByteArray path = stage.begin(content.size());
    {
        RawHttp client(stage.http.port());
        QVERIFY(client.send(
                stage.http.head("PATCH", path, stage.jane, Stage::patchHeaders(0), content.size())
                + content.first(400'000)));
        // All of it has been written somewhere before the line breaks.
        QTRY_COMPARE(QFileInfo(stage.uploadFile(path)).size(), 400'000);
        client.reset();
    }
    QTRY_COMPARE(stage.offsetOf(path), 400'000);
    QCOMPARE(stage.patchWhenFree(path, 400'000, content.sliced(400'000)).status, 204);
    QCOMPARE(stage.contentOf(path), content);
}

void UploadsTest::discardsWhatWasCutWithASum()
{
    Stage stage;
    const QByteArray content(300'000, 'a');
    const QByteArray path = stage.begin(content.size());
    const RawHeaders sum{{"Upload-Checksum", checksumOf(content, QCryptographicHash::Sha256)}};
    {
        RawHttp client(stage.http.port());
        QVERIFY(client.send(stage.http.head("PATCH", path, stage.jane, Stage::patchHeaders(0, sum),
                                            content.size())
                            + content.first(200'000)));
        QTRY_COMPARE(QFileInfo(stage.uploadFile(path)).size(), 200'000);
        QCOMPARE(stage.offsetOf(path), 0); // half a piece is no piece
    }
    QTRY_COMPARE(QFileInfo(stage.uploadFile(path)).size(), 0);
    QCOMPARE(stage.patchWhenFree(path, 0, content, sum).status, 204);
    QCOMPARE(stage.contentOf(path), content);
}

void UploadsTest::believesTheDisk()
{
    Stage stage;
    const QByteArray path = stage.begin(6);
    QCOMPARE(stage.patch(path, 0, "abcd").status, 204);
    // The files came back from a backup older than the database.
    QVERIFY(QFile::resize(stage.uploadFile(path), 2));
    QCOMPARE(stage.offsetOf(path), 2);
    QCOMPARE(stage.patch(path, 4, "ef").status, 409);
    QCOMPARE(stage.patch(path, 2, "CDEF").status, 204);
    QCOMPARE(stage.contentOf(path), "abCDEF");
}

void UploadsTest::cutsOffWhatWasNeverConfirmed()
{
    Stage stage;
    const QByteArray path = stage.begin(6);
    QCOMPARE(stage.patch(path, 0, "abc").status, 204);
    // The server died after it had written more than it had told anybody.
    QFile file(stage.uploadFile(path));
    QVERIFY(file.open(QIODevice::Append) && file.write("??") == 2);
    file.close();
    QCOMPARE(stage.offsetOf(path), 3);
    QCOMPARE(stage.patch(path, 3, "def").status, 204);
    QCOMPARE(stage.contentOf(path), "abcdef");
}

void UploadsTest::completesAfterARestart()
{
    Stage stage;
    const QByteArray path = stage.begin(6);
    QCOMPARE(stage.patch(path, 0, "abc").status, 204);
    // The last bytes were confirmed, then the server died before the content was in the store. The
    // client asks where it is, and has nothing left to send.
    QFile file(stage.uploadFile(path));
    QVERIFY(file.open(QIODevice::Append) && file.write("def") == 3);
    file.close();
    stage.api.database.execute(u"UPDATE ticket.upload SET received = length"_s);
    QCOMPARE(stage.contentOf(path), "(none)");
    QCOMPARE(stage.offsetOf(path), 6);
    QCOMPARE(stage.contentOf(path), "abcdef");
    QCOMPARE(stage.offsetOf(path), 6);
}

void UploadsTest::goesOnAfterAFullDisk_data()
{
    QTest::addColumn<bool>("withSum");
    QTest::newRow("without a sum") << false;
    QTest::newRow("with a sum") << true;
}

void UploadsTest::goesOnAfterAFullDisk()
{
    QFETCH(bool, withSum);
    Stage stage;
    const QByteArray content = QByteArray(1'000'000, 'a') + QByteArray(1'000'000, 'b');
    const QByteArray path = stage.begin(content.size());
    const RawHeaders sum{{"Upload-Checksum", checksumOf(content, QCryptographicHash::Sha256)}};
    FileSizeLimit limit(700'000);
    const RawAnswer full = stage.patch(path, 0, content, withSum ? sum : RawHeaders());
    limit.lift();
    QCOMPARE(full.status, 503);
    QCOMPARE(keyOf(full), "storage.full");
    QVERIFY(!full.value("Retry-After").isEmpty());
    // What it took whole is good, and nobody is told of more.
    const qint64 offset = stage.offsetOf(path);
    QVERIFY(withSum ? offset == 0 : offset > 0 && offset <= 700'000);
    QCOMPARE(QFileInfo(stage.uploadFile(path)).size(), offset);
    QCOMPARE(stage.patch(path, offset, content.sliced(offset)).status, 204);
    QCOMPARE(stage.contentOf(path), content);
}

void UploadsTest::onlyOneWritesAtATime()
{
    Stage stage;
    const QByteArray path = stage.begin(6);
    RawHttp client(stage.http.port());
    QVERIFY(client.send(stage.http.head("PATCH", path, stage.jane, Stage::patchHeaders(0), 6)
                        + "abc"));
    QTRY_COMPARE(QFileInfo(stage.uploadFile(path)).size(), 3);
    const RawAnswer second = stage.patch(path, 0, "ABCDEF");
    QCOMPARE(second.status, 423);
    QCOMPARE(keyOf(second), "upload.in_use");
    QCOMPARE(stage.http.ask("DELETE", path, stage.jane, {tus}).status, 423);
    QCOMPARE(client.ask("def").status, 204);
    QCOMPARE(stage.contentOf(path), "abcdef");
}

void UploadsTest::belongsToItsOwner()
{
    Stage stage;
    const QByteArray path = stage.begin(6);
    QCOMPARE(stage.patch(path, 0, "abc").status, 204);
    const Person admin = stage.api.addPerson(u"Root"_s, BuiltInRole::Administrator);
    for (const Person &other : {stage.joe, admin}) {
        QCOMPARE(stage.http.ask("HEAD", path, other, {tus}).status, 404);
        QCOMPARE(stage.http.ask("DELETE", path, other, {tus}).status, 404);
        const RawAnswer answer
                = stage.http.ask("PATCH", path, other, Stage::patchHeaders(3), "def");
        QCOMPARE(answer.status, 404);
        QCOMPARE(keyOf(answer), "not_found");
    }
    QCOMPARE(stage.offsetOf(path), 3);
    for (const char *unknown : {"/uploads/1", "/uploads/00000000-0000-0000-0000-000000000000",
                                "/uploads/..", "/uploads/6c84fb90-12c4-11e1-840d-7b25c5ee775a"})
        QCOMPARE(stage.tell(unknown).status, 404);
}

void UploadsTest::needsATokenAndTheProtocol_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("existing");
    QTest::newRow("POST") << "POST"_ba << false;
    QTest::newRow("HEAD") << "HEAD"_ba << true;
    QTest::newRow("PATCH") << "PATCH"_ba << true;
    QTest::newRow("DELETE") << "DELETE"_ba << true;
}

void UploadsTest::needsATokenAndTheProtocol()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, existing);
    Stage stage;
    const QByteArray path = existing ? stage.begin(6) : "/uploads"_ba;
    const RawAnswer nobody = stage.http.ask(method, path, {}, {tus});
    QCOMPARE(nobody.status, 401);
    QVERIFY(nobody.value("WWW-Authenticate").startsWith("Bearer"));
    const RawAnswer plain = stage.http.ask(method, path, stage.jane);
    QCOMPARE(plain.status, 412);
    QCOMPARE(plain.value("Tus-Version"), "1.0.0");
}

void UploadsTest::canBeGivenUp()
{
    Stage stage;
    const QByteArray path = stage.begin(6);
    QCOMPARE(stage.patch(path, 0, "abc").status, 204);
    QVERIFY(QFile::exists(stage.uploadFile(path)));
    QCOMPARE(stage.http.ask("DELETE", path, stage.jane, {tus}).status, 204);
    QVERIFY(!QFile::exists(stage.uploadFile(path)));
    QCOMPARE(stage.offsetOf(path), -404);
    QCOMPARE(stage.patch(path, 3, "def").status, 404);
    QVERIFY(!QFile::exists(stage.uploadFile(path)));
}

void UploadsTest::expires()
{
    Stage stage;
    const QByteArray path = stage.begin(6);
    stage.api.clock.advance(std::chrono::hours(23));
    stage.jane = stage.api.addSession(stage.jane);
    QCOMPARE(stage.patch(path, 0, "abc").status, 204); // lives on from now
    stage.api.clock.advance(std::chrono::hours(23));
    QCOMPARE(stage.offsetOf(path), 3);
    stage.api.clock.advance(std::chrono::hours(1));
    QCOMPARE(stage.offsetOf(path), -410);
    const RawAnswer answer = stage.patch(path, 3, "def");
    QCOMPARE(answer.status, 410);
    QCOMPARE(keyOf(answer), "upload.expired");
}

void UploadsTest::createsOnceForOneKey()
{
    Stage stage;
    const RawHeaders headers{tus,
                             {"Upload-Length", "5"},
                             {"Idempotency-Key", "6c84fb90-12c4-11e1-840d-7b25c5ee775a"}};
    const RawAnswer first = stage.http.ask("POST", "/uploads", stage.jane, headers);
    const RawAnswer second = stage.http.ask("POST", "/uploads", stage.jane, headers);
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.value("Location"), first.value("Location"));
    QCOMPARE(stage.api.value(u"SELECT count(*) FROM ticket.upload"_s), u"1"_s);
}

namespace {

QUuid idOf(const QByteArray &path)
{
    return QUuid::fromString(QLatin1StringView(path.sliced(path.lastIndexOf('/') + 1)));
}

/// attachUploads() as a service calls it.
Result<> attach(Stage &stage, const Person &person, TicketId ticket, const QList<QUuid> &ids)
{
    Context context{.db = stage.api.database.connection(),
                    .environment = stage.api.environment(),
                    .principal = {.account = person.id}};
    return Db::inTransaction(context.db,
                             [&] { return attachUploads(context, ticket, {}, ids, false); });
}

TicketId makeTicket(Stage &stage)
{
    const DeskId desk = stage.api.addDesk(u"HD"_s);
    return TicketId(stage.api
                            .value(u"INSERT INTO ticket.ticket (desk_id, number, title,"
                                   " workflow_version_id, status, status_category, requester_id,"
                                   " created_by, updated_by) SELECT %1, 1, 't', v.id, 'new',"
                                   " 'open', %2, %2, %2 FROM ticket.workflow_version v LIMIT 1"
                                   " RETURNING id"_s.arg(desk.value())
                                           .arg(stage.jane.id.value()))
                            .toLongLong());
}

QStringList faultsOf(const Result<> &result)
{
    QStringList faults;
    for (const FieldError &fault : result.error().fields)
        faults.append(fault.field + u':' + QString::fromLatin1(fault.key));
    return faults;
}

} // namespace

void UploadsTest::canBeUsedOnce()
{
    Stage stage;
    const TicketId ticket = makeTicket(stage);
    const QByteArray first = stage.begin(3, u"one.txt"_s);
    const QByteArray second = stage.begin(3, u"two.txt"_s);
    QCOMPARE(stage.patch(first, 0, "abc").status, 204);
    QCOMPARE(stage.patch(second, 0, "abc").status, 204); // the same content
    QVERIFY(attach(stage, stage.jane, ticket, {idOf(second), idOf(first)}));
    QCOMPARE(
            stage.api.value(u"SELECT string_agg(file_name || ' ' || size || ' ' || media_type, ', '"
                            " ORDER BY id) FROM ticket.attachment"_s),
            u"two.txt 3 text/plain, one.txt 3 text/plain"_s);
    QCOMPARE(stage.api.value(u"SELECT count(*) FROM ticket.blob"_s), u"1"_s);
    QCOMPARE(stage.offsetOf(first), -404);
    const auto again = attach(stage, stage.jane, ticket, {idOf(first)});
    QVERIFY(!again);
    QCOMPARE(faultsOf(again), QStringList{u"attachmentIds:not_found"_s});
}

void UploadsTest::refusesUnusableIds()
{
    Stage stage;
    const TicketId ticket = makeTicket(stage);
    const QByteArray good = stage.begin(3);
    const QByteArray unfinished = stage.begin(3);
    QCOMPARE(stage.patch(good, 0, "abc").status, 204);
    const auto mixed = attach(stage, stage.jane, ticket,
                              {idOf(good), idOf(unfinished), QUuid::createUuid(), idOf(good)});
    QVERIFY(!mixed);
    QCOMPARE(mixed.error().code, ErrorCode::Invalid);
    QCOMPARE(faultsOf(mixed),
             (QStringList{u"attachmentIds:not_finished"_s, u"attachmentIds:not_found"_s,
                          u"attachmentIds:not_unique"_s}));
    QCOMPARE(mixed.error().fields[0].params["id"_L1].toString(),
             idOf(unfinished).toString(QUuid::WithoutBraces));
    QCOMPARE(stage.api.value(u"SELECT count(*) FROM ticket.attachment"_s), u"0"_s);

    const auto other = attach(stage, stage.joe, ticket, {idOf(good)});
    QVERIFY(!other);
    QCOMPARE(faultsOf(other), QStringList{u"attachmentIds:not_found"_s});
    QVERIFY(attach(stage, stage.jane, ticket, {}));
    stage.api.clock.advance(std::chrono::hours(25));
    const auto expired = attach(stage, stage.jane, ticket, {idOf(good)});
    QVERIFY(!expired);
    QCOMPARE(faultsOf(expired), QStringList{u"attachmentIds:not_found"_s});
}

QTEST_GUILESS_MAIN(UploadsTest)
#include "tst_uploads.moc"
