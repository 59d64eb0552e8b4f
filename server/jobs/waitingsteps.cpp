// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/waitingsteps.h"

#include "server/assignment/rotation.h"
#include "server/assignment/steprepository.h"
#include "server/db/transaction.h"
#include "server/events/eventpump.h"
#include "server/tickets/ticketchange.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(waitingStepLog, "deskbell.waitingsteps")

namespace Deskbell::Server {

namespace {

constexpr int waitingBatch = 100;

/// The role that the ticket waits for now; empty when it does not.
Result<QString> awaitedRole(Db::Connection &db, TicketId ticket)
{
    auto turns = StepRepository::list(db, ticket);
    if (!turns)
        return fail(turns.error());
    const bool waits = !turns->isEmpty() && !turns->constLast().endedAt.isValid()
                       && turns->constLast().waiting
                       && *turns->constLast().waiting != StepWaiting::Released;
    return waits ? turns->constLast().role : QString();
}

/// Whether somebody was there for it.
Result<bool> assignWaitingStep(Db::Connection &db, const Environment &environment,
                               const StepRepository::WaitingStep &step)
{
    // Seen as its requester sees it, done by the system.
    Context requester{.db = db,
                      .environment = environment,
                      .principal = {.account = step.requester},
                      .requestId = {},
                      .peer = {}};
    Context system{
            .db = db, .environment = environment, .principal = {}, .requestId = {}, .peer = {}};
    auto assigned = Db::inTransaction<bool>(db, [&]() -> Result<bool> {
        auto before = lockTicket(requester, step.ticket);
        if (!before && before.error().code == ErrorCode::NotFound)
            return false; // deleted, or somebody else's by now
        if (!before)
            return fail(before.error());
        const auto role = awaitedRole(db, step.ticket);
        if (!role)
            return fail(role.error());
        if (before->isDeleted() || role->isEmpty())
            return false;
        auto turn = takeTurn(system, before->desk.id, *role);
        if (!turn)
            return fail(turn.error());
        if (!turn->person)
            return false;
        StoredTicket after = *before;
        after.assignee = turn->person;
        if (auto saved = saveTicket(system, *before, after, {.action = "assign", .role = *role});
            !saved)
            return fail(saved.error());
        return true;
    });
    if (assigned && system.wroteEvents)
        environment.events.wake();
    return assigned;
}

} // namespace

Result<int> assignWaitingSteps(Db::Connection &db, const Environment &environment)
{
    int count = 0;
    Result<> state;
    qint64 last = 0;
    for (bool more = true; more;) {
        const auto steps = StepRepository::listWaiting(db, last, waitingBatch);
        if (!steps)
            return fail(steps.error());
        for (const StepRepository::WaitingStep &step : *steps) {
            last = step.step;
            auto assigned = assignWaitingStep(db, environment, step);
            if (assigned)
                count += *assigned ? 1 : 0;
            else if (state)
                state = fail(assigned.error());
        }
        more = steps->size() == waitingBatch;
    }
    if (!state)
        return fail(state.error());
    return count;
}

WaitingSteps::WaitingSteps(Db::ConnectionSettings database, const Environment &environment)
    : m_database(std::move(database))
    , m_environment(environment)
    , m_job(2s, [this] { run(); })
{}

void WaitingSteps::run()
{
    Db::Connection db(m_database);
    if (const auto assigned = assignWaitingSteps(db, m_environment); !assigned)
        qCWarning(waitingStepLog).noquote() << assigned.error().detail;
    else if (*assigned > 0)
        qCInfo(waitingStepLog) << *assigned << "tickets have somebody now";
}

} // namespace Deskbell::Server
