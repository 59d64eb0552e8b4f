// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/helptext.h"

#include "server/cli/command.h"
#include "server/config/settingstable.h"

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

constexpr int lineWidth = 96;
constexpr int helpColumn = 34;

/// "  left          right, wrapped below itself"
QString entry(const QString &left, const QString &right)
{
    QString text = u"  "_s + left;
    if (left.size() + 4 > helpColumn)
        text += u'\n' + QString(helpColumn, u' ');
    else
        text = text.leftJustified(helpColumn);
    qsizetype column = helpColumn;
    for (const QString &word : right.split(u' ')) {
        if (column > helpColumn && column + 1 + word.size() > lineWidth) {
            text += u'\n' + QString(helpColumn, u' ');
            column = helpColumn;
        } else if (column > helpColumn) {
            text += u' ';
            ++column;
        }
        text += word;
        column += word.size();
    }
    return text + u'\n';
}

QString commandEntries()
{
    QString text;
    for (const Command &command : allCommands()) {
        QString left = QString::fromLatin1(command.words);
        for (const char *operand : command.operands)
            left += u' ' + QLatin1StringView(operand);
        text += entry(left, QString::fromUtf8(command.help));
        for (const CommandOption &option : command.options)
            text += entry(u"  --%1 %2"_s.arg(QLatin1StringView(option.name),
                                             QLatin1StringView(option.valueName)),
                          QString::fromUtf8(option.help));
    }
    return text;
}

QString settingEntries()
{
    QString text;
    QString group;
    for (const Setting &setting : allSettings()) {
        if (group != QLatin1StringView(setting.group)) {
            group = QString::fromLatin1(setting.group);
            text += u'\n' + group + u":\n"_s;
        }
        QString help = QString::fromUtf8(setting.help);
        if (!setting.choices.isEmpty())
            help += u" One of %1."_s.arg(setting.choices.join(u", "_s));
        if (const QString value = setting.defaultText(); !value.isEmpty())
            help += u" Default: %1."_s.arg(value);
        const QString left = u"--"_s + setting.flag();
        text += entry(setting.isSwitch() ? left
                                         : left + u' ' + QLatin1StringView(setting.valueName),
                      help);
    }
    return text;
}

} // namespace

QString helpText()
{
    QString text = u"Usage: deskbelld COMMAND [SETTINGS]\n\n"
                   "The server of Deskbell, a help desk.\n\nCommands:\n"_s;
    text += commandEntries();
    text += settingEntries();
    text += u"\nGeneral:\n"_s;
    text += entry(
            u"--config FILE"_s,
            u"Configuration file; see below. Default: /etc/deskbell/deskbelld.toml if it is there."_s);
    text += entry(u"--help, -h"_s, u"This text."_s);
    text += entry(u"--version, -v"_s, u"The program's version."_s);
    text += u"\nA setting may stand in the configuration file (TOML, header-bytes = \"16KiB\"), in "
            u"the environment\n"
            "(DESKBELL_HEADER_BYTES=16KiB) and on the command line (--header-bytes 16KiB); a later "
            "one of\n"
            "these wins. Switches are true or false in the file and in the environment.\n"_s;
    text += u"\nExit codes:\n"_s;
    text += entry(u"0"_s, u"done"_s);
    text += entry(u"1"_s, u"what was asked for could not be done"_s);
    text += entry(u"2"_s, u"the command line or the configuration is wrong"_s);
    text += entry(u"3"_s, u"the database cannot be made, started or reached"_s);
    text += entry(u"4"_s, u"the database's schema is newer than this program, or was changed"_s);
    return text;
}

} // namespace Deskbell::Server
