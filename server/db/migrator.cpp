// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/migrator.h"

#include "server/db/logging.h"
#include "server/db/transaction.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMap>

using namespace Qt::StringLiterals;

namespace Deskbell::Db {

namespace {

struct Applied
{
    QString name;
    QByteArray checksum;
};

Error schemaError(const QByteArray &key, int version, const QString &detail)
{
    return {.code = ErrorCode::Conflict,
            .key = key,
            .detail = detail,
            .params = {{u"version"_s, version}}};
}

Result<QMap<int, Applied>> readApplied(Connection &connection)
{
    Result<Rows> exists
            = connection.runText(u"SELECT to_regclass('ticket.schema_migration') IS NOT NULL"_s);
    if (!exists)
        return fail(exists.error());
    QMap<int, Applied> applied;
    if (!exists->next() || !exists->flag(0))
        return applied;
    Result<Rows> rows = connection.run("db/list_migrations");
    if (!rows)
        return fail(rows.error());
    while (rows->next())
        applied.insert(int(rows->number(0)), {rows->text(1), rows->utf8(2)});
    return applied;
}

/// What was applied must be the beginning of what this program has.
Result<> compare(const QMap<int, Applied> &applied, const QList<Migration> &migrations)
{
    QMap<int, Migration> known;
    for (const Migration &migration : migrations)
        known.insert(migration.version, migration);
    for (auto it = applied.cbegin(); it != applied.cend(); ++it) {
        const int version = it.key();
        if (!known.contains(version))
            return fail(schemaError(
                    "schema.newer", version,
                    u"The database has migration %1 (%2), which this program does not know: "
                    u"it was migrated by a newer one."_s.arg(version)
                            .arg(it->name)));
        if (known.value(version).checksum() != it->checksum)
            return fail(schemaError(
                    "schema.changed", version,
                    u"Migration %1 (%2) was changed after it had been applied."_s.arg(version).arg(
                            it->name)));
    }
    for (const Migration &migration : migrations)
        if (!applied.isEmpty() && migration.version < applied.lastKey()
            && !applied.contains(migration.version))
            return fail(schemaError("schema.changed", migration.version,
                                    u"Migration %1 (%2) was skipped."_s.arg(migration.version)
                                            .arg(migration.name)));
    return {};
}

} // namespace

QByteArray Migration::checksum() const
{
    return QCryptographicHash::hash(sql.toUtf8(), QCryptographicHash::Sha256).toHex();
}

QList<Migration> Migration::embedded()
{
    QList<Migration> migrations;
    const QDir folder(u":/migrations"_s);
    for (const QString &fileName : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(fileName));
        bool isNumber = false;
        const int version = fileName.section(u'_', 0, 0).toInt(&isNumber);
        if (!isNumber || !file.open(QIODevice::ReadOnly))
            qFatal("An embedded migration cannot be read: %s", qPrintable(fileName));
        migrations.append({.version = version,
                           .name = fileName.section(u'_', 1).chopped(4),
                           .sql = QString::fromUtf8(file.readAll())});
    }
    return migrations;
}

Migrator::Migrator(ConnectionSettings settings, QList<Migration> migrations)
    : m_settings(std::move(settings))
    , m_migrations(std::move(migrations))
{
    // Building an index over a million rows, or waiting for another migrator, takes its time.
    m_settings.statementTimeoutMs = 0;
    m_settings.lockTimeoutMs = 0;
    m_settings.idleInTransactionTimeoutMs = 0;
}

Result<int> Migrator::migrate()
{
    Connection connection(m_settings);
    // Held by the session, so it goes with this connection however the migration ends. The number
    // is arbitrary, but the same in all versions of the program.
    if (Result<Rows> locked = connection.runText(u"SELECT pg_advisory_lock(7212305)"_s); !locked)
        return fail(locked.error());
    return applyMissing(connection);
}

Result<> Migrator::verify(Connection &connection, const QList<Migration> &migrations)
{
    const Result<QMap<int, Applied>> applied = readApplied(connection);
    if (!applied)
        return fail(applied.error());
    if (const Result<> fits = compare(*applied, migrations); !fits)
        return fits;
    for (const Migration &migration : migrations)
        if (!applied->contains(migration.version))
            return fail(
                    schemaError("schema.behind", migration.version,
                                u"Migration %1 (%2) has not been applied."_s.arg(migration.version)
                                        .arg(migration.name)));
    return {};
}

Result<int> Migrator::applyMissing(Connection &connection)
{
    const Result<QMap<int, Applied>> applied = readApplied(connection);
    if (!applied)
        return fail(applied.error());
    if (const Result<> fits = compare(*applied, m_migrations); !fits)
        return fail(fits.error());
    const auto isMissing = [&](const Migration &migration) {
        return !applied->contains(migration.version);
    };
    if (std::none_of(m_migrations.cbegin(), m_migrations.cend(), isMissing))
        return 0;
    if (m_backup && !applied->isEmpty())
        if (const Result<> backedUp = m_backup(applied->lastKey()); !backedUp)
            return fail(backedUp.error());
    int count = 0;
    for (const Migration &migration : m_migrations) {
        if (!isMissing(migration))
            continue;
        if (const Result<> done = apply(connection, migration); !done)
            return fail(done.error());
        qCInfo(lcDb).noquote() << "applied migration" << migration.version << migration.name;
        ++count;
    }
    return count;
}

Result<> Migrator::apply(Connection &connection, const Migration &migration)
{
    // Not inTransaction(): a step that failed is not tried again behind the operator's back.
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return fail(transaction.error());
    const QString sql = u"CREATE SCHEMA IF NOT EXISTS ticket;"
                        "CREATE TABLE IF NOT EXISTS ticket.schema_migration ("
                        "    version    integer PRIMARY KEY,"
                        "    name       text NOT NULL,"
                        "    checksum   text NOT NULL,"
                        "    applied_at timestamptz NOT NULL DEFAULT now());"_s
                        + migration.sql;
    if (Result<> done = connection.script(sql); !done) {
        done.error().detail.prepend(
                u"migration %1 (%2): "_s.arg(migration.version).arg(migration.name));
        return done;
    }
    const Result<Rows> noted
            = connection.run("db/insert_migration", {{":version", migration.version},
                                                     {":name", migration.name},
                                                     {":checksum", migration.checksum()}});
    if (!noted)
        return fail(noted.error());
    return transaction->commit();
}

} // namespace Deskbell::Db
