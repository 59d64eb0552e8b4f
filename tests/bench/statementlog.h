// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/testbed.h"

#include <QList>

#include <functional>
#include <optional>

namespace Deskbell::Bench {

/// A statement as PostgreSQL executed it.
struct LoggedStatement
{
    QByteArray name; ///< "tickets/insert_ticket", "text 3"; empty for BEGIN and COMMIT
    QByteArray sql;  ///< with $1, $2 …
    QList<std::optional<QByteArray>> values;
};

/// What the server says to PostgreSQL for one request of that person, from authentication to the
/// end: PostgreSQL itself is asked to log it. `request` makes one such request and says whether it
/// was answered well.
Result<QList<LoggedStatement>> logStatements(TestBed &bed, int person,
                                             const std::function<bool()> &request);

} // namespace Deskbell::Bench
