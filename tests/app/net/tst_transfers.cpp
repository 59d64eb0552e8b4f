// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/client.h"
#include "app/net/connectionmonitor.h"
#include "app/net/downloadtransfer.h"
#include "app/net/tokenkeeper.h"
#include "app/net/truststore.h"
#include "app/net/uploadtransfer.h"
#include "common/attachments/uploadmetadata.h"
#include "tests/support/app/fakeapi.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Reply = FakeApi::Reply;

class TestTransfers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void uploadsInPieces_data();
    void uploadsInPieces();
    void goesOnWhereTheServerIs();
    void pausesAndResumes();
    void waitsForTheServerToComeBack();
    void startsAgainWhenTheUploadExpired();
    void givesUpOnARefusal_data();
    void givesUpOnARefusal();
    void givesUpWhenEveryPieceIsDamaged();
    void noticesThatTheFileChanged();
    void cancelRemovesWhatTheServerHas();

    void downloads_data();
    void downloads();
    void leavesNothingHalfBehind_data();
    void leavesNothingHalfBehind();
    void cancelledDownloadLeavesNothing();

private:
    void serveUploads();
    QString file(qint64 size);
    std::unique_ptr<UploadTransfer> upload(const QString &path);

    static inline const QUuid id{u"6b1c9f7e-3f0e-4a35-9a55-0d6e1c2b3a4f"_s};
    static inline const QString uploadPath = u"/uploads/6b1c9f7e-3f0e-4a35-9a55-0d6e1c2b3a4f"_s;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<TrustStore> m_trust;
    std::unique_ptr<Api::Client> m_client;
    QByteArray m_content;  ///< of file()
    QByteArray m_received; ///< by the server
};

void TestTransfers::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_api = std::make_unique<FakeApi>();
    m_api->acceptSignIn(FakeApi::person(7, u"Jane Doe"_s, {}));
    m_trust = std::make_unique<TrustStore>();
    m_client = std::make_unique<Api::Client>(*m_trust);
    m_client->setPatience({.repeats = 0, .firstDelay = 1ms});
    m_client->setServer(m_api->address());
    m_client->tokens().accept(
            {.accessToken = u"access-0"_s, .expiresIn = 600, .refreshToken = u"refresh-0"_s});
    m_received.clear();
    serveUploads();
}

void TestTransfers::cleanup()
{
    m_client.reset();
    m_trust.reset();
    m_api.reset();
    m_folder.reset();
}

/// A small tus server: checks offset and checksum, remembers the bytes.
void TestTransfers::serveUploads()
{
    const auto offset = [this](int status) {
        return Reply{.status = status,
                     .headers = {{"Upload-Offset", QByteArray::number(m_received.size())}}};
    };
    m_api->on("POST", u"/uploads"_s, [this](const FakeApi::Request &) {
        m_received.clear();
        return Reply{.status = 201, .headers = {{"Location", "/api/v1" + uploadPath.toLatin1()}}};
    });
    m_api->on("HEAD", uploadPath, [offset](const FakeApi::Request &) { return offset(200); });
    m_api->on("PATCH", uploadPath, [this, offset](const FakeApi::Request &request) {
        if (request.header("Upload-Offset").toLongLong() != m_received.size())
            return Reply::problem(409, "upload.offset_mismatch");
        const QByteArray sum
                = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toBase64();
        if (request.header("Upload-Checksum") != "sha256 " + sum)
            return Reply::problem(460, "upload.checksum_mismatch");
        m_received += request.body;
        return offset(204);
    });
    m_api->on("DELETE", uploadPath, Reply{.status = 204});
}

QString TestTransfers::file(qint64 size)
{
    m_content.resize(size);
    for (qint64 i = 0; i < size; ++i)
        m_content[i] = char((i * 131) >> 3);
    const QString path = m_folder->filePath(u"größe & co.png"_s);
    QFile written(path);
    if (!written.open(QIODevice::WriteOnly) || written.write(m_content) != size)
        qFatal("The test cannot write its file.");
    return path;
}

