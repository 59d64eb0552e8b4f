// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accounts/heldpermission.h"

using namespace Qt::StringLiterals;

namespace Deskbell {

void read(JsonReader &reader, HeldPermission &held)
{
    reader.enumValue("permission"_L1, held.permission, Presence::Required);
    reader.child("role"_L1, held.role, Presence::Required);
}

QJsonObject toJson(const HeldPermission &held)
{
    return {{u"permission"_s, QString(toWire(held.permission))}, {u"role"_s, toJson(held.role)}};
}

} // namespace Deskbell
