// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"
#include "tests/support/server/fakeapplication.h"
#include "tests/support/server/gate.h"
#include "tests/support/server/rawhttp.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Deskbell;
using namespace Deskbell::Http;
using namespace Deskbell::Testing;
using namespace Qt::StringLiterals;

namespace {

/// What happened to the sinks of a test; also whether anything was called as it must not be.
struct Journal
{
    std::atomic<int> opened = 0;
    std::atomic<int> finished = 0;
    std::atomic<int> abandoned = 0;
    std::atomic<int> destroyed = 0;
    std::atomic<int> insideNow = 0;
    std::atomic<bool> overlapped = false;
    std::atomic<bool> offWorker = false;
    std::atomic<qint64> largestPiece = 0;
    std::atomic<qint64> bytes = 0;
};

thread_local bool isWorker = false;

/// Swallows what it gets.
class CountingSink final : public BodySink
{
public:
    explicit CountingSink(Journal &journal)
        : m_journal(journal)
    {}
    bool write(QByteArrayView piece) override
    {
        m_journal.bytes += piece.size();
        m_journal.largestPiece = std::max<qint64>(m_journal.largestPiece, piece.size());
        return true;
    }
    Response finish() override { return {.status = 201}; }
    void abandon() override {}

private:
    Journal &m_journal;
};

/// Hashes what it gets, and writes down what is done to it.
class HashingSink final : public BodySink
{
public:
    HashingSink(Journal &journal, qint64 refuseAfter, Gate *gate)
        : m_journal(journal)
        , m_refuseAfter(refuseAfter)
        , m_gate(gate)
    {
        ++m_journal.opened;
    }
    ~HashingSink() override
    {
        const Visit visit(m_journal);
        ++m_journal.destroyed;
    }

    bool write(QByteArrayView piece) override
    {
        const Visit visit(m_journal);
        if (m_gate)
            m_gate->pass();
        m_hash.addData(piece);
        m_bytes += piece.size();
        return m_refuseAfter < 0 || m_bytes <= m_refuseAfter;
    }
    Response finish() override
    {
        const Visit visit(m_journal);
        ++m_journal.finished;
        return {.status = m_refuseAfter >= 0 && m_bytes > m_refuseAfter ? 507 : 201,
                .headers = {},
                .body = QByteArray::number(m_bytes) + ' ' + m_hash.result().toHex()};
    }
    void abandon() override
    {
        const Visit visit(m_journal);
        ++m_journal.abandoned;
    }

private:
    struct Visit
    {
        explicit Visit(Journal &j)
            : journal(j)
        {
            if (++journal.insideNow > 1)
                journal.overlapped = true;
            if (!isWorker)
                journal.offWorker = true;
        }
        ~Visit() { --journal.insideNow; }
        Journal &journal;
    };

    Journal &m_journal;
    const qint64 m_refuseAfter;
    Gate *const m_gate;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_bytes = 0;
};

struct Fixture
{
    explicit Fixture(HttpLimits limits = {})
        : server(app, metrics,
                 {.limits = limits, .workerStarted = [] { isWorker = true; }, .workerEnding = {}})
    {
        addSink(u"/upload"_s, -1, nullptr);
        addSink(u"/full"_s, 100'000, nullptr);
        addSink(u"/gated"_s, -1, &gate);
        app[u"/swallow"_s].plan = {.kind = BodyPlan::Kind::Streamed, .limit = limit};
        app[u"/swallow"_s].openSink = [this](const RequestHead &) -> FakeApplication::Sink {
            return std::make_unique<CountingSink>(journal);
        };
        app[u"/denied"_s].plan = {.kind = BodyPlan::Kind::Streamed, .limit = limit};
        app[u"/denied"_s].openSink = [](const RequestHead &) -> FakeApplication::Sink {
            return Response{.status = 403, .headers = {}, .body = "denied"};
        };
        app[u"/file"_s].handle = [this](const Request &request) {
            // The query is "offset-length".
            const auto numbers = request.head.query.split('-');
            Response response;
            response.file = FileBody{.path = file,
                                     .offset = numbers.value(0).toLongLong(),
                                     .length = numbers.value(1).toLongLong()};
            return response;
        };
        app[u"/hello"_s].handle = [](const Request &) {
            return Response{.headers = {}, .body = "hello"};
        };
        if (!server.start())
            qFatal("cannot listen");
    }

    void addSink(const QString &path, qint64 refuseAfter, Gate *sinkGate)
    {
        app[path].plan = {.kind = BodyPlan::Kind::Streamed, .limit = limit};
        app[path].openSink = [=, this](const RequestHead &) -> FakeApplication::Sink {
            return std::make_unique<HashingSink>(journal, refuseAfter, sinkGate);
        };
    }

    static constexpr qint64 limit = qint64(4) * 1024 * 1024 * 1024;

    FakeApplication app;
    HttpMetrics metrics;
    Journal journal;
    Gate gate;
    QString file;
    HttpServer server;
};

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 1;
    for (qsizetype i = 0; i < size; ++i) {
        state = state * 1664525 + 1013904223;
        bytes[i] = static_cast<char>(state >> 24);
    }
    return bytes;
}

QByteArray described(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size()) + ' '
           + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray put(const QByteArray &path, qint64 length)
{
    return "PUT " + path + " HTTP/1.1\r\nHost: h\r\nContent-Length: " + QByteArray::number(length)
           + "\r\n\r\n";
}

/// Bytes of memory that this process has in use, in kilobytes of /proc.
qint64 residentKilobytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const auto lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').value(0).toLongLong();
    }
    return 0;
}

