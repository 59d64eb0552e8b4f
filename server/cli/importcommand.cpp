// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/importcommand.h"

#include "common/base/clock.h"
#include "server/access/roleseeder.h"
#include "server/accounts/passwordhasher.h"
#include "server/accounts/tokensigner.h"
#include "server/attachments/blobstore.h"
#include "server/base/environment.h"
#include "server/events/eventpump.h"
#include "server/host/databasehost.h"
#include "server/import/incidentimport.h"
#include "server/log/jsonlog.h"

#include <QFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Result<IncidentLog> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail({.code = ErrorCode::NotFound,
                     .key = "import.unreadable",
                     .detail = u"%1: %2"_s.arg(path, file.errorString())});
    }
    return readIncidentLog(file);
}

/// One line that is written over, now and then, where somebody looks; nothing in a pipe's log.
bool showProgress(qint64 done, qint64 of)
{
    constexpr qint64 step = 10;
    if (done % step == 0 || done == of) {
        QTextStream(stderr) << u"\r%1 of %2 incidents"_s.arg(done).arg(of)
                            << (done == of ? "\n" : "");
    }
    return true;
}

Result<ImportReport> import(const Invocation &invocation, const Db::ConnectionSettings &database,
                            const IncidentLog &log)
{
    Db::Connection db(database);
    if (auto seeded = seedRoles(db); !seeded)
        return fail(seeded.error());
    // The import needs the clock and the database; the rest of what services may use is there, and
    // idle.
    BlobStore blobs(invocation.configuration.dataFolder);
    EventPump events(database);
    PasswordHasher passwords;
    const TokenSigner tokens(QByteArray(32, '\0'));
    const Environment environment{.clock = Clock::system(),
                                  .settings = {},
                                  .blobs = blobs,
                                  .events = events,
                                  .passwords = passwords,
                                  .tokens = tokens,
                                  .connection = [&db]() -> Db::Connection & {
                                      return db;
                                  }};
    Context context{.db = db, .environment = environment, .requestId = "import"};
    context.principal.displayName = u"deskbelld import"_s;
    return importIncidents(context, log, showProgress);
}

} // namespace

ExitCode importIncidentsCommand(const Invocation &invocation)
{
    Log::install(invocation.configuration.logLevel);
    const auto log = readFile(invocation.operands[0]);
    if (!log)
        return report(log.error());
    DatabaseHost database(invocation.configuration, DatabaseHost::Sharing::WithServer);
    if (const Result<> started = database.start(); !started)
        return report(started.error());
    const auto imported = import(invocation, database.settings(), *log);
    if (!imported)
        return report(imported.error());
    QTextStream out(stdout);
    for (const QString &line : imported->lines())
        out << line << '\n';
    return imported->reconciles() ? ExitCode::Ok : ExitCode::Failure;
}

} // namespace Deskbell::Server