std::unique_ptr<UploadTransfer> TestTransfers::upload(const QString &path)
{
    auto transfer = std::make_unique<UploadTransfer>(*m_client, *FileSource::fromFile(path));
    transfer->setFirstPause(5ms);
    return transfer;
}

void TestTransfers::uploadsInPieces_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("pieces");
    const qint64 piece = UploadTransfer::pieceSize;
    QTest::newRow("nothing") << qint64(0) << 0;
    QTest::newRow("one byte") << qint64(1) << 1;
    QTest::newRow("exactly one piece") << piece << 1;
    QTest::newRow("a byte more") << piece + 1 << 2;
    QTest::newRow("several") << 3 * piece - 7 << 3;
}

void TestTransfers::uploadsInPieces()
{
    QFETCH(qint64, size);
    QFETCH(int, pieces);
    const auto transfer = upload(file(size));
    QSignalSpy finished(transfer.get(), &UploadTransfer::finished);
    QSignalSpy progress(transfer.get(), &UploadTransfer::progressChanged);
    transfer->start();
    transfer->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(transfer->state(), UploadTransfer::State::Done);
    QCOMPARE(transfer->uploadId(), id);
    QVERIFY(m_received == m_content);
    QCOMPARE(m_api->requests("PATCH", uploadPath).size(), pieces);
    const FakeApi::Request made = m_api->requests("POST", u"/uploads"_s).first();
    QCOMPARE(made.header("Upload-Length"), QByteArray::number(size));
    QCOMPARE(made.header("Tus-Resumable"), "1.0.0"_ba);
    const UploadMetadata metadata
            = uploadMetadataFromHeader(made.header("Upload-Metadata")).value();
    QCOMPARE(metadata.fileName, u"größe & co.png"_s);
    QCOMPARE(metadata.fileType, u"image/png"_s);
    qint64 last = 0;
    for (const QList<QVariant> &step : progress) {
        QVERIFY(step[0].toLongLong() >= last);
        QCOMPARE(step[1].toLongLong(), size);
        last = step[0].toLongLong();
    }
    QCOMPARE(last, size);
}

void TestTransfers::goesOnWhereTheServerIs()
{
    // The server took the first piece, but its answer was lost.
    const auto transfer = upload(file(2 * UploadTransfer::pieceSize));
    m_api->on("PATCH", uploadPath, [this](const FakeApi::Request &request) {
        m_received += request.body;
        serveUploads();
        return Reply::drop();
    });
    QSignalSpy finished(transfer.get(), &UploadTransfer::finished);
    transfer->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(transfer->state(), UploadTransfer::State::Done);
    QVERIFY(m_received == m_content);
    QCOMPARE(m_api->requests("PATCH", uploadPath).size(), 2);
    QCOMPARE(m_api->requests("HEAD", uploadPath).size(), 1);
}

void TestTransfers::pausesAndResumes()
{
    const auto transfer = upload(file(3 * UploadTransfer::pieceSize));
    QSignalSpy finished(transfer.get(), &UploadTransfer::finished);
    connect(transfer.get(), &UploadTransfer::progressChanged, this, [&](qint64 sent) {
        if (sent >= UploadTransfer::pieceSize)
            transfer->pause();
    });
    transfer->start();
    QTRY_COMPARE(transfer->state(), UploadTransfer::State::Paused);
    QTest::qWait(30); // paces a slow peer: the piece on the wire may still arrive
    const auto patches = m_api->requests("PATCH", uploadPath).size();
    QTest::qWait(30); // nothing more may come
    QCOMPARE(m_api->requests("PATCH", uploadPath).size(), patches);
    transfer->disconnect(this);
    transfer->resume();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(transfer->state(), UploadTransfer::State::Done);
    QVERIFY(m_received == m_content);
}

