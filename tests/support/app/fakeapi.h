// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/serveraddress.h"
#include "common/accounts/account.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>

namespace Deskbell::App {

/// A server that does what a test says, on a real socket of this process: answers, fails, is late,
/// hangs, hangs up in the middle, streams. It remembers what it was asked.
class FakeApi : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray method;
        QString path; ///< below /api/v1: "/tickets/42"
        QUrlQuery query;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;

        QByteArray header(const QByteArray &name) const { return headers.value(name.toLower()); }
        QJsonObject json() const;
        /// A field of a form.
        QString field(const QString &name) const;
    };

    struct Reply
    {
        enum class Manner {
            Answer,
            Hang,     ///< takes the request and says nothing
            Drop,     ///< hangs up without a word
            CutShort, ///< hangs up after half of the body
            Stream,   ///< keeps the answer open for push()
        };

        int status = 200;
        QByteArray body = {};
        QList<QPair<QByteArray, QByteArray>> headers = {};
        Manner manner = Manner::Answer;
        std::chrono::milliseconds delay = {};

        static Reply json(const QJsonObject &object, int status = 200);
        static Reply problem(int status, const QByteArray &key, const QJsonObject &more = {});
        static Reply hang() { return {.manner = Manner::Hang}; }
        static Reply drop() { return {.manner = Manner::Drop}; }
        static Reply stream();
        Reply after(std::chrono::milliseconds pause) const;
    };
    using Handler = std::function<Reply(const Request &)>;

    explicit FakeApi(QObject *parent = nullptr);
    ~FakeApi() override;

    /// From now on over TLS with this certificate, at the same port.
    void useTls(const QSslConfiguration &configuration);
    ServerAddress address() const;

    /// From now on; the latest for a path wins. Without one: 404.
    void on(const QByteArray &method, const QString &path, const Handler &handler);
    void on(const QByteArray &method, const QString &path, const Reply &reply);
    /// For one request only, before the others, in the order they were given.
    void once(const QByteArray &method, const QString &path, const Reply &reply);

    /// The routes that every session needs: /server, /auth/token, /auth/logout, /me, /events. The
    /// password is "secret"; access tokens are "access-1", "access-2", …
    void acceptSignIn(const Me &me);
    /// An account that holds these permissions everywhere.
    static Me person(qint64 id, const QString &name, PermissionSet permissions);
    /// Access tokens that were handed out so far are answered with auth.token_expired.
    void expireTokens() { m_oldestToken = m_tokens + 1; }
    /// The refresh token is not accepted any more either.
    void endSession();
    bool isAuthorized(const Request &request) const;

    /// Sends an event to all that listen to a stream.
    void pushEvent(const QByteArray &type, const QJsonObject &data, const QByteArray &id = {});
    void push(const QByteArray &bytes);
    int streams() const;
    /// Hangs up on all connections; a client sees the server go.
    void dropConnections();
    /// Stops listening, and listens again at the same port.
    void goAway();
    void comeBack();

    const QList<Request> &requests() const { return m_requests; }
    QList<Request> requests(const QByteArray &method, const QString &path) const;
    void forgetRequests() { m_requests.clear(); }

private:
    class Connection;
    void accept();
    Reply answer(const Request &request);

    void listen(std::unique_ptr<QTcpServer> server);

    std::unique_ptr<QTcpServer> m_server;
    ServerAddress::Scheme m_scheme = ServerAddress::Scheme::Http;
    quint16 m_port = 0;
    QList<QPointer<Connection>> m_connections;
    QHash<QByteArray, Handler> m_handlers; ///< "GET /path"
    QHash<QByteArray, QList<Reply>> m_once;
    QList<Request> m_requests;
    int m_tokens = 0;
    int m_oldestToken = 0;
    bool m_ended = false;
};

} // namespace Deskbell::App
