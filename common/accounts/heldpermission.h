// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/account.h"

namespace Deskbell {

/// Something that an account may do, and why: the role that allows it, with the desk for which it
/// is held. Two roles that allow the same are two of these.
struct HeldPermission
{
    Permission permission = Permission::TicketCreate;
    HeldRole role = {};

    friend bool operator==(const HeldPermission &, const HeldPermission &) = default;
};

void read(JsonReader &reader, HeldPermission &held);
QJsonObject toJson(const HeldPermission &held);

} // namespace Deskbell
