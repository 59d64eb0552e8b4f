// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/servicelevels.h"

#include "server/assignment/steprepository.h"
#include "server/assignment/steps.h"
#include "server/db/transaction.h"
#include "server/events/eventpump.h"
#include "server/sla/servicealerts.h"
#include "server/sla/ticketclock.h"
#include "server/tickets/ticketchange.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(serviceLevelLog, "deskbell.servicelevels")

namespace Deskbell::Server {

namespace {

constexpr int serviceBatch = 200;

/// Tickets that need something, and what is done about a locked one; how much that was.
struct Chore
{
    Result<Db::Rows> (*list)(Db::Connection &db, const QDateTime &now, int skipped);
    Result<int> (*work)(Context &system, const StoredTicket &ticket);
};

Result<Db::Rows> listStale(Db::Connection &db, const QDateTime &, int skipped)
{
    return db.run("sla/list_stale_tickets", {{":limit", serviceBatch}, {":skipped", skipped}});
}

Result<Db::Rows> listAlerting(Db::Connection &db, const QDateTime &now, int skipped)
{
    return db.run("sla/list_alerting_tickets",
                  {{":now", now}, {":limit", serviceBatch}, {":skipped", skipped}});
}

Result<int> reckonAnew(Context &system, const StoredTicket &ticket)
{
    auto clock = TicketClock::reckon(system, ticket);
    if (!clock)
        return fail(clock.error());
    return TicketClock::store(system, ticket, *clock).map([] { return 1; });
}

/// As a person would, where the step in which the ticket is can be escalated at all.
Result<> escalateBreach(Context &system, const StoredTicket &before)
{
    auto definition = workflowOf(system, before.workflow);
    if (!definition)
        return fail(definition.error());
    auto turns = StepRepository::list(system.db, before.id);
    if (!turns)
        return fail(turns.error());
    if (!canEscalate(**definition, before.status, *turns))
        return {};
    StoredTicket after = before;
    ChangeStory story{.action = "escalate", .escalationReason = u"sla.breached"_s};
    if (auto asked = escalate(system, **definition, after, story); !asked)
        return asked;
    return saveTicket(system, before, after, story, Touch::Always);
}

Result<bool> escalates(Context &system, const StoredTicket &ticket, SlaPolicyId policy)
{
    auto rules = system.environment.serviceRules->rulesOf(system.db, ticket.desk.id,
                                                          ticket.deskRevision);
    if (!rules)
        return fail(rules.error());
    const ServiceRules &all = (*rules)->rules;
    return std::any_of(all.cbegin(), all.cend(), [&](const ServiceRule &rule) {
        return rule.id == policy && rule.escalates;
    });
}

Result<int> tellAll(Context &system, const StoredTicket &ticket)
{
    auto rows
            = system.db.run("sla/select_clocks", {{":ticket", ticket.id}, {":now", system.now()}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next()) // somebody was faster
        return 0;
    auto clocks = fromJsonBytes<ServiceClocks>(rows->view(0), Unknown::Ignored);
    if (!clocks)
        return fail(Error::internal(u"The clocks of a ticket cannot be read."_s));
    auto next = system.db.run(
            "sla/update_alert",
            {{":ticket", ticket.id}, {":alert_at", nextAlertAt(*clocks, system.now())}});
    if (!next)
        return fail(next.error());
    int told = 0;
    bool escalation = false;
    for (const ServiceAlert &alert : alertsUntil(*clocks, system.now())) {
        auto first = tellAlert(system, ticket, alert);
        if (!first)
            return fail(first.error());
        if (!*first)
            continue;
        ++told;
        if (alert.kind != ServiceAlert::Kind::Breach || isDone(ticket.statusCategory))
            continue;
        auto wanted = escalates(system, ticket, alert.policy.id);
        if (!wanted)
            return fail(wanted.error());
        escalation = escalation || *wanted;
    }
    if (escalation) {
        if (auto escalated = escalateBreach(system, ticket); !escalated)
            return fail(escalated.error());
    }
    return told;
}

/// Does the chore for all tickets that need it; the first failure is what comes back.
class ChoreRound
{
public:
    ChoreRound(Db::Connection &db, const Environment &environment, const Chore &chore)
        : m_db(db)
        , m_environment(environment)
        , m_chore(chore)
    {}

    Result<int> run();

private:
    /// How much was done; none: nobody can, it is still among those that need something.
    Result<std::optional<int>> doFor(TicketId ticket, AccountId requester);

    Db::Connection &m_db;
    const Environment &m_environment;
    const Chore &m_chore;
};

Result<std::optional<int>> ChoreRound::doFor(TicketId id, AccountId account)
{
    // Seen as its requester sees it, done by the system.
    Context requester{.db = m_db,
                      .environment = m_environment,
                      .principal = {.account = account},
                      .requestId = {},
                      .peer = {}};
    Context system{
            .db = m_db, .environment = m_environment, .principal = {}, .requestId = {}, .peer = {}};
    using Count = std::optional<int>;
    auto done = Db::inTransaction<Count>(m_db, [&]() -> Result<Count> {
        auto ticket = lockTicket(requester, id);
        if (!ticket && ticket.error().code == ErrorCode::NotFound)
            return Count(); // deleted, or somebody else's by now
        if (!ticket)
            return fail(ticket.error());
        return m_chore.work(system, *ticket).map([](int count) { return Count(count); });
    });
    if (done && system.wroteEvents)
        m_environment.events.wake();
    return done;
}

Result<int> ChoreRound::run()
{
    const QDateTime now = m_environment.clock.now();
    int count = 0;
    int skipped = 0;
    Result<> state;
    for (bool more = true; more;) {
        auto rows = m_chore.list(m_db, now, skipped);
        if (!rows)
            return fail(rows.error());
        while (rows->next()) {
            const auto done = doFor(rows->id<TicketId>(0), rows->id<AccountId>(1));
            if (done && *done) {
                count += **done;
                continue;
            }
            ++skipped;
            if (!done && state)
                state = fail(done.error());
        }
        more = rows->count() == serviceBatch;
    }
    if (!state)
        return fail(state.error());
    return count;
}

} // namespace

Result<ServiceLevelWork> keepServiceLevels(Db::Connection &db, const Environment &environment)
{
    static constexpr Chore stale{.list = &listStale, .work = &reckonAnew};
    static constexpr Chore alerting{.list = &listAlerting, .work = &tellAll};
    const auto reckoned = ChoreRound(db, environment, stale).run();
    const auto told = ChoreRound(db, environment, alerting).run();
    if (!reckoned)
        return fail(reckoned.error());
    if (!told)
        return fail(told.error());
    return ServiceLevelWork{.reckoned = *reckoned, .told = *told};
}

ServiceLevels::ServiceLevels(Db::ConnectionSettings database, const Environment &environment)
    : m_database(std::move(database))
    , m_environment(environment)
    , m_job(5s, [this] { run(); })
{}

void ServiceLevels::run()
{
    // A connection of its own each time: it is idle for longer than it works.
    Db::Connection db(m_database);
    const auto work = keepServiceLevels(db, m_environment);
    if (!work) {
        qCWarning(serviceLevelLog).noquote() << work.error().detail;
    } else if (work->reckoned > 0 || work->told > 0) {
        qCInfo(serviceLevelLog) << work->reckoned << "tickets reckoned anew," << work->told
                                << "warnings and breaches told";
    }
}

} // namespace Deskbell::Server
