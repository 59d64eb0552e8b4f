// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/commandline.h"

#include "server/cli/command.h"
#include "server/cli/helptext.h"
#include "server/config/configurationloader.h"
#include "server/config/settingstable.h"

#include <QCommandLineParser>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

const QString helpHint = u"; deskbelld --help lists what there is"_s;

ExitCode usageError(const QString &what)
{
    return report({.code = ErrorCode::Invalid, .key = "config.invalid", .detail = what + helpHint});
}

/// The command that the positional arguments begin with; they lose its words.
const Command *takeCommand(QStringList &positional)
{
    for (const Command &command : allCommands()) {
        const QStringList words = QString::fromLatin1(command.words).split(u' ');
        if (positional.mid(0, words.size()) == words) {
            positional.remove(0, words.size());
            return &command;
        }
    }
    return nullptr;
}

/// Their names and what their values are called; several commands may have the same one.
QMap<QString, QString> optionsOfAllCommands()
{
    QMap<QString, QString> options;
    for (const Command &command : allCommands())
        for (const CommandOption &option : command.options)
            options.insert(QString::fromLatin1(option.name), QString::fromLatin1(option.valueName));
    return options;
}

bool hasOption(const Command &command, const QString &name)
{
    return std::any_of(
            command.options.cbegin(), command.options.cend(),
            [&](const CommandOption &option) { return name == QLatin1StringView(option.name); });
}

void addSettings(QCommandLineParser &parser)
{
    for (const Setting &setting : allSettings())
        parser.addOption(setting.isSwitch()
                                 ? QCommandLineOption(setting.flag())
                                 : QCommandLineOption(setting.flag(), {},
                                                      QString::fromLatin1(setting.valueName)));
    parser.addOption(QCommandLineOption(u"config"_s, {}, u"FILE"_s));
}

Flags flagsOf(const QCommandLineParser &parser)
{
    Flags flags;
    for (const Setting &setting : allSettings()) {
        const QString flag = setting.flag();
        if (parser.isSet(flag))
            flags.insert(QString::fromLatin1(setting.name), !setting.isSwitch() ? parser.value(flag)
                                                            : flag.startsWith("no-"_L1) ? u"off"_s
                                                                                        : u"on"_s);
    }
    return flags;
}

} // namespace

ExitCode runCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addSettings(parser);
    const QCommandLineOption help(QStringList{u"help"_s, u"h"_s});
    const QCommandLineOption version(QStringList{u"version"_s, u"v"_s});
    parser.addOptions({help, version});
    const QMap<QString, QString> commandOptions = optionsOfAllCommands();
    for (auto it = commandOptions.cbegin(); it != commandOptions.cend(); ++it)
        parser.addOption(QCommandLineOption(it.key(), {}, it.value()));
    const bool isReadable = parser.parse(arguments);
    if (parser.isSet(help)) {
        QTextStream(stdout) << helpText();
        return ExitCode::Ok;
    }
    if (parser.isSet(version)) {
        QTextStream(stdout) << "deskbelld " DESKBELL_VERSION << Qt::endl;
        return ExitCode::Ok;
    }
    if (!isReadable)
        return usageError(parser.errorText().chopped(parser.errorText().endsWith(u'.') ? 1 : 0));

    Invocation invocation;
    invocation.operands = parser.positionalArguments();
    if (invocation.operands.isEmpty())
        return usageError(u"a command is missing"_s);
    const QString words = invocation.operands.join(u' ');
    const Command *command = takeCommand(invocation.operands);
    if (!command)
        return usageError(u"there is no command \"%1\""_s.arg(words));
    if (invocation.operands.size() != command->operands.size())
        return usageError(u"%1 takes %2 operand(s), not %3"_s.arg(QLatin1StringView(command->words))
                                  .arg(command->operands.size())
                                  .arg(invocation.operands.size()));
    for (auto it = commandOptions.cbegin(); it != commandOptions.cend(); ++it) {
        if (!parser.isSet(it.key()))
            continue;
        if (!hasOption(*command, it.key()))
            return usageError(
                    u"--%1 is not for %2"_s.arg(it.key(), QLatin1StringView(command->words)));
        invocation.options.insert(it.key(), parser.value(it.key()));
    }
    const Result<Configuration> configuration = loadConfiguration(
            flagsOf(parser), QProcessEnvironment::systemEnvironment(), parser.value(u"config"_s));
    if (!configuration)
        return report(configuration.error());
    invocation.configuration = *configuration;
    return command->run(invocation);
}

} // namespace Deskbell::Server
