// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/db/bind.h"
#include "server/db/connectionsettings.h"
#include "server/db/rows.h"

#include <QHash>

#include <memory>
#include <optional>
#include <span>

struct pg_conn;

namespace Deskbell::Db {

class DriverConnection;
struct Statement;

/// How PostgreSQL plans a composed text.
enum class Planning {
    Once,     ///< for whatever values come
    EachTime, ///< for these values: where the right way depends on how frequent they are
};

/// One database connection of one thread; statements are prepared once and kept. It is opened in a
/// known state (UTC, time limits, application name) or not at all, and reopened when it was lost,
/// unless a transaction is open: that one fails as a whole. Not thread-safe: lives and dies on the
/// thread that made it.
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

    /// Runs the named statement ("tickets/insert_ticket") with its values. A failed statement
    /// becomes an Error by its SQLSTATE class (server/db/databaseerror.h); a violated constraint's
    /// name is in its params. In a transaction the failure dooms it. Outside of one nothing is
    /// repeated whose outcome is not known.
    [[nodiscard]] Result<Rows> run(const char *statement, Binds binds = {});

    /// Runs text that a tested builder composed (list filters); prepared and cached by its text.
    [[nodiscard]] Result<Rows> runText(const QString &sql, const QList<Bind> &binds = {},
                                       Planning planning = Planning::Once);

    /// For migrations and set-up: no parameters, several commands allowed. Without a transaction
    /// around it the commands are one implicit transaction.
    [[nodiscard]] Result<> script(const QString &sql);

    /// For a thread that LISTENs and waits: what to poll, -1 while closed; and whether another
    /// session's NOTIFY has come since this was asked last. A connection that was reopened listens
    /// to nothing.
    int descriptor() const;
    [[nodiscard]] bool takeNotifications();

    bool inTransaction() const { return m_depth > 0; }
    const ConnectionSettings &settings() const { return m_settings; }

private:
    friend class Transaction;
    struct Prepared;

    pg_conn *handle() const; ///< null while closed
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> enterKnownState();
    [[nodiscard]] Result<Prepared *> prepareNamed(const char *name);
    [[nodiscard]] Result<Prepared *> prepareText(const QByteArray &sql);
    [[nodiscard]] Result<std::unique_ptr<Prepared>> prepare(const QByteArray &name,
                                                            const Statement &statement);
    [[nodiscard]] Result<> forgetTexts();
    template <class Prepare>
    [[nodiscard]] Result<Rows> runPrepared(Prepare prepare, std::span<const Bind> binds,
                                           Planning planning = Planning::Once);
    [[nodiscard]] Result<Rows> execute(const Prepared &prepared, std::span<const Bind> binds,
                                       Planning planning);
    const char *commandBefore(Planning planning);
    pg_result *executeAfter(const char *command, const char *name, int count,
                            const char *const *values, const int *lengths, const int *formats);
    /// Text without parameters by the simple protocol; `what` names it in an Error.
    [[nodiscard]] Result<Rows> command(const QByteArray &sql, const QByteArray &what);
    [[nodiscard]] Result<Rows> answer(pg_result *result, const QByteArray &what);

    [[nodiscard]] Result<> begin();
    [[nodiscard]] Result<> commit();
    void rollback();

    ConnectionSettings m_settings;
    std::unique_ptr<DriverConnection> m_connection;
    QHash<QByteArray, std::shared_ptr<Prepared>> m_named;
    QHash<QByteArray, std::shared_ptr<Prepared>> m_texts; ///< by their text
    int m_textCount = 0;         ///< ever prepared; numbers their names on the server
    int m_depth = 0;             ///< open transactions of this connection, nested ones joined
    bool m_beginPending = false; ///< BEGIN is sent together with the first statement
    std::optional<Error> m_doom; ///< why the open transaction can only be rolled back
    bool m_stale = false;        ///< prepared statements are out of date: reopen when idle
};

} // namespace Deskbell::Db
