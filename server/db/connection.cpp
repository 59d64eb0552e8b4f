// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/connection.h"

#include "server/db/databaseerror.h"
#include "server/db/driverconnection.h"
#include "server/db/logging.h"
#include "server/db/statements.h"

#include <QVarLengthArray>

#include <algorithm>
#include <libpq-fe.h>
#include <poll.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace Deskbell::Db {

namespace {

constexpr int oldestServer = 150000; // NULLS NOT DISTINCT, pipeline mode, JSON functions
constexpr int mostPreparedTexts = 256;
constexpr Oid byteaType = 17;

void logNotice(void *, const char *message)
{
    qCInfo(lcDb).noquote() << QString::fromUtf8(message).trimmed();
}

/// Something arrived although nothing was asked: notices, or the news that the server is gone.
bool hasUnreadInput(const pg_conn *connection)
{
    pollfd socket = {.fd = PQsocket(connection), .events = POLLIN, .revents = 0};
    return poll(&socket, 1, 0) > 0;
}

} // namespace

/// A statement as this connection's server knows it.
struct Connection::Prepared
{
    QByteArray name;
    QList<QByteArray> placeholders;
    QList<bool> isBytea; ///< by placeholder
};

Connection::Connection(ConnectionSettings settings)
    : m_settings(std::move(settings))
{}

Connection::~Connection()
{
    Q_ASSERT_X(m_depth == 0, "Connection", "a transaction outlives its connection");
}

pg_conn *Connection::handle() const
{
    return m_connection ? m_connection->handle() : nullptr;
}

bool Connection::isOpen() const
{
    return PQstatus(handle()) == CONNECTION_OK;
}

Result<> Connection::ensureOpen()
{
    if (m_depth > 0) {
        if (m_doom)
            return fail(*m_doom);
        return {};
    }
    // Noticing here that an idle connection has died makes reopening safe: nothing was sent yet.
    // More than once: a farewell comes before the end.
    while (isOpen() && hasUnreadInput(handle()))
        PQconsumeInput(handle());
    if (isOpen() && !m_stale)
        return {};
    if (m_connection && !m_stale)
        qCWarning(lcDb) << "the database connection was lost; opening a new one";
    return open();
}

Result<> Connection::open()
{
    m_named.clear();
    m_texts.clear();
    m_stale = false;
    QMap<QByteArray, QByteArray> parameters = {
            {"connect_timeout", "5"},
            {"application_name", "deskbelld"},
            {"target_session_attrs", "read-write"},
            // A host that vanished without a word is noticed; Unix sockets ignore these.
            {"keepalives_idle", "30"},
            {"tcp_user_timeout", QByteArray::number(m_settings.statementTimeoutMs + 5000)},
    };
    parameters.insert(m_settings.parameters);
    m_connection.reset();
    Result<std::unique_ptr<DriverConnection>> opened = DriverConnection::open(parameters);
    if (!opened)
        return fail(opened.error());
    m_connection = std::move(*opened);
    PQsetNoticeProcessor(handle(), logNotice, nullptr);
    Result<> ready = enterKnownState();
    if (!ready)
        m_connection.reset();
    return ready;
}

Result<> Connection::enterKnownState()
{
    const QByteArray sql
            = QByteArrayLiteral(
                      "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD';"
                      "SET client_encoding = 'UTF8';"
                      "SET bytea_output = 'hex'; SET extra_float_digits = 1;"
                      "SET standard_conforming_strings = on;"
                      "SET client_min_messages = warning;"
                      "SET search_path = ticket, public;"
                      // Compiling takes longer than any of our statements should.
                      "SET jit = off;"
                      // Statements are written so that one plan is right for all values, and views
                      // of many tables are planned with what they are joined to.
                      "SET plan_cache_mode = force_generic_plan;"
                      "SET join_collapse_limit = 12;"
                      "SET statement_timeout = ")
              + QByteArray::number(m_settings.statementTimeoutMs)
              + "; SET lock_timeout = " + QByteArray::number(m_settings.lockTimeoutMs)
              + "; SET idle_in_transaction_session_timeout = "
              + QByteArray::number(m_settings.idleInTransactionTimeoutMs)
              // An answer to a writer promises that it is on disk. Stronger settings stay.
              + "; SELECT set_config('synchronous_commit', 'on', false)"
                "  WHERE current_setting('synchronous_commit') = 'off';"
                "SELECT current_setting('server_encoding')";
    Result<Rows> rows = command(sql, "session");
    if (!rows)
        return fail(rows.error());
    if (PQserverVersion(handle()) < oldestServer)
        return fail(Error{.code = ErrorCode::Unavailable,
                          .key = "database.too_old",
                          .detail = u"PostgreSQL 15 or newer is needed."_s});
    if (!rows->next() || rows->view(0) != "UTF8")
        return fail(Error{.code = ErrorCode::Unavailable,
                          .key = "database.not_utf8",
                          .detail = u"The database's encoding must be UTF8."_s});
    return {};
}

int Connection::descriptor() const
{
    return isOpen() ? PQsocket(handle()) : -1;
}

