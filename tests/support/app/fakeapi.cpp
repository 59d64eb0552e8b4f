// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/app/fakeapi.h"

#include "common/accounts/tokenanswer.h"
#include "common/serverinfo/serverinfo.h"

#include <QJsonDocument>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

const QString root = u"/api/v1"_s;

QByteArray keyOf(const QByteArray &method, const QString &path)
{
    return method + ' ' + path.toUtf8();
}

} // namespace

QJsonObject FakeApi::Request::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString FakeApi::Request::field(const QString &name) const
{
    return QUrlQuery(QString::fromLatin1(body)).queryItemValue(name, QUrl::FullyDecoded);
}

FakeApi::Reply FakeApi::Reply::json(const QJsonObject &object, int status)
{
    return {.status = status,
            .body = QJsonDocument(object).toJson(QJsonDocument::Compact),
            .headers = {{"Content-Type"_ba, "application/json"_ba}}};
}

FakeApi::Reply FakeApi::Reply::problem(int status, const QByteArray &key, const QJsonObject &more)
{
    QJsonObject object = more;
    object.insert(u"status"_s, status);
    object.insert(u"key"_s, QString::fromLatin1(key));
    object.insert(u"detail"_s, u"as the test wants it"_s);
    Reply reply = json(object, status);
    reply.headers = {{"Content-Type"_ba, "application/problem+json"_ba}};
    return reply;
}

FakeApi::Reply FakeApi::Reply::stream()
{
    return {.headers = {{"Content-Type"_ba, "text/event-stream"_ba}}, .manner = Manner::Stream};
}

FakeApi::Reply FakeApi::Reply::after(std::chrono::milliseconds pause) const
{
    Reply later = *this;
    later.delay = pause;
    return later;
}

/// One socket of a client; answers its requests one after the other.
class FakeApi::Connection : public QObject
{
public:
    Connection(FakeApi &api, QTcpSocket *socket)
        : QObject(&api)
        , m_api(api)
        , m_socket(socket)
    {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, [this] {
            m_buffer += m_socket->readAll();
            next();
        });
        connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    }

    bool isStreaming() const { return m_streaming; }
    void write(const QByteArray &bytes)
    {
        m_socket->write(bytes);
        m_socket->flush();
    }
    void abort()
    {
        m_socket->abort();
        deleteLater();
    }

private:
    void next()
    {
        if (m_busy)
            return;
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request;
        QList<QByteArray> lines = m_buffer.first(end).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        request.method = first.value(0);
        const QUrl url = QUrl::fromEncoded(first.value(1));
        request.path = url.path().sliced(std::min(root.size(), url.path().size()));
        request.query = QUrlQuery(url.query(QUrl::FullyEncoded));
        for (const QByteArray &line : std::as_const(lines)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (m_buffer.size() < end + 4 + length)
            return;
        request.body = m_buffer.sliced(end + 4, length);
        m_buffer.remove(0, end + 4 + length);
        m_busy = true;
        const Reply reply = m_api.answer(request);
        QTimer::singleShot(reply.delay, this, [this, reply, isHead = request.method == "HEAD"] {
            send(reply, isHead);
        });
    }

    void send(const Reply &reply, bool isHead)
    {
        using Manner = Reply::Manner;
        if (reply.manner == Manner::Hang)
            return;
        if (reply.manner == Manner::Drop) {
            abort();
            return;
        }
        QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Scripted\r\n";
        for (const auto &[name, value] : reply.headers)
            head += name + ": " + value + "\r\n";
        if (reply.manner == Manner::Stream) {
            m_streaming = true;
            write(head + "\r\n" + reply.body);
            return;
        }
        head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n";
        if (reply.manner == Manner::CutShort) {
            write(head + reply.body.first(reply.body.size() / 2));
            m_socket->disconnectFromHost();
            return;
        }
        write(isHead ? head : head + reply.body);
        m_busy = false;
        next();
    }

    FakeApi &m_api;
    QTcpSocket *m_socket;
    QByteArray m_buffer;
    bool m_busy = false;
    bool m_streaming = false;
};

FakeApi::FakeApi(QObject *parent)
    : QObject(parent)
{
    listen(std::make_unique<QTcpServer>());
}

FakeApi::~FakeApi()
{
    m_server->close();
}

void FakeApi::listen(std::unique_ptr<QTcpServer> server)
{
    m_server = std::move(server);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &FakeApi::accept);
    comeBack();
}

void FakeApi::useTls(const QSslConfiguration &configuration)
{
    goAway();
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    m_scheme = ServerAddress::Scheme::Https;
    listen(std::move(server));
}

ServerAddress FakeApi::address() const
{
    return {.scheme = m_scheme, .host = u"127.0.0.1"_s, .port = m_port};
}

