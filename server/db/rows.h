// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>

struct pg_result;

namespace Deskbell::Db {

/// The rows of one answer, which it owns. Columns by position, as the statement names them. NULL
/// reads as the empty text, 0, false or an invalid time.
class Rows
{
public:
    explicit Rows(pg_result *result);
    ~Rows();
    Rows(Rows &&) noexcept;
    Rows &operator=(Rows &&) noexcept;

    /// To the next row, the first one at the first call.
    bool next() { return ++m_row < m_count; }
    int count() const { return m_count; }
    /// Rows that an INSERT, UPDATE or DELETE touched.
    int affected() const;

    bool isNull(int column) const;
    QString text(int column) const { return QString::fromUtf8(view(column)); }
    qint64 number(int column) const;
    double real(int column) const { return view(column).toDouble(); }
    bool flag(int column) const { return view(column) == "t"; }
    QDateTime time(int column) const;        ///< UTC
    QByteArray bytes(int column) const;      ///< of a bytea
    QStringList texts(int column) const;     ///< of a text[]
    QList<qint64> numbers(int column) const; ///< of a bigint[]
    /// JSON or any text exactly as PostgreSQL sent it, in UTF-8.
    QByteArray utf8(int column) const { return view(column).toByteArray(); }
    /// The same without a copy; valid as long as these rows.
    QByteArrayView view(int column) const;
    template <class AnyId>
    AnyId id(int column) const
    {
        return AnyId(number(column));
    }

private:
    struct Clear
    {
        void operator()(pg_result *result) const;
    };
    std::unique_ptr<pg_result, Clear> m_result;
    int m_count = 0;
    int m_row = -1;
};

} // namespace Deskbell::Db
