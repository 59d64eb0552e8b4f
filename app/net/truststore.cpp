// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/truststore.h"

#include "app/shell/settings.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QSslCertificate>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

TrustStore::TrustStore(Settings *settings)
    : m_settings(settings)
{
    if (!m_settings)
        return;
    const QStringList servers = m_settings->names(Keys::fingerprints);
    for (const QString &server : servers)
        m_accepted.insert(server, m_settings->value(Keys::fingerprints, server));
}

QString TrustStore::fingerprint(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

bool TrustStore::isAccepted(const ServerAddress &server, const QSslCertificate &certificate) const
{
    const QString accepted = m_accepted.value(server.hostAndPort());
    return !certificate.isNull() && !accepted.isEmpty() && accepted == fingerprint(certificate);
}

void TrustStore::accept(const ServerAddress &server, const QString &fingerprint)
{
    m_accepted.insert(server.hostAndPort(), fingerprint);
    if (m_settings)
        m_settings->set(Keys::fingerprints, server.hostAndPort(), fingerprint);
}

void TrustStore::forget(const ServerAddress &server)
{
    m_accepted.remove(server.hostAndPort());
    if (m_settings)
        m_settings->set(Keys::fingerprints, server.hostAndPort(), {});
}

Error TrustStore::untrusted(const ServerAddress &server, const QSslCertificate &certificate,
                            const QList<QSslError> &problems) const
{
    QJsonArray reasons;
    for (const QSslError &problem : problems)
        reasons.append(problem.errorString());
    const bool hadOne = m_accepted.contains(server.hostAndPort());
    return {.code = ErrorCode::Network,
            .key = hadOne ? "tls.changed"_ba : "tls.untrusted"_ba,
            .detail = u"The certificate of %1 cannot be checked."_s.arg(server.hostAndPort()),
            .params = {{u"server"_s, server.hostAndPort()},
                       {u"fingerprint"_s, fingerprint(certificate)},
                       {u"subject"_s, certificate.subjectDisplayName()},
                       {u"issuer"_s, certificate.issuerDisplayName()},
                       {u"expires"_s, certificate.expiryDate().toUTC().toString(Qt::ISODate)},
                       {u"problems"_s, reasons}}};
}

} // namespace Deskbell::App
