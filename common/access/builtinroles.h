// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/grants.h"

namespace Deskbell {

/// The roles that every server has and nobody can break.
enum class BuiltInRole { Requester, Observer, Agent, Lead, Administrator };

template <>
struct WireEnum<BuiltInRole>
{
    static constexpr auto names = std::to_array<WireName<BuiltInRole>>({
            {BuiltInRole::Requester, "requester"},
            {BuiltInRole::Observer, "observer"},
            {BuiltInRole::Agent, "agent"},
            {BuiltInRole::Lead, "lead"},
            {BuiltInRole::Administrator, "administrator"},
    });
};

/// What a built-in role holds.
PermissionSet permissionsOf(BuiltInRole role);

/// Its name in English ("Administrator"), as the database stores it and the demo accounts name it.
QString nameOf(BuiltInRole role);

} // namespace Deskbell
