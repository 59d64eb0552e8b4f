// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/enumtable.h"
#include "common/base/id.h"
#include "common/base/jsonscan.h"
#include "common/base/jsonshape.h"
#include "common/base/result.h"
#include "common/base/time.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>
#include <QUuid>

#include <concepts>
#include <limits>
#include <optional>

namespace Deskbell {

/// A field of a change that may be absent ("leave it as it is"). A field that was given as null
/// holds the type's own "none": an invalid id or time, an empty text.
template <class T>
using Given = std::optional<T>;

/// What to do with members that nobody asked for.
enum class Unknown {
    Refused, ///< requests, and answers in contract tests
    Ignored, ///< answers read by the app: a newer server may say more
};

/// Reads a JSON object strictly. Each call reads one member into its target, which keeps its value
/// when the member is absent or faulty; faults are collected, one per field, and finish() yields
/// all of them. Targets may be the type itself or a std::optional of it.
///
/// One made with a JsonShape reads nothing: it writes down what it is asked for. So what a type's
/// read() takes and what is told of it to others (shapeOf()) cannot differ.
class JsonReader
{
public:
    explicit JsonReader(const QJsonObject &object, Unknown unknown = Unknown::Refused,
                        const QString &path = {});
    /// `shape` outlives this.
    explicit JsonReader(JsonShape &shape)
        : m_unknown(Unknown::Refused)
        , m_shape(&shape)
    {}

    /// Whether this writes down a shape and reads nothing. For a shape everything is there.
    bool isDescribing() const { return m_shape != nullptr; }
    bool has(QLatin1StringView name) const { return m_shape || m_object.contains(name); }
    /// Absent counts as null here.
    bool isNull(QLatin1StringView name) const
    {
        const QJsonValue value = m_object.value(name);
        return value.isNull() || value.isUndefined();
    }

