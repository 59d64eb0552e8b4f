// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/presencewatch.h"

#include "server/events/eventpump.h"
#include "server/presence/presenceboard.h"

#include <QLoggingCategory>

using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(presenceLog, "deskbell.presence")

namespace Deskbell::Server {

Result<> endStalePresence(Db::Connection &db, const Environment &environment)
{
    const QDateTime now = environment.clock.now();
    QList<TicketId> changed = environment.presence->sweep(now);
    auto rows = db.run("presence/delete_expired_claims", {{":now", now}});
    while (rows && rows->next())
        changed.append(rows->id<TicketId>(0));
    for (const TicketId ticket : std::as_const(changed))
        environment.events.announcePresence(ticket, environment.presence->people(ticket));
    if (!rows)
        return fail(rows.error());
    return {};
}

PresenceWatch::PresenceWatch(Db::ConnectionSettings database, const Environment &environment)
    : m_database(std::move(database))
    , m_environment(environment)
    , m_job(5s, [this] { run(); })
{}

void PresenceWatch::run()
{
    Db::Connection db(m_database);
    if (const auto done = endStalePresence(db, m_environment); !done)
        qCWarning(presenceLog).noquote() << done.error().detail;
}

} // namespace Deskbell::Server
