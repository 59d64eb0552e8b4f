// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/bulk/bulkwork.h"

#include "common/bulk/bulk.h"
#include "server/access/principalrepository.h"
#include "server/api/responses.h"
#include "server/db/transaction.h"
#include "server/events/eventlog.h"
#include "server/events/eventpump.h"
#include "server/tickets/ticketservice.h"
#include "server/tickets/ticketundo.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(bulkLog, "deskbell.bulk")

namespace Deskbell::Server {

namespace {

/// So many tickets of one operation before another has its turn, and before people are told.
constexpr int bulkTurn = 25;

struct BulkOrder
{
    BulkId id = {};
    AccountId account = {};
    BulkState state = BulkState::Running;
    BulkChange change = {};
    QString peer = {};
    QByteArray requestId = {};
};

/// The ticket whose turn it is.
struct Turn
{
    int position = 0;
    TicketId ticket = {};
    QJsonObject was = {};
    int version = 0;
};

struct BulkResult
{
    BulkOutcome outcome = BulkOutcome::Unchanged;
    QJsonObject problem = {};
    QJsonObject was = {}; ///< of what was changed
    int version = 0;      ///< after the change
};

Result<QList<BulkOrder>> ordersAtWork(Db::Connection &db)
{
    auto rows = db.run("bulk/list_bulks_at_work");
    if (!rows)
        return fail(rows.error());
    QList<BulkOrder> orders;
    while (rows->next()) {
        auto change = fromJsonBytes<BulkChange>(rows->utf8(3), Unknown::Ignored);
        const auto state = fromWire<BulkState>(rows->text(2));
        if (!change || !state)
            return fail(Error::internal(u"An operation cannot be read."_s));
        orders.append({.id = rows->id<BulkId>(0),
                       .account = rows->id<AccountId>(1),
                       .state = *state,
                       .change = *change,
                       .peer = rows->text(4),
                       .requestId = rows->utf8(5)});
    }
    return orders;
}

BulkResult refusal(const BulkOrder &order, const Error &error)
{
    return {.outcome = order.state == BulkState::Undoing ? BulkOutcome::Kept : BulkOutcome::Refused,
            .problem = problemOf(error, httpStatus(error.code))};
}

/// One operation, as far as its turn goes.
class BulkRound
{
public:
    BulkRound(Db::Connection &db, const Environment &environment, const BulkOrder &order)
        : m_order(order)
        , m_context{.db = db,
                    .environment = environment,
                    .principal = {.account = order.account},
                    .requestId = order.requestId,
                    .peer = order.peer}
    {}

    Result<int> run(const std::function<bool()> &goOn);

private:
    bool isRehearsal() const { return m_order.state == BulkState::Rehearsing; }
    BulkOutcome before() const
    {
        return m_order.state == BulkState::Undoing ? BulkOutcome::Changed : BulkOutcome::Waiting;
    }
    Result<bool> workOnNext();
    Result<std::optional<Turn>> take();
    Result<BulkResult> work(const Turn &turn);
    Result<BulkResult> change(const Turn &turn);
    Result<> applyTo(const StoredTicket &ticket);
    Result<> note(const Turn &turn, const BulkResult &result);
    Result<> tell();

