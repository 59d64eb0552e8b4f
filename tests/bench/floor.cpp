// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floor.h"

#include "server/db/postgresinstallation.h"
#include "tests/bench/interrupt.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Deskbell::Bench {

namespace {

/// A value that no two runs have: what must not be there yet. The keys of idempotency are unique
/// for an account, so another account stands for another key, which pgbench cannot make.
constexpr auto unique = "unique";
constexpr auto uniqueRange = "random(1000000000, 9000000000000000000)";

bool concernsIdempotency(const LoggedStatement &statement)
{
    return statement.name.startsWith("api/");
}

} // namespace

Result<Floor> Floor::of(TestBed &bed, int person, const QList<std::function<bool()>> &requests,
                        const std::function<Variation()> &variation)
{
    Floor floor;
    floor.m_folder = std::make_unique<QTemporaryDir>();
    const auto &where = bed.db().settings().parameters;
    floor.m_arguments = {u"-n"_s,
                         u"-M"_s,
                         u"prepared"_s,
                         u"-h"_s,
                         QString::fromUtf8(where.value("host")),
                         u"-U"_s,
                         QString::fromUtf8(where.value("user"))};
    if (auto settings = floor.readSettings(bed); !settings)
        return fail(settings.error());
    for (const auto &request : requests) {
        auto statements = logStatements(bed, person, request);
        if (!statements)
            return fail(statements.error());
        Variation varied = variation();
        const auto follow = [&](const char *name, qint64 value, qint64 first) {
            varied.commands.append("\\set "_ba + name + ' ' + QByteArray::number(first)
                                   + " + :client_id");
            varied.variables.insert(QByteArray::number(value), name);
        };
        follow("account", TestBed::account(person), TestBed::account(person));
        follow("session", TestBed::session(person), TestBed::session(person));
        varied.commands.append("\\set "_ba + unique + ' ' + uniqueRange);
        floor.addScript(*statements, varied);
    }
    return floor;
}

/// The server's connections set some things for themselves, and so does ours.
Result<> Floor::readSettings(TestBed &bed)
{
    auto rows = bed.db().runText(u"SELECT name, setting FROM pg_settings WHERE source = 'session'"
                                 " AND name <> 'statement_timeout'"_s);
    if (!rows)
        return fail(rows.error());
    while (rows->next())
        m_options += "-c " + rows->utf8(0) + '=' + rows->utf8(1).replace(' ', "\\ ") + ' ';
    return {};
}

void Floor::addScript(const QList<LoggedStatement> &statements, const Variation &variation)
{
    static const QRegularExpression parameter(uR"(\$(\d+))"_s);
    QByteArray script = variation.commands.join('\n') + '\n';
    const QMap<QByteArray, QByteArray> &variables = variation.variables;
    bool pipelined = false;
    for (qsizetype i = 0; i < statements.size(); ++i) {
        const LoggedStatement &statement = statements[i];
        QString sql = QString::fromUtf8(statement.sql);
        QString text;
        qsizetype copied = 0;
        for (const auto &match : parameter.globalMatch(sql)) {
            const int number = match.captured(1).toInt();
            const auto &value = statement.values.value(number - 1);
            text += QStringView(sql).sliced(copied, match.capturedStart() - copied);
            copied = match.capturedEnd();
            if (!value) {
                text += u"NULL"_s;
            } else if (value->isEmpty()) { // no variable of pgbench's can be that
                text += u"''"_s;
            } else if (concernsIdempotency(statement) && variables.value(*value) == "account") {
                text += u':' + QLatin1StringView(unique);
            } else if (variables.contains(*value)) {
                text += u':' + QString::fromUtf8(variables.value(*value));
            } else {
                const QString name = u"v%1_%2_%3"_s.arg(m_scripts).arg(i).arg(number);
                const QString definition = name + u'=' + QString::fromUtf8(*value);
                if (!m_arguments.contains(definition))
                    m_arguments.append({u"-D"_s, definition});
                text += u':' + name;
            }
        }
        text += QStringView(sql).sliced(copied);
        // The server sends BEGIN together with what follows it.
        if (text == "BEGIN"_L1) {
            script += "\\startpipeline\nBEGIN;\n";
            pipelined = true;
            continue;
        }
        script += text.toUtf8();
        const QByteArray made = variation.made.value(statement.name);
        script += made.isEmpty() ? ";\n"_ba : "\n\\gset "_ba + made + "_\n";
        if (std::exchange(pipelined, false))
            script += "\\endpipeline\n";
    }
    const QString path = m_folder->filePath(u"%1.sql"_s.arg(m_scripts++));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(script);
    m_arguments.append({u"-f"_s, path});
    m_statements = int(statements.size());
}

Result<double> Floor::measure(int clients, std::chrono::seconds time) const
{
    const auto installation = Db::PostgresInstallation::newest();
    if (!installation)
        return fail(installation.error());
    QProcess pgbench;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGOPTIONS"_s, QString::fromUtf8(m_options));
    pgbench.setProcessEnvironment(environment);
    pgbench.setProcessChannelMode(QProcess::MergedChannels);
    pgbench.start(installation->program(u"pgbench"_s),
                  m_arguments
                          + QStringList{u"-c"_s, QString::number(clients), u"-j"_s, u"2"_s, u"-T"_s,
                                        QString::number(time.count()), u"deskbell"_s});
    while (!pgbench.waitForFinished(100)) {
        if (pgbench.state() == QProcess::NotRunning || Interrupt::requested())
            break;
    }
    const QByteArray said = pgbench.readAll();
    const qsizetype place = said.indexOf("tps = ");
    if (pgbench.state() != QProcess::NotRunning || pgbench.exitCode() != 0 || place < 0)
        return fail(Error::internal(u"pgbench: "_s + QString::fromUtf8(said.left(2000))));
    return said.mid(place + 6, said.indexOf(' ', place + 6) - place - 6).toDouble();
}

} // namespace Deskbell::Bench
