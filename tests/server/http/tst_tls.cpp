// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"
#include "server/http/tls.h"
#include "tests/support/server/fakeapplication.h"
#include "tests/support/server/rawhttp.h"

#include <QProcess>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::Http;
using namespace Deskbell::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray getHello = "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n";

class CountingSink final : public BodySink
{
public:
    bool write(QByteArrayView piece) override
    {
        m_bytes += piece.size();
        m_right = m_right && piece.count('u') == piece.size();
        return true;
    }
    Response finish() override
    {
        return {.headers = {}, .body = QByteArray::number(m_right ? m_bytes : -1)};
    }
    void abandon() override {}

private:
    qint64 m_bytes = 0;
    bool m_right = true;
};

/// A client over TLS that trusts one certificate.
class TlsClient
{
public:
    TlsClient(quint16 port, const QString &certificate)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(certificate));
        m_socket.setSslConfiguration(configuration);
        m_socket.connectToHostEncrypted(u"localhost"_s, port);
    }
    bool isEncrypted() { return m_socket.waitForEncrypted(RawHttp::patience); }
    QSslSocket &socket() { return m_socket; }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 || m_socket.encryptedBytesToWrite() > 0) {
            if (!m_socket.waitForBytesWritten(RawHttp::patience))
                return;
        }
    }
    QByteArray readTo(QByteArrayView end)
    {
        while (m_received.indexOf(end) < 0) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(RawHttp::patience))
                return {};
            m_received += m_socket.readAll();
        }
        const qsizetype size = m_received.indexOf(end) + end.size();
        const QByteArray found = m_received.first(size);
        m_received.remove(0, size);
        return found;
    }
    QByteArray read(qint64 size)
    {
        while (m_received.size() < size) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(RawHttp::patience))
                break;
            m_received += m_socket.readAll();
        }
        const QByteArray found = m_received.first(std::min<qint64>(size, m_received.size()));
        m_received.remove(0, found.size());
        return found;
    }
    RawAnswer answer()
    {
        RawAnswer answer;
        answer.head = readTo("\r\n\r\n");
        answer.status = answer.head.mid(9, 3).toInt();
        answer.body = read(answer.value("Content-Length").toLongLong());
        return answer;
    }

private:
    QSslSocket m_socket;
    QByteArray m_received;
};

} // namespace

class TestTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void loadsOnlyWhatIsThere_data();
    void loadsOnlyWhatIsThere();
    void answers_data();
    void answers();
    void uploadsAndDownloads();
    void streamsEvents();
    void closesCleanly();
    void plainHttpIsClosed();
    void silentHandshakeIsCutOff();
    void protocols_data();
    void protocols();
    void survivesClientsThatLeave();

private:
    struct Fixture;

    QString file(const QString &name) const { return m_folder.filePath(name); }
    bool makeCertificate(const QString &name, const QStringList &algorithm);

    QTemporaryDir m_folder;
};

struct TestTls::Fixture
{
    Fixture(const TestTls &test, const QString &name, HttpLimits limits = {})
        : certificate(test.file(name + u".pem"_s))
    {
        app[u"/hello"_s].handle = [](const Request &) {
            return Response{.headers = {}, .body = "hello"};
        };
        app[u"/big"_s].handle = [](const Request &) {
            return Response{.headers = {}, .body = QByteArray(20'000'000, 'b')};
        };
        app[u"/file"_s].handle = [this](const Request &) {
            Response response;
            response.file = FileBody{.path = path, .offset = 0, .length = fileSize};
            return response;
        };
        app[u"/upload"_s].plan = {.kind = BodyPlan::Kind::Streamed, .limit = 1 << 30};
        app[u"/upload"_s].openSink = [](const RequestHead &) -> FakeApplication::Sink {
            return std::make_unique<CountingSink>();
        };
        app[u"/events"_s].plan = {.kind = BodyPlan::Kind::Events};
        app[u"/events"_s].subscribe = [this](const RequestHead &) -> Subscription {
            return channel;
        };
        const auto tls = loadTls(certificate, test.file(name + u".key"_s));
        if (!tls)
            qFatal("%s", qPrintable(tls.error().detail));
        server.emplace(app, metrics, HttpSettings{.tls = *tls, .limits = limits});
        if (!server->start())
            qFatal("cannot listen");
    }

    static constexpr qint64 fileSize = 20'000'000;

    const QString certificate;
    FakeApplication app;
    HttpMetrics metrics;
    QString path;
    std::shared_ptr<EventChannel> channel = std::make_shared<EventChannel>();
    std::optional<HttpServer> server;
};

bool TestTls::makeCertificate(const QString &name, const QStringList &algorithm)
{
    QProcess openssl;
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(u"openssl"_s,
                  QStringList{u"req"_s, u"-x509"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                              u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost"_s,
                              u"-keyout"_s, file(name + u".key"_s), u"-out"_s,
                              file(name + u".pem"_s), u"-newkey"_s}
                          + algorithm);
    const bool ended = openssl.waitForFinished();
    if (!ended || openssl.exitCode() != 0)
        qWarning("%s", openssl.readAll().constData());
    return ended && openssl.exitCode() == 0;
}

void TestTls::initTestCase()
{
    QVERIFY(makeCertificate(u"rsa"_s, {u"rsa:2048"_s}));
    QVERIFY(makeCertificate(u"ec"_s, {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s}));
}

void TestTls::loadsOnlyWhatIsThere_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("no certificate") << u"none"_s << u"rsa.key"_s << "tls.no_certificate"_ba;
    QTest::newRow("key for a certificate")
            << u"rsa.key"_s << u"rsa.key"_s << "tls.no_certificate"_ba;
    QTest::newRow("no key") << u"rsa.pem"_s << u"none"_s << "tls.no_key"_ba;
    QTest::newRow("certificate for a key") << u"rsa.pem"_s << u"rsa.pem"_s << "tls.no_key"_ba;
}