bool Connection::takeNotifications()
{
    if (!isOpen())
        return false;
    PQconsumeInput(handle());
    bool fromOthers = false;
    while (PGnotify *notification = PQnotifies(handle())) {
        fromOthers |= notification->be_pid != PQbackendPID(handle());
        PQfreemem(notification);
    }
    return fromOthers;
}

Result<Rows> Connection::run(const char *name, Binds binds)
{
    return runPrepared([&] { return prepareNamed(name); }, binds);
}

Result<Rows> Connection::runText(const QString &sql, const QList<Bind> &binds, Planning planning)
{
    return runPrepared([&] { return prepareText(sql.toUtf8()); }, binds, planning);
}

Result<> Connection::script(const QString &sql)
{
    if (const Result<> open = ensureOpen(); !open)
        return open;
    if (std::exchange(m_beginPending, false))
        if (const Result<Rows> begun = command("BEGIN", "BEGIN"); !begun)
            return fail(begun.error());
    const Result<Rows> rows = command(sql.toUtf8(), "script");
    if (!rows)
        return fail(rows.error());
    return {};
}

template <class Prepare>
Result<Rows> Connection::runPrepared(Prepare prepare, std::span<const Bind> binds,
                                     Planning planning)
{
    for (bool repeated = false;; repeated = true) {
        if (const Result<> open = ensureOpen(); !open)
            return fail(open.error());
        const Result<Prepared *> prepared = prepare();
        if (!prepared)
            return fail(prepared.error());
        Result<Rows> rows = execute(**prepared, binds, planning);
        // A stale statement was refused before it did anything.
        if (rows || repeated || !m_stale || m_depth > 0)
            return rows;
    }
}

Result<Connection::Prepared *> Connection::prepareNamed(const char *name)
{
    const auto known = m_named.constFind(QByteArray::fromRawData(name, qsizetype(qstrlen(name))));
    if (known != m_named.cend())
        return known->get();
    const Statement *statement = Statements::embedded().find(name);
    if (!statement)
        return fail(
                Error::internal(u"There is no statement \"%1\"."_s.arg(QLatin1StringView(name))));
    Result<std::unique_ptr<Prepared>> made = prepare(name, *statement);
    if (!made)
        return fail(made.error());
    return m_named.insert(name, std::move(*made))->get();
}

Result<Connection::Prepared *> Connection::prepareText(const QByteArray &sql)
{
    const auto known = m_texts.constFind(sql);
    if (known != m_texts.cend())
        return known->get();
    if (m_texts.size() >= mostPreparedTexts)
        if (const Result<> forgotten = forgetTexts(); !forgotten)
            return fail(forgotten.error());
    Result<std::unique_ptr<Prepared>> made
            = prepare("text " + QByteArray::number(++m_textCount), Statement::parse(sql));
    if (!made)
        return fail(made.error());
    return m_texts.insert(sql, std::move(*made))->get();
}

Result<std::unique_ptr<Connection::Prepared>> Connection::prepare(const QByteArray &name,
                                                                  const Statement &statement)
{
    pg_conn *connection = handle();
    const Result<Rows> parsed = answer(
            PQprepare(connection, name.constData(), statement.sql.constData(), 0, nullptr), name);
    if (!parsed)
        return fail(parsed.error());
    pg_result *described = PQdescribePrepared(connection, name.constData());
    auto prepared = std::make_unique<Prepared>();
    prepared->name = name;
    prepared->placeholders = statement.placeholders;
    for (int i = 0; i < PQnparams(described); ++i)
        prepared->isBytea.append(PQparamtype(described, i) == byteaType);
    if (const Result<Rows> rows = answer(described, name); !rows)
        return fail(rows.error());
    return prepared;
}

/// Composed texts vary without bound; what a server keeps for them must not.
Result<> Connection::forgetTexts()
{
    QByteArray sql;
    for (const std::shared_ptr<Prepared> &prepared : std::as_const(m_texts))
        sql += "DEALLOCATE \"" + prepared->name + "\";";
    m_texts.clear();
    const Result<Rows> done = command(sql, "DEALLOCATE");
    if (!done)
        return fail(done.error());
    return {};
}

