// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/db/connection.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace Deskbell::Db {

/// One step of the schema: ":/migrations/0002_approvals.sql" is version 2, "approvals". It is never
/// changed after a release; a mistake is mended by the next one.
struct Migration
{
    int version = 0;
    QString name;
    QString sql;

    QByteArray checksum() const; ///< SHA-256 of the SQL, hexadecimal

    /// Those built into this program, by version.
    static QList<Migration> embedded();
};

/// Brings a database to this program's schema, forward only, each step in a transaction of its own;
/// ticket.schema_migration tells what was done. Several may run at once: an advisory lock lets one
/// work, the others find nothing left to do. Uses a connection of its own without time limits.
///
/// Errors (Conflict): "schema.newer" the database was migrated by a newer program; "schema.changed"
/// an applied migration is not the one this program has; "schema.behind" (verify only) not
/// migrated. Their params carry "version".
class Migrator
{
public:
    /// Called before the first step is applied to a database that has some already, with the
    /// version it is at; an error stops the migration.
    using Backup = std::function<Result<>(int currentVersion)>;

    explicit Migrator(ConnectionSettings settings,
                      QList<Migration> migrations = Migration::embedded());

    void setBackup(Backup backup) { m_backup = std::move(backup); }

    /// Applies what is missing; how many steps that were.
    [[nodiscard]] Result<int> migrate();

    /// Changes nothing: is the schema exactly the one this program needs?
    [[nodiscard]] static Result<> verify(Connection &connection, const QList<Migration> &migrations
                                                                 = Migration::embedded());

private:
    [[nodiscard]] Result<int> applyMissing(Connection &connection);
    [[nodiscard]] static Result<> apply(Connection &connection, const Migration &migration);

    ConnectionSettings m_settings;
    QList<Migration> m_migrations;
    Backup m_backup;
};

} // namespace Deskbell::Db
