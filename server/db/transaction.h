// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/connection.h"
#include "server/db/databaseerror.h"

#include <functional>
#include <type_traits>

namespace Deskbell::Db {

/// A transaction by scope: rolls back, and logs that it did, unless commit() was called. Inside
/// another one on the same connection it joins that one: its commit is then the outer's business,
/// and its rollback dooms the outer one. Must not outlive its connection.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Connection &connection);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    /// Fails with what doomed it if a statement or an inner transaction failed before, with
    /// "database.outcome_unknown" if the connection was lost on the way.
    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Connection &connection)
        : m_connection(&connection)
    {}

    Connection *m_connection; ///< null when committed or moved from
};

/// Waits a moment, longer with each attempt and never the same for two threads, before a
/// transaction is tried again.
void waitBeforeRetry(int attempt);

/// How often inTransaction() repeats what failed.
constexpr int maxTransactionRetries = 3;

/// Runs `work`, a `Result<T>()`, in a transaction and commits it when it succeeds. Serialization
/// failures, deadlocks and a connection lost before the commit was sent are tried again, at most
/// three times; `work` must therefore have no effect outside the database. Joined to an outer
/// transaction it is not repeated: the outermost one is.
template <class T = void, class Work>
requires std::is_invocable_r_v<Result<T>, Work &> [[nodiscard]] Result<T>
inTransaction(Connection &connection, Work &&work)
{
    const bool outermost = !connection.inTransaction();
    const auto once = [&]() -> Result<T> {
        Result<Transaction> transaction = Transaction::begin(connection);
        if (!transaction)
            return fail(transaction.error());
        Result<T> result = std::invoke(work);
        if (!result)
            return result;
        if (const Result<> committed = transaction->commit(); !committed)
            return fail(committed.error());
        return result;
    };
    for (int attempt = 1;; ++attempt) {
        Result<T> result = once();
        if (result || !outermost || attempt > maxTransactionRetries || !isRetryable(result.error()))
            return result;
        waitBeforeRetry(attempt);
    }
}

} // namespace Deskbell::Db
