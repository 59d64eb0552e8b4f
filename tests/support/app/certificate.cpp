// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/app/certificate.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

QSslConfiguration selfSignedCertificate()
{
    const QTemporaryDir folder;
    const QString key = folder.filePath(u"server.key"_s);
    const QString certificate = folder.filePath(u"server.crt"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                   u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN=localhost"_s, u"-keyout"_s, key, u"-out"_s, certificate});
    if (!openssl.waitForFinished(30000) || openssl.exitCode() != 0)
        qFatal("openssl: %s", openssl.readAllStandardError().constData());
    QFile keyFile(key);
    if (!keyFile.open(QIODevice::ReadOnly))
        qFatal("no key");
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    return configuration;
}

} // namespace Deskbell::App
