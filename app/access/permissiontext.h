// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/permission.h"

namespace Deskbell::App {

/// The parts of the program that permissions are about, in the order of the table of permissions.
enum class PermissionGroup { Tickets, Comments, Approvals, People, Desks, Reports, Server };

/// How permissions are put into words.
namespace PermissionText {
PermissionGroup groupOf(Permission permission);
QString group(PermissionGroup group);
QString description(Permission permission);
} // namespace PermissionText

} // namespace Deskbell::App
