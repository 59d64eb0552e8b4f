// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/exchange.h"

#include "app/net/connectionmonitor.h"
#include "app/net/problem.h"
#include "app/net/tokenkeeper.h"
#include "app/net/truststore.h"

#include <QNetworkAccessManager>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QUuid>

#include <algorithm>

namespace Deskbell::App::Api {

using namespace Qt::StringLiterals;

namespace {

/// With a sink that may be slow, this much waits in memory; the rest waits at the server.
constexpr qint64 sinkBuffer = 1024 * 1024;
/// A server that wants a longer pause than this tells the person, not the client.
constexpr std::chrono::seconds longestRetryAfter{5};

QByteArray newId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

/// A body that can be sent once only. Qt sends a request again by itself when the connection breaks
/// before an answer came, whatever its method; what must not arrive twice is given to it as this.
class OneWayBody final : public QIODevice
{
public:
    OneWayBody(const QByteArray &bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(bytes)
    {
        open(ReadOnly | Unbuffered);
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 given = std::min(size, qint64(m_bytes.size()) - m_at);
        std::copy_n(m_bytes.constData() + m_at, given, data);
        m_at += given;
        return given > 0 || size == 0 ? given : -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qint64 m_at = 0;
};

bool isSafe(Method method)
{
    return method == Method::Get || method == Method::Head || method == Method::Options;
}

} // namespace

Exchange::Exchange(Client &client, const Request &request, QObject *guard,
                   Callback<Answer> callback)
    : QObject(&client)
    , m_client(client)
    , m_request(request)
    , m_guard(guard)
    , m_callback(std::move(callback))
    , m_id(newId())
{
    Q_ASSERT(guard);
    if (m_request.method == Method::Post && m_request.repeat == Repeat::WhenSafe
        && m_request.idempotencyKey.isEmpty()) {
        m_request.idempotencyKey = newId();
    }
    m_silence.setSingleShot(true);
    m_silence.setInterval(m_request.timeout);
    connect(&m_silence, &QTimer::timeout, this, &Exchange::wentSilent);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Exchange::begin);
    connect(guard, &QObject::destroyed, this, &Exchange::drop);
    m_pause.start(0); // never answers from inside send()
}

Exchange::~Exchange()
{
    hangUp();
}

void Exchange::begin()
{
    if (m_request.identity == Identity::Nobody) {
        transmit({});
        return;
    }
    m_client.tokens().withToken(this, [this](const Result<QByteArray> &token) {
        if (m_done)
            return;
        if (token)
            transmit(*token);
        else
            finish(fail(token.error()));
    });
}

QNetworkRequest Exchange::networkRequest(const QByteArray &token) const
{
    QUrl url = m_client.server().url(m_request.path);
    if (!m_request.query.isEmpty())
        url.setQuery(QString::fromLatin1(encoded(m_request.query)), QUrl::StrictMode);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // A redirection could carry the token to somebody else.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("User-Agent", "Deskbell/" DESKBELL_VERSION);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("X-Request-Id", m_id);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    if (!m_request.contentType.isEmpty())
        request.setRawHeader("Content-Type", m_request.contentType);
    if (m_request.version > 0)
        request.setRawHeader("If-Match", '"' + QByteArray::number(m_request.version) + '"');
    if (!m_request.idempotencyKey.isEmpty())
        request.setRawHeader("Idempotency-Key", m_request.idempotencyKey);
    for (const Header &header : m_request.headers)
        request.setRawHeader(header.name, header.value);
    return request;
}

QNetworkReply *Exchange::dispatch(QNetworkRequest request)
{
    QNetworkAccessManager &network = m_client.network();
    switch (m_request.method) {
    case Method::Get: return network.get(request);
    case Method::Head: return network.head(request);
    case Method::Delete: return network.deleteResource(request);
    case Method::Options: return network.sendCustomRequest(request, "OPTIONS");
    case Method::Post:
    case Method::Put:
    case Method::Patch: break;
    }
    const QByteArray verb = m_request.method == Method::Post  ? "POST"_ba
                            : m_request.method == Method::Put ? "PUT"_ba
                                                              : "PATCH"_ba;
    if (isRepeatable())
        return network.sendCustomRequest(request, verb, m_request.body);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
    auto *body = new OneWayBody(m_request.body, this);
    QNetworkReply *reply = network.sendCustomRequest(request, verb, body);
    body->setParent(reply);
    return reply;
}

void Exchange::transmit(const QByteArray &token)
{
    ++m_attempts;
    m_token = token;
    m_tlsError.reset();
    QNetworkReply *reply = dispatch(networkRequest(token));
    m_reply = reply;
    if (m_request.sink.data)
        reply->setReadBufferSize(sinkBuffer);
    connect(reply, &QNetworkReply::sslErrors, this, &Exchange::tlsProblems);
    connect(reply, &QNetworkReply::metaDataChanged, this, &Exchange::headersArrived);
    connect(reply, &QIODevice::readyRead, this, &Exchange::bytesArrived);
    connect(reply, &QNetworkReply::finished, this, &Exchange::replyFinished);
    const bool watched = m_request.timeout.count() > 0;
    connect(reply, &QNetworkReply::uploadProgress, this,
            [this, watched](qint64 sent, qint64 total) {
                if (watched)
                    m_silence.start();
                // Qt reports 0 of 0 when the upload is over.
                if (m_request.uploadProgress && total > 0)
                    m_request.uploadProgress(sent, total);
            });
    if (watched) {
        connect(reply, &QNetworkReply::downloadProgress, &m_silence, qOverload<>(&QTimer::start));
        m_silence.start();
    }
}

void Exchange::tlsProblems(const QList<QSslError> &problems)
{
    const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    if (m_client.trust().isAccepted(m_client.server(), certificate))
        m_reply->ignoreSslErrors(problems);
    else
        m_tlsError = m_client.trust().untrusted(m_client.server(), certificate, problems);
}

void Exchange::headersArrived()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_sinking || !m_request.sink.data || status < 200 || status > 299)
        return;
    m_sinking = true;
    m_client.connection().reached();
    if (m_request.sink.begin)
        m_request.sink.begin(takeAnswer());
}

