// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/enumtable.h"
#include "common/base/id.h"
#include "common/base/jsonreader.h"
#include "common/base/paging.h"
#include "common/base/result.h"

#include <QDateTime>
#include <QStringList>

#include <utility>

namespace Deskbell {

/// The decoded parameters of a query ("?status=open&page=2") in their order.
using QueryItems = QList<std::pair<QString, QString>>;

/// Decodes a query as it was sent, without '?': percent escapes, '+' for a space, UTF-8. Malformed
/// ("query.malformed") for a broken escape, bytes that are no UTF-8, or a NUL.
[[nodiscard]] Result<QueryItems> parseQuery(QByteArrayView query);

/// The opposite: what parseQuery() reads back the same.
QByteArray formatQuery(const QueryItems &items);

/// A list filter of people or teams: ids, "me" (for teams: mine), "none".
template <class AnyId>
struct IdFilter
{
    bool me = false;
    bool none = false;
    QList<AnyId> ids = {};

    bool isActive() const { return me || none || !ids.isEmpty(); }
    friend bool operator==(const IdFilter &, const IdFilter &) = default;
};

/// The parameters of a query, collected one by one: by a QueryReader that nobody reads with.
class QueryShape
{
public:
    /// What was said of a parameter first stays.
    void add(QLatin1StringView name, const QJsonObject &schema);
    /// As OpenAPI lists them; a list of values is separated by commas.
    QJsonArray toParameters() const { return m_parameters; }

private:
    QJsonArray m_parameters;
    QSet<QString> m_known;
};

/// Reads the parameters of a list route strictly, as JsonReader does a body: one fault per
/// parameter, unknown ones refused, each at most once. Targets keep their value when a parameter is
/// absent or faulty.
///
/// One made with a QueryShape reads nothing: it writes down what it is asked for, as JsonReader
/// does.
class QueryReader
{
public:
    explicit QueryReader(const QueryItems &items);
    /// `shape` outlives this.
    explicit QueryReader(QueryShape &shape)
        : m_shape(&shape)
    {}

    /// Whether this writes down a shape and reads nothing.
    bool isDescribing() const { return m_shape != nullptr; }
    bool has(QLatin1StringView name) const;
    void text(QLatin1StringView name, QString &target, int maxLength);
    void texts(QLatin1StringView name, QStringList &target); ///< comma-separated
    void time(QLatin1StringView name, QDateTime &target);
    void integer(QLatin1StringView name, int &target, int min, int max);
    void flag(QLatin1StringView name, std::optional<bool> &target);

    template <class Tag>
    void ids(QLatin1StringView name, QList<Id<Tag>> &target)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::list(JsonShapes::integer(1)));
        for (const qint64 value : takeIds(name, nullptr, nullptr))
            target.append(Id<Tag>(value));
    }
    template <class Tag>
    void idFilter(QLatin1StringView name, IdFilter<Id<Tag>> &target)
    {
        if (m_shape)
            return describePeople(name);
        for (const qint64 value : takeIds(name, &target.me, &target.none))
            target.ids.append(Id<Tag>(value));
    }
    template <IsWireEnum E>
    void enumValue(QLatin1StringView name, E &target)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::oneOf(wireNames<E>()));
        QString word;
        text(name, word, 100);
        if (!has(name))
            return;
        if (const auto value = fromWire<E>(word))
            target = *value;
        else
            fault(name, "unknown_value", {{QStringLiteral("allowed"), wireNames<E>()}});
    }
    template <IsWireEnum E>
    void enumValues(QLatin1StringView name, QList<E> &target)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::list(JsonShapes::oneOf(wireNames<E>())));
        QStringList words;
        texts(name, words);
        for (const QString &word : words) {
            if (const auto value = fromWire<E>(word))
                target.append(*value);
            else
                fault(name, "unknown_value", {{QStringLiteral("allowed"), wireNames<E>()}});
        }
    }
    /// `page`, `pageSize`, `cursor`; page and cursor exclude each other.
    void paging(PageRequest &page);

    void accept(QLatin1StringView name);
    /// What a parameter looks like that is taken apart by hand. Said before it is read; reading
    /// makes nothing of it.
    void describe(QLatin1StringView name, const QJsonObject &schema)
    {
        if (m_shape)
            m_shape->add(name, schema);
    }
    void fault(QLatin1StringView name, const QByteArray &key, const QJsonObject &params = {});
    /// Every fault found, unknown and repeated parameters included. Call it once, at the end.
    QList<FieldError> finish();

private:
    QList<qint64> takeIds(QLatin1StringView name, bool *me, bool *none);
    std::optional<QString> take(QLatin1StringView name);
    void describePeople(QLatin1StringView name);

    QueryItems m_items;
    QSet<QString> m_known;
    QList<FieldError> m_faults;
    QueryShape *m_shape = nullptr;
};

template <class T>
concept ReadableFromQuery = requires(QueryReader &reader, T &value)
{
    read(reader, value);
};

/// What the query says over the values that are there already.
template <ReadableFromQuery T>
[[nodiscard]] Result<T> fromQueryOver(const QueryItems &items, T value)
{
    QueryReader reader(items);
    read(reader, value);
    if (const QList<FieldError> faults = reader.finish(); !faults.isEmpty())
        return fail(invalidInput(faults));
    return value;
}

/// Reads a decoded query as any type that has `read(QueryReader &, T &)`; Invalid with a fault for
/// each faulty or unknown parameter.
template <ReadableFromQuery T>
[[nodiscard]] Result<T> fromQuery(const QueryItems &items)
{
    return fromQueryOver(items, T{});
}

/// What `read(QueryReader &, T &)` takes, as OpenAPI lists parameters.
template <ReadableFromQuery T>
QJsonArray parametersOf(T value = {})
{
    QueryShape shape;
    QueryReader reader(shape);
    read(reader, value);
    return shape.toParameters();
}

/// The parameters of a page request, to be sent; defaults are left out.
void appendPaging(QueryItems &items, const PageRequest &page);

/// "1,2,3", with "me" and "none" before it; nothing is added for an inactive filter.
template <class AnyId>
void appendIds(QueryItems &items, const QString &name, const IdFilter<AnyId> &filter)
{
    QStringList words;
    if (filter.me)
        words.append(QStringLiteral("me"));
    if (filter.none)
        words.append(QStringLiteral("none"));
    for (const AnyId id : filter.ids)
        words.append(QString::number(id.value()));
    if (!words.isEmpty())
        items.append({name, words.join(u',')});
}

template <class AnyId>
void appendIds(QueryItems &items, const QString &name, const QList<AnyId> &ids)
{
    appendIds(items, name, IdFilter<AnyId>{.ids = ids});
}

/// A comma-separated list; nothing is added for an empty one.
void appendWords(QueryItems &items, const QString &name, const QStringList &words);

template <IsWireEnum E>
void appendEnums(QueryItems &items, const QString &name, const QList<E> &values)
{
    QStringList words;
    for (const E value : values)
        words.append(QString(toWire(value)));
    appendWords(items, name, words);
}

/// Nothing is added for an invalid time.
void appendTime(QueryItems &items, const QString &name, const QDateTime &time);

} // namespace Deskbell
