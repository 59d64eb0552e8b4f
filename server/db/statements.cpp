// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/statements.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Deskbell::Db {

namespace {

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNamePart(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

/// The end of a quoted stretch that begins at `begin`, its closing quote included.
qsizetype quotedEnd(const QByteArray &text, qsizetype begin, bool backslashes)
{
    const char quote = text[begin];
    qsizetype i = begin + 1;
    while (i < text.size()) {
        if (backslashes && text[i] == '\\')
            ++i;
        else if (text[i] == quote)
            return i + 1; // a doubled quote begins the next stretch, which is as good
        ++i;
    }
    return text.size();
}

/// The end of $$…$$ or $tag$…$tag$, or `begin` if none begins there.
qsizetype dollarQuotedEnd(const QByteArray &text, qsizetype begin)
{
    qsizetype i = begin + 1;
    if (i < text.size() && isNameStart(text[i]))
        while (i < text.size() && isNamePart(text[i]))
            ++i;
    if (i >= text.size() || text[i] != '$')
        return begin;
    const QByteArray tag = text.mid(begin, i + 1 - begin);
    const qsizetype end = text.indexOf(tag, i + 1);
    return end < 0 ? text.size() : end + tag.size();
}

qsizetype commentEnd(const QByteArray &text, qsizetype begin)
{
    if (text[begin] == '-') {
        const qsizetype end = text.indexOf('\n', begin);
        return end < 0 ? text.size() : end;
    }
    int depth = 0; // block comments nest
    for (qsizetype i = begin; i + 1 < text.size(); ++i) {
        const QByteArrayView two = QByteArrayView(text).sliced(i, 2);
        depth += two == "/*" ? 1 : two == "*/" ? -1 : 0;
        if (two == "*/" && depth == 0)
            return i + 2;
        i += two == "/*" || two == "*/" ? 1 : 0;
    }
    return text.size();
}

} // namespace

Statement Statement::parse(const QByteArray &text)
{
    Statement statement;
    statement.sql.reserve(text.size());
    const auto at = [&](qsizetype i) {
        return i >= 0 && i < text.size() ? text[i] : '\0';
    };
    qsizetype i = 0;
    const auto copyUntil = [&](qsizetype end) {
        statement.sql.append(text.constData() + i, end - i);
        i = end;
    };
    while (i < text.size()) {
        const char c = text[i];
        if (c == '\'') {
            const bool escapes = (at(i - 1) == 'E' || at(i - 1) == 'e') && !isNamePart(at(i - 2));
            copyUntil(quotedEnd(text, i, escapes));
        } else if (c == '"') {
            copyUntil(quotedEnd(text, i, false));
        } else if ((c == '-' && at(i + 1) == '-') || (c == '/' && at(i + 1) == '*')) {
            i = commentEnd(text, i); // a comment need not travel
        } else if (c == '$' && !isNamePart(at(i - 1))) {
            copyUntil(qMax(i + 1, dollarQuotedEnd(text, i)));
        } else if (c == ':' && at(i + 1) == ':') {
            copyUntil(i + 2);
        } else if (c == ':' && isNameStart(at(i + 1))) {
            qsizetype end = i + 2;
            while (isNamePart(at(end)))
                ++end;
            const QByteArray name = text.mid(i, end - i);
            qsizetype number = statement.placeholders.indexOf(name);
            if (number < 0) {
                number = statement.placeholders.size();
                statement.placeholders.append(name);
            }
            statement.sql += '$' + QByteArray::number(number + 1);
            i = end;
        } else {
            copyUntil(i + 1);
        }
    }
    statement.sql = statement.sql.trimmed();
    return statement;
}

const Statements &Statements::embedded()
{
    static const Statements statements;
    return statements;
}

Statements::Statements()
{
    const QString root = u":/sql/"_s;
    QDirIterator files(root, {u"*.sql"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("An embedded statement cannot be read: %s", qPrintable(file.fileName()));
        const QString name = file.fileName().sliced(root.size()).chopped(qstrlen(".sql"));
        m_statements.insert(name.toLatin1(), Statement::parse(file.readAll()));
    }
}

const Statement *Statements::find(QByteArrayView name) const
{
    const auto found = m_statements.constFind(QByteArray::fromRawData(name.data(), name.size()));
    return found == m_statements.cend() ? nullptr : &*found;
}

} // namespace Deskbell::Db
