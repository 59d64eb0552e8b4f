// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/timedtransitions.h"

#include "server/db/transaction.h"
#include "server/events/eventlog.h"
#include "server/events/eventpump.h"
#include "server/tickets/ticketchange.h"
#include "server/timeline/timelinerepository.h"

#include <QLoggingCategory>

#include <functional>

using namespace Qt::StringLiterals;
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

/// How long a ticket is in its status when it is told that it is going to be closed; nothing when
/// nobody is: only closing is final, and what is over before it could be told needs no warning.
std::optional<std::chrono::hours> toldAfter(const AutomaticTransition &transition,
                                            const WorkflowDefinition &definition)
{
    const std::chrono::hours warning(transition.warningHours);
    const bool closes = definition.status(transition.to)->category == StatusCategory::Closed;
    if (!closes || warning == 0h || warning >= waitOf(transition))
        return {};
    return waitOf(transition) - warning;
}

/// One transition of one workflow: finds what is due, and takes it; or what soon is, and tells it.
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

    Result<int> take()
    {
        return each("jobs/list_due_tickets", waitOf(m_transition), &Round::takeIn);
    }
    Result<int> tell();

private:
    /// In a transaction that has the ticket: whether something was done with it.
    using Work = Result<bool> (Round::*)(Context &system, const StoredTicket &ticket) const;

    /// How many of those that are in the status for so long were worked on; the first failure, when
    /// all has been tried.
    Result<int> each(const char *statement, std::chrono::hours lasted, Work work);
    Result<QList<DueTicket>> listTickets(const char *statement, const QDateTime &since,
                                         int skipped);
    /// False also when somebody was faster.
    Result<bool> workOn(const DueTicket &due, std::chrono::hours lasted, Work work);
    bool isDue(const StoredTicket &ticket, std::chrono::hours lasted) const;
    Result<bool> takeIn(Context &system, const StoredTicket &before) const;
    Result<bool> tellOf(Context &system, const StoredTicket &ticket) const;

    Db::Connection &m_db;
    const Environment &m_environment;
    const WorkflowVersionId m_workflow;
    const std::shared_ptr<const WorkflowDefinition> m_definition;
    const AutomaticTransition m_transition;
    const QDateTime m_now;
};

Result<QList<DueTicket>> Round::listTickets(const char *statement, const QDateTime &since,
                                            int skipped)
{
    auto rows = m_db.run(statement, {{":workflow", m_workflow},
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

bool Round::isDue(const StoredTicket &ticket, std::chrono::hours lasted) const
{
    return ticket.workflow == m_workflow && ticket.status == m_transition.from
           && !ticket.isDeleted()
           && businessTime(m_environment.settings.calendar, ticket.statusChangedAt, m_now)
                      >= lasted;
}

Result<bool> Round::workOn(const DueTicket &due, std::chrono::hours lasted, Work work)
{
    // Seen as its requester sees it, done by the system.
    Context requester{.db = m_db,
                      .environment = m_environment,
                      .principal = {.account = due.requester},
                      .requestId = {},
                      .peer = {}};
    Context system{
            .db = m_db, .environment = m_environment, .principal = {}, .requestId = {}, .peer = {}};
    auto worked = Db::inTransaction<bool>(m_db, [&]() -> Result<bool> {
        auto ticket = lockTicket(requester, due.id);
        if (!ticket && ticket.error().code == ErrorCode::NotFound)
            return false; // deleted, or somebody else's by now
        if (!ticket)
            return fail(ticket.error());
        return isDue(*ticket, lasted) ? (this->*work)(system, *ticket) : false;
    });
    if (worked && system.wroteEvents)
        m_environment.events.wake();
    return worked;
}

Result<bool> Round::takeIn(Context &system, const StoredTicket &before) const
{
    StoredTicket after = before;
    enterStatus(after, *m_definition, m_transition.to, {}, m_now);
    auto saved = saveTicket(system, before, after,
                            {.action = "status", .trigger = triggerText(m_transition)});
    if (!saved)
        return fail(saved.error());
    return true;
}

Result<bool> Round::tellOf(Context &system, const StoredTicket &ticket) const
{
    // Asked again of the locked ticket: several servers may have listed it.
    auto told = m_db.run("jobs/select_closing_told",
                         {{":ticket", ticket.id}, {":since", ticket.statusChangedAt}});
    if (!told)
        return fail(told.error());
    if (told->next() && told->flag(0))
        return false;
    const QDateTime dueAt = businessTimeLater(m_environment.settings.calendar, waitOf(m_transition),
                                              ticket.statusChangedAt);
    // What is closed in this very round, or would be but for a failure, is too late to be told.
    if (!dueAt.isValid() || dueAt <= m_now)
        return false;
    auto entry = TimelineRepository::insert(m_db, {.ticket = ticket.id,
                                                   .event = TimelineEvent::ClosingSoon,
                                                   .details = {{u"dueAt"_s, timeToJson(dueAt)}},
                                                   .at = m_now});
    if (!entry)
        return fail(entry.error());
    const QJsonObject changes{{u"dueAt"_s, QJsonObject{{u"new"_s, timeToJson(dueAt)}}}};
    auto appended = appendEvent(system, {.type = EventType::TicketClosing,
                                         .ticket = ticket.id,
                                         .data = {{u"id"_s, ticket.id.value()},
                                                  {u"version"_s, ticket.version},
                                                  {u"changes"_s, changes}}});
    if (!appended)
        return fail(appended.error());
    return true;
}

Result<int> Round::tell()
{
    const auto lasted = toldAfter(m_transition, *m_definition);
    if (!lasted)
        return 0;
    return each("jobs/list_closing_tickets", *lasted, &Round::tellOf);
}

Result<int> Round::each(const char *statement, std::chrono::hours lasted, Work work)
{
    const QDateTime since = businessTimeAgo(m_environment.settings.calendar, lasted, m_now);
    int count = 0;
    int skipped = 0;
    Result<> state;
    for (bool more = since.isValid(); more;) {
        const auto tickets = listTickets(statement, since, skipped);
        if (!tickets)
            return fail(tickets.error());
        for (const DueTicket &ticket : *tickets) {
            auto worked = workOn(ticket, lasted, work);
            if (worked && *worked) {
                ++count;
                continue;
            }
            ++skipped;
            if (!worked && state)
                state = fail(worked.error());
        }
        more = tickets->size() == batchSize;
    }
    if (!state)
        return fail(state.error());
    return count;
}

/// Does that with every timed transition of every workflow.
Result<int> eachRound(Db::Connection &db, const Environment &environment,
                      const std::function<Result<int>(Round &)> &work)
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
            Round round(db, environment, version, *definition, transition);
            auto worked = work(round);
            if (worked)
                count += *worked;
            else if (state)
                state = fail(worked.error());
        }
    }
    if (!state)
        return fail(state.error());
    return count;
}

} // namespace

Result<int> takeTimedTransitions(Db::Connection &db, const Environment &environment)
{
    return eachRound(db, environment, [](Round &round) { return round.take(); });
}

Result<int> tellOfClosing(Db::Connection &db, const Environment &environment)
{
    return eachRound(db, environment, [](Round &round) { return round.tell(); });
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
    if (const auto told = tellOfClosing(db, m_environment); !told)
        qCWarning(timedTransitionLog).noquote() << told.error().detail;
}

} // namespace Deskbell::Server