void TestTls::loadsOnlyWhatIsThere()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QByteArray, error);
    const auto tls = loadTls(file(certificate), file(key));
    QVERIFY(!tls);
    QCOMPARE(tls.error().key, error);
}

void TestTls::answers_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("RSA") << u"rsa"_s;
    QTest::newRow("EC") << u"ec"_s;
}

void TestTls::answers()
{
    QFETCH(QString, name);
    Fixture fixture(*this, name);
    TlsClient client(fixture.server->port(), fixture.certificate);
    QVERIFY2(client.isEncrypted(), qPrintable(client.socket().errorString()));
    for (int i = 0; i < 20; ++i) {
        client.send(getHello);
        QCOMPARE(client.answer().body, "hello"_ba);
    }
    client.send(getHello + getHello);
    QCOMPARE(client.answer().body, "hello"_ba);
    QCOMPARE(client.answer().body, "hello"_ba);
    client.send("nonsense\r\n");
    QCOMPARE(client.answer().status, 400);
}

void TestTls::uploadsAndDownloads()
{
    Fixture fixture(*this, u"ec"_s);
    QFile content(file(u"content"_s));
    QVERIFY(content.open(QIODevice::WriteOnly));
    content.write(QByteArray(Fixture::fileSize, 'f'));
    content.close();
    fixture.path = content.fileName();
    TlsClient client(fixture.server->port(), fixture.certificate);
    QVERIFY(client.isEncrypted());
    constexpr int size = 20'000'000;
    client.send("PUT /upload HTTP/1.1\r\nHost: h\r\nContent-Length: " + QByteArray::number(size)
                + "\r\n\r\n" + QByteArray(size, 'u'));
    QCOMPARE(client.answer().body, QByteArray::number(size));
    client.send("GET /big HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(client.answer().body == QByteArray(20'000'000, 'b'));
    client.send("GET /file HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(client.answer().body == QByteArray(Fixture::fileSize, 'f'));
}

void TestTls::streamsEvents()
{
    Fixture fixture(*this, u"ec"_s);
    TlsClient client(fixture.server->port(), fixture.certificate);
    QVERIFY(client.isEncrypted());
    client.send("GET /events HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(client.readTo("\r\n\r\n").contains("text/event-stream"));
    for (int i = 0; i < 20; ++i) {
        QVERIFY(fixture.channel->send("data: event\n\n"));
        QCOMPARE(client.readTo("\n\n"), "data: event\n\n"_ba);
    }
    fixture.channel->close();
    QVERIFY(client.socket().waitForDisconnected(RawHttp::patience));
}

void TestTls::closesCleanly()
{
    Fixture fixture(*this, u"ec"_s);
    TlsClient client(fixture.server->port(), fixture.certificate);
    QVERIFY(client.isEncrypted());
    client.send("GET /hello HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QCOMPARE(client.answer().body, "hello"_ba);
    QVERIFY(client.socket().state() == QAbstractSocket::UnconnectedState
            || client.socket().waitForDisconnected(RawHttp::patience));
    QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 0);
}

void TestTls::plainHttpIsClosed()
{
    Fixture fixture(*this, u"ec"_s);
    RawHttp client(fixture.server->port());
    client.send(getHello);
    const auto answer = client.readToEnd();
    QVERIFY(answer && !answer->contains("hello"));
    QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 0);
}

void TestTls::silentHandshakeIsCutOff()
{
    Fixture fixture(*this, u"ec"_s, {.headerTime = 100ms});
    RawHttp client(fixture.server->port());
    QVERIFY(client.isClosedByServer());
    QTRY_COMPARE(fixture.metrics.connectionsTimedOut.load(), 1);
}

void TestTls::protocols_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<bool>("isSpoken");
    QTest::newRow("1.0") << u"-tls1"_s << false;
    QTest::newRow("1.1") << u"-tls1_1"_s << false;
    QTest::newRow("1.2") << u"-tls1_2"_s << true;
    QTest::newRow("1.3") << u"-tls1_3"_s << true;
}

void TestTls::protocols()
{
    QFETCH(QString, option);
    QFETCH(bool, isSpoken);
    Fixture fixture(*this, u"rsa"_s);
    QProcess openssl;
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(u"openssl"_s, {u"s_client"_s, option, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s,
                                 u"-connect"_s, u"127.0.0.1:%1"_s.arg(fixture.server->port())});
    QVERIFY(openssl.waitForStarted());
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    const QByteArray said = openssl.readAll();
    QVERIFY(said.contains("CONNECTED"));
    QVERIFY2(said.contains("Cipher is (NONE)") != isSpoken, said.constData());
}

void TestTls::survivesClientsThatLeave()
{
    Fixture fixture(*this, u"ec"_s);
    for (int i = 0; i < 60; ++i) {
        if (i % 3 == 0) { // in the middle of the handshake
            RawHttp client(fixture.server->port());
            client.send(QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7));
            i % 2 == 0 ? client.reset() : client.close();
            continue;
        }
        TlsClient client(fixture.server->port(), fixture.certificate);
        QVERIFY(client.isEncrypted());
        client.send(i % 3 == 1 ? "GET /big HTTP/1.1\r\nHost: h\r\n\r\n"_ba : getHello);
        if (i % 2 == 0)
            client.read(100);
        client.socket().abort();
    }
    QTRY_COMPARE(fixture.metrics.connectionsOpen.load(), 0);
    TlsClient client(fixture.server->port(), fixture.certificate);
    QVERIFY(client.isEncrypted());
    client.send(getHello);
    QCOMPARE(client.answer().body, "hello"_ba);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
