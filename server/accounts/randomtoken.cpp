// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/randomtoken.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace Deskbell::Server {

QByteArray randomBytes(qsizetype count)
{
    if (sodium_init() < 0)
        qFatal("libsodium could not be initialised.");
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(count));
    return bytes;
}

QByteArray randomToken()
{
    return randomBytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray tokenHash(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

} // namespace Deskbell::Server