/// Whether what RSS says is the program's own use of memory.
constexpr bool measuresMemory =
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        false;
#else
        true;
#endif

} // namespace

class TestStreamedBodies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void uploads_data();
    void uploads();
    void uploadsChunked();
    void opensSinkBeforeContinue();
    void refusesBeforeTheBody();
    void sinkCanRefuse();
    void abandonsWhenClientLeaves_data();
    void abandonsWhenClientLeaves();
    void abandonsBadChunk();
    void doesNotReadAheadOfTheSink();
    void largeUploadNeedsLittleMemory();
    void downloads_data();
    void downloads();
    void headOfFile();
    void missingFileIs500();
    void shrinkingFileBreaksTheConnection();
    void largeDownloadNeedsLittleMemory();
    void survivesClientsThatLeaveDownloads();
    void manyAtOnce();

private:
    QTemporaryDir m_folder;
};

void TestStreamedBodies::uploads_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {0, 1, 1000, 65'536, 262'144, 262'145, 10'000'000})
        QTest::addRow("%lld", static_cast<long long>(size)) << size;
}

void TestStreamedBodies::uploads()
{
    QFETCH(qsizetype, size);
    Fixture fixture;
    const QByteArray body = pattern(size);
    RawHttp client(fixture.server.port());
    QVERIFY(client.send(put("/upload", size) + body));
    const RawAnswer answer = client.read();
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.body, described(body));
    QCOMPARE(client.ask("GET /hello HTTP/1.1\r\nHost: h\r\n\r\n").body, "hello"_ba);
    QCOMPARE(fixture.journal.destroyed.load(), 1);
    QCOMPARE(fixture.journal.abandoned.load(), 0);
    QVERIFY(!fixture.journal.overlapped);
    QVERIFY(!fixture.journal.offWorker);
}

void TestStreamedBodies::uploadsChunked()
{
    Fixture fixture;
    const QByteArray body = pattern(1'000'000);
    RawHttp client(fixture.server.port());
    QVERIFY(client.send("PUT /upload HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"));
    qsizetype size = 1;
    for (qsizetype position = 0; position < body.size(); position += size, size += 97) {
        const QByteArray chunk = body.mid(position, size);
        QVERIFY(client.send(QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n"));
    }
    QVERIFY(client.send("0\r\n\r\n"));
    QCOMPARE(client.read().body, described(body));
}

void TestStreamedBodies::opensSinkBeforeContinue()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    const QByteArray head = " HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n"
                            "Expect: 100-continue\r\n\r\n";
    QVERIFY(client.send("PUT /upload" + head));
    QCOMPARE(client.readTo("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n"_ba);
    QCOMPARE(fixture.journal.opened.load(), 1);
    QCOMPARE(client.ask("hello").status, 201);

    QCOMPARE(client.ask("PUT /denied" + head).status, 403); // and no 100 before it
    QVERIFY(client.isClosedByServer());
}

void TestStreamedBodies::refusesBeforeTheBody()
{
    Fixture fixture;
    RawHttp denied(fixture.server.port());
    const RawAnswer answer = denied.ask(put("/denied", 1'000'000));
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.value("Connection"), "close"_ba);

    RawHttp tooLarge(fixture.server.port());
    QCOMPARE(tooLarge.ask(put("/upload", Fixture::limit + 1)).status, 413);
    QCOMPARE(fixture.journal.opened.load(), 0);
}

void TestStreamedBodies::sinkCanRefuse()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    QVERIFY(client.send(put("/full", 5'000'000) + QByteArray(1'000'000, 'x')));
    const RawAnswer answer = client.read();
    QCOMPARE(answer.status, 507);
    QVERIFY(client.isClosedByServer());
    QCOMPARE(fixture.journal.finished.load(), 1);
    QCOMPARE(fixture.journal.destroyed.load(), 1);
    QCOMPARE(fixture.journal.abandoned.load(), 0);
}

