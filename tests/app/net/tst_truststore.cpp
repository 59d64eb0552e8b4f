// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/client.h"
#include "app/net/truststore.h"
#include "app/shell/settings.h"
#include "tests/support/app/certificate.h"

#include <QSslCertificate>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Against real TLS with a certificate that nobody vouches for.
class TestTrustStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksForAnUnknownCertificate();
    void remembersTheDecisionForThatServerAlone();
    void noticesAnotherCertificate();
    void saysWhenThereIsNoTls();

private:
    std::unique_ptr<QSslServer> serve(const QSslConfiguration &configuration, quint16 port = 0);
    Result<Api::Answer> ask(TrustStore &trust, const ServerAddress &server);
    static ServerAddress addressOf(const QTcpServer &server);

    QTemporaryDir m_folder;
    QSslConfiguration m_first;
    QSslConfiguration m_second;
};

void TestTrustStore::initTestCase()
{
    QVERIFY(QSslSocket::supportsSsl());
    m_first = selfSignedCertificate();
    m_second = selfSignedCertificate();
}

std::unique_ptr<QSslServer> TestTrustStore::serve(const QSslConfiguration &configuration,
                                                  quint16 port)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    connect(server.get(), &QTcpServer::pendingConnectionAvailable, server.get(),
            [listening = server.get()] {
                while (QTcpSocket *socket = listening->nextPendingConnection()) {
                    connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                        if (socket->readAll().contains("\r\n\r\n"))
                            socket->write("HTTP/1.1 204 OK\r\n\r\n");
                    });
                }
            });
    if (!server->listen(QHostAddress::LocalHost, port))
        qFatal("cannot listen");
    return server;
}

ServerAddress TestTrustStore::addressOf(const QTcpServer &server)
{
    return {.scheme = ServerAddress::Scheme::Https,
            .host = u"127.0.0.1"_s,
            .port = server.serverPort()};
}

Result<Api::Answer> TestTrustStore::ask(TrustStore &trust, const ServerAddress &server)
{
    Api::Client client(trust);
    client.setServer(server);
    Api::Request request = Api::Request::get(u"/server"_s);
    request.identity = Api::Identity::Nobody;
    std::optional<Result<Api::Answer>> answer;
    client.send(request, this, [&](const Result<Api::Answer> &result) { answer = result; });
    [&] {
        QTRY_VERIFY(answer);
    }();
    return answer.value_or(fail(Error::internal(u"no answer"_s)));
}

void TestTrustStore::asksForAnUnknownCertificate()
{
    const auto server = serve(m_first);
    TrustStore trust;
    const Result<Api::Answer> answer = ask(trust, addressOf(*server));
    QVERIFY(!answer);
    const Error &error = answer.error();
    QCOMPARE(error.key, "tls.untrusted"_ba);
    QCOMPARE(error.params[u"fingerprint"].toString(),
             TrustStore::fingerprint(m_first.localCertificate()));
    QCOMPARE(error.params[u"fingerprint"].toString().size(), 32 * 3 - 1);
    QCOMPARE(error.params[u"subject"].toString(), u"localhost"_s);
    QVERIFY(!error.params[u"problems"].toArray().isEmpty());
}

void TestTrustStore::remembersTheDecisionForThatServerAlone()
{
    const auto server = serve(m_first);
    const auto other = serve(m_first);
    const QString file = m_folder.filePath(u"settings.ini"_s);
    {
        Settings settings(file);
        TrustStore trust(&settings);
        trust.accept(addressOf(*server), TrustStore::fingerprint(m_first.localCertificate()));
        QVERIFY(ask(trust, addressOf(*server)));
        QCOMPARE(ask(trust, addressOf(*other)).error().key, "tls.untrusted"_ba);
    }
    Settings settings(file);
    TrustStore trust(&settings); // at the next start
    QVERIFY(ask(trust, addressOf(*server)));
    trust.forget(addressOf(*server));
    QCOMPARE(ask(trust, addressOf(*server)).error().key, "tls.untrusted"_ba);
}

void TestTrustStore::noticesAnotherCertificate()
{
    auto server = serve(m_first);
    const ServerAddress address = addressOf(*server);
    TrustStore trust;
    trust.accept(address, TrustStore::fingerprint(m_first.localCertificate()));
    QVERIFY(ask(trust, address));
    server.reset();
    server = serve(m_second, address.port);
    const Result<Api::Answer> answer = ask(trust, address);
    QCOMPARE(answer.error().key, "tls.changed"_ba);
    QCOMPARE(answer.error().params[u"fingerprint"].toString(),
             TrustStore::fingerprint(m_second.localCertificate()));
}

void TestTrustStore::saysWhenThereIsNoTls()
{
    QTcpServer plain;
    connect(&plain, &QTcpServer::newConnection, this, [&plain] {
        while (QTcpSocket *socket = plain.nextPendingConnection())
            socket->write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    });
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    TrustStore trust;
    QCOMPARE(ask(trust, addressOf(plain)).error().key, "tls.failed"_ba);
}

QTEST_GUILESS_MAIN(TestTrustStore)
#include "tst_truststore.moc"
