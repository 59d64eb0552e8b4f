// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/id.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QUuid>

namespace Deskbell {

/// An id as a JSON value; null for none.
template <class Tag>
QJsonValue idToJson(Id<Tag> id)
{
    return id.isValid() ? QJsonValue(id.value()) : QJsonValue(QJsonValue::Null);
}

template <class Tag>
QJsonArray idsToJson(const QList<Id<Tag>> &ids)
{
    QJsonArray array;
    for (const Id<Tag> id : ids)
        array.append(id.value());
    return array;
}

inline QJsonArray uuidsToJson(const QList<QUuid> &uuids)
{
    QJsonArray array;
    for (const QUuid &uuid : uuids)
        array.append(uuid.toString(QUuid::WithoutBraces));
    return array;
}

/// A text as a JSON value; null when it is empty.
inline QJsonValue textToJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// A list of values that have `toJson(const T &)`.
template <class T>
QJsonArray listToJson(const QList<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(toJson(value));
    return array;
}

} // namespace Deskbell
