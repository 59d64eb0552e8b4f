// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server/jsonschema.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Deskbell::Test {

namespace {

/// What "#/components/schemas/Ticket" points to.
QJsonObject resolved(const QJsonObject &document, const QString &reference)
{
    QJsonObject found = document;
    for (const QString &step : reference.mid(2).split(u'/'))
        found = found.value(step).toObject();
    return found;
}

bool isOfType(const QJsonValue &value, const QString &type)
{
    switch (value.type()) {
    case QJsonValue::Null: return type == "null"_L1;
    case QJsonValue::Bool: return type == "boolean"_L1;
    case QJsonValue::String: return type == "string"_L1;
    case QJsonValue::Array: return type == "array"_L1;
    case QJsonValue::Object: return type == "object"_L1;
    case QJsonValue::Double:
        return type == "number"_L1
               || (type == "integer"_L1 && value.toDouble() == std::floor(value.toDouble()));
    case QJsonValue::Undefined: break;
    }
    return false;
}

bool isOfOneType(const QJsonValue &value, const QJsonValue &types)
{
    if (types.isString())
        return isOfType(value, types.toString());
    const QJsonArray list = types.toArray();
    return std::any_of(list.begin(), list.end(),
                       [&](const QJsonValue &type) { return isOfType(value, type.toString()); });
}

} // namespace

QStringList schemaFaults(const QJsonObject &document, const QJsonObject &schema,
                         const QJsonValue &value, const QString &place)
{
    if (schema.contains("$ref"_L1)) {
        const QJsonObject target = resolved(document, schema.value("$ref"_L1).toString());
        if (target.isEmpty())
            return {place + u": points to nothing"_s};
        return schemaFaults(document, target, value, place);
    }
    QStringList faults;
    if (schema.contains("type"_L1) && !isOfOneType(value, schema.value("type"_L1)))
        return {place + u": is of another type"_s};
    if (schema.contains("enum"_L1) && !schema.value("enum"_L1).toArray().contains(value))
        faults.append(place + u": is none of the values"_s);
    if (schema.contains("minimum"_L1) && value.isDouble()
        && value.toDouble() < schema.value("minimum"_L1).toDouble())
        faults.append(place + u": is too small"_s);

    const QJsonObject properties = schema.value("properties"_L1).toObject();
    const QJsonArray required = schema.value("required"_L1).toArray();
    const QJsonObject members = value.toObject();
    for (const QJsonValue &name : required) {
        if (value.isObject() && !members.contains(name.toString()))
            faults.append(place + u'.' + name.toString() + u": is missing"_s);
    }
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QString where = place + u'.' + member.key();
        if (properties.contains(member.key())) {
            faults += schemaFaults(document, properties.value(member.key()).toObject(),
                                   member.value(), where);
        } else if (schema.value("additionalProperties"_L1) == false) {
            faults.append(where + u": is not described"_s);
        }
    }
    const QJsonArray entries = value.toArray();
    for (qsizetype i = 0; i < entries.size() && schema.contains("items"_L1); ++i) {
        faults += schemaFaults(document, schema.value("items"_L1).toObject(), entries.at(i),
                               u"%1[%2]"_s.arg(place).arg(i));
    }
    return faults;
}

} // namespace Deskbell::Test
