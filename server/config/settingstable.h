// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/configuration.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <chrono>
#include <span>
#include <variant>

namespace Deskbell::Server {

/// One row of the table: how a setting is called, where it lives in Configuration, what is allowed.
/// The type of its place says how it is written.
struct Setting
{
    using Place = std::variant<QString &(*)(Configuration &), bool &(*)(Configuration &),
                               int &(*)(Configuration &), qsizetype &(*)(Configuration &),
                               std::chrono::milliseconds &(*)(Configuration &)>;

    const char *name; ///< "header-bytes": --header-bytes, DESKBELL_HEADER_BYTES, header-bytes = …
    const char *valueName; ///< what --help calls the value; none for a switch
    const char *group;     ///< heading in --help
    Place place;
    const char *help;
    qint64 least = 0;
    qint64 most = 0;          ///< numbers, bytes and milliseconds; both 0: any text
    QStringList choices = {}; ///< the only texts allowed, if there are any

    /// A switch is written as --demo, or --no-signup where it is on by default.
    bool isSwitch() const { return std::holds_alternative<bool &(*)(Configuration &)>(place); }
    QString flag() const;
    QByteArray environmentName() const;
    QString defaultText() const;

    /// Writes `text` into its place, or says why that is no value for it.
    QString assign(Configuration &configuration, const QString &text) const;
};

/// All settings, in the order of --help.
std::span<const Setting> allSettings();

} // namespace Deskbell::Server