void TestStreamedBodies::abandonsWhenClientLeaves_data()
{
    QTest::addColumn<bool>("whileWriting");
    QTest::newRow("between two pieces") << false;
    QTest::newRow("while a piece is written") << true;
}

void TestStreamedBodies::abandonsWhenClientLeaves()
{
    QFETCH(bool, whileWriting);
    Fixture fixture;
    constexpr int count = 20;
    for (int i = 0; i < count; ++i) {
        RawHttp client(fixture.server.port());
        QVERIFY(client.send(put("/gated", 100) + "half"));
        QVERIFY(fixture.gate.waitFor());
        if (whileWriting) {
            client.reset();
            QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 0);
            fixture.gate.open();
        } else {
            fixture.gate.open();
            QTRY_COMPARE(fixture.journal.insideNow.load(), 0);
            client.reset();
        }
        QTRY_COMPARE(fixture.journal.destroyed.load(), i + 1);
    }
    QCOMPARE(fixture.journal.abandoned.load(), count);
    QCOMPARE(fixture.journal.finished.load(), 0);
    QVERIFY(!fixture.journal.offWorker);
    QVERIFY(!fixture.journal.overlapped);
}

void TestStreamedBodies::abandonsBadChunk()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    QVERIFY(client.send("PUT /upload HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                        "5\r\nhello\r\nzz\r\nmore"));
    QCOMPARE(client.read().status, 400);
    QTRY_COMPARE(fixture.journal.destroyed.load(), 1);
    QCOMPARE(fixture.journal.abandoned.load(), 1);
    QCOMPARE(fixture.journal.finished.load(), 0);
}

void TestStreamedBodies::doesNotReadAheadOfTheSink()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    constexpr qint64 size = 256 * 1024 * 1024;
    QVERIFY(client.send(put("/gated", size)));
    const QByteArray piece(1024 * 1024, 'x');
    client.send("x");
    QVERIFY(fixture.gate.waitFor());
    // The sink stands still: what the client can get rid of is what the buffers hold.
    qint64 sent = 0;
    int stuck = 0;
    while (stuck < 10 && sent < size / 2) {
        const qint64 now = client.sendSome(piece);
        sent += now;
        stuck = now == 0 ? stuck + 1 : 0;
        if (now == 0)
            QTest::qWait(10); // paces a slow peer
    }
    QVERIFY2(sent < 32 * 1024 * 1024, qPrintable(QString::number(sent)));
    QVERIFY(fixture.metrics.bytesIn.load() < 1024 * 1024);
    client.reset();
    fixture.gate.open(1'000'000);
    QTRY_COMPARE(fixture.journal.abandoned.load(), 1);
}

void TestStreamedBodies::largeUploadNeedsLittleMemory()
{
    Fixture fixture;
    RawHttp client(fixture.server.port());
    const QByteArray piece = pattern(1024 * 1024);
    constexpr int count = 1024; // 1 GiB
    const qint64 before = residentKilobytes();
    qint64 most = before;
    QVERIFY(client.send(put("/swallow", piece.size() * count)));
    for (int i = 0; i < count; ++i) {
        QVERIFY(client.send(piece));
        most = std::max(most, residentKilobytes());
    }
    QCOMPARE(client.read().status, 201);
    QCOMPARE(fixture.journal.bytes.load(), piece.size() * count);
    QVERIFY(fixture.journal.largestPiece.load() <= 1024 * 1024);
    if (measuresMemory)
        QVERIFY2(most - before < 16 * 1024, qPrintable(QString::number(most - before)));
}

