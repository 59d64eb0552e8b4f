// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/housekeeping.h"

#include "common/base/clock.h"
#include "server/attachments/contents.h"
#include "server/events/eventreader.h"

#include <QLoggingCategory>

using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(housekeepingLog, "deskbell.housekeeping")

namespace Deskbell::Server {

namespace {

constexpr auto interval = 10min;
constexpr auto sweepInterval = 24h;

/// Answers to repeated requests are promised for a day (api.md, "Idempotency").
constexpr qint64 idempotencyDays = 1;
/// Sessions that are over can still be looked up for a month.
constexpr qint64 sessionDays = 30;
/// What was not looked at for a quarter of a year is not news.
constexpr qint64 notificationDays = 90;
/// So long one can see, and undo, what was done to many tickets.
constexpr qint64 bulkDays = 30;

Result<> deleteBefore(Db::Connection &db, const char *statement, const QDateTime &before)
{
    auto rows = db.run(statement, {{":before", before}});
    if (!rows)
        return fail(rows.error());
    return {};
}

} // namespace

Result<> keepHouse(Db::Connection &db, UploadFiles &uploads, const ServiceSettings &settings,
                   const QDateTime &now)
{
    const std::chrono::seconds eventLifetime = settings.eventLifetime;
    const Result<> done[] = {
            pruneEvents(db, now.addSecs(-eventLifetime.count())),
            deleteBefore(db, "jobs/delete_old_idempotency", now.addDays(-idempotencyDays)),
            deleteBefore(db, "jobs/delete_old_notifications", now.addDays(-notificationDays)),
            deleteBefore(db, "jobs/delete_old_sessions", now.addDays(-sessionDays)),
            deleteBefore(db, "jobs/delete_old_bulks", now.addDays(-bulkDays)),
            sweepUploads(db, uploads, now),
    };
    for (const Result<> &result : done) {
        if (!result)
            return result;
    }
    return {};
}

Housekeeping::Housekeeping(Db::ConnectionSettings database, BlobStore &blobs,
                           ServiceSettings settings)
    : m_database(std::move(database))
    , m_blobs(blobs)
    , m_settings(std::move(settings))
    , m_job(interval, [this] { run(); })
{}

void Housekeeping::run()
{
    // A connection of its own each time: it is idle for longer than it works.
    Db::Connection db(m_database);
    const QDateTime now = Clock::system().now();
    auto done = keepHouse(db, m_blobs.uploads(), m_settings, now);
    if (done && m_untilSweep.hasExpired()) {
        done = sweepContents(db, m_blobs, now);
        m_untilSweep.setRemainingTime(sweepInterval);
    }
    if (!done)
        qCWarning(housekeepingLog).noquote() << done.error().detail;
}

} // namespace Deskbell::Server
