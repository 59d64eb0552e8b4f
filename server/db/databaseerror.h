// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

namespace Deskbell::Db {

/// What PostgreSQL or libpq said about a failure. SQLSTATE 08006 stands for a connection that ended
/// without a word.
struct Diagnosis
{
    QByteArray sqlState;
    QByteArray constraint;
    QString message;
};

/// The Error for a failure, by the class of its SQLSTATE. Its parameters carry "sqlstate" and,
/// where there is one, "constraint"; its detail begins with `what`, the name of the statement.
///
///   database.duplicate (Conflict)      a unique or exclusion constraint
///   database.reference (Conflict)      a foreign key
///   database.constraint (Invalid)      a check or NOT NULL
///   database.value (Invalid)           text or number PostgreSQL does not take, such as a NUL
///   database.busy (Unavailable)        serialization failure, deadlock, lock not available in time
///   database.timeout (Timeout)         took longer than statement_timeout
///   database.unavailable (Unavailable) gone, starting, stopping, full of connections, read-only
///   storage.full (Unavailable)         no space left
///   internal (Internal)                anything else: our mistake
Error toError(const Diagnosis &diagnosis, const QByteArray &what);

/// The connection was lost while COMMIT was under way: it may have happened or not. Unavailable,
/// "database.outcome_unknown"; never retried here, the caller's idempotency key decides.
Error outcomeUnknown(const QString &detail);

/// Repeating the whole transaction may succeed and cannot do anything twice.
bool isRetryable(const Error &error);

} // namespace Deskbell::Db
