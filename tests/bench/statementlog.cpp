// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/statementlog.h"

#include "tests/bench/interrupt.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include <thread>

using namespace Qt::StringLiterals;

namespace Deskbell::Bench {

namespace {

/// What every request begins with.
constexpr auto firstStatement = "access/select_principal";
/// The new setting reaches PostgreSQL's processes when it does.
constexpr int attempts = 100;
constexpr std::chrono::milliseconds betweenAttempts{50};
using SteadyClock = std::chrono::steady_clock;

Result<> setLogging(TestBed &bed, const QString &what)
{
    for (const QString &command :
         {u"ALTER SYSTEM SET log_statement = '%1'"_s.arg(what), u"SELECT pg_reload_conf()"_s}) {
        if (auto done = bed.db().script(command); !done)
            return done;
    }
    return {};
}

/// "$1 = 'it''s', $2 = NULL"
QList<std::optional<QByteArray>> readValues(const QByteArray &text)
{
    QList<std::optional<QByteArray>> values;
    qsizetype place = 0;
    while ((place = text.indexOf(" = ", place)) >= 0) {
        place += 3;
        if (text.at(place) != '\'') {
            values.append(std::nullopt);
            continue;
        }
        QByteArray value;
        for (++place; place < text.size(); ++place) {
            if (text.at(place) == '\'' && (place + 1 == text.size() || text.at(place + 1) != '\''))
                break;
            if (text.at(place) == '\'')
                ++place;
            value += text.at(place);
        }
        values.append(value);
    }
    return values;
}

/// The log's entries by the process that wrote them; a line of a statement begins with a tab.
QHash<QByteArray, QByteArrayList> readEntries(const QByteArray &log)
{
    static const QRegularExpression head(
            uR"(^\d{4}-\d\d-\d\d \S+ UTC \[(\d+)\] \S* ?(LOG|DETAIL): +(.*)$)"_s,
            QRegularExpression::DotMatchesEverythingOption);
    QHash<QByteArray, QByteArrayList> entries;
    QByteArrayList *last = nullptr;
    for (const QByteArray &line : log.split('\n')) {
        if (line.startsWith('\t')) {
            if (last)
                last->last() += '\n' + line.sliced(1);
            continue;
        }
        last = nullptr;
        const auto match = head.match(QString::fromUtf8(line));
        if (!match.hasMatch())
            continue;
        last = &entries[match.captured(1).toLatin1()];
        last->append(match.captured(2).toLatin1() + ": " + match.captured(3).toUtf8());
    }
    return entries;
}

QList<LoggedStatement> readStatements(const QByteArrayList &entries)
{
    QList<LoggedStatement> statements;
    for (const QByteArray &entry : entries) {
        const auto after = [&entry](QByteArrayView prefix) {
            return entry.startsWith(prefix) ? entry.sliced(prefix.size()) : QByteArray();
        };
        if (const QByteArray values = after("DETAIL: parameters: "); !values.isEmpty())
            statements.last().values = readValues(values);
        else if (const QByteArray sql = after("LOG: statement: "); !sql.isEmpty())
            statements.append({.sql = sql});
        else if (const QByteArray begin = after("LOG: execute <unnamed>: "); !begin.isEmpty())
            statements.append({.sql = begin});
        else if (const QByteArray named = after("LOG: execute "); !named.isEmpty())
            statements.append({.name = named.first(named.indexOf(": ")),
                               .sql = named.sliced(named.indexOf(": ") + 2)});
    }
    return statements;
}

/// Those of the request, if they are there.
QList<LoggedStatement> findRequest(const QByteArray &log, const QByteArray &session)
{
    for (const QByteArrayList &entries : readEntries(log)) {
        const QList<LoggedStatement> statements = readStatements(entries);
        for (qsizetype i = statements.size() - 1; i >= 0; --i) {
            if (statements[i].name == firstStatement && statements[i].values.contains(session))
                return statements.sliced(i);
        }
    }
    return {};
}

} // namespace

Result<QList<LoggedStatement>> logStatements(TestBed &bed, int person,
                                             const std::function<bool()> &request)
{
    const Error failed = Error::internal(u"The statements of a request could not be logged."_s);
    if (auto on = setLogging(bed, u"all"_s); !on)
        return fail(on.error());
    QFile log(bed.server().dataFolder() + u"/postgresql.log"_s);
    if (!log.open(QIODevice::ReadOnly))
        return fail(failed);
    QList<LoggedStatement> statements;
    for (int i = 0; i < attempts && statements.isEmpty() && !Interrupt::requested(); ++i) {
        log.seek(log.size());
        if (!request())
            return fail(failed);
        statements = findRequest(log.readAll(), QByteArray::number(TestBed::session(person)));
        if (statements.isEmpty())
            std::this_thread::sleep_until(SteadyClock::now() + betweenAttempts);
    }
    if (auto off = setLogging(bed, u"none"_s); !off)
        return fail(off.error());
    if (statements.isEmpty())
        return fail(failed);
    return statements;
}

} // namespace Deskbell::Bench
