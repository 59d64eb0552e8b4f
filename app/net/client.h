// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "app/net/request.h"
#include "app/net/serveraddress.h"
#include "common/base/jsonreader.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace Deskbell::App {
class ConnectionMonitor;
class TokenKeeper;
class TrustStore;
} // namespace Deskbell::App

namespace Deskbell::App::Api {

/// What calls get: exactly one Result, on the thread of the client.
template <class T>
using Callback = std::function<void(Result<T>)>;

/// The body of an answer as a T; key "answer.unreadable" when it is none.
template <Readable T>
Result<T> decode(const Answer &answer)
{
    return answer.json().and_then([](const QJsonObject &object) -> Result<T> {
        Result<T> value = fromJson<T>(object, Unknown::Ignored);
        if (!value)
            return fail(unreadableBody(value.error()));
        return value;
    });
}

/// Calls of the server, the only way to it. Adds token, request id and idempotency key; gives up
/// after silence; repeats what is safe to repeat; refreshes the token once for all that wait;
/// turns problem+json into Error. Lives on the window thread and never blocks it.
///
/// A callback is called exactly once, never from inside send(), and never after its guard or the
/// client died (the call is then dropped).
class Client : public QObject
{
    Q_OBJECT

public:
    /// How often and after how long an idempotent call is repeated. Tests make it short.
    struct Patience
    {
        int repeats = 2;
        std::chrono::milliseconds firstDelay = std::chrono::milliseconds(300);
    };

    explicit Client(TrustStore &trust, QObject *parent = nullptr);
    ~Client() override;

    /// The server that is called from now on; what still runs against the old one is dropped.
    void setServer(const ServerAddress &server);
    const ServerAddress &server() const { return m_server; }
    void setPatience(const Patience &patience) { m_patience = patience; }
    const Patience &patience() const { return m_patience; }

    Call send(const Request &request, QObject *guard, Callback<Answer> callback);

    /// send(), and the answer read as a T of common; members that this program does not know are
    /// ignored.
    template <Readable T>
    Call fetch(const Request &request, QObject *guard, Callback<T> callback)
    {
        return send(request, guard, [callback = std::move(callback)](const Result<Answer> &answer) {
            callback(answer.and_then(&decode<T>));
        });
    }
    /// fetch() of a GET.
    template <Readable T>
    Call get(const QString &path, QObject *guard, Callback<T> callback)
    {
        return fetch<T>(Request::get(path), guard, std::move(callback));
    }

    ConnectionMonitor &connection() { return *m_connection; }
    TokenKeeper &tokens() { return *m_tokens; }
    TrustStore &trust() { return m_trust; }
    QNetworkAccessManager &network() { return *m_network; }

private:
    void dropAll();
    void probe();

    TrustStore &m_trust;
    ServerAddress m_server;
    Patience m_patience;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ConnectionMonitor> m_connection;
    std::unique_ptr<TokenKeeper> m_tokens;
};

} // namespace Deskbell::App::Api
