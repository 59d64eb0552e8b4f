// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cli/exitcode.h"
#include "server/config/configuration.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <span>

namespace Deskbell::Server {

/// An option of one command only; all have a value.
struct CommandOption
{
    const char *name; ///< without the dashes
    const char *valueName;
    const char *help;
};

/// What a command is called with.
struct Invocation
{
    Configuration configuration;
    QStringList operands;
    QMap<QString, QString> options; ///< those of the command that were given, by name
};

/// One thing that deskbelld does: `deskbelld <words> [operands] [options and settings]`.
struct Command
{
    const char *words;            ///< "user add"
    QList<const char *> operands; ///< exactly so many, such as "FILE"
    QList<CommandOption> options;
    const char *help;
    ExitCode (*run)(const Invocation &invocation);
};

/// All commands, in the order of --help.
std::span<const Command> allCommands();

} // namespace Deskbell::Server
