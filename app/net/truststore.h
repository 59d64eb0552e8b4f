// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/serveraddress.h"

#include <QHash>
#include <QSslError>

namespace Deskbell::App {

class Settings;

/// Certificates that no authority vouches for but that a person has accepted, each for one server
/// alone and only as long as it is exactly this certificate.
class TrustStore
{
public:
    /// `settings` remembers the decisions and must outlive this; none: for this run only.
    explicit TrustStore(Settings *settings = nullptr);

    /// SHA-256 as "AB:CD:…", the form that people compare.
    static QString fingerprint(const QSslCertificate &certificate);

    bool isAccepted(const ServerAddress &server, const QSslCertificate &certificate) const;
    void accept(const ServerAddress &server, const QString &fingerprint);
    void forget(const ServerAddress &server);

    /// The error of a server whose certificate cannot be checked: key "tls.untrusted" (or
    /// "tls.changed" when another one had been accepted), parameters "fingerprint", "subject",
    /// "issuer", "expires" and "problems".
    Error untrusted(const ServerAddress &server, const QSslCertificate &certificate,
                    const QList<QSslError> &problems) const;

private:
    Settings *m_settings;
    QHash<QString, QString> m_accepted; ///< host:port → fingerprint
};

} // namespace Deskbell::App
