// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <sodium/crypto_hash_sha256.h>

namespace Deskbell::Server {

/// A running SHA-256. A plain value: a copy goes its own way, which lets an upload return to where
/// it was before a piece that turned out bad. Faster than QCryptographicHash, which has no copy.
class Sha256
{
public:
    Sha256();

    void add(QByteArrayView bytes);

    /// The 32 bytes of the sum of what was added so far; more may follow.
    QByteArray result() const;

private:
    crypto_hash_sha256_state m_state;
};

} // namespace Deskbell::Server
