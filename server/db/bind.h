// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QVariant>

#include <concepts>
#include <initializer_list>
#include <optional>

class QJsonArray;
class QJsonObject;
class QUuid;

namespace Deskbell::Db {

/// A bound value: `{":ticket", id}`, written as PostgreSQL reads it. What becomes NULL: `nullptr`,
/// an empty optional, an id that is "none", an invalid QDateTime, QDate or QVariant, a null QUuid.
/// A QString or QByteArray is never NULL, an empty one is ''. Lists become array literals; the
/// statement casts (`:ids::bigint[]`). A QByteArray is sent raw to a bytea and as UTF-8 text to
/// anything else.
class Bind
{
public:
    Bind(const char *name, std::nullptr_t)
        : m_name(name)
    {}
    template <std::same_as<bool> B>
    Bind(const char *name, B value)
        : Bind(name, Form::Text, value ? "t" : "f")
    {}
    template <std::integral I>
    requires(!std::same_as<I, bool>) Bind(const char *name, I value)
        : Bind(name, Form::Text, QByteArray::number(value))
    {}
    Bind(const char *name, double value);
    Bind(const char *name, const QString &value)
        : Bind(name, Form::Text, value.toUtf8())
    {}
    Bind(const char *name, QLatin1StringView value)
        : Bind(name, QString(value))
    {}
    Bind(const char *name, const QByteArray &value)
        : Bind(name, Form::Bytes, value)
    {}
    Bind(const char *name, const QDateTime &value);
    Bind(const char *name, QDate value);
    Bind(const char *name, const QUuid &value);
    Bind(const char *name, const QJsonObject &value);
    Bind(const char *name, const QJsonArray &value);
    Bind(const char *name, const QList<qint64> &values);
    Bind(const char *name, const QStringList &values);
    Bind(const char *name, const QVariant &value);
    template <class Tag>
    Bind(const char *name, Id<Tag> id)
        : m_name(name)
    {
        if (id.isValid())
            setText(QByteArray::number(id.value()));
    }
    template <class Tag>
    Bind(const char *name, const QList<Id<Tag>> &ids)
        : Bind(name, numbersOf(ids))
    {}
    template <class T>
    Bind(const char *name, const std::optional<T> &value)
        : Bind(value ? Bind(name, *value) : Bind(name, nullptr))
    {}
    /// A C string would be taken for a bool or a bytea; say which text it is: u"…"_s or "…"_L1.
    Bind(const char *name, const char *value) = delete;

    const char *name() const { return m_name; }
    bool isNull() const { return m_form == Form::Null; }
    bool isBytes() const { return m_form == Form::Bytes; }
    const QByteArray &value() const { return m_value; }

private:
    enum class Form { Null, Text, Bytes };
    Bind(const char *name, Form form, const QByteArray &value)
        : m_name(name)
        , m_form(form)
        , m_value(value)
    {}
    void setText(const QByteArray &text);
    template <class Tag>
    static QList<qint64> numbersOf(const QList<Id<Tag>> &ids)
    {
        QList<qint64> numbers;
        numbers.reserve(ids.size());
        for (const Id<Tag> id : ids)
            numbers.append(id.value());
        return numbers;
    }

    const char *m_name;
    Form m_form = Form::Null;
    QByteArray m_value;
};

using Binds = std::initializer_list<Bind>;

} // namespace Deskbell::Db
