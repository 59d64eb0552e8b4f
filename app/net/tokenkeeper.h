// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/call.h"
#include "common/accounts/tokenanswer.h"
#include "common/base/result.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>

#include <functional>

namespace Deskbell::App {

namespace Api {
class Client;
}

/// The one place that holds the tokens and renews them. However many calls find the token too old
/// at the same time, the refresh token is used once; all of them wait for it. When the session has
/// ended while one works they go on waiting until somebody signs in again or gives up: nothing that
/// a person has started is lost to an expired session.
class TokenKeeper : public QObject
{
    Q_OBJECT

public:
    /// With a token, or the error with which to give up. Not called after `guard` died.
    using Ready = std::function<void(Result<QByteArray>)>;

    /// What happens to calls when the session has ended.
    enum class WhenEnded {
        Fail, ///< with the error; while one signs in
        Wait, ///< for accept() or clear(); while one works
    };

    explicit TokenKeeper(Api::Client &client);
    void setWhenEnded(WhenEnded whenEnded) { m_whenEnded = whenEnded; }

    /// A new session: those that wait go on.
    void accept(const TokenAnswer &answer);
    /// Only a refresh token is known, from the keychain; the next call renews it first.
    void acceptRefreshToken(const QByteArray &refreshToken);
    /// Nobody is signed in: those that wait fail with key "auth.signed_out".
    void clear();

    bool hasSession() const;
    const QByteArray &accessToken() const { return m_accessToken; }
    const QByteArray &refreshToken() const { return m_refreshToken; }

    /// Calls back with a token that is good for now, after a refresh if need be.
    void withToken(QObject *guard, Ready ready);
    /// The server refused `accessToken` as expired: the next withToken() gets another one.
    void invalidate(const QByteArray &accessToken);

Q_SIGNALS:
    /// There is a new refresh token to be stored; the old one is used up.
    void refreshed();
    /// The server does not accept the refresh token any more: ask the person.
    void sessionEnded(const Deskbell::Error &error);

private:
    void take(const TokenAnswer &answer);
    void refresh();
    void refreshAnswered(const Result<TokenAnswer> &answer);
    void release(const Result<QByteArray> &token);
    bool isFresh() const;

    struct Waiting
    {
        QPointer<QObject> guard;
        Ready ready;
    };

    Api::Client &m_client;
    QByteArray m_accessToken;
    QByteArray m_refreshToken;
    QDeadlineTimer m_freshUntil;
    QList<Waiting> m_waiting;
    Api::ScopedCall m_call;
    WhenEnded m_whenEnded = WhenEnded::Fail;
    bool m_refreshing = false;
    bool m_ended = false;
};

} // namespace Deskbell::App