void TestTransfers::waitsForTheServerToComeBack()
{
    const auto transfer = upload(file(2 * UploadTransfer::pieceSize));
    QSignalSpy finished(transfer.get(), &UploadTransfer::finished);
    m_api->on("PATCH", uploadPath, [this](const FakeApi::Request &) {
        QTimer::singleShot(0, m_api.get(), &FakeApi::goAway);
        return Reply::hang();
    });
    transfer->start();
    QTRY_COMPARE(transfer->state(), UploadTransfer::State::Waiting);
    QTRY_COMPARE(m_client->connection().state(), ConnectionMonitor::State::Offline);
    QCOMPARE(finished.size(), 0);
    serveUploads();
    m_api->comeBack();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(transfer->state(), UploadTransfer::State::Done);
    QVERIFY(m_received == m_content);
}

void TestTransfers::startsAgainWhenTheUploadExpired()
{
    const auto transfer = upload(file(100));
    m_api->once("PATCH", uploadPath, Reply::problem(410, "upload.expired"));
    QSignalSpy finished(transfer.get(), &UploadTransfer::finished);
    transfer->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(transfer->state(), UploadTransfer::State::Done);
    QCOMPARE(m_api->requests("POST", u"/uploads"_s).size(), 2);
}

void TestTransfers::givesUpOnARefusal_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("too large") << "POST"_ba << Reply::problem(413, "upload.too_large")
                               << "upload.too_large"_ba;
    QTest::newRow("type") << "POST"_ba << Reply::problem(415, "upload.type_refused")
                          << "upload.type_refused"_ba;
    QTest::newRow("no location") << "POST"_ba << Reply{.status = 201} << "answer.unreadable"_ba;
    QTest::newRow("no offset") << "PATCH"_ba << Reply{.status = 204} << "answer.unreadable"_ba;
    QTest::newRow("offset beyond")
            << "PATCH"_ba << Reply{.status = 204, .headers = {{"Upload-Offset", "999"}}}
            << "answer.unreadable"_ba;
    QTest::newRow("server full") << "PATCH"_ba << Reply::problem(507, "storage.full")
                                 << "storage.full"_ba;
}

void TestTransfers::givesUpOnARefusal()
{
    QFETCH(QByteArray, method);
    QFETCH(Reply, reply);
    QFETCH(QByteArray, key);
    const auto transfer = upload(file(100));
    const QString path = method == "POST" ? u"/uploads"_s : uploadPath;
    m_api->on(method, path, reply);
    QSignalSpy finished(transfer.get(), &UploadTransfer::finished);
    transfer->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(transfer->state(), UploadTransfer::State::Failed);
    QCOMPARE(transfer->error().key, key);
    // The person may try again, when whatever it was is over.
    serveUploads();
    transfer->resume();
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(transfer->state(), UploadTransfer::State::Done);
}

void TestTransfers::givesUpWhenEveryPieceIsDamaged()
{
    const auto transfer = upload(file(100));
    m_api->on("PATCH", uploadPath, Reply::problem(460, "upload.checksum_mismatch"));
    QSignalSpy finished(transfer.get(), &UploadTransfer::finished);
    transfer->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(transfer->state(), UploadTransfer::State::Failed);
    QCOMPARE(m_api->requests("PATCH", uploadPath).size(), 4);
}

void TestTransfers::noticesThatTheFileChanged()
{
    QCOMPARE(FileSource::fromFile(m_folder->filePath(u"none"_s)).error().key, "file.unreadable"_ba);
    QCOMPARE(FileSource::fromFile(m_folder->path()).error().key, "file.unreadable"_ba);
    const QString path = file(100);
    const auto transfer = upload(path);
    QFile changed(path);
    QVERIFY(changed.open(QIODevice::Append));
    QCOMPARE(changed.write("x"), 1);
    changed.close();
    QSignalSpy finished(transfer.get(), &UploadTransfer::finished);
    transfer->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(transfer->state(), UploadTransfer::State::Failed);
    QCOMPARE(transfer->error().key, "file.changed"_ba);
}