void Exchange::bytesArrived()
{
    if (m_request.timeout.count() > 0)
        m_silence.start();
    pull();
}

void Exchange::pull()
{
    if (!m_sinking || !m_reply || (m_request.sink.hungry && !m_request.sink.hungry()))
        return;
    const QByteArray bytes = m_reply->readAll();
    const bool last = m_reply->isFinished();
    if (!bytes.isEmpty()) {
        const QPointer<Exchange> alive(this);
        m_request.sink.data(bytes);
        if (!alive || m_done)
            return;
    }
    if (last)
        replyFinished();
}

Answer Exchange::takeAnswer()
{
    Answer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto pairs = m_reply->rawHeaderPairs();
    answer.headers.reserve(pairs.size());
    for (const auto &[name, value] : pairs)
        answer.headers.append({name, value});
    if (!m_sinking)
        answer.body = m_reply->readAll();
    return answer;
}

void Exchange::replyFinished()
{
    if (m_sinking && m_reply->bytesAvailable() > 0) {
        // The sink is not done with what came before the end.
        if (!m_request.sink.hungry || m_request.sink.hungry())
            pull();
        return;
    }
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool spoke = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
    // From 201 on Qt only repeats what the status says, except for a broken protocol.
    const bool isStatus = spoke && error >= QNetworkReply::ContentAccessDenied
                          && error != QNetworkReply::ProtocolFailure;
    if (error != QNetworkReply::NoError && !isStatus) {
        const Error why = m_tlsError.value_or(
                errorFromNetwork(error, m_reply->errorString(), m_client.server()));
        hangUp();
        m_client.connection().missed(why);
        failed(why);
        return;
    }
    const Answer answer = takeAnswer();
    hangUp();
    m_client.connection().reached();
    answered(answer);
}

