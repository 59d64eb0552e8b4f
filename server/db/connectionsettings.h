// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace Deskbell::Db {

/// Where the database is and how long it may take. A value; any thread.
struct ConnectionSettings
{
    /// libpq's own keywords and values: "host" (a folder for a Unix socket, or host names separated
    /// by commas), "port", "dbname", "user", "password", "sslmode", "sslrootcert", …
    QMap<QByteArray, QByteArray> parameters;
    int statementTimeoutMs = 30000;
    int lockTimeoutMs = 10000;
    int idleInTransactionTimeoutMs = 60000;

    /// Reads "postgresql://user:password@host:port/name?sslmode=…" or "host=… dbname=…", as libpq
    /// does. An unreadable one is Invalid (field "database"), and the text is not repeated.
    [[nodiscard]] static Result<ConnectionSettings> fromUrl(const QString &url);

    /// The same server and user, another database on it.
    ConnectionSettings withDatabase(const QByteArray &name) const;
    QByteArray database() const { return parameters.value("dbname"); }

    /// For people and logs: where it is, without the password.
    QString describe() const;
};

} // namespace Deskbell::Db
