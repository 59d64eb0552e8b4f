// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/passwordhasher.h"

#include "server/accounts/randomtoken.h"

#include <algorithm>
#include <array>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// The bytes that are hashed: the same for a password typed on any keyboard and system.
QByteArray canonical(const QString &password)
{
    return password.normalized(QString::NormalizationForm_C).toUtf8();
}

std::optional<QString> hashWith(const HashingCost &cost, const QByteArray &password)
{
    std::array<char, crypto_pwhash_argon2id_STRBYTES> text{};
    if (crypto_pwhash_argon2id_str(text.data(), password.constData(), password.size(), cost.passes,
                                   cost.memory)
        != 0) {
        return std::nullopt;
    }
    return QString::fromLatin1(text.data());
}

} // namespace

HashingBounds HashingBounds::forWorkers(int workers)
{
    const int callers = std::max(1, workers / 2);
    const int atOnce = std::min(2, callers);
    return {.atOnce = atOnce, .waiting = callers - atOnce};
}

PasswordHasher::PasswordHasher(HashingCost cost, HashingBounds bounds)
    : m_cost(cost)
    , m_entrances(bounds.atOnce + bounds.waiting)
    , m_turns(bounds.atOnce)
{
    const auto dummy = hashWith(m_cost, randomBytes(32));
    if (!dummy)
        qFatal("Not enough memory to hash passwords.");
    m_dummy = *dummy;
}

Result<PasswordHasher::Turn> PasswordHasher::takeTurn()
{
    if (!m_entrances.tryAcquire()) {
        return fail({.code = ErrorCode::Unavailable,
                     .key = "auth.busy",
                     .detail = u"Too many people sign in at this moment."_s});
    }
    m_turns.acquire();
    return Turn(this);
}

PasswordHasher::Turn::~Turn()
{
    if (!m_hasher)
        return;
    m_hasher->m_turns.release();
    m_hasher->m_entrances.release();
}

Result<QString> PasswordHasher::Turn::hash(const QString &password) const
{
    auto text = hashWith(m_hasher->m_cost, canonical(password));
    if (!text)
        return fail(Error::internal(u"Not enough memory to hash a password."_s));
    return *text;
}

bool PasswordHasher::Turn::verify(const QString &password, const QString &stored) const
{
    const bool isKnown = !stored.isEmpty();
    const QByteArray text = (isKnown ? stored : m_hasher->m_dummy).toLatin1();
    const QByteArray bytes = canonical(password);
    const bool matches
            = crypto_pwhash_argon2id_str_verify(text.constData(), bytes.constData(), bytes.size())
              == 0;
    return matches && isKnown;
}

Result<QString> PasswordHasher::hash(const QString &password)
{
    return takeTurn().and_then([&](const Turn &turn) { return turn.hash(password); });
}

} // namespace Deskbell::Server