void FakeApi::goAway()
{
    m_server->close();
    dropConnections();
}

void FakeApi::comeBack()
{
    if (!m_server->listen(QHostAddress::LocalHost, m_port))
        qFatal("The fake server cannot listen: %s", qPrintable(m_server->errorString()));
    m_port = m_server->serverPort();
}

void FakeApi::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection())
        m_connections.append(new Connection(*this, socket));
}

void FakeApi::dropConnections()
{
    const auto connections = std::exchange(m_connections, {});
    for (const QPointer<Connection> &connection : connections) {
        if (connection)
            connection->abort();
    }
}

void FakeApi::on(const QByteArray &method, const QString &path, const Handler &handler)
{
    m_handlers.insert(keyOf(method, path), handler);
}

void FakeApi::on(const QByteArray &method, const QString &path, const Reply &reply)
{
    on(method, path, [reply](const Request &) { return reply; });
}

void FakeApi::once(const QByteArray &method, const QString &path, const Reply &reply)
{
    m_once[keyOf(method, path)].append(reply);
}

FakeApi::Reply FakeApi::answer(const Request &request)
{
    m_requests.append(request);
    const QByteArray key = keyOf(request.method, request.path);
    if (QList<Reply> &first = m_once[key]; !first.isEmpty())
        return first.takeFirst();
    const Handler handler = m_handlers.value(key);
    return handler ? handler(request) : Reply::problem(404, "not_found");
}

QList<FakeApi::Request> FakeApi::requests(const QByteArray &method, const QString &path) const
{
    QList<Request> found;
    std::copy_if(m_requests.begin(), m_requests.end(), std::back_inserter(found),
                 [&](const Request &one) { return one.method == method && one.path == path; });
    return found;
}

Me FakeApi::person(qint64 id, const QString &name, PermissionSet permissions)
{
    Me me;
    me.account.id = AccountId(id);
    me.account.username = name;
    me.account.displayName = name;
    me.account.email = u"%1@example.com"_s.arg(name.section(u' ', 0, 0).toLower());
    me.account.createdAt = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    me.account.updatedAt = me.account.createdAt;
    me.grants.addGlobal(permissions);
    return me;
}

void FakeApi::endSession()
{
    expireTokens();
    m_ended = true;
}

bool FakeApi::isAuthorized(const Request &request) const
{
    const QByteArray authorization = request.header("Authorization");
    return authorization.startsWith("Bearer access-")
           && authorization.sliced(14).toInt() >= m_oldestToken;
}

void FakeApi::acceptSignIn(const Me &me)
{
    on("GET"_ba, u"/server"_s,
       Reply::json(toJson(ServerInfo{.name = u"Test Desk"_s, .version = u"1.2.3"_s})));
    on("POST"_ba, u"/auth/token"_s, [this, me](const Request &request) {
        const bool byPassword = request.field(u"grant_type"_s) == "password"_L1;
        const QString current = u"refresh-%1"_s.arg(m_tokens);
        const bool good = byPassword ? request.field(u"password"_s) == "secret"_L1
                                     : !m_ended && request.field(u"refresh_token"_s) == current;
        if (!good)
            return Reply::json({{u"error"_s, u"invalid_grant"_s}}, 400);
        ++m_tokens;
        m_ended = false;
        return Reply::json(toJson(TokenAnswer{.accessToken = u"access-%1"_s.arg(m_tokens),
                                              .expiresIn = 600,
                                              .refreshToken = u"refresh-%1"_s.arg(m_tokens),
                                              .user = me}));
    });
    on("POST"_ba, u"/auth/logout"_s, Reply{.status = 204});
    on("GET"_ba, u"/me"_s, [this, me](const Request &request) {
        return isAuthorized(request) ? Reply::json(toJson(me))
                                     : Reply::problem(401, "auth.token_expired");
    });
    on("GET"_ba, u"/events"_s, [this](const Request &request) {
        return isAuthorized(request) ? Reply::stream() : Reply::problem(401, "auth.token_expired");
    });
}

int FakeApi::streams() const
{
    return int(std::count_if(
            m_connections.begin(), m_connections.end(),
            [](const QPointer<Connection> &one) { return one && one->isStreaming(); }));
}

void FakeApi::push(const QByteArray &bytes)
{
    for (const QPointer<Connection> &connection : std::as_const(m_connections)) {
        if (connection && connection->isStreaming())
            connection->write(bytes);
    }
}

void FakeApi::pushEvent(const QByteArray &type, const QJsonObject &data, const QByteArray &id)
{
    QByteArray text = "event: " + type + '\n';
    if (!id.isEmpty())
        text += "id: " + id + '\n';
    push(text + "data: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n");
}

} // namespace Deskbell::App
