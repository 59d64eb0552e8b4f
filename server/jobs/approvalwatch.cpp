// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/approvalwatch.h"

#include "server/approvals/approvalflow.h"
#include "server/db/transaction.h"
#include "server/events/eventpump.h"

#include <QLoggingCategory>

using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(approvalWatchLog, "deskbell.approvalwatch")

namespace Deskbell::Server {

namespace {

using ApprovalRepository::RunningProcess;
using ApprovalRepository::RunningTicket;

constexpr int watchBatch = 100;

/// What an approval needs now.
struct Care
{
    bool expire = false;
    bool remind = false;
    bool tellStuck = false;

    bool isNeeded() const { return expire || remind || tellStuck; }
};

Care careFor(const RunningProcess &running, const BusinessCalendar &calendar, const QDateTime &now)
{
    const ApprovalProcess &process = running.process;
    const qsizetype current = process.currentStep();
    if (current < 0)
        return {};
    const ApprovalProcessStep &step = process.steps[current];
    const auto lasted = businessTime(calendar, step.startedAt, now);
    const auto isOver = [&](const std::optional<int> &hours) {
        return hours && lasted >= std::chrono::hours(*hours);
    };
    const QString stuck = process.stuck ? QString(toWire(*process.stuck)) : QString();
    return {.expire = isOver(step.expireAfterHours),
            .remind = !step.remindedAt.isValid() && isOver(step.remindAfterHours),
            .tellStuck = stuck != running.stuckTold};
}

/// Whether anything was left to be done: somebody may have been faster.
Result<bool> lookAfter(Context &seeing, Context &system, TicketId id)
{
    return Db::inTransaction<bool>(system.db, [&]() -> Result<bool> {
        auto ticket = lockTicket(seeing, id);
        if (!ticket && ticket.error().code == ErrorCode::NotFound)
            return false; // deleted, or somebody else's by now
        if (!ticket)
            return fail(ticket.error());
        auto running = ApprovalRepository::lockRunning(system.db, id);
        if (!running)
            return fail(running.error());
        if (!*running)
            return false;
        const Care care = careFor(**running, system.environment.settings.calendar, system.now());
        Result<> done;
        if (care.expire)
            done = ApprovalFlow::expire(system, *ticket, **running);
        else if (care.remind)
            done = ApprovalFlow::remind(system, *ticket, **running);
        if (done && care.tellStuck && !care.expire)
            done = ApprovalFlow::noteStuck(system, *ticket, **running);
        if (!done)
            return fail(done.error());
        return care.isNeeded();
    });
}

Context contextOf(Db::Connection &db, const Environment &environment, AccountId account = {})
{
    return {.db = db,
            .environment = environment,
            .principal = {.account = account},
            .requestId = {},
            .peer = {}};
}

} // namespace

Result<int> watchApprovals(Db::Connection &db, const Environment &environment)
{
    Context system = contextOf(db, environment);
    Result<> state = Db::inTransaction(db, [&] { return ApprovalFlow::askNewProxies(system); });
    int count = 0;
    TicketId after;
    for (bool more = true; more;) {
        const auto tickets = ApprovalRepository::listRunning(db, after, watchBatch);
        if (!tickets)
            return fail(tickets.error());
        for (const RunningTicket &one : *tickets) {
            after = one.ticket;
            if (!careFor(one.running, environment.settings.calendar, system.now()).isNeeded())
                continue;
            // Seen as its requester sees it, done by the system.
            Context requester = contextOf(db, environment, one.requester);
            const auto done = lookAfter(requester, system, one.ticket);
            if (done && *done)
                ++count;
            else if (!done && state)
                state = fail(done.error());
        }
        more = tickets->size() == watchBatch;
    }
    if (system.wroteEvents)
        environment.events.wake();
    if (!state)
        return fail(state.error());
    return count;
}

ApprovalWatch::ApprovalWatch(Db::ConnectionSettings database, const Environment &environment)
    : m_database(std::move(database))
    , m_environment(environment)
    , m_job(1min, [this] { run(); })
{}

void ApprovalWatch::run()
{
    // A connection of its own each time: it is idle for longer than it works.
    Db::Connection db(m_database);
    if (const auto done = watchApprovals(db, m_environment); !done)
        qCWarning(approvalWatchLog).noquote() << done.error().detail;
    else if (*done > 0)
        qCInfo(approvalWatchLog) << *done << "approvals were looked after";
}

} // namespace Deskbell::Server
