// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>

#include <optional>

namespace Deskbell::Server {

/// An entity as the interface shows it.
struct Entity
{
    QByteArray json;
    int version = 0;
};

/// VersionMismatch (key "version.mismatch", parameter "current" with the entity as it is) when the
/// caller named a version and it is not the current one.
Result<> checkVersion(const std::optional<int> &wanted, const Entity &current);

} // namespace Deskbell::Server
