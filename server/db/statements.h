// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

namespace Deskbell::Db {

/// A statement as PostgreSQL wants it ($1, $2 …) and the names that stand for the numbers, in
/// order.
struct Statement
{
    QByteArray sql;
    QList<QByteArray> placeholders; ///< ":ticket"; one that occurs twice is one number

    /// Replaces `:name` outside of texts, quoted names, comments and dollar quotes; `::` is a cast.
    static Statement parse(const QByteArray &text);
};

/// Every embedded statement (:/sql/<feature>/<name>.sql) by its name "tickets/insert_ticket". Read
/// once, unchanged afterwards, so any thread may ask.
class Statements
{
public:
    static const Statements &embedded();

    /// Null if there is none of that name.
    const Statement *find(QByteArrayView name) const;
    QList<QByteArray> names() const { return m_statements.keys(); }

private:
    Statements();

    QHash<QByteArray, Statement> m_statements;
};

} // namespace Deskbell::Db
