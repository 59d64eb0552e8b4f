// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/triggerrunner.h"

#include "server/db/transaction.h"
#include "server/events/eventpump.h"
#include "server/tickets/ticketchange.h"
#include "server/triggers/triggeractions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(triggerLog, "deskbell.triggers")

namespace Deskbell::Server {

namespace {

/// At one time: the server can be stopped between two.
constexpr int mostRuns = 500;

/// A run with what its trigger says now.
struct WaitingRun
{
    TriggerRunId id = {};
    TicketId ticket = {};
    QString chain = {}; ///< as the database writes it
    AccountId requester = {};
    QString name = {};
    QString query = {};
    QList<TriggerAction> actions = {};
    bool enabled = true;
};

struct RunEnd
{
    TriggerOutcome outcome = TriggerOutcome::Done;
    QString reason = {};
};

/// None: nothing waits, or somebody else has it.
Result<std::optional<WaitingRun>> takeRun(Db::Connection &db)
{
    auto rows = db.run("triggers/take_run");
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<WaitingRun>();
    WaitingRun run{.id = rows->id<TriggerRunId>(0),
                   .ticket = rows->id<TicketId>(1),
                   .chain = rows->text(2),
                   .requester = rows->id<AccountId>(3),
                   .name = rows->text(4),
                   .query = rows->text(5),
                   .enabled = rows->flag(7)};
    const QJsonArray actions = QJsonDocument::fromJson(rows->utf8(6)).array();
    for (const QJsonValue &json : actions) {
        auto action = fromJson<TriggerAction>(json.toObject(), Unknown::Ignored);
        if (!action)
            return fail(Error::internal(action.error().detail));
        run.actions.append(*action);
    }
    return std::optional(std::move(run));
}

Result<> writeEnd(Context &system, TriggerRunId run, const RunEnd &end)
{
    auto rows = system.db.run("triggers/update_run", {{":id", run},
                                                      {":outcome", toWire(end.outcome)},
                                                      {":reason", end.reason},
                                                      {":now", system.now()}});
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<RunEnd> workOff(Context &system, const WaitingRun &run)
{
    if (!run.enabled)
        return RunEnd{.outcome = TriggerOutcome::Stopped, .reason = u"disabled"_s};
    // Seen as its requester sees it, done by the system.
    Context requester{.db = system.db,
                      .environment = system.environment,
                      .principal = {.account = run.requester},
                      .requestId = {},
                      .peer = {}};
    auto ticket = lockTicket(requester, run.ticket);
    if (!ticket && ticket.error().code != ErrorCode::NotFound)
        return fail(ticket.error());
    if (!ticket || ticket->isDeleted())
        return RunEnd{.outcome = TriggerOutcome::NotMet};
    auto matching = TriggerActions::matches(system, run.query, run.ticket);
    if (!matching)
        return fail(matching.error());
    if (!*matching)
        return RunEnd{.outcome = TriggerOutcome::NotMet};
    auto caused = system.db.run("triggers/set_cause", {{":chain", run.chain}, {":name", run.name}});
    if (!caused)
        return fail(caused.error());
    if (auto performed = TriggerActions::perform(system, *ticket, run.actions); !performed)
        return fail(performed.error());
    return RunEnd{};
}

/// Whether there was one.
Result<bool> runNext(Db::Connection &db, const Environment &environment)
{
    Context system{
            .db = db, .environment = environment, .principal = {}, .requestId = {}, .peer = {}};
    TriggerRunId taken;
    auto ran = Db::inTransaction<bool>(db, [&]() -> Result<bool> {
        auto run = takeRun(db);
        if (!run)
            return fail(run.error());
        if (!*run)
            return false;
        taken = (*run)->id;
        auto end = workOff(system, **run);
        if (!end)
            return fail(end.error());
        if (auto written = writeEnd(system, taken, *end); !written)
            return fail(written.error());
        return true;
    });
    if (ran && system.wroteEvents)
        environment.events.wake();
    if (ran || !taken.isValid() || ran.error().code == ErrorCode::Unavailable)
        return ran;
    // What cannot be done must not keep what waits behind it from being done.
    auto failed = Db::inTransaction(db, [&] {
        return writeEnd(system, taken,
                        {.outcome = TriggerOutcome::Failed,
                         .reason = QString::fromLatin1(ran.error().key)});
    });
    if (!failed)
        return fail(failed.error());
    return true;
}

} // namespace

Result<int> runTriggers(Db::Connection &db, const Environment &environment)
{
    int count = 0;
    for (bool more = true; more && count < mostRuns;) {
        auto ran = runNext(db, environment);
        if (!ran)
            return fail(ran.error());
        more = *ran;
        count += more ? 1 : 0;
    }
    return count;
}

TriggerRunner::TriggerRunner(Db::ConnectionSettings database, const Environment &environment)
    : m_db(std::move(database))
    , m_environment(environment)
    , m_job(1s, [this] { run(); })
{}

void TriggerRunner::run()
{
    if (const auto ran = runTriggers(m_db, m_environment); !ran)
        qCWarning(triggerLog).noquote() << ran.error().detail;
}

} // namespace Deskbell::Server
