// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/waitingsteps.h"

#include "server/assignment/assignmentrules.h"
#include "server/assignment/rotation.h"
#include "server/assignment/steprepository.h"
#include "server/db/transaction.h"
#include "server/events/eventpump.h"
#include "server/tickets/ticketchange.h"

#include <QLoggingCategory>

using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(waitingStepLog, "deskbell.waitingsteps")

namespace Deskbell::Server {

namespace {

constexpr int waitingBatch = 100;

using AssignmentRules::Rule;
using StepRepository::WaitingTicket;

/// What tickets wait for somebody in: a step, or a team.
struct Waiting
{
    Result<QList<WaitingTicket>> (*list)(Db::Connection &db, qint64 after, int limit);
    /// By which rule somebody is looked for now; none: it does not wait any more.
    Result<std::optional<Rule>> (*awaited)(Db::Connection &db, const StoredTicket &ticket);
};

Result<std::optional<Rule>> awaitedInStep(Db::Connection &db, const StoredTicket &ticket)
{
    auto turns = StepRepository::list(db, ticket.id);
    if (!turns)
        return fail(turns.error());
    const bool waits = !turns->isEmpty() && !turns->constLast().endedAt.isValid()
                       && turns->constLast().waiting
                       && *turns->constLast().waiting != StepWaiting::Released;
    if (!waits)
        return std::optional<Rule>();
    return std::optional(Rule{.pool = {.desk = ticket.desk.id, .role = turns->constLast().role}});
}

constexpr Waiting inStep{.list = &StepRepository::listWaiting, .awaited = &awaitedInStep};
constexpr Waiting forTeam{.list = &StepRepository::listWaitingForTeam,
                          .awaited = &AssignmentRules::awaited};

/// Whether somebody was there for it.
Result<bool> assignWaitingTicket(Db::Connection &db, const Environment &environment,
                                 const Waiting &waiting, const WaitingTicket &ticket)
{
    // Seen as its requester sees it, done by the system.
    Context requester{.db = db,
                      .environment = environment,
                      .principal = {.account = ticket.requester},
                      .requestId = {},
                      .peer = {}};
    Context system{
            .db = db, .environment = environment, .principal = {}, .requestId = {}, .peer = {}};
    auto assigned = Db::inTransaction<bool>(db, [&]() -> Result<bool> {
        auto before = lockTicket(requester, ticket.ticket);
        if (!before && before.error().code == ErrorCode::NotFound)
            return false; // deleted, or somebody else's by now
        if (!before)
            return fail(before.error());
        const auto rule = waiting.awaited(db, *before);
        if (!rule)
            return fail(rule.error());
        if (before->isDeleted() || !*rule)
            return false;
        auto turn = takeTurn(system, (*rule)->pool, {}, (*rule)->order);
        if (!turn)
            return fail(turn.error());
        if (!turn->person) {
            return StepRepository::setWaiting(db, ticket.ticket, *turn->waiting).map([] {
                return false;
            });
        }
        // Who has a ticket that was moved into the step may be the one whose turn it is.
        if (before->assignee == turn->person) {
            auto given = StepRepository::give(db, ticket.ticket, turn->person->id);
            if (!given)
                return fail(given.error());
        }
        StoredTicket after = *before;
        after.assignee = turn->person;
        const ChangeStory story{
                .action = "assign", .role = (*rule)->pool.role, .team = (*rule)->team};
        if (auto saved = saveTicket(system, *before, after, story, Touch::Always); !saved)
            return fail(saved.error());
        return true;
    });
    if (assigned && system.wroteEvents)
        environment.events.wake();
    return assigned;
}

/// Tries all of them; the first failure is what comes back.
Result<int> assignAllWaiting(Db::Connection &db, const Environment &environment,
                             const Waiting &waiting)
{
    int count = 0;
    Result<> state;
    qint64 last = 0;
    for (bool more = true; more;) {
        const auto tickets = waiting.list(db, last, waitingBatch);
        if (!tickets)
            return fail(tickets.error());
        for (const WaitingTicket &ticket : *tickets) {
            last = ticket.place;
            auto assigned = assignWaitingTicket(db, environment, waiting, ticket);
            if (assigned)
                count += *assigned ? 1 : 0;
            else if (state)
                state = fail(assigned.error());
        }
        more = tickets->size() == waitingBatch;
    }
    if (!state)
        return fail(state.error());
    return count;
}

} // namespace

Result<int> assignWaitingSteps(Db::Connection &db, const Environment &environment)
{
    const auto steps = assignAllWaiting(db, environment, inStep);
    const auto teams = assignAllWaiting(db, environment, forTeam);
    if (!steps)
        return steps;
    return teams.map([&](int count) { return count + *steps; });
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
