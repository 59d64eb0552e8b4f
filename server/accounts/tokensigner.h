// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"
#include "common/base/id.h"
#include "common/base/result.h"

#include <QByteArray>

#include <chrono>

namespace Deskbell::Server {

/// Issues and checks access tokens: JWTs (HS256) that live for minutes and name the account and its
/// session. Servers on one database share the key (ticket.server_secret "access_token"). Checking
/// accepts that one algorithm only. Usable from any thread.
class TokenSigner
{
public:
    struct Claims
    {
        AccountId account;
        SessionId session;
    };
    static constexpr qsizetype minKeySize = 32;

    /// `key`: at least minKeySize random bytes.
    explicit TokenSigner(QByteArray key, std::chrono::seconds lifetime = std::chrono::minutes(10));

    std::chrono::seconds lifetime() const { return m_lifetime; }

    QByteArray issue(const Claims &claims, const QDateTime &now) const;
    /// Unauthenticated with key auth.token_expired or auth.token_invalid.
    Result<Claims> verify(const QByteArray &token, const QDateTime &now) const;

private:
    QByteArray m_key;
    std::chrono::seconds m_lifetime;
};

} // namespace Deskbell::Server
