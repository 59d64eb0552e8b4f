// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QSemaphore>
#include <QString>

#include <utility>

namespace Deskbell::Server {

/// What one hash costs.
struct HashingCost
{
    unsigned long long passes = 2;
    size_t memory = 19 * 1024 * 1024; ///< bytes
};

/// How many callers may hash at once, and how many more may wait for that.
struct HashingBounds
{
    int atOnce = 2;
    int waiting = 6;

    /// So that people who sign in keep at most half of the server's workers from other requests.
    static HashingBounds forWorkers(int workers);
};

/// Hashes and checks passwords with Argon2id. Each hash costs memory and tens of milliseconds by
/// design, so only a few run at once and only a few callers may wait for their turn: whoever comes
/// then is told at once to try later, and the other workers stay free for other requests.
/// Usable from any thread; calls block the caller for as long as hashing takes.
class PasswordHasher
{
public:
    /// The right to hash, held while it lives. Taken before anything that must not be done many
    /// times at once, such as looking whether a sign-in is still allowed.
    class Turn
    {
    public:
        Turn(Turn &&other) noexcept
            : m_hasher(std::exchange(other.m_hasher, nullptr))
        {}
        Turn &operator=(Turn &&) = delete;
        ~Turn();

        /// The string to store: algorithm, cost, salt and hash. Internal when there is no memory.
        Result<QString> hash(const QString &password) const;
        /// Whether it is the password of that stored string. Without a string the answer is no,
        /// after the same time.
        bool verify(const QString &password, const QString &stored) const;

    private:
        friend class PasswordHasher;
        explicit Turn(PasswordHasher *hasher)
            : m_hasher(hasher)
        {}

        PasswordHasher *m_hasher;
    };

    explicit PasswordHasher(HashingCost cost = {}, HashingBounds bounds = {});
    PasswordHasher(const PasswordHasher &) = delete;
    PasswordHasher &operator=(const PasswordHasher &) = delete;

    /// Waits for a turn. Unavailable (key "auth.busy") when too many wait already.
    Result<Turn> takeTurn();

    /// takeTurn() and Turn::hash() in one.
    Result<QString> hash(const QString &password);

private:
    const HashingCost m_cost;
    QSemaphore m_entrances; ///< running and waiting callers
    QSemaphore m_turns;     ///< running ones
    QString m_dummy;        ///< what is checked in place of a hash that is not there
};

} // namespace Deskbell::Server
