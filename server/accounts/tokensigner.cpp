// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/tokensigner.h"

#include <cerrno>
#include <cstdlib>
#include <jwt.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

struct FreeJwt
{
    void operator()(jwt_t *token) const { jwt_free(token); }
};
using Jwt = std::unique_ptr<jwt_t, FreeJwt>;

const unsigned char *keyBytes(const QByteArray &key)
{
    return reinterpret_cast<const unsigned char *>(key.constData());
}

/// A grant that must be a positive whole number; nothing when it is absent or of another type.
std::optional<qint64> positiveGrant(jwt_t *token, const char *name)
{
    errno = 0;
    const long value = jwt_get_grant_int(token, name);
    if (errno != 0 || value <= 0)
        return std::nullopt;
    return value;
}

Error refusal(const QByteArray &key, const QString &detail)
{
    return {.code = ErrorCode::Unauthenticated, .key = key, .detail = detail};
}

} // namespace

TokenSigner::TokenSigner(QByteArray key, std::chrono::seconds lifetime)
    : m_key(std::move(key))
    , m_lifetime(lifetime)
{
    Q_ASSERT(m_key.size() >= minKeySize);
}

QByteArray TokenSigner::issue(const Claims &claims, const QDateTime &now) const
{
    jwt_t *raw = nullptr;
    if (jwt_new(&raw) != 0)
        qFatal("No memory for an access token.");
    const Jwt token(raw);
    const qint64 seconds = now.toSecsSinceEpoch();
    jwt_add_grant(token.get(), "sub", QByteArray::number(claims.account.value()).constData());
    jwt_add_grant_int(token.get(), "sid", claims.session.value());
    jwt_add_grant_int(token.get(), "iat", seconds);
    jwt_add_grant_int(token.get(), "exp", seconds + m_lifetime.count());
    jwt_set_alg(token.get(), JWT_ALG_HS256, keyBytes(m_key), int(m_key.size()));
    const std::unique_ptr<char, decltype(&std::free)> text(jwt_encode_str(token.get()), &std::free);
    if (!text)
        qFatal("An access token could not be signed.");
    return text.get();
}

Result<TokenSigner::Claims> TokenSigner::verify(const QByteArray &token, const QDateTime &now) const
{
    const Error invalid = refusal("auth.token_invalid", u"The access token is not valid."_s);
    jwt_t *raw = nullptr;
    if (jwt_decode(&raw, token.constData(), keyBytes(m_key), int(m_key.size())) != 0)
        return fail(invalid);
    const Jwt decoded(raw);
    // The token itself names the algorithm it was checked with: anything but ours is refused, even
    // where the library knows it.
    if (jwt_get_alg(decoded.get()) != JWT_ALG_HS256)
        return fail(invalid);

    const auto expires = positiveGrant(decoded.get(), "exp");
    const auto session = positiveGrant(decoded.get(), "sid");
    bool isNumber = false;
    const qint64 account = QByteArray(jwt_get_grant(decoded.get(), "sub")).toLongLong(&isNumber);
    if (!expires || !session || !isNumber || account <= 0)
        return fail(invalid);
    if (now.toSecsSinceEpoch() >= *expires)
        return fail(refusal("auth.token_expired", u"The access token has expired."_s));
    return Claims{.account = AccountId(account), .session = SessionId(*session)};
}

} // namespace Deskbell::Server
