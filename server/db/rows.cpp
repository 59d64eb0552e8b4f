// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/rows.h"

#include "server/db/textformat.h"

#include <charconv>
#include <libpq-fe.h>

namespace Deskbell::Db {

Rows::Rows(pg_result *result)
    : m_result(result)
    , m_count(PQntuples(result))
{}
Rows::~Rows() = default;
Rows::Rows(Rows &&) noexcept = default;
Rows &Rows::operator=(Rows &&) noexcept = default;

int Rows::affected() const
{
    return QByteArrayView(PQcmdTuples(m_result.get())).toInt();
}

bool Rows::isNull(int column) const
{
    return PQgetisnull(m_result.get(), m_row, column) != 0;
}

qint64 Rows::number(int column) const
{
    const QByteArrayView digits = view(column);
    qint64 number = 0;
    std::from_chars(digits.begin(), digits.end(), number);
    return number;
}

QDateTime Rows::time(int column) const
{
    return TextFormat::toTime(view(column));
}

QByteArray Rows::bytes(int column) const
{
    const QByteArrayView hex = view(column);
    return hex.startsWith("\\x") ? QByteArray::fromHex(hex.sliced(2).toByteArray()) : QByteArray();
}

QStringList Rows::texts(int column) const
{
    return TextFormat::toTexts(view(column)).value_or(QStringList());
}

QList<qint64> Rows::numbers(int column) const
{
    QList<qint64> numbers;
    for (const QString &text : texts(column))
        numbers.append(text.toLongLong());
    return numbers;
}

QByteArrayView Rows::view(int column) const
{
    Q_ASSERT(m_row >= 0 && m_row < m_count && column >= 0 && column < PQnfields(m_result.get()));
    return {PQgetvalue(m_result.get(), m_row, column), PQgetlength(m_result.get(), m_row, column)};
}

void Rows::Clear::operator()(pg_result *result) const
{
    PQclear(result);
}

} // namespace Deskbell::Db
