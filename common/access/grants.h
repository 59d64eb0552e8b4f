// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/permission.h"
#include "common/base/jsonreader.h"

#include <QHash>

namespace Deskbell {

/// A set of permissions as bits; cheap to copy and compare.
class PermissionSet
{
public:
    constexpr PermissionSet() = default;
    constexpr PermissionSet(std::initializer_list<Permission> permissions)
    {
        for (const Permission permission : permissions)
            insert(permission);
    }
    /// Every permission there is.
    static constexpr PermissionSet all()
    {
        PermissionSet set;
        for (const PermissionRow &row : WireEnum<Permission>::names)
            set.insert(row.value);
        return set;
    }

    constexpr void insert(Permission permission) { m_bits |= bit(permission); }
    constexpr bool contains(Permission permission) const { return (m_bits & bit(permission)) != 0; }
    constexpr bool containsAll(PermissionSet other) const { return (other.m_bits & ~m_bits) == 0; }
    constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr PermissionSet operator|(PermissionSet other) const
    {
        other.m_bits |= m_bits;
        return other;
    }
    /// What is in one of them only.
    constexpr PermissionSet operator^(PermissionSet other) const
    {
        other.m_bits ^= m_bits;
        return other;
    }
    constexpr PermissionSet operator&(PermissionSet other) const
    {
        other.m_bits &= m_bits;
        return other;
    }
    /// What is in this one and not in the other.
    constexpr PermissionSet without(PermissionSet other) const { return *this ^ (*this & other); }
    QList<Permission> toList() const;

    friend constexpr bool operator==(PermissionSet, PermissionSet) = default;

private:
    static_assert(WireEnum<Permission>::names.size() <= 64);
    static constexpr quint64 bit(Permission permission) { return quint64(1) << int(permission); }

    quint64 m_bits = 0;
};

/// The codes of a set, in the order of the table.
QStringList codesOf(PermissionSet permissions);

/// Reads a list of codes. Unknown ones are a fault, or left out where unknown members are ignored.
void readPermissions(JsonReader &reader, QLatin1StringView name, PermissionSet &permissions,
                     Presence presence);
void readPermissions(JsonReader &reader, QLatin1StringView name, Given<PermissionSet> &permissions,
                     Presence presence);

/// Everything that somebody holds: globally, and for single desks. A value; the server makes it
/// from the roles of an account, the app gets it with the account.
class Grants
{
public:
    void addGlobal(PermissionSet permissions);
    void addForDesk(DeskId desk, PermissionSet permissions);

    /// Held globally or for this desk.
    bool holds(Permission permission, DeskId desk) const;
    bool holdsGlobally(Permission permission) const { return m_global.contains(permission); }
    /// Held globally or for at least one desk.
    bool holdsAnywhere(Permission permission) const;
    /// The desks for which it is held by themselves; says nothing of what is held globally.
    QList<DeskId> desksWith(Permission permission) const;

    /// Nobody can give a permission that they do not hold: all of `permissions` are held in the
    /// scope in which they would be given (an invalid desk: globally).
    bool mayGive(PermissionSet permissions, DeskId desk) const;

    PermissionSet global() const { return m_global; }
    const QHash<DeskId, PermissionSet> &desks() const { return m_desks; }

    friend bool operator==(const Grants &, const Grants &) = default;

private:
    PermissionSet m_global;
    QHash<DeskId, PermissionSet> m_desks;
};

/// `{"global":[codes],"desks":[{"desk":1,"permissions":[codes]}]}`
void read(JsonReader &reader, Grants &grants);
QJsonObject toJson(const Grants &grants);

} // namespace Deskbell
