// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/attachments/sha256.h"

namespace Deskbell::Server {

Sha256::Sha256()
{
    crypto_hash_sha256_init(&m_state);
}

void Sha256::add(QByteArrayView bytes)
{
    crypto_hash_sha256_update(&m_state, reinterpret_cast<const unsigned char *>(bytes.data()),
                              static_cast<unsigned long long>(bytes.size()));
}

QByteArray Sha256::result() const
{
    crypto_hash_sha256_state state = m_state;
    QByteArray sum(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char *>(sum.data()));
    return sum;
}

} // namespace Deskbell::Server
