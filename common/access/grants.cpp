// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/access/grants.h"

#include "common/base/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell {

QList<Permission> PermissionSet::toList() const
{
    QList<Permission> list;
    for (const PermissionRow &row : WireEnum<Permission>::names) {
        if (contains(row.value))
            list.append(row.value);
    }
    return list;
}

QStringList codesOf(PermissionSet permissions)
{
    QStringList codes;
    for (const Permission permission : permissions.toList())
        codes.append(QString(toWire(permission)));
    return codes;
}

void readPermissions(JsonReader &reader, QLatin1StringView name, Given<PermissionSet> &permissions,
                     Presence presence)
{
    QList<Permission> list;
    reader.enumValues(name, list, presence);
    if (!reader.has(name) || !reader.isSound(name))
        return;
    permissions = PermissionSet();
    for (const Permission permission : std::as_const(list))
        permissions->insert(permission);
}

void readPermissions(JsonReader &reader, QLatin1StringView name, PermissionSet &permissions,
                     Presence presence)
{
    Given<PermissionSet> given;
    readPermissions(reader, name, given, presence);
    permissions = given.value_or(permissions);
}

void Grants::addGlobal(PermissionSet permissions)
{
    m_global = m_global | permissions;
}

void Grants::addForDesk(DeskId desk, PermissionSet permissions)
{
    Q_ASSERT(desk.isValid());
    m_desks[desk] = m_desks.value(desk) | permissions;
}

bool Grants::holds(Permission permission, DeskId desk) const
{
    return m_global.contains(permission) || m_desks.value(desk).contains(permission);
}

bool Grants::holdsAnywhere(Permission permission) const
{
    return m_global.contains(permission)
           || std::any_of(m_desks.cbegin(), m_desks.cend(),
                          [permission](PermissionSet set) { return set.contains(permission); });
}

QList<DeskId> Grants::desksWith(Permission permission) const
{
    QList<DeskId> desks;
    for (auto it = m_desks.cbegin(); it != m_desks.cend(); ++it) {
        if (it.value().contains(permission))
            desks.append(it.key());
    }
    std::sort(desks.begin(), desks.end());
    return desks;
}

bool Grants::mayGive(PermissionSet permissions, DeskId desk) const
{
    return (m_global | m_desks.value(desk)).containsAll(permissions);
}

namespace {

/// One entry of `desks`.
struct DeskGrants
{
    DeskId desk;
    PermissionSet permissions;
};

void read(JsonReader &reader, DeskGrants &grants)
{
    reader.id("desk"_L1, grants.desk, Presence::Required);
    readPermissions(reader, "permissions"_L1, grants.permissions, Presence::Required);
}

} // namespace

void read(JsonReader &reader, Grants &grants)
{
    PermissionSet global;
    QList<DeskGrants> desks;
    readPermissions(reader, "global"_L1, global, Presence::Required);
    reader.children("desks"_L1, desks, Presence::Required);
    grants.addGlobal(global);
    for (const DeskGrants &entry : std::as_const(desks)) {
        if (entry.desk.isValid())
            grants.addForDesk(entry.desk, entry.permissions);
    }
}

QJsonObject toJson(const Grants &grants)
{
    QList<DeskId> desks = grants.desks().keys();
    std::sort(desks.begin(), desks.end());
    QJsonArray deskArray;
    for (const DeskId desk : std::as_const(desks))
        deskArray.append(QJsonObject{{u"desk"_s, desk.value()},
                                     {u"permissions"_s, QJsonArray::fromStringList(codesOf(
                                                                grants.desks().value(desk)))}});
    return {{u"global"_s, QJsonArray::fromStringList(codesOf(grants.global()))},
            {u"desks"_s, deskArray}};
}

} // namespace Deskbell
