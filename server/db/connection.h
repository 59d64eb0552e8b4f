// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/id.h"
#include "common/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <utility>

namespace Deskbell::Db {

/// A bound value: `{":ticket", id}`. Ids, strings, numbers, times, JSON text and NULL; lists of
/// numbers or strings become PostgreSQL array literals (the statement casts: `:ids::bigint[]`).
struct Bind
{
    const char *name;
    QVariant value;

    Bind(const char *placeholder, QVariant v) : name(placeholder), value(std::move(v)) {}
    template<class Tag>
    Bind(const char *placeholder, Id<Tag> id)
        : name(placeholder), value(id.isValid() ? QVariant(id.value()) : QVariant(QMetaType(QMetaType::LongLong)))
    {}
    Bind(const char *placeholder, const QList<qint64> &numbers);
    Bind(const char *placeholder, const QStringList &texts);
};
using Binds = std::initializer_list<Bind>;

/// The rows of one answer. Read while it lives; columns by position, as the statement names them.
class Rows
{
public:
    explicit Rows(QSqlQuery *query) : m_query(query) {}

    bool next() { return m_query->next(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    bool flag(int column) const { return m_query->value(column).toBool(); }
    bool isNull(int column) const { return m_query->isNull(column); }
    QDateTime time(int column) const; ///< UTC; invalid for NULL
    /// JSON or any text exactly as PostgreSQL sent it, in UTF-8.
    QByteArray utf8(int column) const { return m_query->value(column).toString().toUtf8(); }
    template<class AnyId>
    AnyId id(int column) const { return AnyId(number(column)); }
    int affected() const { return m_query->numRowsAffected(); }

private:
    QSqlQuery *m_query; ///< owned by the connection; valid until its statement runs again
};

struct ConnectionSettings
{
    QString host;     ///< a folder (Unix socket) or host name(s)
    int port = 5432;
    QString database;
    QString user;
    QString password;
    QString options;  ///< libpq options such as "sslmode=verify-full"
    int statementTimeoutMs = 30000;
};

/// One database connection of one thread; statements are prepared once and kept. It is opened in a
/// known state (UTC, time limits, application name) or not at all, and reopened when it was lost.
/// Not thread-safe: lives and dies on the thread that made it.
class Connection
{
public:
    explicit Connection(ConnectionSettings settings);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Opens if needed. Unavailable (key "database.unavailable") when it cannot.
    [[nodiscard]] Result<> ensureOpen();
    bool isOpen() const;

    /// Runs the named statement ("tickets/insert_ticket") with its values. A failed statement becomes
    /// an Error by its SQLSTATE class; unique violations carry the constraint's name in params.
    [[nodiscard]] Result<Rows> run(const char *statement, Binds binds = {});

    /// Runs text that a tested builder composed (list filters); prepared and cached by its text.
    [[nodiscard]] Result<Rows> runText(const QString &sql, const QList<Bind> &binds);

    /// For migrations and LISTEN: no parameters, several commands allowed.
    [[nodiscard]] Result<> script(const QString &sql);

    QSqlDatabase &handle() { return m_database; }

private:
    friend class Transaction;
    struct Prepared;

    ConnectionSettings m_settings;
    QSqlDatabase m_database;
    QHash<QByteArray, std::shared_ptr<Prepared>> m_prepared;
    int m_depth = 0; ///< open transactions of this connection, nested ones joined
};

} // namespace Deskbell::Db
