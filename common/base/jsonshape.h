// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/presence.h"

#include <QJsonArray>
#include <QJsonObject>

#include <limits>

/// What values look like, as JSON Schema (2020-12) says it.
namespace Deskbell::JsonShapes {

QJsonObject text();
QJsonObject text(const QString &format); ///< "date", "date-time", "uuid"
QJsonObject oneOf(const QJsonArray &words);
QJsonObject integer(qint64 min = std::numeric_limits<int>::min(),
                    qint64 max = std::numeric_limits<int>::max());
QJsonObject flag();
QJsonObject object(); ///< with any members
QJsonObject list(const QJsonObject &items = {});

} // namespace Deskbell::JsonShapes

namespace Deskbell {

/// The shape of an object, collected member by member: by a JsonReader that nobody reads with.
class JsonShape
{
public:
    /// What was said of a member first stays.
    void add(QLatin1StringView name, QJsonObject schema, Presence presence);
    QJsonObject toSchema() const;

private:
    QJsonObject m_properties;
    QJsonArray m_required;
};

} // namespace Deskbell
