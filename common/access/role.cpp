// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/role.h"

#include "common/desks/deskrules.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, Role &role)
{
    reader.id("id"_L1, role.id, Presence::Required);
    reader.text("key"_L1, role.key, Presence::Required);
    reader.text("name"_L1, role.name, Presence::Required);
    reader.text("description"_L1, role.description, Presence::Required);
    reader.flag("builtIn"_L1, role.builtIn, Presence::Required);
    readPermissions(reader, "permissions"_L1, role.permissions, Presence::Required);
    reader.integer("version"_L1, role.version, Presence::Required, 1);
}

QJsonObject toJson(const Role &role)
{
    return {{u"id"_s, role.id.value()},
            {u"key"_s, role.key},
            {u"name"_s, role.name},
            {u"description"_s, role.description},
            {u"builtIn"_s, role.builtIn},
            {u"permissions"_s, QJsonArray::fromStringList(codesOf(role.permissions))},
            {u"version"_s, role.version}};
}

void read(JsonReader &reader, RoleDraft &draft)
{
    reader.cleanedText("name"_L1, draft.name, Presence::Required);
    reader.cleanedText("description"_L1, draft.description, Presence::Nullable);
    readPermissions(reader, "permissions"_L1, draft.permissions, Presence::Required);
}

QJsonObject toJson(const RoleDraft &draft)
{
    return {{u"name"_s, draft.name},
            {u"description"_s, draft.description},
            {u"permissions"_s, QJsonArray::fromStringList(codesOf(draft.permissions))}};
}

QList<FieldError> validate(const RoleDraft &draft)
{
    QList<FieldError> faults;
    checkName(draft.name, faults);
    checkShortDescription(draft.description, faults);
    return faults;
}

void read(JsonReader &reader, RolePatch &patch)
{
    reader.cleanedText("name"_L1, patch.name, Presence::Optional);
    reader.cleanedText("description"_L1, patch.description, Presence::Nullable);
    readPermissions(reader, "permissions"_L1, patch.permissions, Presence::Optional);
}

QJsonObject toJson(const RolePatch &patch)
{
    QJsonObject object;
    if (patch.name)
        object[u"name"_s] = *patch.name;
    if (patch.description)
        object[u"description"_s] = *patch.description;
    if (patch.permissions)
        object[u"permissions"_s] = QJsonArray::fromStringList(codesOf(*patch.permissions));
    return object;
}

QList<FieldError> validate(const RolePatch &patch)
{
    QList<FieldError> faults;
    if (patch.name)
        checkName(*patch.name, faults);
    if (patch.description)
        checkShortDescription(*patch.description, faults);
    return faults;
}

QString roleKeyOf(const QString &name)
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    const QString plain = name.toLower().replace(others, u"_"_s);
    return plain.size() < 2 ? u"role"_s : plain;
}

} // namespace Deskbell
