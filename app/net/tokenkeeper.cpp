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

TokenKeeper::TokenKeeper(Api::Client &client)
    : m_client(client)
{}

bool TokenKeeper::hasSession() const
{
    return !m_refreshToken.isEmpty();
}

bool TokenKeeper::isFresh() const
{
    return !m_accessToken.isEmpty() && !m_freshUntil.hasExpired();
}

void TokenKeeper::accept(const TokenAnswer &answer)
{
    take(answer);
    release(m_accessToken);
}

void TokenKeeper::take(const TokenAnswer &answer)
{
    m_ended = false;
    m_refreshing = false;
    m_accessToken = answer.accessToken.toLatin1();
    m_refreshToken = answer.refreshToken.toLatin1();
    // Renewed a little early, so that a call on its way does not arrive with an old one.
    const std::chrono::seconds lifetime(answer.expiresIn);
    const auto margin = std::min<std::chrono::seconds>(20s, lifetime / 10);
    m_freshUntil = QDeadlineTimer(lifetime - margin);
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
    const Api::Request request = Api::Request::form(
            u"/auth/token"_s, {{u"grant_type"_s, u"refresh_token"_s},
                               {u"refresh_token"_s, QString::fromLatin1(m_refreshToken)}});
    m_call = m_client.fetch<TokenAnswer>(
            request, this, [this](const Result<TokenAnswer> &answer) { refreshAnswered(answer); });
}

void TokenKeeper::refreshAnswered(const Result<TokenAnswer> &answer)
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
