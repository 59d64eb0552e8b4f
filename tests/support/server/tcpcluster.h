// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/privatecluster.h"

#include <QTemporaryDir>

#include <memory>

namespace Deskbell::Test {

/// Somebody else's PostgreSQL, as a server meets it by URL: over TCP, with TLS by a certificate of
/// an authority of its own, for a role with a password (scram-sha-256). It has an empty database
/// that belongs to that role. Needs the application object.
class TcpCluster
{
public:
    /// Starts it; ends the program with a message when that fails.
    TcpCluster();

    void start(); ///< after stop()
    /// Whoever is connected is thrown out.
    void stop();

    /// "postgresql://…" for the role; `parameters` after the question mark.
    QString url(const QString &parameters, const QString &password = rightPassword()) const;
    /// The parameters with which a careful operator enters it.
    QString verified() const { return QStringLiteral("sslmode=verify-full&sslrootcert=") + ca(); }
    QString address() const { return m_address; }
    /// The authority's certificate, and that of another one.
    QString ca() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    QString otherCa() const { return m_folder.filePath(QStringLiteral("other-ca.pem")); }
    /// Needs escaping in a URL.
    static QString rightPassword() { return QStringLiteral("s/e t"); }

private:
    void makeCertificates();
    void writeSettings();
    void makeRole();
    void writeAsPostgres(const QString &name, const QByteArray &content) const;

    const QTemporaryDir m_folder;
    const QString m_address; ///< of this machine, and nobody else's
    std::unique_ptr<Db::PrivateCluster> m_cluster;
};

} // namespace Deskbell::Test