void Exchange::answered(const Answer &answer)
{
    if ((answer.status >= 200 && answer.status <= 299) || answer.status == 304) {
        finish(answer);
        return;
    }
    if (answer.status == 401 && m_request.identity == Identity::Account && !m_renewed) {
        m_renewed = true;
        m_client.tokens().invalidate(m_token);
        begin();
        return;
    }
    if (answer.status < 400) {
        finish(fail({.code = ErrorCode::Network,
                     .key = "server.not_deskbell",
                     .detail = u"Answered with status %1."_s.arg(answer.status),
                     .params = {{u"server"_s, m_client.server().hostAndPort()}}}));
        return;
    }
    failed(errorFromAnswer(answer));
}

void Exchange::wentSilent()
{
    const Error error{
            .code = ErrorCode::Timeout,
            .key = "network.timeout",
            .detail
            = u"No answer to %1 for %2 ms."_s.arg(m_request.path).arg(m_request.timeout.count()),
            .params = {{u"server"_s, m_client.server().hostAndPort()}}};
    hangUp();
    m_client.connection().missed(error);
    finish(fail(error)); // not repeated: the person has waited long enough
}

bool Exchange::isRepeatable() const
{
    return m_request.repeat == Repeat::WhenSafe
           && (isSafe(m_request.method) || !m_request.idempotencyKey.isEmpty());
}

bool Exchange::mayRepeat(const Error &error) const
{
    if (!isRepeatable() || m_sinking || m_attempts > m_client.patience().repeats)
        return false;
    // What cannot change by itself within a second is not tried again.
    if (error.key.startsWith("tls.") || error.key == "network.host_not_found"
        || error.key == "server.not_deskbell") {
        return false;
    }
    return error.code == ErrorCode::Network || error.code == ErrorCode::Unavailable
           || error.key == "idempotency.in_progress";
}

bool Exchange::repeatLater(const Error &error)
{
    if (!mayRepeat(error))
        return false;
    std::chrono::milliseconds pause = m_client.patience().firstDelay;
    for (int i = 1; i < m_attempts; ++i)
        pause *= 3;
    pause = std::chrono::milliseconds(
            qint64(double(pause.count()) * (0.5 + QRandomGenerator::global()->generateDouble())));
    const std::chrono::seconds wanted(error.params[u"retryAfter"].toInt());
    if (wanted > longestRetryAfter)
        return false;
    m_pause.start(std::max<std::chrono::milliseconds>(pause, wanted));
    return true;
}

void Exchange::failed(const Error &error)
{
    if (!repeatLater(error))
        finish(fail(error));
}

void Exchange::cancel()
{
    if (m_done)
        return;
    m_pause.stop();
    hangUp();
    // Later, as any other answer: a caller that cancels is not called back while it does so.
    QTimer::singleShot(0, this, [this] {
        if (!m_done)
            finish(fail({.code = ErrorCode::Cancelled, .key = "call.cancelled"}));
    });
}

void Exchange::drop()
{
    if (m_done)
        return;
    m_done = true;
    m_pause.stop();
    hangUp();
    m_callback = {};
    deleteLater();
}

void Exchange::hangUp()
{
    m_silence.stop();
    if (!m_reply)
        return;
    // Only from us: the reply hears its own signals, abort() would not reach the socket otherwise.
    m_reply->disconnect(this);
    m_reply->disconnect(&m_silence);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

void Exchange::finish(Result<Answer> result)
{
    m_done = true;
    hangUp();
    deleteLater();
    // The callback may delete the client and with it this: nothing is touched after it.
    const Callback<Answer> callback = std::move(m_callback);
    if (m_guard)
        callback(std::move(result));
}

} // namespace Deskbell::App::Api
