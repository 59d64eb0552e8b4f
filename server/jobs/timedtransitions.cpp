// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/timedtransitions.h"

#include "server/db/transaction.h"
#include "server/events/eventpump.h"
#include "server/tickets/ticketchange.h"

#include <QLoggingCategory>

using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(timedTransitionLog, "deskbell.timedtransitions")

namespace Deskbell::Server {

namespace {

constexpr int batchSize = 100;

struct DueTicket
{
    TicketId id;
    AccountId requester;
};

std::chrono::hours waitOf(const AutomaticTransition &transition)
{
    return std::chrono::hours(transition.businessHours);
}

Result<QList<WorkflowVersionId>> listTimedWorkflows(Db::Connection &db)
{
    auto rows = db.run("jobs/list_timed_workflows");
    if (!rows)
        return fail(rows.error());
    QList<WorkflowVersionId> versions;
    while (rows->next())
        versions.append(rows->id<WorkflowVersionId>(0));
    return versions;
}

/// One transition of one workflow: finds what is due, and takes it.
class Round
{
public:
    Round(Db::Connection &db, const Environment &environment, WorkflowVersionId workflow,
          std::shared_ptr<const WorkflowDefinition> definition, AutomaticTransition transition)
        : m_db(db)
        , m_environment(environment)
        , m_workflow(workflow)
        , m_definition(std::move(definition))
        , m_transition(std::move(transition))
        , m_now(environment.clock.now())
    {}

    Result<int> run();

private:
    Result<QList<DueTicket>> dueTickets(const QDateTime &since, int skipped);
    /// Whether it was taken: somebody may have been faster.
    Result<bool> take(const DueTicket &due);
    bool isDue(const StoredTicket &ticket) const;

    Db::Connection &m_db;
    const Environment &m_environment;
    const WorkflowVersionId m_workflow;
    const std::shared_ptr<const WorkflowDefinition> m_definition;
    const AutomaticTransition m_transition;
    const QDateTime m_now;
};

Result<QList<DueTicket>> Round::dueTickets(const QDateTime &since, int skipped)
{
    auto rows = m_db.run("jobs/list_due_tickets", {{":workflow", m_workflow},
                                                   {":status", m_transition.from},
                                                   {":since", since},
                                                   {":limit", batchSize},
                                                   {":skipped", skipped}});
    if (!rows)
        return fail(rows.error());
    QList<DueTicket> tickets;
    while (rows->next())
        tickets.append({.id = rows->id<TicketId>(0), .requester = rows->id<AccountId>(1)});
    return tickets;
}

bool Round::isDue(const StoredTicket &ticket) const
{
    return ticket.workflow == m_workflow && ticket.status == m_transition.from
           && !ticket.isDeleted()
           && businessTime(m_environment.settings.calendar, ticket.statusChangedAt, m_now)
                      >= waitOf(m_transition);
}

Result<bool> Round::take(const DueTicket &due)
{
    // Seen as its requester sees it, done by the system.
    Context requester{.db = m_db,
                      .environment = m_environment,
                      .principal = {.account = due.requester},
                      .requestId = {},
                      .peer = {}};
    Context system{
            .db = m_db, .environment = m_environment, .principal = {}, .requestId = {}, .peer = {}};
    auto taken = Db::inTransaction<bool>(m_db, [&]() -> Result<bool> {
        auto before = lockTicket(requester, due.id);
        if (!before && before.error().code == ErrorCode::NotFound)
            return false; // deleted, or somebody else's by now
        if (!before)
            return fail(before.error());
        if (!isDue(*before))
            return false;
        StoredTicket after = *before;
        enterStatus(after, *m_definition, m_transition.to, {}, m_now);
        auto saved = saveTicket(system, *before, after,
                                {.action = "status", .trigger = triggerText(m_transition)});
        if (!saved)
            return fail(saved.error());
        return true;
    });
    if (taken && system.wroteEvents)
        m_environment.events.wake();
    return taken;
}

Result<int> Round::run()
{
    const QDateTime since
            = businessTimeAgo(m_environment.settings.calendar, waitOf(m_transition), m_now);
    int count = 0;
    int skipped = 0;
    Result<> state;
    for (bool more = since.isValid(); more;) {
        const auto due = dueTickets(since, skipped);
        if (!due)
            return fail(due.error());
        for (const DueTicket &ticket : *due) {
            auto taken = take(ticket);
            if (taken && *taken) {
                ++count;
                continue;
            }
            ++skipped;
            if (!taken && state)
                state = fail(taken.error());
        }
        more = due->size() == batchSize;
    }
    if (!state)
        return fail(state.error());
    return count;
}

} // namespace

Result<int> takeTimedTransitions(Db::Connection &db, const Environment &environment)
{
    auto versions = listTimedWorkflows(db);
    if (!versions)
        return fail(versions.error());
    int count = 0;
    Result<> state;
    for (const WorkflowVersionId version : *versions) {
        auto definition = environment.workflows->definition(db, version);
        if (!definition)
            return fail(definition.error());
        for (const AutomaticTransition &transition : (*definition)->automatic) {
            if (transition.trigger != Trigger::After)
                continue;
            auto taken = Round(db, environment, version, *definition, transition).run();
            if (taken)
                count += *taken;
            else if (state)
                state = fail(taken.error());
        }
    }
    if (!state)
        return fail(state.error());
    return count;
}

TimedTransitions::TimedTransitions(Db::ConnectionSettings database, const Environment &environment)
    : m_database(std::move(database))
    , m_environment(environment)
    , m_job(1min, [this] { run(); })
{}

void TimedTransitions::run()
{
    // A connection of its own each time: it is idle for longer than it works.
    Db::Connection db(m_database);
    if (const auto taken = takeTimedTransitions(db, m_environment); !taken)
        qCWarning(timedTransitionLog).noquote() << taken.error().detail;
    else if (*taken > 0)
        qCInfo(timedTransitionLog) << *taken << "tickets went on by themselves";
}

} // namespace Deskbell::Server
