// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/testbed.h"

#include "server/accounts/serversecret.h"
#include "server/db/clusterfolder.h"
#include "tests/bench/clients.h"
#include "tests/bench/interrupt.h"
#include "tests/support/server/rawhttp.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Deskbell::Bench {

TestBed::TestBed(qint64 tickets)
    : m_tickets(tickets)
    , m_server(QStringList())
{}

Result<> TestBed::prepare()
{
    if (!m_server.start())
        return fail(Error::internal(u"The server does not start: "_s + m_server.failure()));
    auto settings = Db::ClusterFolder::runningCluster(m_server.dataFolder());
    if (!settings)
        return fail(settings.error());
    settings->statementTimeoutMs = 0; // loading takes its time
    m_db = std::make_unique<Db::Connection>(*settings);
    auto secret = Server::serverSecret(*m_db, Server::accessTokenSecret);
    if (!secret)
        return fail(secret.error());
    m_signer.emplace(*secret, std::chrono::hours(24));

    QElapsedTimer clock;
    clock.start();
    std::fprintf(stderr, "Loading %lld tickets … ", static_cast<long long>(m_tickets));
    for (const QString &name : {u"people"_s, u"tickets"_s}) {
        if (auto loaded = load(name); !loaded)
            return loaded;
    }
    if (auto tidied = tidy(); !tidied)
        return tidied;
    std::fprintf(stderr, "%lld s\n", static_cast<long long>(clock.elapsed() / 1000));
    return {};
}

/// What a script sets for itself is gone with its connection.
Result<> TestBed::load(const QString &name)
{
    if (Interrupt::requested())
        return fail(Error::internal(u"interrupted"_s));
    QFile file(QStringLiteral(DESKBELL_SOURCE_DIR "/tests/bench/sql/%1.sql").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::internal(file.fileName() + u": "_s + file.errorString()));
    Db::Connection loader(m_db->settings());
    const QString size = u"SET bench.tickets = %1;"_s.arg(m_tickets);
    return loader.script(size + QString::fromUtf8(file.readAll()));
}

/// As autovacuum leaves a desk that is two years old. What is empty it has never looked at, and
/// PostgreSQL plans differently for what it knows to be empty.
Result<> TestBed::tidy()
{
    auto rows = m_db->runText(u"SELECT string_agg(format('%I.%I', schemaname, relname), ', ')"
                              " FROM pg_stat_user_tables WHERE n_tup_ins > 0"_s);
    if (!rows)
        return fail(rows.error());
    rows->next();
    for (const QString &command : {u"VACUUM (ANALYZE) "_s + rows->text(0), u"CHECKPOINT"_s}) {
        if (auto done = m_db->script(command); !done)
            return done;
    }
    return {};
}

qint64 TestBed::account(int person)
{
    return person < DataSet::agents ? DataSet::firstAgent + person
                                    : DataSet::firstRequester + person - DataSet::agents;
}

QByteArray TestBed::token(int person) const
{
    return m_signer->issue(
            {.account = AccountId(account(person)), .session = SessionId(session(person))},
            QDateTime::currentDateTimeUtc());
}

std::optional<QJsonObject> TestBed::ask(int person, QByteArrayView method, const QByteArray &target,
                                        const QByteArray &json) const
{
    Testing::RawHttp http(port());
    const Testing::RawAnswer answer = http.ask(makeRequest(method, target, token(person), json));
    if (answer.status / 100 == 2)
        return QJsonDocument::fromJson(answer.body).object();
    std::fprintf(stderr, "%s %s was answered %d: %s\n", method.toByteArray().constData(),
                 target.constData(), answer.status, answer.body.left(400).constData());
    return std::nullopt;
}

double TestBed::memory() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_server.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype line = text.indexOf("VmRSS:");
    return text.mid(line + 6, text.indexOf("kB", line) - line - 6).trimmed().toDouble() / 1024;
}

} // namespace Deskbell::Bench