Result<Rows> Connection::execute(const Prepared &prepared, std::span<const Bind> binds,
                                 Planning planning)
{
    const qsizetype count = prepared.placeholders.size();
    if (qsizetype(binds.size()) != count)
        return fail(Error::internal(u"%1 has %2 placeholders, not %3."_s.arg(
                QString::fromUtf8(prepared.name), QString::number(count),
                QString::number(binds.size()))));
    QVarLengthArray<const char *, 32> values(count);
    QVarLengthArray<int, 32> lengths(count);
    QVarLengthArray<int, 32> formats(count);
    for (qsizetype i = 0; i < count; ++i) {
        const auto bind = std::find_if(binds.begin(), binds.end(), [&](const Bind &candidate) {
            return prepared.placeholders[i] == candidate.name();
        });
        if (bind == binds.end())
            return fail(Error::internal(u"%1 needs a value for %2."_s.arg(
                    QString::fromUtf8(prepared.name),
                    QString::fromUtf8(prepared.placeholders[i]))));
        const bool raw = bind->isBytes() && prepared.isBytea[i];
        // libpq takes text up to its first NUL; PostgreSQL stores none. Say so instead of cutting.
        if (!raw && bind->value().contains('\0'))
            return fail(toError(
                    {.sqlState = "22021", .constraint = {}, .message = u"a text contains NUL"_s},
                    prepared.name));
        values[i] = bind->isNull() ? nullptr : bind->value().constData();
        lengths[i] = int(bind->value().size());
        formats[i] = raw ? 1 : 0;
    }
    const char *before = commandBefore(planning);
    pg_result *result
            = before ? executeAfter(before, prepared.name.constData(), int(count),
                                    values.constData(), lengths.constData(), formats.constData())
                     : PQexecPrepared(handle(), prepared.name.constData(), int(count),
                                      values.constData(), lengths.constData(), formats.constData(),
                                      0);
    return answer(result, prepared.name);
}

/// What has to be said together with the next statement; null: nothing.
const char *Connection::commandBefore(Planning planning)
{
    if (std::exchange(m_beginPending, false))
        return "BEGIN";
    // "true": for this transaction, and outside of one that is these two statements.
    if (planning == Planning::EachTime)
        return "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)";
    return nullptr;
}

/// The command travels with the statement: one round trip less.
pg_result *Connection::executeAfter(const char *command, const char *name, int count,
                                    const char *const *values, const int *lengths,
                                    const int *formats)
{
    pg_conn *connection = handle();
    PQenterPipelineMode(connection);
    PQsendQueryParams(connection, command, 0, nullptr, nullptr, nullptr, nullptr, 0);
    PQsendQueryPrepared(connection, name, count, values, lengths, formats, 0);
    PQpipelineSync(connection);
    // Each answer ends with a null; the synchronisation's answer follows them.
    pg_result *done = PQgetResult(connection);
    PQclear(PQgetResult(connection));
    pg_result *result = PQgetResult(connection);
    PQclear(PQgetResult(connection));
    PQclear(PQgetResult(connection));
    if (PQexitPipelineMode(connection) == 0 && isOpen())
        qCCritical(lcDb) << "the answers to" << command << "and" << name << "are out of step";
    const ExecStatusType status = PQresultStatus(done);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        std::swap(done, result); // then the statement was only skipped
    PQclear(done);
    return result;
}

Result<Rows> Connection::command(const QByteArray &sql, const QByteArray &what)
{
    return answer(PQexec(handle(), sql.constData()), what);
}

/// Takes ownership of the result.
Result<Rows> Connection::answer(pg_result *result, const QByteArray &what)
{
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY)
        return Rows(result);
    Diagnosis diagnosis = {
            .sqlState = PQresultErrorField(result, PG_DIAG_SQLSTATE),
            .constraint = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME),
            .message = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY)),
    };
    PQclear(result);
    if (diagnosis.sqlState.isEmpty()) {
        diagnosis.sqlState = isOpen() ? "XX000" : "08006";
        diagnosis.message = QString::fromUtf8(PQerrorMessage(handle())).trimmed();
    }
    // Another schema, another server behind the same door, or one that became a standby.
    if (diagnosis.sqlState == "0A000" || diagnosis.sqlState == "26000"
        || diagnosis.sqlState == "25006")
        m_stale = true;
    Error error = toError(diagnosis, what);
    if (m_depth > 0 && !m_doom)
        m_doom = error;
    return fail(std::move(error));
}

Result<> Connection::begin()
{
    if (const Result<> open = ensureOpen(); !open)
        return open;
    if (m_depth++ == 0)
        m_beginPending = true;
    return {};
}

Result<> Connection::commit()
{
    if (m_depth > 1 && !m_doom) {
        --m_depth;
        return {};
    }
    if (m_doom) {
        const Error error = *m_doom;
        rollback();
        return fail(error);
    }
    m_depth = 0;
    if (std::exchange(m_beginPending, false))
        return {};
    // PostgreSQL answers COMMIT with a quiet ROLLBACK when the transaction has failed or is gone.
    if (isOpen() && PQtransactionStatus(handle()) != PQTRANS_INTRANS) {
        m_connection.reset();
        return fail(Error::internal(u"There is no transaction to commit; a statement ended it."_s));
    }
    const Result<Rows> done = command("COMMIT", "COMMIT");
    if (!done && !isOpen())
        return fail(outcomeUnknown(done.error().detail));
    if (!done)
        return fail(done.error());
    return {};
}

void Connection::rollback()
{
    if (--m_depth > 0) {
        if (!m_doom)
            m_doom = Error::internal(u"An inner transaction was rolled back."_s);
        return;
    }
    qCDebug(lcDb) << "rolled back:" << (m_doom ? m_doom->detail : u"not committed"_s);
    m_doom.reset();
    if (std::exchange(m_beginPending, false) || !isOpen())
        return;
    if (!command("ROLLBACK", "ROLLBACK"))
        m_connection.reset();
}

} // namespace Deskbell::Db