void TestTransfers::cancelRemovesWhatTheServerHas()
{
    auto transfer = upload(file(2 * UploadTransfer::pieceSize));
    QSignalSpy finished(transfer.get(), &UploadTransfer::finished);
    m_api->on("PATCH", uploadPath, Reply::hang());
    transfer->start();
    QTRY_COMPARE(m_api->requests("PATCH", uploadPath).size(), 1);
    transfer->cancel();
    QCOMPARE(transfer->state(), UploadTransfer::State::Cancelled);
    transfer.reset(); // the removal goes on without it
    QTRY_COMPARE(m_api->requests("DELETE", uploadPath).size(), 1);
    QCOMPARE(finished.size(), 0);
}

void TestTransfers::downloads_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("empty") << qint64(0);
    QTest::newRow("small") << qint64(11);
    QTest::newRow("larger than all buffers") << qint64(20) * 1024 * 1024;
}

void TestTransfers::downloads()
{
    QFETCH(qint64, size);
    file(size);
    m_api->on("GET", u"/attachments/7"_s, {.body = m_content});
    const QString target = m_folder->filePath(u"saved.bin"_s);
    DownloadTransfer transfer(*m_client, u"/attachments/7"_s, target);
    QSignalSpy finished(&transfer, &DownloadTransfer::finished);
    QSignalSpy progress(&transfer, &DownloadTransfer::progressChanged);
    transfer.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
    QCOMPARE(transfer.state(), DownloadTransfer::State::Done);
    QFile saved(target);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(saved.readAll() == m_content);
    QCOMPARE(progress.last()[0].toLongLong(), size);
    QCOMPARE(progress.last()[1].toLongLong(), size);
}

void TestTransfers::leavesNothingHalfBehind_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("key");
    Reply half{.body = QByteArray(100'000, 'x')};
    half.manner = Reply::Manner::CutShort;
    QTest::newRow("breaks off") << half << u"saved.bin"_s << "network.closed"_ba;
    QTest::newRow("not there") << Reply::problem(404, "not_found") << u"saved.bin"_s
                               << "not_found"_ba;
    QTest::newRow("no such folder")
            << Reply{.body = "content"} << u"none/saved.bin"_s << "file.unwritable"_ba;
}

void TestTransfers::leavesNothingHalfBehind()
{
    QFETCH(Reply, reply);
    QFETCH(QString, target);
    QFETCH(QByteArray, key);
    m_api->on("GET", u"/attachments/7"_s, reply);
    DownloadTransfer transfer(*m_client, u"/attachments/7"_s, m_folder->filePath(target));
    QSignalSpy finished(&transfer, &DownloadTransfer::finished);
    transfer.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(transfer.state(), DownloadTransfer::State::Failed);
    QCOMPARE(transfer.error().key, key);
    QTRY_VERIFY(QDir(m_folder->path()).isEmpty());
}

void TestTransfers::cancelledDownloadLeavesNothing()
{
    Reply endless = Reply::stream();
    m_api->on("GET", u"/attachments/7"_s, endless);
    DownloadTransfer transfer(*m_client, u"/attachments/7"_s, m_folder->filePath(u"saved.bin"_s));
    QSignalSpy finished(&transfer, &DownloadTransfer::finished);
    QSignalSpy progress(&transfer, &DownloadTransfer::progressChanged);
    transfer.start();
    QTRY_COMPARE(m_api->streams(), 1);
    m_api->push(QByteArray(100'000, 'x'));
    QTRY_VERIFY(!progress.isEmpty() && progress.last()[0].toLongLong() == 100'000);
    transfer.cancel();
    QTRY_COMPARE(m_api->streams(), 0);
    QTRY_VERIFY(QDir(m_folder->path()).isEmpty());
    QCOMPARE(finished.size(), 0);
}

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
