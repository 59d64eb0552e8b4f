// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/connection.h"

#include <functional>

namespace Deskbell::Db {

/// A transaction by scope: rolls back, and logs that it did, unless commit() was called. Inside
/// another one on the same connection it joins that one: its commit is then the outer's business,
/// and its rollback dooms the outer one.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Connection &connection);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Connection &connection, bool outermost);

    Connection *m_connection;
    bool m_outermost;
    bool m_done = false;
};

/// Runs `work` in a transaction and commits it when it succeeds. Serialization failures, deadlocks
/// and a connection lost before the commit was sent are tried again, at most three times; `work`
/// must therefore have no effect outside the database.
template<class T>
[[nodiscard]] Result<T> inTransaction(Connection &connection,
                                      const std::function<Result<T>()> &work);

} // namespace Deskbell::Db
