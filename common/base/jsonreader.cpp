// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/jsonreader.h"

#include "common/base/text.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Deskbell {

JsonReader::JsonReader(const QJsonObject &object, Unknown unknown, const QString &path)
    : m_object(object)
    , m_path(path.isEmpty() ? path : path + u'.')
    , m_unknown(unknown)
{}

QString JsonReader::pathOf(QLatin1StringView name) const
{
    return m_path + name;
}

void JsonReader::addFault(FieldError error)
{
    if (m_faults.size() >= maxFieldErrors)
        return;
    const auto same = [&error](const FieldError &other) {
        return other.field == error.field;
    };
    if (std::none_of(m_faults.cbegin(), m_faults.cend(), same))
        m_faults.append(std::move(error));
}

void JsonReader::fault(QLatin1StringView name, const QByteArray &key, const QJsonObject &params)
{
    addFault({.field = pathOf(name), .key = key, .params = params});
}

void JsonReader::addFaults(const QList<FieldError> &faults)
{
    for (const FieldError &error : faults)
        addFault(error);
}

bool JsonReader::isSound(QLatin1StringView name) const
{
    const QString path = pathOf(name);
    return std::none_of(m_faults.cbegin(), m_faults.cend(),
                        [&path](const FieldError &error) { return error.field == path; });
}

std::optional<QJsonValue> JsonReader::take(QLatin1StringView name, Presence presence, bool *null)
{
    accept(name);
    const auto found = m_object.constFind(name);
    if (found == m_object.constEnd()) {
        if (presence == Presence::Required || presence == Presence::RequiredNullable)
            fault(name, "required");
        return std::nullopt;
    }
    if (!found->isNull())
        return *found;
    if (presence == Presence::Required)
        fault(name, "required");
    else if (presence == Presence::Optional || !null)
        fault(name, "wrong_type");
    else
        *null = true;
    return std::nullopt;
}

std::optional<QString> JsonReader::takeText(QLatin1StringView name, Presence presence)
{
    bool null = false;
    const auto member = take(name, presence, &null);
    if (!member)
        return null ? std::optional(QString()) : std::nullopt;
    if (!member->isString()) {
        fault(name, "wrong_type");
        return std::nullopt;
    }
    return member->toString();
}

std::optional<QString> JsonReader::takeCleanedText(QLatin1StringView name, Presence presence)
{
    const auto text = takeText(name, presence);
    return text ? std::optional(cleanText(*text)) : std::nullopt;
}

std::optional<qint64> JsonReader::takeInteger(QLatin1StringView name, Presence presence, qint64 min,
                                              qint64 max)
{
    const auto member = take(name, presence);
    if (!member)
        return std::nullopt;
    if (!member->isDouble()) {
        fault(name, "wrong_type");
        return std::nullopt;
    }
    // Two defaults tell a number that is not whole from one that happens to equal the default.
    const qint64 value = member->toInteger(0);
    if (value == 0 && member->toInteger(1) == 1) {
        const bool whole = member->toDouble() == std::floor(member->toDouble());
        fault(name, whole ? "out_of_range" : "wrong_type",
              whole ? QJsonObject{{u"min"_s, min}, {u"max"_s, max}} : QJsonObject{});
        return std::nullopt;
    }
    if (value < min || value > max) {
        fault(name, "out_of_range", {{u"min"_s, min}, {u"max"_s, max}});
        return std::nullopt;
    }
    return value;
}

std::optional<bool> JsonReader::takeFlag(QLatin1StringView name, Presence presence)
{
    const auto member = take(name, presence);
    if (!member)
        return std::nullopt;
    if (!member->isBool()) {
        fault(name, "wrong_type");
        return std::nullopt;
    }
    return member->toBool();
}

std::optional<QDate> JsonReader::takeDay(QLatin1StringView name, Presence presence)
{
    const auto text = takeText(name, presence);
    if (!text)
        return std::nullopt;
    if (isNull(name))
        return QDate();
    const QDate day = QDate::fromString(*text, Qt::ISODate);
    // Qt reads a day with a time behind it, too.
    if (day.isValid() && day.toString(Qt::ISODate) == *text)
        return day;
    fault(name, "invalid");
    return std::nullopt;
}

