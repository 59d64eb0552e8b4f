// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/jsonshape.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

namespace JsonShapes {

QJsonObject text()
{
    return {{u"type"_s, u"string"_s}};
}

QJsonObject text(const QString &format)
{
    return {{u"type"_s, u"string"_s}, {u"format"_s, format}};
}

QJsonObject oneOf(const QJsonArray &words)
{
    return {{u"type"_s, u"string"_s}, {u"enum"_s, words}};
}

QJsonObject integer(qint64 min, qint64 max)
{
    QJsonObject schema{{u"type"_s, u"integer"_s}};
    if (min != std::numeric_limits<int>::min())
        schema[u"minimum"_s] = min;
    if (max != std::numeric_limits<int>::max() && max != std::numeric_limits<qint64>::max())
        schema[u"maximum"_s] = max;
    return schema;
}

QJsonObject flag()
{
    return {{u"type"_s, u"boolean"_s}};
}

QJsonObject object()
{
    return {{u"type"_s, u"object"_s}};
}

QJsonObject list(const QJsonObject &items)
{
    QJsonObject schema{{u"type"_s, u"array"_s}};
    if (!items.isEmpty())
        schema[u"items"_s] = items;
    return schema;
}

} // namespace JsonShapes

namespace {

void allowNull(QJsonObject &schema)
{
    if (const QJsonValue type = schema.value("type"_L1); type.isString())
        schema[u"type"_s] = QJsonArray{type, u"null"_s};
    if (schema.contains("enum"_L1)) {
        QJsonArray values = schema.value("enum"_L1).toArray();
        values.append(QJsonValue::Null);
        schema[u"enum"_s] = values;
    }
}

} // namespace

void JsonShape::add(QLatin1StringView name, QJsonObject schema, Presence presence)
{
    if (m_properties.contains(name))
        return;
    if (presence == Presence::Nullable || presence == Presence::RequiredNullable)
        allowNull(schema);
    m_properties.insert(name, schema);
    if (presence == Presence::Required || presence == Presence::RequiredNullable)
        m_required.append(QString(name));
}

QJsonObject JsonShape::toSchema() const
{
    QJsonObject schema{{u"type"_s, u"object"_s},
                       {u"properties"_s, m_properties},
                       {u"additionalProperties"_s, false}};
    if (!m_required.isEmpty())
        schema[u"required"_s] = m_required;
    return schema;
}

} // namespace Deskbell
