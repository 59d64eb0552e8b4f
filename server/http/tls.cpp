// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tls.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace Deskbell::Http {

namespace {

tl::unexpected<Error> tlsError(const QByteArray &key, const QString &detail)
{
    return fail({.code = ErrorCode::Invalid, .key = key, .detail = detail});
}

QSslKey readKey(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

} // namespace

Result<QSslConfiguration> loadTls(const QString &certificateFile, const QString &keyFile)
{
    if (!QSslSocket::supportsSsl())
        return tlsError("tls.not_supported"_ba, u"Qt found no TLS library."_s);

    const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificateFile);
    if (chain.isEmpty())
        return tlsError("tls.no_certificate"_ba, u"No certificate in %1"_s.arg(certificateFile));

    QFile file(keyFile);
    const QSslKey key = file.open(QIODevice::ReadOnly) ? readKey(file.readAll()) : QSslKey();
    if (key.isNull())
        return tlsError("tls.no_key"_ba, u"No private key in %1"_s.arg(keyFile));

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return configuration;
}

} // namespace Deskbell::Http
