// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/tokenkeeper.h"

#include "app/net/client.h"

#include <utility>

namespace Deskbell::App {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Error signedOut()
{
    return {.code = ErrorCode::Unauthenticated,
            .key = "auth.signed_out",
            .detail = u"Nobody is signed in."_s};
}

bool endsSession(const Error &error)
{
    return error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::Forbidden
            || (error.code == ErrorCode::Malformed && error.key.startsWith("auth."));
}

} // namespace

Result<TokenGrant> TokenGrant::fromJson(const QJsonObject &json)
{
    TokenGrant grant{.accessToken = json[u"access_token"].toString().toLatin1(),
                     .refreshToken = json[u"refresh_token"].toString().toLatin1(),
                     .expiresIn = std::chrono::seconds(json[u"expires_in"].toInteger()),
                     .user = json[u"user"].toObject()};
    if (grant.accessToken.isEmpty() || grant.refreshToken.isEmpty() || grant.expiresIn <= 0s) {
        return fail({.code = ErrorCode::Malformed,
                     .key = "answer.unreadable",
                     .detail = u"The token endpoint answered without a token."_s});
    }
    return grant;
}

TokenKeeper::TokenKeeper(Api::Client &client) : m_client(client) {}

bool TokenKeeper::hasSession() const
{
    return !m_refreshToken.isEmpty();
}

bool TokenKeeper::isFresh() const
{
    return !m_accessToken.isEmpty() && !m_freshUntil.hasExpired();
}

void TokenKeeper::accept(const TokenGrant &grant)
{
    take(grant);
    release(m_accessToken);
}

void TokenKeeper::take(const TokenGrant &grant)
{
    m_ended = false;
    m_refreshing = false;
    m_accessToken = grant.accessToken;
    m_refreshToken = grant.refreshToken;
    // Renewed a little early, so that a call on its way does not arrive with an old one.
    const auto margin = std::min<std::chrono::seconds>(20s, grant.expiresIn / 10);
    m_freshUntil = QDeadlineTimer(grant.expiresIn - margin);
}

void TokenKeeper::acceptRefreshToken(const QByteArray &refreshToken)
{
    m_ended = false;
    m_refreshToken = refreshToken;
    m_accessToken.clear();
}

void TokenKeeper::clear()
{
    m_accessToken.clear();
    m_refreshToken.clear();
    m_ended = false;
    m_refreshing = false;
    m_call = {};
    release(fail(signedOut()));
}

void TokenKeeper::withToken(QObject *guard, Ready ready)
{
    if (!hasSession() && !m_ended) {
        ready(fail(signedOut()));
        return;
    }
    if (!m_ended && !m_refreshing && isFresh()) {
        ready(m_accessToken);
        return;
    }
    m_waiting.append({guard, std::move(ready)});
    if (!m_ended && !m_refreshing)
        refresh();
}

void TokenKeeper::invalidate(const QByteArray &accessToken)
{
    // Another call may have renewed it already.
    if (accessToken == m_accessToken)
        m_accessToken.clear();
}

void TokenKeeper::refresh()
{
    m_refreshing = true;
    const Api::Request request =
            Api::Request::form(u"/auth/token"_s,
                               {{u"grant_type"_s, u"refresh_token"_s},
                                {u"refresh_token"_s, QString::fromLatin1(m_refreshToken)}});
    m_call = m_client.fetch(request, &TokenGrant::fromJson, this,
                            [this](const Result<TokenGrant> &answer) { refreshAnswered(answer); });
}

void TokenKeeper::refreshAnswered(const Result<TokenGrant> &answer)
{
    m_refreshing = false;
    if (answer) {
        // Stored before anybody goes on: who is released may quit, and the old one is used up.
        take(*answer);
        Q_EMIT refreshed();
        release(m_accessToken);
        return;
    }
    if (!endsSession(answer.error())) {
        release(fail(answer.error()));
        return;
    }
    m_accessToken.clear();
    m_refreshToken.clear();
    m_ended = m_whenEnded == WhenEnded::Wait;
    if (!m_ended)
        release(fail(answer.error()));
    Q_EMIT sessionEnded(answer.error());
}

void TokenKeeper::release(const Result<QByteArray> &token)
{
    // One that is released may ask again at once: it queues behind this round.
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &one : waiting) {
        if (one.guard)
            one.ready(token);
    }
}

} // namespace Deskbell::App
