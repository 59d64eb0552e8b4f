// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QSslConfiguration>
#include <QString>

namespace Deskbell::Http {

/// The server's side of TLS 1.2 and newer from two PEM files: the certificate with its chain behind
/// it, and its key (RSA or EC, without a pass phrase). Fails with "tls.no_certificate",
/// "tls.no_key" or "tls.not_supported"; detail names the file.
[[nodiscard]] Result<QSslConfiguration> loadTls(const QString &certificateFile,
                                                const QString &keyFile);

} // namespace Deskbell::Http
