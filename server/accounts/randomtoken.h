// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Deskbell::Server {

/// Unpredictable bytes, fit for keys.
QByteArray randomBytes(qsizetype count);

/// An opaque token of 256 random bits in base64url, 43 characters.
QByteArray randomToken();

/// What is stored of an opaque token: its SHA-256. A token that long needs no salt.
QByteArray tokenHash(const QByteArray &token);

} // namespace Deskbell::Server