std::optional<QDateTime> JsonReader::takeTime(QLatin1StringView name, Presence presence)
{
    bool null = false;
    const auto member = take(name, presence, &null);
    if (!member)
        return null ? std::optional(QDateTime()) : std::nullopt;
    if (!member->isString()) {
        fault(name, "wrong_type");
        return std::nullopt;
    }
    const auto time = timeFromWire(member->toString());
    if (!time)
        fault(name, "invalid");
    return time;
}

std::optional<qint64> JsonReader::takeId(QLatin1StringView name, Presence presence)
{
    if (has(name) && isNull(name)) {
        bool null = false;
        take(name, presence, &null);
        return null ? std::optional<qint64>(0) : std::nullopt;
    }
    return takeInteger(name, presence, 1, std::numeric_limits<qint64>::max());
}

std::optional<QJsonArray> JsonReader::takeArray(QLatin1StringView name, Presence presence)
{
    bool null = false;
    const auto member = take(name, presence, &null);
    if (!member)
        return null ? std::optional(QJsonArray()) : std::nullopt;
    if (!member->isArray()) {
        fault(name, "wrong_type");
        return std::nullopt;
    }
    return member->toArray();
}

std::optional<QStringList> JsonReader::takeTexts(QLatin1StringView name, Presence presence)
{
    const auto list = takeArray(name, presence);
    if (!list)
        return std::nullopt;
    QStringList texts;
    for (const QJsonValue &member : *list) {
        if (!member.isString()) {
            fault(name, "wrong_type");
            return std::nullopt;
        }
        texts.append(cleanText(member.toString()));
    }
    return texts;
}

std::optional<QList<qint64>> JsonReader::takeIds(QLatin1StringView name, Presence presence)
{
    const auto list = takeArray(name, presence);
    if (!list)
        return std::nullopt;
    QList<qint64> ids;
    QSet<qint64> seen;
    for (const QJsonValue &member : *list) {
        const qint64 id = member.toInteger(0);
        if (id <= 0 || seen.contains(id)) {
            fault(name, !member.isDouble() ? "wrong_type"
                        : id <= 0          ? "out_of_range"
                                           : "not_unique");
            return std::nullopt;
        }
        seen.insert(id);
        ids.append(id);
    }
    return ids;
}

std::optional<QList<QUuid>> JsonReader::takeUuids(QLatin1StringView name, Presence presence)
{
    const auto texts = takeTexts(name, presence);
    if (!texts)
        return std::nullopt;
    QList<QUuid> uuids;
    QSet<QUuid> seen;
    for (const QString &text : *texts) {
        const QUuid uuid = QUuid::fromString(text);
        if (uuid.isNull() || uuid.toString(QUuid::WithoutBraces) != text.toLower()) {
            fault(name, "invalid");
            return std::nullopt;
        }
        if (seen.contains(uuid)) {
            fault(name, "not_unique");
            return std::nullopt;
        }
        seen.insert(uuid);
        uuids.append(uuid);
    }
    return uuids;
}

std::optional<QJsonObject> JsonReader::takeObject(QLatin1StringView name, Presence presence)
{
    bool null = false;
    const auto member = take(name, presence, &null);
    if (!member)
        return null ? std::optional(QJsonObject()) : std::nullopt;
    if (!member->isObject()) {
        fault(name, "wrong_type");
        return std::nullopt;
    }
    return member->toObject();
}

void JsonReader::value(QLatin1StringView name, QJsonValue &target, Presence presence)
{
    if (m_shape)
        return m_shape->add(name, {}, presence);
    bool null = false;
    if (const auto member = take(name, presence, &null))
        target = *member;
    else if (null)
        target = QJsonValue::Null;
}

QList<FieldError> JsonReader::finish()
{
    if (m_unknown == Unknown::Refused) {
        for (auto member = m_object.constBegin(); member != m_object.constEnd(); ++member) {
            if (!m_known.contains(member.key()))
                addFault({.field = m_path + member.key(), .key = "unknown_field"});
        }
    }
    return m_faults;
}

Error invalidInput(const QList<FieldError> &faults)
{
    return {.code = ErrorCode::Invalid,
            .key = "validation.failed",
            .detail = u"The input is not acceptable."_s,
            .fields = faults};
}

} // namespace Deskbell
