// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "server/config/configuration.h"

#include <QMap>
#include <QProcessEnvironment>
#include <QString>

namespace Deskbell::Server {

/// What the command line says, by the settings' names; switches as "on" or "off".
using Flags = QMap<QString, QString>;

/// Puts a configuration together: defaults, over them the configuration file, over that the
/// environment (DESKBELL_PORT), over that the flags. The file is TOML; it is `configFile` or, if
/// that is empty, DESKBELL_CONFIG, else /etc/deskbell/deskbelld.toml if that exists. Invalid
/// ("config.invalid"); its detail names the setting and where it was set, its params have
/// "setting".
[[nodiscard]] Result<Configuration> loadConfiguration(const Flags &flags,
                                                      const QProcessEnvironment &environment,
                                                      const QString &configFile = {});

} // namespace Deskbell::Server
