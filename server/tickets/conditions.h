// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/bind.h"

#include <QStringList>

namespace Deskbell::Server {

/// Collects conditions with the values that they need.
class Conditions
{
public:
    Conditions() = default;
    /// None yet, but these values.
    explicit Conditions(QList<Db::Bind> binds)
        : m_binds(std::move(binds))
    {}

    void add(const QString &condition) { m_conditions.append(condition); }
    template <class T>
    void add(const QString &condition, const char *name, const T &value)
    {
        m_conditions.append(condition);
        bind(name, value);
    }
    template <class T>
    void bind(const char *name, const T &value)
    {
        m_binds.append(Db::Bind(name, value));
    }

    /// One of the values. A single one is compared plainly: only then does an index that begins
    /// with the column yield the order of the list, too.
    template <class T>
    void addOneOf(const QString &column, const char *name, const QList<T> &values,
                  const QString &type)
    {
        if (values.isEmpty())
            return;
        const QString placeholder = QString::fromLatin1(name);
        if (values.size() == 1)
            add(column + QStringLiteral(" = ") + placeholder + QStringLiteral("::") + type, name,
                values.first());
        else
            add(column + QStringLiteral(" = ANY (") + placeholder + QStringLiteral("::") + type
                        + QStringLiteral("[])"),
                name, values);
    }

    /// Names and binds a value whose place in the text is composed.
    template <class T>
    QString value(const T &value)
    {
        const char *name = nextName();
        bind(name, value);
        return QString::fromLatin1(name);
    }

    QString where() const
    {
        return m_conditions.isEmpty()
                       ? QString()
                       : QStringLiteral(" WHERE ") + m_conditions.join(QLatin1StringView(" AND "));
    }
    const QList<Db::Bind> &binds() const { return m_binds; }

private:
    const char *nextName();

    QStringList m_conditions;
    QList<Db::Bind> m_binds;
    size_t m_named = 0; ///< values that nextName() gave a name
};

} // namespace Deskbell::Server
