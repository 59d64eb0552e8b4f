// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/driverconnection.h"

#include "server/db/databaseerror.h"

#include <QSqlDriver>
#include <QSqlError>

#include <atomic>
#include <libpq-fe.h>
#include <utility>

using namespace Qt::StringLiterals;

Q_DECLARE_OPAQUE_POINTER(pg_conn *)

namespace Deskbell::Db {

namespace {

Error noConnection(const QString &detail)
{
    return toError({.sqlState = "08001", .constraint = {}, .message = detail.trimmed()}, "connect");
}

/// Qt keeps its connections by name, for the whole process.
QString nextName()
{
    static std::atomic<quint64> count = 0;
    return u"deskbell-%1"_s.arg(++count);
}

QString quoted(QByteArray value)
{
    value.replace('\\', "\\\\").replace('\'', "\\'");
    return u'\'' + QString::fromUtf8(value) + u'\'';
}

/// What has no setter of its own, in the form of a connection string of libpq.
Result<QString> connectOptions(const QMap<QByteArray, QByteArray> &parameters)
{
    QStringList options;
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it) {
        if (it.value().contains(';')) // to the driver it separates options
            return fail(Error::invalidField(u"database"_s, "invalid"));
        options.append(QString::fromLatin1(it.key()) + u'=' + quoted(it.value()));
    }
    return options.join(u' ');
}

} // namespace

DriverConnection::DriverConnection()
    : m_database(QSqlDatabase::addDatabase(u"QPSQL"_s, nextName()))
{}

DriverConnection::~DriverConnection()
{
    const QString name = m_database.connectionName();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<DriverConnection>>
DriverConnection::open(QMap<QByteArray, QByteArray> parameters)
{
    std::unique_ptr<DriverConnection> connection(new DriverConnection);
    QSqlDatabase &database = connection->m_database;
    if (!database.isValid())
        return fail(noConnection(u"Qt's PostgreSQL driver (QPSQL) is not installed."_s));
    const auto take = [&parameters](const char *keyword) {
        return QString::fromUtf8(parameters.take(keyword));
    };
    database.setHostName(take("host"));
    database.setDatabaseName(take("dbname"));
    database.setUserName(take("user"));
    database.setPassword(take("password"));
    const Result<QString> options = connectOptions(parameters);
    if (!options)
        return fail(options.error());
    database.setConnectOptions(*options);
    if (!database.open())
        return fail(noConnection(database.lastError().databaseText()));
    connection->m_handle = database.driver()->handle().value<pg_conn *>();
    if (!connection->m_handle)
        return fail(noConnection(u"Qt's PostgreSQL driver gives no handle of libpq."_s));
    return connection;
}

} // namespace Deskbell::Db
