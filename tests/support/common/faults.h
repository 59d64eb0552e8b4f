// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QJsonDocument>
#include <QStringList>

namespace Deskbell::Test {

/// The faults of a list as "field:key" or "field:key{"max":3}", which reads well in a failed
/// comparison.
inline QStringList texts(const QList<FieldError> &faults)
{
    QStringList list;
    for (const FieldError &fault : faults) {
        QString text = fault.field + u':' + QString::fromLatin1(fault.key);
        if (!fault.params.isEmpty() && !fault.params.contains(QLatin1StringView("allowed")))
            text += QString::fromUtf8(QJsonDocument(fault.params).toJson(QJsonDocument::Compact));
        list.append(text);
    }
    return list;
}

/// The faults of a refusal; "accepted" when there is none.
template <class T>
QStringList faultsOf(const Result<T> &result)
{
    return result ? QStringList{QStringLiteral("accepted")} : texts(result.error().fields);
}

/// A JSON object from text; an empty one for anything else.
inline QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace Deskbell::Test
