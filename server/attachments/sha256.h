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
    Sha256() { crypto_hash_sha256_init(&m_state); }

    void add(QByteArrayView bytes)
    {
        crypto_hash_sha256_update(&m_state, reinterpret_cast<const unsigned char *>(bytes.data()),
                                  static_cast<unsigned long long>(bytes.size()));
    }

    /// The 32 bytes of the sum of what was added so far; more may follow.
    QByteArray result() const
    {
        crypto_hash_sha256_state state = m_state;
        QByteArray sum(crypto_hash_sha256_BYTES, Qt::Uninitialized);
        crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char *>(sum.data()));
        return sum;
    }

private:
    crypto_hash_sha256_state m_state;
};

} // namespace Deskbell::Server