    /// A text exactly as it was sent. Null gives an empty text.
    template <class T>
    void text(QLatin1StringView name, T &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::text(), presence);
        assign(target, takeText(name, presence));
    }
    /// A text from a person: trimmed, in normal form C. Lengths are the business of validate().
    template <class T>
    void cleanedText(QLatin1StringView name, T &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::text(), presence);
        assign(target, takeCleanedText(name, presence));
    }
    /// A whole number within [min, max].
    template <class T>
    void integer(QLatin1StringView name, T &target, Presence presence,
                 qint64 min = std::numeric_limits<int>::min(),
                 qint64 max = std::numeric_limits<int>::max())
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::integer(min, max), presence);
        if (const auto value = takeInteger(name, presence, min, max))
            target = int(*value);
    }
    /// The same or none: null empties the target.
    void integer(QLatin1StringView name, std::optional<int> &target, Presence presence,
                 qint64 min = std::numeric_limits<int>::min(),
                 qint64 max = std::numeric_limits<int>::max())
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::integer(min, max), presence);
        if (takeNull(name, target, presence))
            return;
        if (const auto value = takeInteger(name, presence, min, max))
            target = int(*value);
    }
    /// The same for sizes and counts that need 64 bits.
    template <class T>
    void bigInteger(QLatin1StringView name, T &target, Presence presence, qint64 min = 0)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::integer(min), presence);
        assign(target, takeInteger(name, presence, min, std::numeric_limits<qint64>::max()));
    }
    template <class T>
    void flag(QLatin1StringView name, T &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::flag(), presence);
        assign(target, takeFlag(name, presence));
    }
    /// A time in wire form. Null gives an invalid time.
    template <class T>
    void time(QLatin1StringView name, T &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::text(QStringLiteral("date-time")), presence);
        assign(target, takeTime(name, presence));
    }
    /// A day, "2026-11-21".
    template <class T>
    void day(QLatin1StringView name, T &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::text(QStringLiteral("date")), presence);
        assign(target, takeDay(name, presence));
    }
    /// An id, a number above 0. Null gives an invalid id.
    template <class Tag>
    void id(QLatin1StringView name, Id<Tag> &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::integer(1), presence);
        if (const auto value = takeId(name, presence))
            target = Id<Tag>(*value);
    }
    template <class Tag>
    void id(QLatin1StringView name, std::optional<Id<Tag>> &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::integer(1), presence);
        if (const auto value = takeId(name, presence))
            target = Id<Tag>(*value);
    }
    /// A value of a wire enum, in a target of that enum or an optional of it, which null empties.
    template <IsWireEnum E>
    void enumValue(QLatin1StringView name, E &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::oneOf(wireNames<E>()), presence);
        if (const auto value = takeEnum<E>(name, presence))
            target = *value;
    }
    template <IsWireEnum E>
    void enumValue(QLatin1StringView name, std::optional<E> &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::oneOf(wireNames<E>()), presence);
        if (takeNull(name, target, presence))
            return;
        if (const auto value = takeEnum<E>(name, presence))
            target = *value;
    }
    /// A list of wire enum values, each at most once. Where unknown members are ignored, so are
    /// names in the list that the table does not have.
    template <IsWireEnum E>
    void enumValues(QLatin1StringView name, QList<E> &target, Presence presence);
    /// A list of texts, each cleaned.
    template <class T>
    void texts(QLatin1StringView name, T &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::list(JsonShapes::text()), presence);
        assign(target, takeTexts(name, presence));
    }
    /// A list of ids, each at most once.
    template <class Tag>
    void ids(QLatin1StringView name, QList<Id<Tag>> &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::list(JsonShapes::integer(1)), presence);
        if (const auto values = takeIds(name, presence)) {
            target.clear();
            for (const qint64 value : *values)
                target.append(Id<Tag>(value));
        }
    }
    template <class Tag>
    void ids(QLatin1StringView name, std::optional<QList<Id<Tag>>> &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::list(JsonShapes::integer(1)), presence);
        QList<Id<Tag>> list;
        const qsizetype faults = m_faults.size();
        ids(name, list, presence);
        if (has(name) && m_faults.size() == faults)
            target = list;
    }
    /// A list of UUIDs, each at most once.
    template <class T>
    void uuids(QLatin1StringView name, T &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::list(JsonShapes::text(QStringLiteral("uuid"))),
                                presence);
        assign(target, takeUuids(name, presence));
    }
    /// An object whose members are somebody else's business (custom fields, details).
    template <class T>
    void object(QLatin1StringView name, T &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::object(), presence);
        assign(target, takeObject(name, presence));
    }
    /// Any list.
    template <class T>
    void array(QLatin1StringView name, T &target, Presence presence)
    {
        if (m_shape)
            return m_shape->add(name, JsonShapes::list(), presence);
        assign(target, takeArray(name, presence));
    }
    /// What a member looks like whose read() cannot show it, because it takes it apart by hand.
    /// Said before it is read; reading makes nothing of it.
    void describe(QLatin1StringView name, const QJsonObject &schema, Presence presence)
    {
        if (m_shape)
            m_shape->add(name, schema, presence);
    }
    /// Any value; null only with a presence that says so.
    void value(QLatin1StringView name, QJsonValue &target, Presence presence);

    /// An object read by `void read(JsonReader &, T &)` of its type. Null leaves an optional empty.
    template <class T>
    void child(QLatin1StringView name, T &target, Presence presence);
    template <class T>
    void child(QLatin1StringView name, std::optional<T> &target, Presence presence);
    /// A list of such objects.
    template <class T>
    void children(QLatin1StringView name, QList<T> &target, Presence presence);

    /// Says that a member is known though nobody reads it here.
    void accept(QLatin1StringView name) { m_known.insert(QString(name)); }
    /// Adds a fault of a member, unless it has one already.
    void fault(QLatin1StringView name, const QByteArray &key, const QJsonObject &params = {});
    /// Adds faults that validate() found; a field that has one already keeps it.
    void addFaults(const QList<FieldError> &faults);
    /// True when reading so far has found nothing wrong with this member.
    bool isSound(QLatin1StringView name) const;

    Unknown unknown() const { return m_unknown; }
    /// Every fault found, members that nobody asked for included. Call it once, at the end.
    QList<FieldError> finish();

private:
    template <class T, class V>
    static void assign(T &target, std::optional<V> value)
    {
        if (value)
            target = std::move(*value);
    }
    /// Whether the member is null; empties the target if the presence says that it may be.
    template <class T>
    bool takeNull(QLatin1StringView name, std::optional<T> &target, Presence presence)
    {
        if (!has(name) || !isNull(name))
            return false;
        bool null = false;
        take(name, presence, &null);
        if (null)
            target.reset();
        return true;
    }
    template <class E>
    std::optional<E> takeEnum(QLatin1StringView name, Presence presence)
    {
        const auto text = takeText(name, presence);
        if (!text)
            return std::nullopt;
        const auto value = fromWire<E>(*text);
        if (!value)
            fault(name, "unknown_value", {{QStringLiteral("allowed"), wireNames<E>()}});
        return value;
    }

    /// The member if it is there and not null; faults of presence are recorded. `null` tells the
    /// cases apart.
    std::optional<QJsonValue> take(QLatin1StringView name, Presence presence, bool *null = nullptr);
    std::optional<QString> takeText(QLatin1StringView name, Presence presence);
    std::optional<QString> takeCleanedText(QLatin1StringView name, Presence presence);
    std::optional<qint64> takeInteger(QLatin1StringView name, Presence presence, qint64 min,
                                      qint64 max);
    std::optional<bool> takeFlag(QLatin1StringView name, Presence presence);
    std::optional<QDateTime> takeTime(QLatin1StringView name, Presence presence);
    std::optional<QDate> takeDay(QLatin1StringView name, Presence presence);
    std::optional<qint64> takeId(QLatin1StringView name, Presence presence);
    std::optional<QStringList> takeTexts(QLatin1StringView name, Presence presence);
    std::optional<QList<qint64>> takeIds(QLatin1StringView name, Presence presence);
    std::optional<QList<QUuid>> takeUuids(QLatin1StringView name, Presence presence);
    std::optional<QJsonObject> takeObject(QLatin1StringView name, Presence presence);
    std::optional<QJsonArray> takeArray(QLatin1StringView name, Presence presence);
    QString pathOf(QLatin1StringView name) const;
    void addFault(FieldError error);

    QJsonObject m_object;
    QString m_path; ///< of this object in the whole, with a dot behind; empty at the top
    Unknown m_unknown;
    QSet<QString> m_known;
    QList<FieldError> m_faults;
    JsonShape *m_shape = nullptr;
};

