// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/statementlog.h"

#include <QMap>
#include <QTemporaryDir>

namespace Deskbell::Bench {

/// What varies between two runs of a floor's transaction.
struct Variation
{
    /// pgbench's own commands for the variables: "\set ticket random(1, 20000)".
    QByteArrayList commands;
    /// A value of the logged request and the variable that stands in its place.
    QMap<QByteArray, QByteArray> variables;
    /// A statement, and the prefix of the variables that its row's columns become: "new" makes
    /// the id that it answers "new_id".
    QMap<QByteArray, QByteArray> made;
};

/// The floor of a request: pgbench with the statements that the server said to PostgreSQL for it,
/// in the same transactions, with the same settings, over the Unix socket.
class Floor
{
public:
    /// Logs each of the requests of the person and makes a script of it; pgbench then takes them
    /// in turn. A person's account and session become those of pgbench's client.
    [[nodiscard]] static Result<Floor> of(TestBed &bed, int person,
                                          const QList<std::function<bool()>> &requests,
                                          const std::function<Variation()> &variation);

    /// Transactions a second of that many clients.
    [[nodiscard]] Result<double> measure(int clients, std::chrono::seconds time) const;
    /// Statements of one request, BEGIN and COMMIT included.
    int statements() const { return m_statements; }

private:
    void addScript(const QList<LoggedStatement> &statements, const Variation &variation);
    [[nodiscard]] Result<> readSettings(TestBed &bed);

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_arguments; ///< of pgbench
    QByteArray m_options;    ///< PGOPTIONS
    int m_scripts = 0;
    int m_statements = 0;
};

} // namespace Deskbell::Bench
