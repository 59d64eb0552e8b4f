// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace Deskbell::Test {

/// What of `value` is not as `schema` says, each with its place: the part of JSON Schema that our
/// OpenAPI document uses. `document` is the one that references point into.
QStringList schemaFaults(const QJsonObject &document, const QJsonObject &schema,
                         const QJsonValue &value, const QString &place = {});

} // namespace Deskbell::Test
