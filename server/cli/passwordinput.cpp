// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/passwordinput.h"

#include <QFile>
#include <QTextStream>

#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

/// Keeps a terminal from showing what is typed, while it lives.
class HiddenTyping
{
public:
    HiddenTyping()
    {
        m_active = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_active)
            return;
        termios hidden = m_before;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenTyping()
    {
        if (m_active)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    HiddenTyping(const HiddenTyping &) = delete;
    HiddenTyping &operator=(const HiddenTyping &) = delete;

private:
    termios m_before = {};
    bool m_active = false;
};

Error unusable(const QByteArray &key, const QString &detail)
{
    return {.code = ErrorCode::Invalid, .key = key, .detail = detail};
}

/// One line without its end.
Result<QString> readLine(QFile &input)
{
    QByteArray line = input.readLine();
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return fail(unusable("password.missing", u"standard input has no password"_s));
    if (!line.isValidUtf8())
        return fail(unusable("password.unreadable", u"the password is not UTF-8"_s));
    return QString::fromUtf8(line);
}

Result<QString> ask(QFile &input, const char *question)
{
    QTextStream terminal(stderr);
    terminal << question;
    terminal.flush();
    auto line = readLine(input);
    terminal << "\n";
    return line;
}

} // namespace

Result<QString> readNewPassword()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(unusable("password.missing", u"standard input cannot be read"_s));
    if (isatty(STDIN_FILENO) == 0)
        return readLine(input);
    const HiddenTyping hidden;
    auto first = ask(input, "Password: ");
    if (!first)
        return first;
    const auto second = ask(input, "Again: ");
    if (!second)
        return second;
    if (*first != *second)
        return fail(unusable("password.differs", u"the two passwords differ"_s));
    return first;
}

} // namespace Deskbell::Server