    const BulkOrder m_order;
    Context m_context;
    bool m_mayAct = false;
    int m_last = 0; ///< the position behind which to look
};

Result<std::optional<Turn>> BulkRound::take()
{
    const char *statement = m_order.state == BulkState::Undoing ? "bulk/take_changed_ticket"
                                                                : "bulk/take_bulk_ticket";
    auto rows = m_context.db.run(statement, {{":bulk", m_order.id},
                                             {":state", QString(toWire(m_order.state))},
                                             {":after", m_last}});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return std::optional<Turn>();
    Turn turn{.position = int(rows->number(0)),
              .ticket = rows->id<TicketId>(1),
              .version = int(rows->number(3))};
    if (!rows->isNull(2)) {
        auto was = parseObject(rows->utf8(2));
        if (!was)
            return fail(Error::internal(was.error().detail));
        turn.was = *was;
    }
    return std::optional(turn);
}

Result<> BulkRound::applyTo(const StoredTicket &ticket)
{
    const TicketPatch patch = patchFor(m_order.change, ticket.tags);
    if (patch != TicketPatch{}) {
        if (auto done = TicketService::applyPatch(m_context, ticket.id, patch, {}); !done)
            return fail(done.error());
    }
    const Given<StatusChange> &status = m_order.change.status;
    if (status && status->status != ticket.status) {
        if (auto done = TicketService::moveTo(m_context, ticket.id, *status, {}); !done)
            return fail(done.error());
    }
    return m_order.change.remove ? TicketService::remove(m_context, ticket.id, {}) : Result<>();
}

Result<BulkResult> BulkRound::change(const Turn &turn)
{
    auto ticket = lockTicket(m_context, turn.ticket);
    if (!ticket)
        return fail(ticket.error());
    if (!m_context.principal.grants.holds(Permission::TicketBulk, ticket->desk.id))
        return fail(Error::forbidden(codeOf(Permission::TicketBulk)));
    if (auto applied = applyTo(*ticket); !applied)
        return fail(applied.error());
    // Whoever gave it away need not see it any more.
    auto rows = m_context.db.run("bulk/select_ticket_version", {{":ticket", turn.ticket}});
    if (!rows)
        return fail(rows.error());
    rows->next();
    const int version = int(rows->number(0));
    if (version == ticket->version)
        return BulkResult{};
    return BulkResult{.outcome = BulkOutcome::Changed,
                      .was = TicketUndo::valuesOf(*ticket),
                      .version = version};
}

Result<BulkResult> BulkRound::work(const Turn &turn)
{
    if (!m_mayAct)
        return fail(Error::forbidden(codeOf(Permission::TicketBulk)));
    if (m_order.state != BulkState::Undoing)
        return change(turn);
    return TicketUndo::restore(m_context, turn.ticket, turn.version, turn.was).map([] {
        return BulkResult{.outcome = BulkOutcome::Undone};
    });
}

Result<> BulkRound::note(const Turn &turn, const BulkResult &result)
{
    using Object = std::optional<QJsonObject>;
    const bool changed = result.version > 0 && !isRehearsal();
    auto rows = m_context.db.run(
            "bulk/update_bulk_ticket",
            {{":bulk", m_order.id},
             {":position", turn.position},
             {":before", QString(toWire(before()))},
             {":outcome", QString(toWire(result.outcome))},
             {":problem", result.problem.isEmpty() ? Object() : Object(result.problem)},
             {":old_value", changed ? Object(result.was) : Object()},
             {":version", changed ? std::optional(result.version) : std::nullopt}});
    if (!rows)
        return fail(rows.error());
    return {};
}

/// Whether there was one. What it came to is stored with the change itself, or, when nothing
/// changed by it, behind it.
Result<bool> BulkRound::workOnNext()
{
    std::optional<Turn> turn;
    std::optional<BulkResult> rehearsed;
    const Error rolledBack{.code = ErrorCode::Cancelled, .key = "bulk.rehearsed"};
    auto worked = Db::inTransaction(m_context.db, [&]() -> Result<> {
        turn.reset();
        rehearsed.reset();
        auto next = take();
        if (!next)
            return fail(next.error());
        if (!*next)
            return {};
        turn = **next;
        auto result = work(*turn);
        if (!result)
            return fail(result.error());
        if (!isRehearsal())
            return note(*turn, *result);
        rehearsed = *result;
        return fail(rolledBack);
    });
    if (!turn) {
        return worked.map([] { return false; });
    }
    m_last = turn->position;
    if (worked)
        return true;
    // A failure of the database that goes on fails here, too, and ends the round.
    const BulkResult result = rehearsed ? *rehearsed : refusal(m_order, worked.error());
    return note(*turn, result).map([] { return true; });
}

Result<> BulkRound::tell()
{
    return Db::inTransaction(m_context.db, [&]() -> Result<> {
        const BulkState next = m_order.state == BulkState::Rehearsing ? BulkState::Rehearsed
                               : m_order.state == BulkState::Running  ? BulkState::Done
                                                                      : BulkState::Undone;
        auto ended = m_context.db.run("bulk/end_bulk", {{":bulk", m_order.id},
                                                        {":state", QString(toWire(m_order.state))},
                                                        {":next", QString(toWire(next))},
                                                        {":before", QString(toWire(before()))},
                                                        {":now", m_context.now()}});
        if (!ended)
            return fail(ended.error());
        return appendEvent(m_context, {.type = EventType::BulkUpdated,
                                       .data = {{u"id"_s, m_order.id.value()}},
                                       .recipients = {m_order.account}});
    });
}

Result<int> BulkRound::run(const std::function<bool()> &goOn)
{
    // As of now: rights can be taken away while an operation runs.
    auto principal = selectPrincipal(m_context.db, m_order.account);
    if (!principal)
        return fail(principal.error());
    m_mayAct = principal->has_value();
    if (m_mayAct)
        m_context.principal = **principal;
    int count = 0;
    while (count < bulkTurn && (!goOn || goOn())) {
        auto worked = workOnNext();
        if (!worked)
            return fail(worked.error());
        if (!*worked)
            break;
        ++count;
    }
    auto told = tell();
    if (m_context.wroteEvents)
        m_context.environment.events.wake();
    if (!told)
        return fail(told.error());
    return count;
}

} // namespace

Result<int> workOnBulks(Db::Connection &db, const Environment &environment,
                        const std::function<bool()> &goOn)
{
    int count = 0;
    for (int last = 1; last > 0 && (!goOn || goOn());) {
        last = 0;
        auto orders = ordersAtWork(db);
        if (!orders)
            return fail(orders.error());
        for (const BulkOrder &order : std::as_const(*orders)) {
            auto worked = BulkRound(db, environment, order).run(goOn);
            if (!worked)
                return fail(worked.error());
            last += *worked;
        }
        count += last;
    }
    return count;
}

BulkWork::BulkWork(Db::ConnectionSettings database, const Environment &environment)
    : m_database(std::move(database))
    , m_environment(environment)
    , m_job(500ms, [this] { run(); })
{}

void BulkWork::stop()
{
    m_stopping = true;
    m_job.stop();
}

void BulkWork::run()
{
    Db::Connection db(m_database);
    if (const auto done = workOnBulks(db, m_environment, [this] { return !m_stopping; }); !done)
        qCWarning(bulkLog).noquote() << done.error().detail;
}

} // namespace Deskbell::Server