/// A 422 that names every faulty field.
[[nodiscard]] Error invalidInput(const QList<FieldError> &faults);

template <class T>
concept Readable = requires(JsonReader &reader, T &value)
{
    read(reader, value);
};
template <class T>
concept Validated = requires(const T &value)
{
    {
        validate(value)
        } -> std::same_as<QList<FieldError>>;
};

/// Reads a value of any type that has `read(JsonReader &, T &)`, and asks its `validate(const T &)`
/// if it has one: every fault of shape and of content in one pass, one per field.
template <Readable T>
[[nodiscard]] Result<T> fromJson(const QJsonObject &object, Unknown unknown = Unknown::Refused)
{
    JsonReader reader(object, unknown);
    T value{};
    read(reader, value);
    if constexpr (Validated<T>)
        reader.addFaults(validate(value));
    if (const QList<FieldError> faults = reader.finish(); !faults.isEmpty())
        return fail(invalidInput(faults));
    return value;
}

/// What `read(JsonReader &, T &)` takes, as JSON Schema.
template <Readable T>
QJsonObject shapeOf()
{
    JsonShape shape;
    JsonReader reader(shape);
    T value{};
    read(reader, value);
    return shape.toSchema();
}

/// Reads a request body: scanned, parsed, read and validated.
template <Readable T>
[[nodiscard]] Result<T> fromJsonBytes(QByteArrayView json, Unknown unknown = Unknown::Refused)
{
    return parseObject(json).and_then(
            [unknown](const QJsonObject &object) { return fromJson<T>(object, unknown); });
}

template <IsWireEnum E>
void JsonReader::enumValues(QLatin1StringView name, QList<E> &target, Presence presence)
{
    if (m_shape)
        return m_shape->add(name, JsonShapes::list(JsonShapes::oneOf(wireNames<E>())), presence);
    const auto names = takeTexts(name, presence);
    if (!names)
        return;
    QList<E> values;
    for (const QString &text : *names) {
        const auto value = fromWire<E>(text);
        if (!value && m_unknown == Unknown::Ignored)
            continue;
        if (!value)
            return fault(name, "unknown_value", {{QStringLiteral("allowed"), wireNames<E>()}});
        if (values.contains(*value))
            return fault(name, "not_unique");
        values.append(*value);
    }
    target = values;
}

template <class T>
void JsonReader::child(QLatin1StringView name, T &target, Presence presence)
{
    if (m_shape)
        return m_shape->add(name, shapeOf<T>(), presence);
    bool null = false;
    if (const auto member = take(name, presence, &null)) {
        if (!member->isObject())
            return fault(name, "wrong_type");
        JsonReader reader(member->toObject(), m_unknown, pathOf(name));
        T value{};
        read(reader, value);
        const QList<FieldError> faults = reader.finish();
        if (faults.isEmpty())
            target = std::move(value);
        addFaults(faults);
    } else if (null) {
        target = T{};
    }
}

template <class T>
void JsonReader::child(QLatin1StringView name, std::optional<T> &target, Presence presence)
{
    if (m_shape)
        return m_shape->add(name, shapeOf<T>(), presence);
    if (takeNull(name, target, presence))
        return;
    T value{};
    const qsizetype faults = m_faults.size();
    child(name, value, presence);
    if (has(name) && m_faults.size() == faults)
        target = std::move(value);
}

template <class T>
void JsonReader::children(QLatin1StringView name, QList<T> &target, Presence presence)
{
    if (m_shape)
        return m_shape->add(name, JsonShapes::list(shapeOf<T>()), presence);
    const auto list = takeArray(name, presence);
    if (!list)
        return;
    QList<T> values;
    qsizetype index = 0;
    for (const QJsonValue &member : *list) {
        const QString path = pathOf(name) + QStringLiteral("[%1]").arg(index++);
        if (!member.isObject()) {
            addFault({.field = path, .key = "wrong_type"});
            continue;
        }
        JsonReader reader(member.toObject(), m_unknown, path);
        T value{};
        read(reader, value);
        addFaults(reader.finish());
        values.append(std::move(value));
    }
    target = std::move(values);
}

} // namespace Deskbell
