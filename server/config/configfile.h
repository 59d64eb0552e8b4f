// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QMap>
#include <QString>

namespace Deskbell::Server {

/// A value of the configuration file as text, and where it stands ("/etc/…/deskbelld.toml:3").
struct FileValue
{
    QString text;
    QString origin;
};

/// Reads a TOML file of plain `name = value` lines. Invalid ("config.invalid") if it cannot be
/// read, is no TOML, or holds anything but texts, whole numbers and booleans; detail has the line.
[[nodiscard]] Result<QMap<QString, FileValue>> readConfigFile(const QString &path);

} // namespace Deskbell::Server