void TestStreamedBodies::downloads_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("length");
    QTest::newRow("all") << qint64(0) << qint64(1'000'000);
    QTest::newRow("nothing") << qint64(5) << qint64(0);
    QTest::newRow("one byte") << qint64(999'999) << qint64(1);
    QTest::newRow("one piece") << qint64(0) << qint64(262'144);
    QTest::newRow("one piece and a byte") << qint64(10) << qint64(262'145);
    QTest::newRow("the rest") << qint64(123) << qint64(999'877);
}

void TestStreamedBodies::downloads()
{
    QFETCH(qint64, offset);
    QFETCH(qint64, length);
    Fixture fixture;
    const QByteArray content = pattern(1'000'000);
    QFile file(m_folder.filePath(u"content"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    fixture.file = file.fileName();
    RawHttp client(fixture.server.port());
    const RawAnswer answer
            = client.ask("GET /file?" + QByteArray::number(offset) + '-'
                         + QByteArray::number(length) + " HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.value("Content-Length").toLongLong(), length);
    QVERIFY(answer.body == content.mid(offset, length));
    QCOMPARE(client.ask("GET /hello HTTP/1.1\r\nHost: h\r\n\r\n").body, "hello"_ba);
}

void TestStreamedBodies::headOfFile()
{
    Fixture fixture;
    fixture.file = u"/nowhere"_s; // need not even be there
    RawHttp client(fixture.server.port());
    const RawAnswer answer = client.ask("HEAD /file?0-77 HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.value("Content-Length"), "77"_ba);
    QCOMPARE(client.ask("GET /hello HTTP/1.1\r\nHost: h\r\n\r\n").body, "hello"_ba);
}

void TestStreamedBodies::missingFileIs500()
{
    Fixture fixture;
    fixture.file = m_folder.filePath(u"missing"_s);
    RawHttp client(fixture.server.port());
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"cannot read"_s));
    QCOMPARE(client.ask("GET /file?0-5 HTTP/1.1\r\nHost: h\r\n\r\n").status, 500);
    QCOMPARE(client.ask("GET /hello HTTP/1.1\r\nHost: h\r\n\r\n").body, "hello"_ba);
}

void TestStreamedBodies::shrinkingFileBreaksTheConnection()
{
    Fixture fixture;
    QFile file(m_folder.filePath(u"shrinking"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    constexpr qint64 size = 512 * 1024 * 1024; // sparse
    QVERIFY(file.resize(size));
    fixture.file = file.fileName();
    RawHttp client(fixture.server.port());
    QVERIFY(client.send("GET /file?0-" + QByteArray::number(size)
                        + " HTTP/1.1\r\nHost: h\r\n\r\n"));
    QVERIFY(client.readTo("\r\n\r\n").contains("200 OK"));
    QVERIFY(file.resize(1000));
    const auto rest = client.readToEnd();
    QVERIFY(rest.has_value());
    QVERIFY(rest->size() < size);
}

void TestStreamedBodies::largeDownloadNeedsLittleMemory()
{
    Fixture fixture;
    QFile file(m_folder.filePath(u"large"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    constexpr qint64 size = 1024 * 1024 * 1024; // sparse
    QVERIFY(file.resize(size));
    fixture.file = file.fileName();
    RawHttp client(fixture.server.port());
    const qint64 before = residentKilobytes();
    qint64 most = before;
    QVERIFY(client.send("GET /file?0-" + QByteArray::number(size)
                        + " HTTP/1.1\r\nHost: h\r\n\r\n"));
    QVERIFY(client.readTo("\r\n\r\n").contains("200 OK"));
    constexpr qint64 step = 1024 * 1024;
    for (qint64 received = 0; received < size; received += step) {
        QCOMPARE(client.readBytes(step).size(), step);
        most = std::max(most, residentKilobytes());
    }
    QCOMPARE(client.ask("GET /hello HTTP/1.1\r\nHost: h\r\n\r\n").body, "hello"_ba);
    if (measuresMemory)
        QVERIFY2(most - before < 16 * 1024, qPrintable(QString::number(most - before)));
}

void TestStreamedBodies::survivesClientsThatLeaveDownloads()
{
    Fixture fixture({.workers = 2});
    QFile file(m_folder.filePath(u"left"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    constexpr qint64 size = 64 * 1024 * 1024;
    QVERIFY(file.resize(size));
    fixture.file = file.fileName();
    for (int i = 0; i < 100; ++i) {
        RawHttp client(fixture.server.port());
        QVERIFY(client.send("GET /file?0-" + QByteArray::number(size)
                            + " HTTP/1.1\r\nHost: h\r\n\r\n"));
        QVERIFY(client.readBytes(i * 10'000 + 100).startsWith("HTTP/1.1 200"));
        if (i % 2 == 0)
            client.reset();
    }
    QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 0);
    RawHttp client(fixture.server.port());
    QCOMPARE(client.ask("GET /hello HTTP/1.1\r\nHost: h\r\n\r\n").body, "hello"_ba);
}

void TestStreamedBodies::manyAtOnce()
{
    Fixture fixture({.workers = 3});
    const QByteArray body = pattern(2'000'000);
    const QByteArray expected = described(body);
    std::atomic<int> right = 0;
    std::vector<std::unique_ptr<QThread>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.emplace_back(QThread::create([&] {
            RawHttp client(fixture.server.port());
            for (int j = 0; j < 4; ++j) {
                if (client.send(put("/upload", body.size()) + body)
                    && client.read().body == expected)
                    ++right;
            }
        }));
        clients.back()->start();
    }
    for (const auto &client : clients)
        client->wait();
    QCOMPARE(right.load(), 32);
    QCOMPARE(fixture.journal.destroyed.load(), 32);
    QVERIFY(!fixture.journal.offWorker);
}

QTEST_GUILESS_MAIN(TestStreamedBodies)
#include "tst_streamedbodies.moc"
