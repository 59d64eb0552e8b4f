// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/transaction.h"

#include <QRandomGenerator>
#include <QThread>

#include <utility>

namespace Deskbell::Db {

Result<Transaction> Transaction::begin(Connection &connection)
{
    if (const Result<> begun = connection.begin(); !begun)
        return fail(begun.error());
    return Transaction(connection);
}

Transaction::~Transaction()
{
    if (m_connection)
        m_connection->rollback();
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{}

Result<> Transaction::commit()
{
    Q_ASSERT(m_connection);
    return std::exchange(m_connection, nullptr)->commit();
}

void waitBeforeRetry(int attempt)
{
    const int longest = 10 << attempt;
    QThread::msleep(ulong(QRandomGenerator::global()->bounded(1, longest)));
}

} // namespace Deskbell::Db
